/** What the opportunity of a call of the house is written by. Pure. */
import type { KeptRecord } from '../../../community/index.ts'

/** The source that gives the opportunity of a call. */
export const callSource = 'calls'

/** Is this opportunity written of a call? It leaves the house with the call, which writes it again where it arrives. */
export const isOfCall = ({ sources }: Pick<KeptRecord, 'sources'>): boolean =>
  sources.some(({ name }) => name === callSource)
