import { joinCatalogues, speaker } from '../../design/index.ts'
import { account } from './account/index.ts'
import { notices } from './notices/index.ts'
import { provider } from './provider/index.ts'
import { tokens } from './tokens/index.ts'

// One folder for each subject, with a file for each language.
export const catalogues = joinCatalogues(account, notices, provider, tokens)

/** Speaks the words of this room in a language. */
export const speak = speaker(catalogues)
