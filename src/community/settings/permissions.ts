import { notAllowed } from '../../platform/index.ts'
import type { Member } from '../people/model.ts'
import { may } from '../roles/permissions.ts'
import { memberIn, type Visit } from '../visits/model.ts'

/** Who looks, where they may change the settings of the house. Refuses strangers (401) and everybody else (403). */
export function settingIn(visit: Visit): Member {
  const member = memberIn(visit)
  if (!may(member, 'house.settings', {})) throw notAllowed()
  return member
}
