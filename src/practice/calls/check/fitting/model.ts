/** Which other calls fit somebody, by what they told of themselves for one. Pure. */
import { type Book, decide } from '../../../rules/deciding/model.ts'
import type { Facts } from '../../../rules/facts/model.ts'
import { pagesFor } from '../planning/model.ts'

/** A call that fits, and how many questions are still open (0: every rule is met). */
export type Fitting<T> = { call: T; questions: number }

/**
 * The calls whose rules are all met, then those of which a few questions are open and something was found already; at most
 * `most`. Answers to a call's own questions say nothing of another call.
 */
export function fittingCalls<T extends { book: Book }>(
  calls: readonly T[],
  { answers: _own, ...facts }: Facts,
  now: Temporal.Instant,
  most: number,
): Fitting<T>[] {
  return calls
    .flatMap((call): Fitting<T>[] => {
      const { answer, gates } = decide(call.book, facts, now)
      if (answer === 'pass') return [{ call, questions: 0 }]
      if (answer === 'fail' || !gates.some((gate) => gate.answer === 'pass')) return []
      const open = gates.filter((gate) => gate.answer === 'unknown').flatMap(({ hangs }) => hangs)
      return [{ call, questions: Math.max(1, pagesFor(open).length) }]
    })
    .toSorted((one, other) => one.questions - other.questions)
    .slice(0, most)
}
