/** What a partner says of itself: whom to write to, and who may speak for it. Pure. */
import { communityRoles } from '../../roles/declared/model.ts'

/** The ministry or office by its name in one language (BCP 47). */
export type Office = { lang: string; name: string }

/** Who may speak for a partner; days are `2027-05-31`, the last one included. */
export type Speaker = {
  /** Undefined until it is saved. */
  id: string | undefined
  name: string
  function: string
  from: string
  until: string | null
  /** Whether everybody may read it. */
  shown: boolean
}

export type Contact = { email: string; phone: string; website: string; address: string }

/** All a partner says of itself, for those who keep it. */
export type PartnerFacts = Contact & { offices: Office[]; speakers: Speaker[] }

/** The same with what counts its saves; 0 where nothing was saved. */
export type KeptFacts = PartnerFacts & { version: number }

/** What everybody may read on one day; what was not said is empty. */
export type ShownFacts = Contact & {
  offices: Office[]
  speakers: { name: string; function: string }[]
  /** The focal points who agreed to be named. */
  focalPoints: string[]
  /** Made up for a demonstration. */
  demonstration: boolean
}

export const noFacts: PartnerFacts = {
  email: '',
  phone: '',
  website: '',
  address: '',
  offices: [],
  speakers: [],
}

/** The parts of a partner's facts that differ. */
export function changedParts(before: PartnerFacts, after: PartnerFacts): (keyof PartnerFacts)[] {
  const parts = ['offices', 'email', 'phone', 'website', 'address', 'speakers'] as const
  return parts.filter((part) => asText(before[part]) !== asText(after[part]))
}

function asText(value: string | Office[] | Speaker[]): string {
  if (typeof value === 'string') return value
  return JSON.stringify(
    value.map((each) =>
      'lang' in each ? [each.lang, each.name] : [each.name, each.function, each.from, each.until, each.shown],
    ),
  )
}

/** The roles whose holders keep the facts of one partner: its focal points. */
export const focalRoles: readonly string[] = communityRoles
  .filter(({ permissions, required }) => required === 'partner' && permissions.includes('partner.keep'))
  .map(({ id }) => id)
