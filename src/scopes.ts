/** Every scope a token can have, from all rooms of the house. */
import { communityScopes, scopesOf } from './community/index.ts'

export const houseScopes = scopesOf(communityScopes)
