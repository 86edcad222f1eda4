/** What people put in place of what sources give. */
import {
  type Db,
  type Fault,
  notAllowed,
  notFound,
  recordAudit,
  transact,
  type Tx,
} from '../../../platform/index.ts'
import { faultsOfChecks } from '../../checks/actions.ts'
import type {
  AnyRecord,
  Conflict,
  EditAnswer,
  EditRequest,
  Keeping,
  RecordKind,
  Rewrite,
  Rewritten,
} from '../../kinds/model.ts'
import type { Known } from '../../known/model.ts'
import { draftsIn, isSeen, isStateField, langsOf } from '../../lives/model.ts'
import { mayPutValue } from '../../lives/permissions.ts'
import type { Viewer } from '../../people/model.ts'
import { mayAnywhere } from '../../roles/permissions.ts'
import { faultsOfPlace, slugsMoved } from '../moves/actions.ts'
import { flatten, type KeptRecord, langsGiven, type Plain, withEdits } from '../model.ts'
import { holdRecords } from '../queries.ts'
import { finish, recordFrom, write } from '../writing/actions.ts'

/** Changes fields of a record for who may; a language that is new begins as a draft, and states have an action of their own. */
export async function editRecord<R extends AnyRecord>(
  db: Db,
  kind: RecordKind<R>,
  by: Viewer,
  asked: EditRequest,
  keeping: Keeping,
): Promise<EditAnswer | Conflict> {
  const isOwners = kind.own?.may(by, asked.id) ?? false
  if (by.kind === 'stranger' || (!mayAnywhere(by, 'records.edit') && !isOwners)) throw notAllowed()
  return transact(db, async (tx) => {
    const kept = (await holdRecords(tx, kind.name, [asked.id])).get(asked.id)
    if (!kept) throw notFound()
    const mayChange = ([field, value]: [string, unknown]) =>
      !isStateField(field) &&
      (mayPutValue(by, kind.name, kept.record, [field, value]) ||
        (isOwners && kind.own?.has(kept.record, field)))
    if (!Object.entries(asked.fields).every(mayChange)) throw notAllowed()
    const { version, record } = kept
    if (version !== asked.version) return { conflict: { version, record } }
    const fields = { ...asked.fields, ...draftsIn(kept.record, asked.fields) }
    const answer = await rewrite(tx, kind, kept, { fields, by: by.personId, why: asked.why }, keeping)
    if ('faults' in answer) return answer
    await recordAudit(tx, {
      who: by.personId,
      what: 'information.edit',
      record: { kind: kind.name, id: asked.id },
      before: answer.before,
      after: answer.after,
      why: asked.why,
    })
    return { version: answer.version }
  })
}

/** Puts values in place of what sources give of a record that is held; asks nobody's permission. */
export async function rewrite<R extends AnyRecord>(
  tx: Tx,
  kind: RecordKind<R>,
  kept: KeptRecord,
  { fields, by, why }: Rewrite,
  keeping: Keeping,
): Promise<Rewritten> {
  const edit = { by: by ?? 'house', at: keeping.at.toISOString() }
  const origins = withEdits({ ...kept, record: flatten(kept.record) }, fields, edit)
  const read = recordFrom(kind, kept.id, origins, keeping.known)
  if ('faults' in read) return read
  const misplaced = await faultsOfPlace(tx, kind, read.record, keeping)
  if (misplaced.length > 0) return { faults: misplaced }
  const moved = await slugsMoved(tx, kind, read.record, { fields, kept }, keeping)
  if ('faults' in moved) return moved
  const { slugs } = moved
  const written = { hash: null, author: { id: by, why }, given: langsGiven(fields) }
  const result = finish(kind, { ...written, ...read, origins }, kept, slugs, keeping)
  const faults = await faultsAnew(tx, kind, kept.record, result.row.record, keeping.known)
  if (faults.length > 0) return { faults }
  await write(tx, kind, [result], keeping)
  return { version: result.row.version, before: kept.record, after: result.row.record }
}

/** Why this language of a record cannot be published. */
export async function faultsToPublish<R extends AnyRecord>(
  tx: Tx,
  kind: RecordKind<R>,
  record: Plain,
  lang: string,
  known: Known,
): Promise<Fault[]> {
  const found = await faultsOfChecks(tx, kind, record, lang, known)
  if (!kind.faultsToPublish) return found
  const read = kind.read(known, record)
  return 'faults' in read ? read.faults : [...found, ...(await kind.faultsToPublish(tx, read.record, lang))]
}

/** What stands against publishing the languages that are published; where one was already, only what passed before. */
async function faultsAnew<R extends AnyRecord>(
  tx: Tx,
  kind: RecordKind<R>,
  before: Plain,
  after: Plain,
  known: Known,
): Promise<Fault[]> {
  const all: Fault[] = []
  for (const lang of langsOf(after).filter((lang) => isSeen(after, lang))) {
    const faults = await faultsToPublish(tx, kind, after, lang, known)
    if (faults.length === 0) continue
    const wasSeen = isSeen(before, lang)
    const old = wasSeen ? await faultsToPublish(tx, kind, before, lang, known) : []
    const isOld = (fault: Fault) =>
      old.some(({ field, reason }) => field === fault.field && reason === fault.reason)
    const isHarmless = (fault: Fault) =>
      wasSeen && kind.rules?.some(({ id, harmless }) => id === fault.rule && harmless)
    all.push(...faults.filter((fault) => !isOld(fault) && !isHarmless(fault)))
  }
  return all
}
