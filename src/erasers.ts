/** How each room erases what it keeps about somebody; a restored backup is made to forget with these too. */
import type { Eraser } from './platform/index.ts'

/** None yet: nobody can close an account so far. */
export const erasers: readonly Eraser[] = []
