/** What a profile says, in the reader's words. Pure. */
import { formatsFor, type Locale } from '../../design/index.ts'
import type { Known } from '../known/model.ts'
import { speak } from '../messages/index.ts'
import { termName } from '../vocabularies/model.ts'
import type { GivenProfile, PublicProfile, Residence, ShowableField } from './model.ts'

type Words = { locale: Locale; known: Known }

/** One field of a profile as a phrase; empty where nothing was said. */
export function fieldInWords(
  { locale, known }: Words,
  field: keyof GivenProfile,
  profile: Partial<GivenProfile>,
): string {
  const format = formatsFor(locale)
  const list = (values: string[] | undefined, nameOf: (value: string) => string) =>
    format.list((values ?? []).map(nameOf))
  const term = (vocabulary: string) => (id: string) => termName(known.vocabularies, vocabulary, id, locale)
  switch (field) {
    case 'languages':
      return list(profile.languages, format.language)
    case 'disciplines':
      return list(profile.disciplines, term('discipline'))
    case 'roles':
      return list(profile.roles, term('applicant-role'))
    case 'citizenships':
      return list(profile.citizenships, format.country)
    case 'residence':
      return profile.residence ? residenceInWords(locale, profile.residence) : ''
    case 'base':
      return profile.base ? placeInWords(locale, profile.base) : ''
    default:
      return profile[field] ?? ''
  }
}

/** A country, and since when where it was said. */
export function residenceInWords(locale: Locale, { country, since }: Residence): string {
  const format = formatsFor(locale)
  const name = format.country(country)
  if (since === null) return name
  const day = since.length === 7 ? format.month(since) : format.date(since)
  return speak(locale)('profile.livedIn', { country: name, since: day })
}

function placeInWords(locale: Locale, { city, country }: { city: string; country: string | null }): string {
  const name = country === null ? '' : formatsFor(locale).country(country)
  return city !== '' && name !== '' ? speak(locale)('profile.place', { city, country: name }) : city || name
}

/** One field that is shown to everybody as a phrase. */
export function shownInWords(words: Words, field: ShowableField, shown: PublicProfile): string {
  const { residence, ...rest } = shown
  if (field === 'residence') return residence ? formatsFor(words.locale).country(residence.country) : ''
  return fieldInWords(words, field, rest)
}
