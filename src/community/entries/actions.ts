import { type Db, notAllowed, notFound } from '../../platform/index.ts'
import type { Keeping } from '../kinds/model.ts'
import { speaksFor } from '../memberships/permissions.ts'
import { organisationKeeper } from '../organisations/actions.ts'
import type { Member } from '../people/model.ts'
import type { Plain } from '../records/model.ts'
import { readRecord } from '../records/queries.ts'
import { changesIn, type Entry, type EntryFault, entryOf, faultsIn, formFieldOf } from './model.ts'

/** An entry as it stands, with the version an edit of it starts from. */
export type StandingEntry = { record: Plain; version: number; entry: Entry }

/** Answers the entry of an organisation for who speaks for it. Refuses (403) everybody else, (404) what is not there. */
export async function readEntry(db: Db, by: Member, organisationId: string): Promise<StandingEntry> {
  if (!speaksFor(by, organisationId)) throw notAllowed()
  const kept = await readRecord(db, organisationKeeper.kind, organisationId)
  if (!kept) throw notFound()
  return { record: kept.record, version: kept.version, entry: entryOf(kept.record) }
}

/** `stale`: somebody else has changed the entry meanwhile, and this is how it stands now. */
export type EntryAnswer = { saved: true } | { faults: EntryFault[] } | { stale: StandingEntry }

/**
 * Writes what an organisation says of itself into its entry, in place of what files give; only what differs. Refuses as reading does.
 */
export async function saveEntry(
  db: Db,
  by: Member,
  given: { organisationId: string; version: number; entry: Entry },
  keeping: Keeping,
): Promise<EntryAnswer> {
  const { organisationId: id, version, entry } = given
  const standing = await readEntry(db, by, id)
  if (standing.version !== version) return { stale: standing }
  const faults = faultsIn(entry)
  if (faults.length > 0) return { faults }
  const fields = changesIn(standing.record, entry)
  if (Object.keys(fields).length === 0) return { saved: true }
  const edit = { id, version, fields, why: 'Edited by the organisation itself' }
  const answer = await organisationKeeper.edit(db, by, edit, keeping)
  // Another edit may come between reading and writing; it is no failure.
  if ('conflict' in answer) return { stale: await readEntry(db, by, id) }
  if ('version' in answer) return { saved: true }
  return {
    faults: answer.faults.map(({ field }) => {
      const [name = field] = field.startsWith('translations.') ? [field] : field.split('.')
      const shown = formFieldOf(standing.record, name)
      return { field: shown, fault: shown === 'website' ? 'address' : 'unknown' }
    }),
  }
}
