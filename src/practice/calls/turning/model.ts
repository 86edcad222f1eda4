/** How a call stands at a moment, as lists keep it. Pure. */
import type { Phase, Timing } from '../../rules/dates/model.ts'

declare module '../../../platform/index.ts' {
  interface Announcements {
    /** A call has opened: from now on everybody may see it and apply. */
    'practice.callOpened': { callId: string }
  }
}

/** Has it begun, so that everybody may see it? One that was cancelled is seen too, so that nobody waits for it. */
export const isOpened = (phase: Phase): boolean => phase !== 'not-yet-open'

/** May somebody apply? Whoever is late is not told so: to them it is closed. */
export const isOpen = (phase: Phase): boolean => phase === 'open'

// Beyond every closing there will be, in seconds since 1970.
const never = 1e11

/** Its place in lists: those that are open by when they close, then the others, the last to close first. */
export function placeOf({ phase, closes }: Pick<Timing, 'phase' | 'closes'>): number {
  const seconds = closes === null ? never : closes.epochMilliseconds / 1000
  return isOpen(phase) ? seconds : 4 * never - (closes === null ? 0 : seconds)
}
