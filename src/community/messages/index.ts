import { joinCatalogues, speaker } from '../../design/index.ts'
import { account } from './account/index.ts'
import { notices } from './notices/index.ts'

// One folder for each subject, with a file for each language.
export const catalogues = joinCatalogues(account, notices)

/** Speaks the words of this room in a language. */
export const speak = speaker(catalogues)
