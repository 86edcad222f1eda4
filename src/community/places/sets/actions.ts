import { announce, type Db, notAllowed, recordAudit, transact } from '../../../platform/index.ts'
import type { Member as Person } from '../../people/model.ts'
import { may } from '../../roles/permissions.ts'
import type { DatedSet, Member } from './model.ts'
import { findDatedSet, holdSets, putSet } from './queries.ts'

/** What became of a set: kept, or changed by somebody else since the version the form was made of, or there already. */
export type SetAnswer = 'saved' | 'stale' | 'taken'

/**
 * Writes a set with its members of all times, or makes it where its version is 0; who may apply is then worked out again.
 * Refuses (403) whoever may not.
 */
export function saveSet(db: Db, by: Person, set: DatedSet): Promise<SetAnswer> {
  if (!may(by, 'house.settings', {})) throw notAllowed()
  return transact(db, async (tx) => {
    await holdSets(tx)
    const before = await findDatedSet(tx, set.id)
    if (before && set.version === 0) return 'taken'
    if ((before?.version ?? 0) !== set.version) return 'stale'
    await putSet(tx, { ...set, version: set.version + 1 })
    await announce(tx, 'community.setsChanged', { set: set.id })
    await recordAudit(tx, {
      who: by.personId,
      what: before ? 'community.changeSet' : 'community.addSet',
      record: { kind: 'sets', id: set.id },
      before: before && { note: before.note, members: byPlace(before.members) },
      after: { note: set.note, members: byPlace(set.members) },
    })
    return 'saved'
  })
}

// By place, so that what is written down is who came, went or changed and not the whole list.
function byPlace(members: Member[]): Record<string, string> {
  const places = Map.groupBy(members, ({ place }) => place)
  return Object.fromEntries(
    [...places].map(([place, times]) => [
      place,
      times.map(({ from, until }) => `${from} – ${until ?? ''}`.trim()).join(', '),
    ]),
  )
}
