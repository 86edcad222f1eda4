/** Records looked at: what is written down of them, and what stands against publishing one. */
import {
  badRequest,
  type Db,
  type Fault,
  notFound,
  recordAudit,
  transact,
  type Tx,
} from '../../platform/index.ts'
import { keepDeskEntries } from '../desk-entries/queries.ts'
import { mayWrite } from '../lives/permissions.ts'
import type { Viewer } from '../people/model.ts'
import { originalLangOf, type Plain } from '../records/model.ts'
import { holdRecords } from '../records/queries.ts'
import {
  asDraft,
  type CheckAnswer,
  type ChecklistItem,
  checkStateOf,
  findingsOfText,
  answersTo,
  type Looking,
  type CheckRule,
} from './model.ts'
import { putAnswer, putStates, readAnswers } from './queries.ts'

/** A kind of records, as far as they are looked at. */
export type CheckedKind = { name: string; rules?: readonly CheckRule[] | undefined }

type Checking = { checklist: readonly ChecklistItem[]; on: string }

const noAnswers: ReadonlyMap<string, CheckAnswer> = new Map()

/** Writes down what these records fail, as they stand; of new ones nobody has answered anything yet. */
export async function keepCheckStates(
  tx: Tx,
  kind: CheckedKind,
  records: readonly { id: string; record: Plain; isNew?: boolean }[],
  { checklist, on }: Checking,
): Promise<void> {
  const { name, rules } = kind
  if (!rules || records.length === 0) return
  const old = records.flatMap(({ id, isNew }) => (isNew ? [] : [id]))
  const answers = await readAnswers(tx, name, old)
  const states = records.map(({ id, record }) => {
    const looking: Looking = { checklist, on, answers: answers.get(id) ?? noAnswers }
    return [id, checkStateOf({ name, rules }, record, looking)] as const
  })
  await putStates(tx, name, new Map(states))
}

/** What stands against publishing a language of a record: the rules and items it must keep and does not. */
export async function faultsOfChecks(
  db: Db,
  { name, rules }: CheckedKind,
  record: Plain,
  lang: string,
  { checklist, on }: Checking,
): Promise<Fault[]> {
  if (!rules) return []
  const id = String(record['id'])
  const answers = (await readAnswers(db, name, [id])).get(id) ?? noAnswers
  return findingsOfText({ name, rules }, asDraft(record, lang), lang, { checklist, on, answers })
    .filter(({ level }) => level === 'must')
    .map(({ rule, field }) => ({ field, value: null, reason: `does not keep the rule “${rule}”`, rule }))
}

/** A person's answer for a record; none takes back the one before. */
export type Answering = { id: string; rule: string; answer: CheckAnswer | undefined }

/**
 * Writes down what a person answers for a record, to an item of the checklist or to a rule of the house. Refuses (404) who may
 * not write the record, as if there were none, and (400) what nobody asked.
 */
export function answerCheck(
  db: Db,
  { name, rules = [] }: CheckedKind,
  by: Viewer,
  asked: Answering,
  { known, at }: { known: Checking; at: Date },
): Promise<void> {
  const { id, rule, answer } = asked
  return transact(db, async (tx) => {
    const kept = (await holdRecords(tx, name, [id])).get(id)
    if (by.kind === 'stranger' || !kept || !mayWrite(by, name, kept.record, originalLangOf(kept.record)))
      throw notFound()
    const answers = answersTo({ name, rules }, known.checklist, kept.record, rule)
    if (answer !== undefined && !answers.includes(answer)) throw badRequest()
    const before = (await readAnswers(tx, name, [id])).get(id)?.get(rule)
    await putAnswer(tx, { kind: name, id, rule, answer, by: by.personId, at })
    await keepCheckStates(tx, { name, rules }, [kept], known)
    await keepDeskEntries(tx, name, [id])
    await recordAudit(tx, {
      who: by.personId,
      what: 'information.check',
      record: { kind: name, id },
      before: { [rule]: before ?? null },
      after: { [rule]: answer ?? null },
    })
  })
}

/** Looks at these records again and writes down what each fails now; nobody changes them meanwhile. */
export function lookAgain(db: Db, kind: CheckedKind, ids: string[], known: Checking): Promise<void> {
  return transact(db, async (tx) => {
    const held = await holdRecords(tx, kind.name, ids)
    await keepCheckStates(tx, kind, [...held.values()], known)
    // Tables hear of it by their entries.
    await keepDeskEntries(tx, kind.name, ids)
  })
}
