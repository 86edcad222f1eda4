import { type Db, transact } from '../../platform/index.ts'
import { type Draft, dropDraft, type DraftKey, putDraft } from './queries.ts'

/** Keeps what somebody has typed, in place of what they had typed before. */
export function keepDraft(
  db: Db,
  key: DraftKey,
  draft: Pick<Draft, 'baseVersion' | 'typed'>,
  now: Temporal.Instant,
): Promise<void> {
  return transact(db, (tx) => putDraft(tx, key, draft, now))
}

/** Lets go of what somebody has typed: it is saved, or they do not want it. Safe to repeat. */
export function letGoOfDraft(db: Db, key: DraftKey): Promise<void> {
  return transact(db, (tx) => dropDraft(tx, key))
}
