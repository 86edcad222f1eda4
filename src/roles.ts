/** Every role of the house, from all its rooms. */
import { communityRoles, registryOf } from './community/index.ts'
import { informationRoles } from './information/index.ts'

export const houseRoles = registryOf(communityRoles, informationRoles)
