/** What a person says of themselves, and what of it they show. Pure. */

/** A country and since when, as precise as it was said: a month `2021-03` or a day `2021-03-14`. */
export type Residence = { country: string; since: string | null }

/** A person as they describe themselves, once for every room; nothing of it is required. */
export type Profile = {
  personId: string
  /** As they write it, in any script; empty until they do. */
  name: string
  /** In Latin letters, where they gave it apart; empty otherwise. */
  latinName: string
  /** Tags of BCP 47, in the order they were said. */
  languages: string[]
  /** Terms of the vocabulary `discipline`. */
  disciplines: string[]
  /** Terms of the vocabulary `applicant-role`. */
  roles: string[]
  /** ISO 3166-1 codes and those of our own (XK). */
  citizenships: string[]
  residence: Residence | null
  /** Where they lived before, the latest first. */
  earlierResidences: Residence[]
  /** Where most of their work is made. */
  base: { country: string | null; city: string }
  /** Counts what was saved; 0 where nothing was. */
  version: number
}

/** What a person gives in a form. */
export type GivenProfile = Omit<Profile, 'personId' | 'earlierResidences' | 'version'>

/** The page of a person: its address, what it shows and to whom. */
export type PersonPage = {
  slug: string | null
  shown: ShowableField[]
  isPublic: boolean
  /** Whether search engines may list it. */
  findable: boolean
}

/** A person's profile with their page, for themselves. */
export type OwnProfile = Profile & { page: PersonPage }

/** What a page can show beside the name, in this order. */
export const showable = [
  'latinName',
  'roles',
  'disciplines',
  'languages',
  'residence',
  'base',
  'citizenships',
] as const
export type ShowableField = (typeof showable)[number]

/** What others read of a person: nothing but what they chose. */
export type PublicProfile = { name: string } & Partial<Pick<Profile, Exclude<ShowableField, 'residence'>>> & {
    residence?: { country: string }
  }

/** The part of a profile that is shown. Since when somebody lives where they live is nobody's concern. */
export function publicPart(profile: Profile, shown: readonly ShowableField[]): PublicProfile {
  const { name, residence } = profile
  const part: PublicProfile = { name }
  for (const field of shown) {
    if (field === 'residence') {
      if (residence) part.residence = { country: residence.country }
    } else Object.assign(part, { [field]: profile[field] })
  }
  return part
}

/** The fields in which two profiles differ. */
export function changedFields(before: GivenProfile, after: GivenProfile): (keyof GivenProfile)[] {
  const fields = [
    'name',
    'latinName',
    'languages',
    'disciplines',
    'roles',
    'citizenships',
    'residence',
    'base',
  ] as const
  return fields.filter(
    (field) => JSON.stringify(plain(before[field])) !== JSON.stringify(plain(after[field])),
  )
}

// The order in which boxes were ticked is no change.
function plain(value: GivenProfile[keyof GivenProfile]): unknown {
  if (Array.isArray(value)) return value.toSorted()
  if (value === null || typeof value === 'string') return value
  return 'since' in value ? [value.country, value.since] : [value.country, value.city]
}

/** Whether a name can be read by who reads Latin letters only. */
export function hasLatinLetters(name: string): boolean {
  return /\p{Script=Latin}/u.test(name)
}

/** Whether a name is in Latin letters and nothing else that is a letter. */
export function isLatin(name: string): boolean {
  return hasLatinLetters(name) && !/(?!\p{Script=Latin})\p{L}/u.test(name)
}
