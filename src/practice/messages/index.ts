import { joinCatalogues, speaker } from '../../design/index.ts'
import { calls } from './calls/index.ts'
import { check } from './check/index.ts'
import { sentences } from './sentences/index.ts'

// A folder for each subject, with a file for each language.
export const catalogues = joinCatalogues(calls, check, sentences)

/** Speaks the words of this room in a language. */
export const speak = speaker(catalogues)
export type Say = ReturnType<typeof speak>
