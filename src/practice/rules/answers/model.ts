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
  const [only] = verdicts
  // Most conditions ask one thing of one person.
  if (only && n === 1 && verdicts.length === 1) return only
  const answer = answerOf(n, verdicts)
  return merged(
    answer,
    verdicts.filter((verdict) => verdict.answer === answer),
  )
}

function answerOf(n: number, verdicts: readonly Verdict[]): Answer {
  let [passing, failing] = [0, 0]
  for (const { answer } of verdicts) {
    if (answer === 'pass') passing += 1
    else if (answer === 'fail') failing += 1
  }
  if (passing >= n) return 'pass'
  return verdicts.length - failing < n ? 'fail' : 'unknown'
}

/** The other way round; what is not yet known stays so. */
export function not({ answer, hangs, found }: Verdict): Verdict {
  if (answer === 'unknown') return unknown(hangs)
  return verdict(answer === 'pass' ? 'fail' : 'pass', hangs, found)
}

function merged(answer: Answer, verdicts: readonly Verdict[]): Verdict {
  const [first] = verdicts
  if (first && verdicts.length === 1) return first
  const hangs = new Set<string>()
  const found: Found[] = []
  for (const one of verdicts) {
    for (const pointer of one.hangs) hangs.add(pointer)
    if (one.found) found.push(one.found)
  }
  return verdict(answer, [...hangs].sort(), firstOf(found))
}

/** The same whatever the order in which they were written. */
function firstOf(found: readonly Found[]): Found | undefined {
  if (found.length < 2) return found[0]
  return found
    .map((one) => ({ one, text: JSON.stringify(one) }))
    .reduce((least, next) => (next.text < least.text ? next : least)).one
}
