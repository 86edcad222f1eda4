import type { Locale } from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import type { HeldWords, Sensitive } from '../held/model.ts'

type Subject =
  | 'people'
  | 'sessions'
  | 'passwords'
  | 'links'
  | 'networks'
  | 'roles'
  | 'notices'
  | 'letters'
  | 'audit'
  | 'carried'
  | 'readings'
  | 'erasures'
  | 'passkeys'
  | 'codes'
  | 'steps'
  | 'tokens'
  | 'profiles'
  | 'invitations'
  | 'claims'
  | 'agreements'
  | 'partnerFacts'
  | 'deskWork'
  | 'drafts'
  | 'previews'

type Staying =
  | 'people'
  | 'roles'
  | 'audit'
  | 'readings'
  | 'erasures'
  | 'invitations'
  | 'claims'
  | 'partnerFacts'
  | 'deskWork'

/** The words of what this room holds; of some it says what stays. */
export function heldWords(subject: Subject, staying?: Staying): (locale: Locale) => HeldWords {
  return (locale) => {
    const say = speak(locale)
    return {
      name: say(`held.${subject}.name`),
      what: say(`held.${subject}.what`),
      why: say(`held.${subject}.why`),
      stays: staying && say(`held.${staying}.stays`),
    }
  }
}

export const sensitiveAddress: Sensitive = {
  id: 'community.address',
  words: (locale) => speak(locale)('privacy.read.address'),
}

export const sensitiveRoles: Sensitive = {
  id: 'community.roles',
  words: (locale) => speak(locale)('privacy.read.roles'),
}

export const sensitiveCitizenships: Sensitive = {
  id: 'community.citizenships',
  words: (locale) => speak(locale)('privacy.read.citizenships'),
}

export const sensitiveClaims: Sensitive = {
  id: 'community.claims',
  words: (locale) => speak(locale)('privacy.read.claims'),
}
