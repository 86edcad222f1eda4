/** Three answers, and what each hangs on. Pure. */

/** `unknown`: not yet known; more facts would settle it. */
export type Answer = 'pass' | 'fail' | 'unknown'

/** What was found where a condition looked, for the words of a reason. */
export type Found =
  | { kind: 'places'; places: readonly string[] }
  | { kind: 'terms'; terms: readonly string[] }
  | { kind: 'number'; number: number }
  | { kind: 'money'; amount: string }
  | { kind: 'day'; day: string }
  | { kind: 'route'; route: string | null; from: string; to: string }

/**
 * The answer of a condition. `hangs`: JSON pointers (RFC 6901) into the facts; of `unknown` those that are missing,
 * of `pass` and `fail` those that decided. A list of
 * which nothing is known is named itself (`/people`), as is a member's fact (`/people/0/citizenships`).
 */
export type Verdict = { answer: Answer; hangs: readonly string[]; found?: Found }

export const pass = (hangs: readonly string[], found?: Found): Verdict => verdict('pass', hangs, found)
export const fail = (hangs: readonly string[], found?: Found): Verdict => verdict('fail', hangs, found)
export const unknown = (hangs: readonly string[]): Verdict => ({ answer: 'unknown', hangs })

const verdict = (answer: Answer, hangs: readonly string[], found?: Found): Verdict =>
  found ? { answer, hangs, found } : { answer, hangs }

/** Every one must hold: one fail decides; nothing at all holds. Of those that decide alike, all are named. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  return atLeast(verdicts.length, verdicts)
}

/** One is enough. Of none, none holds. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  return atLeast(1, verdicts)
}

/** At least `n` must hold; settled as soon as what is not yet known can change nothing. */
export function atLeast(n: number, verdicts: readonly Verdict[]): Verdict {
  const with_ = (answer: Answer) => verdicts.filter((verdict) => verdict.answer === answer)
  const [passing, failing, open] = [with_('pass'), with_('fail'), with_('unknown')]
  if (passing.length >= n) return merged('pass', passing)
  if (verdicts.length - failing.length < n) return merged('fail', failing)
  return merged('unknown', open)
}

/** The other way round; what is not yet known stays so. */
export function not({ answer, hangs, found }: Verdict): Verdict {
  if (answer === 'unknown') return unknown(hangs)
  return verdict(answer === 'pass' ? 'fail' : 'pass', hangs, found)
}

function merged(answer: Answer, verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 1 && verdicts[0]) return verdicts[0]
  const hangs = [...new Set(verdicts.flatMap((verdict) => verdict.hangs))].sort()
  // The same whatever the order in which they were written.
  const found = verdicts
    .flatMap((verdict) => verdict.found ?? [])
    .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))[0]
  return verdict(answer, hangs, found)
}
