import type { Db } from '../../../platform/index.ts'
import type { Member } from '../../people/model.ts'
import { insertReading } from './queries.ts'

/**
 * Writes down that somebody of the staff is shown something sensitive about these people: once for a page, however many
 * are on it, and before it is shown. What one sees of oneself is not written down. `what` are names that a declaration
 * of held data says in words (`community.address`).
 */
export async function recordRead(
  db: Db,
  { who, what, about }: { who: Member; what: readonly string[]; about: readonly string[] },
  now: Temporal.Instant,
): Promise<void> {
  const others = [...new Set(about)].filter((id) => id !== who.personId)
  if (others.length === 0) return
  const roles = who.roles.map(({ id }) => id)
  await insertReading(db, { who: who.personId, roles: [...new Set(roles)], what, about: others, at: now })
}
