/** What is wrong with the rules of a call, before any of them is asked. Pure. */
import type { Known } from '../../../community/index.ts'
import type { Fault } from '../../../platform/index.ts'
import type { SetsOf } from '../../rules/evaluating/model.ts'
import { faultsOfDates } from '../../rules/timing/checking/model.ts'
import type { CallRecord } from '../model.ts'

/** Every fault of a call's rules, each with its place in the file. */
export function faultsOfRules(record: CallRecord, _sets: SetsOf, _known: Known): Fault[] {
  return faultsOfDates(record.dates)
}
