/** Half-way in: the first step of signing in is done, and a code has still to be shown. */
import type { Way } from '../signing-in/model.ts'

/** So long the second step may take. */
export const stepMinutes = 10

/** So many codes may be tried before the first step has to be done again. */
export const mostTries = 5

/** The cookie that binds the second step to the browser of the first. */
export const stepCookie = '__Host-second-step'

export type SecondStep = { personId: string; way: Way; next: string | undefined }
