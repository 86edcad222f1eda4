/** How the house forgets somebody; a restored backup is made to forget with these too. */
import { eraserOf } from './community/index.ts'
import { houseHeld } from './held.ts'
import type { Eraser } from './platform/index.ts'

/** Somebody whose account is closed. */
const personEraser: Eraser = eraserOf(houseHeld)

export const erasers: readonly Eraser[] = [personEraser]
