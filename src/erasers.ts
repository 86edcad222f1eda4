/** How each room erases what it keeps about somebody; a restored backup is made to forget with these too. */
import type { Eraser } from './platform/index.ts'

/** Nobody's data is kept yet: the rooms that will (community, audience) are to be built. */
export const erasers: readonly Eraser[] = []
