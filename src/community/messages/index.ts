import { joinCatalogues, speaker } from '../../design/index.ts'
import { account } from './account/index.ts'
import { editing } from './editing/index.ts'
import { factors } from './factors/index.ts'
import { focal } from './focal/index.ts'
import { lives } from './lives/index.ts'
import { notices } from './notices/index.ts'
import { organisations } from './organisations/index.ts'
import { privacy } from './privacy/index.ts'
import { profile } from './profile/index.ts'
import { provider } from './provider/index.ts'
import { settings } from './settings/index.ts'
import { tables } from './tables/index.ts'
import { tokens } from './tokens/index.ts'

// One folder for each subject, with a file for each language.
export const catalogues = joinCatalogues(
  account, //
  editing,
  factors,
  focal,
  lives,
  notices,
  organisations,
  privacy,
  profile,
  provider,
  settings,
  tables,
  tokens,
)

/** Speaks the words of this room in a language. */
export const speak = speaker(catalogues)
