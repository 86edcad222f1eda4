import { countLastingHoldersBut, endGrant, holdGrants, listGrantsOf } from '../../roles/queries.ts'
import { erase, type Eraser, recordAudit, transact } from '../../../platform/index.ts'
import { type Db } from '../../../platform/index.ts'
import type { Member } from '../../people/model.ts'
import type { Registry } from '../../roles/model.ts'
import type { Held } from '../held/model.ts'
import { tracesOf } from '../subjects/actions.ts'

/** How a person is forgotten: by everything that is declared, and last by their own entry. */
export function eraserOf(held: Held): Eraser {
  return {
    kind: 'community.person',
    erase: async (tx, id) => {
      const person = await tracesOf(tx, id)
      if (!person) return
      // The entry is the first to be declared: whether it can go is seen when the others are done.
      for (const declared of held.all.toReversed()) await declared.erase(tx, person)
    },
  }
}

/**
 * Closes somebody's own account at once: their roles and sessions end, what is held about them goes or becomes nameless.
 * Answers false, and changes nothing, when nobody else could grant roles after that.
 */
export function closeAccount(
  db: Db,
  { held, roles }: { held: Held; roles: Registry },
  by: Member,
  now: Temporal.Instant,
): Promise<boolean> {
  return transact(db, async (tx) => {
    await holdGrants(tx)
    if (await isLastToGrant(tx, roles, by, now)) return false
    for (const { id } of await listGrantsOf(tx, by.personId, now))
      await endGrant(tx, id, { at: now, by: by.personId, why: '' })
    await recordAudit(tx, {
      who: by.personId,
      what: 'community.closeAccount',
      record: { kind: 'people', id: by.personId },
    })
    await erase(tx, eraserOf(held), by.personId)
    return true
  })
}

/** Is this the last person who can grant roles without an end in sight? */
export async function isLastToGrant(
  db: Db,
  roles: Registry,
  { personId }: Member,
  now: Temporal.Instant,
): Promise<boolean> {
  for (const grant of await listGrantsOf(db, personId, now)) {
    const grants = roles.find(grant.role)?.permissions.includes('roles.manage')
    if (grants && grant.until === undefined && (await countLastingHoldersBut(db, grant.role, personId)) === 0)
      return true
  }
  return false
}
