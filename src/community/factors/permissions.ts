import type { Member } from '../people/model.ts'
import { freshMinutes } from '../signing-in/model.ts'
import type { Factors } from './model.ts'

/** Whether factors may be changed, or what has to be done first: signing in again, with a second factor where there is one. */
export type Change = 'may' | 'again' | 'second'

/**
 * Adding a factor and taking one away: only a moment after signing in, so that a session in wrong hands does not become the
 * house's idea of its owner. Whoever must show two factors has to have shown them, unless there is no second one yet; a passkey
 * of somebody who need not is one way in among others.
 */
export function changeOf(by: Member, factors: Factors, now: Temporal.Instant): Change {
  const isBound = factors.codesSince !== undefined || (factors.passkeys > 0 && by.needsSecondFactor)
  if (isBound && by.session.factors < 2) return 'second'
  const until = by.session.openedAt.add({ minutes: freshMinutes })
  return Temporal.Instant.compare(now, until) < 0 ? 'may' : 'again'
}
