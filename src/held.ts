/** What every room holds about people; the privacy page, downloads, closing and retention are made of it. */
import { communityHeld, heldBy } from './community/index.ts'

export const houseHeld = heldBy(communityHeld)
