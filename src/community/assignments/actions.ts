import { type Db, notAllowed, notFound, recordAudit, transact, type Tx } from '../../platform/index.ts'
import type { Keeping, RecordKeeper } from '../kinds/model.ts'
import { writerIn } from '../lives/actions.ts'
import { mayPublish } from '../lives/permissions.ts'
import { tell } from '../notices/actions.ts'
import type { Viewer } from '../people/model.ts'
import { originalLangOf, titleIn } from '../records/model.ts'
import { holdRecords } from '../records/queries.ts'
import { readAssigned, putAssigned } from './queries.ts'

/** Records that somebody (a person's id) is to look after, or nobody. */
export type Assignment = { ids: readonly string[]; person: string | null }

/**
 * Gives records to somebody to look after, and tells them of each that is new to them. Whoever may publish a record may
 * give it: refuses (403) anybody else, (404) a record that is not there.
 */
export async function assign(
  tx: Tx,
  kind: string,
  by: Viewer,
  { ids, person }: Assignment,
  { at }: Pick<Keeping, 'at'>,
): Promise<void> {
  const member = writerIn(by)
  const kept = await holdRecords(tx, kind, [...ids])
  if (ids.some((id) => !kept.has(id))) throw notFound()
  for (const { record } of kept.values())
    if (!mayPublish(by, kind, record, originalLangOf(record))) throw notAllowed()
  const before = await readAssigned(tx, kind, ids)
  const changed = ids.filter((id) => (before.get(id) ?? null) !== person)
  if (changed.length === 0) return
  await putAssigned(tx, kind, { ids: changed, person, by: member.personId }, at)
  const now = Temporal.Instant.fromEpochMilliseconds(at.getTime())
  for (const id of changed) {
    const was = before.get(id) ?? null
    await recordAudit(tx, {
      who: member.personId,
      what: 'information.assign',
      record: { kind, id },
      before: { assigned: was },
      after: { assigned: person },
    })
    const record = kept.get(id)?.record
    if (person === null || person === member.personId || !record) continue
    const lang = originalLangOf(record)
    const text = { kind, id, lang, title: titleIn(record, lang) }
    await tell(
      tx,
      person,
      'community.recordAssigned',
      { ...text, who: member.name, person: member.personId },
      now,
    )
  }
}

/** The same in a transaction of its own, of one record. */
export function assignOne(
  db: Db,
  keeper: Pick<RecordKeeper, 'kind'>,
  by: Viewer,
  { id, person }: { id: string; person: string | null },
  keeping: Pick<Keeping, 'at'>,
): Promise<void> {
  return transact(db, (tx) => assign(tx, keeper.kind, by, { ids: [id], person }, keeping))
}
