/** What is wrong with the rules of a call, before any of them is asked. Pure. */
import type { Known } from '../../../community/index.ts'
import type { Fault } from '../../../platform/index.ts'
import { faultsOfBook } from '../../rules/checking/model.ts'
import type { SetsOf } from '../../rules/evaluating/model.ts'
import type { CallRecord } from '../model.ts'

/** Every fault of a call's rules, each with its place in the file. */
export function faultsOfRules(record: CallRecord, sets: SetsOf, known: Known): Fault[] {
  const vocabularies = Object.values(known.vocabularies).flat()
  const terms = new Set([
    ...Object.keys(record.terms),
    ...vocabularies.flatMap(({ id, retired }) => (retired ? [] : [id])),
  ])
  return faultsOfBook(record, { sets, questions: record.questions, terms, countries: known.placeCodes })
}
