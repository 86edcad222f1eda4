/** How a call stands at a moment, as lists keep it. Pure. */
import type { CallDates, Phase, Timing } from '../../rules/dates/model.ts'
import { isOpenToAll } from '../../rules/timing/model.ts'
import { openingOf } from '../../rules/timing/walls/model.ts'
import { isBefore } from '../../rules/timing/windows/model.ts'

declare module '../../../platform/index.ts' {
  interface Announcements {
    /** A call has opened: from now on everybody may see it and apply. */
    'practice.callOpened': { callId: string }
  }
}

/** How a call stands with lists: whoever is invited to a second step, or is late, knows of it otherwise. */
export const listedPhase = (timing: Pick<Timing, 'phase' | 'step'>): Phase =>
  timing.phase === 'open' && !isOpenToAll(timing) ? 'closed' : timing.phase

/** Has it begun, so that everybody may see it? One that was cancelled is seen too, so that nobody waits for it. */
export const isOpened = (
  dates: CallDates,
  { phase }: Pick<Timing, 'phase'>,
  now: Temporal.Instant,
): boolean => phase === 'cancelled' || !isBefore(now, openingOf(dates.opens, dates.zone))

// Beyond every closing there will be, in seconds since 1970.
const never = 1e11

/** Its place in lists: those that are open by when they close, then the others, the last to close first. */
export function placeOf(timing: Pick<Timing, 'phase' | 'step' | 'closes'>): number {
  const { closes } = timing
  const seconds = closes === null ? never : closes.epochMilliseconds / 1000
  return isOpenToAll(timing) ? seconds : 4 * never - (closes === null ? 0 : seconds)
}
