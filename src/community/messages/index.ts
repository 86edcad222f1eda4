import { joinCatalogues, speaker } from '../../design/index.ts'
import { account } from './account/index.ts'
import { notices } from './notices/index.ts'
import { organisations } from './organisations/index.ts'

// One folder for each subject, with a file for each language.
export const catalogues = joinCatalogues(account, notices, organisations)

/** Speaks the words of this room in a language. */
export const speak = speaker(catalogues)
