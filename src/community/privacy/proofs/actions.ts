import { type Db, Refusal } from '../../../platform/index.ts'
import { triesOfPassword } from '../../attempts/model.ts'
import { countAttempt } from '../../attempts/queries.ts'
import { verifyPassword } from '../../passwords/actions.ts'
import type { Member } from '../../people/model.ts'
import { findPasswordHash } from '../../people/queries.ts'
import { isRecent } from '../../signing-in/model.ts'

/**
 * Answers what stands in the way of something that only the person themselves may do: nothing for whoever signed in a
 * moment ago or types their password. Refuses (429) who tries too often.
 */
export async function proves(
  db: Db,
  by: Member,
  password: string,
  now: Temporal.Instant,
): Promise<'wrong' | 'no-password' | undefined> {
  if (isRecent(by.session, now)) return undefined
  const hash = await findPasswordHash(db, by.personId)
  if (hash === undefined) return 'no-password'
  const tries = await countAttempt(db, `password:${by.personId}`, triesOfPassword, now)
  if (tries.count > triesOfPassword.most) throw new Refusal(429, '', tries.wait)
  return (await verifyPassword(hash, password)) ? undefined : 'wrong'
}
