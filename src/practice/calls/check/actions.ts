import { type Db, transact } from '../../../platform/index.ts'
import { addCounts } from './counts/queries.ts'
import type { CheckAnswer } from './answering/model.ts'

/** Counts an answer by its call and the rules that stood against it; who asked, and what they said, is kept nowhere. */
export function countAnswer(
  db: Db,
  { call, answer, rules }: CheckAnswer,
  now: Temporal.Instant,
): Promise<void> {
  const against = rules
    .filter((rule) => rule.answer === 'fail')
    .map(({ rule }) => ({ rule, answer: 'fail' as const }))
  const day = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  return transact(db, (tx) =>
    addCounts(tx, { callId: call.id, version: call.version, day }, [{ rule: null, answer }, ...against]),
  )
}
