/** Every kind of notice of the house, from all its rooms. */
import {
  claimNotices,
  lifeNotices,
  membershipNotices,
  noticeRegistryOf,
  roleNotices,
  tokenNotices,
} from './community/index.ts'
import { failedCheckInWords } from './information/index.ts'
import { houseRoles } from './roles.ts'

export const houseNotices = noticeRegistryOf(
  roleNotices(houseRoles),
  tokenNotices,
  membershipNotices,
  claimNotices,
  lifeNotices(failedCheckInWords),
)
