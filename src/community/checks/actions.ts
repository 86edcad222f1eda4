/** Records looked at: what is written down of them, and what stands against publishing one. */
import type { Db, Fault, Tx } from '../../platform/index.ts'
import type { Plain } from '../records/model.ts'
import {
  asDraft,
  type CheckAnswer,
  type ChecklistItem,
  checkStateOf,
  findingsOfText,
  type Looking,
  type CheckRule,
} from './model.ts'
import { putStates, readAnswers } from './queries.ts'

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
