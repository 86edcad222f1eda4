import { type Db, isRowId, notAllowed, notFound, recordAudit, transact } from '../../platform/index.ts'
import { findAssigned } from '../assignments/queries.ts'
import type { Keeping, RecordKeeper } from '../kinds/model.ts'
import { writerIn } from '../lives/actions.ts'
import { langsOf } from '../lives/model.ts'
import { mayPublish, mayWrite } from '../lives/permissions.ts'
import { tell } from '../notices/actions.ts'
import type { Viewer } from '../people/model.ts'
import { originalLangOf, type Plain, titleIn } from '../records/model.ts'
import { holdRecords } from '../records/queries.ts'
import { listAuthors } from '../revisions/queries.ts'
import { insertRemark, settle } from './queries.ts'

/** What is said of a record, or of one language of it (`null`: of all of it). */
export type RemarkRequest = { id: string; lang: string | null; said: string }

/**
 * Writes a remark down and tells who looks after the record and who wrote it last. Said twice by one person it stands once.
 * Refuses (403) who may write no language of it, (404) what is not there.
 */
export function sayRemark(
  db: Db,
  keeper: Pick<RecordKeeper, 'kind'>,
  by: Viewer,
  { id, lang, said }: RemarkRequest,
  { at }: Pick<Keeping, 'at'>,
): Promise<void> {
  return transact(db, async (tx) => {
    const member = writerIn(by)
    const kept = (await holdRecords(tx, keeper.kind, [id])).get(id)
    if (!kept || (lang !== null && !langsOf(kept.record).includes(lang))) throw notFound()
    if (!maySay(by, keeper.kind, kept.record)) throw notAllowed()
    const { kind } = keeper
    if (!(await insertRemark(tx, { kind, id, lang, said, by: member.personId }, at))) return
    const told = lang ?? originalLangOf(kept.record)
    const text = { kind, id, lang: told, title: titleIn(kept.record, told) }
    const details = { ...text, who: member.name, person: member.personId, note: said }
    const [last] = (await listAuthors(tx, kind, id, 20)).flatMap((version) => version.by ?? [])
    const assigned = await findAssigned(tx, kind, id)
    for (const person of new Set([last, assigned?.id]))
      if (person && person !== member.personId)
        await tell(
          tx,
          person,
          'community.remarkSaid',
          details,
          Temporal.Instant.fromEpochMilliseconds(at.getTime()),
        )
  })
}

const maySay = (by: Viewer, kind: string, record: Plain) =>
  langsOf(record).some((lang) => mayWrite(by, kind, record, lang) || mayPublish(by, kind, record, lang))

/** Settles a remark; settled once it stays so. Refuses (403) who may write no language of the record, (404) what is not there. */
export function settleRemark(
  db: Db,
  keeper: Pick<RecordKeeper, 'kind'>,
  by: Viewer,
  { id, remark }: { id: string; remark: string },
  { at }: Pick<Keeping, 'at'>,
): Promise<void> {
  return transact(db, async (tx) => {
    const member = writerIn(by)
    const kept = (await holdRecords(tx, keeper.kind, [id])).get(id)
    if (!kept || !isRowId(remark)) throw notFound()
    if (!maySay(by, keeper.kind, kept.record)) throw notAllowed()
    const settled = { kind: keeper.kind, id, remark, by: member.personId }
    if (!(await settle(tx, settled, at))) throw notFound()
    await recordAudit(tx, {
      who: member.personId,
      what: 'information.settleRemark',
      record: { kind: keeper.kind, id },
    })
  })
}
