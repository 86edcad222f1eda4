/** What the records are made of in every language: words of the trade, and sentences with slots for them. */

/** Terms of the house's vocabularies that every language has words for. */
export const callTypes = [
  'residency',
  'e-residency',
  'fellowship',
  'competition',
  'mobility-grant',
  'project-grant',
  'training',
  'call-for-papers',
  'call-for-submissions',
] as const
export const disciplines = [
  'music',
  'dance',
  'theatre',
  'film',
  'photography',
  'literature',
  'crafts',
  'design',
  'cultural-heritage',
  'visual-arts',
  'puppetry',
  'architecture',
] as const
/** The subjects of calls and events, by the theme each belongs to. */
export const subjectThemes = [
  'climate',
  'archives',
  'cities',
  'creative-industries',
  'sustainability',
  'community',
  'cultural-relations',
  'mobility',
  'festivals',
  'cultural-heritage',
] as const
export const gatheringKinds = [
  'concert',
  'exhibition',
  'festival',
  'workshop',
  'conference',
  'lecture',
  'film-festival',
  'fair',
] as const
export const houseKinds = [
  'museum',
  'theatre',
  'foundation',
  'festival',
  'studio',
  'cultural-centre',
] as const
const groups = ['artists', 'curators', 'students', 'workers'] as const

/** One word or sentence for each name of a list, in its order. */
type ForEach<L extends readonly string[]> = { readonly [K in keyof L]: string }

/**
 * A language of the records. Sentences have slots such as `{city}`; the words stand in the form the sentences ask
 * for. Cities are those its records take place in, by their English name.
 */
export type Language = {
  tag: string
  /** The ten digits of its script, when years are written with them. */
  digits?: string
  /** Its words stand together without spaces, but names in other scripts stand apart. */
  unspaced?: true
  /** How far its calendar is ahead of the common one. */
  yearsAhead?: number
  cities: Readonly<Record<string, string>>
  calls: ForEach<typeof callTypes>
  fields: ForEach<typeof disciplines>
  subjects: ForEach<typeof subjectThemes>
  people: ForEach<typeof groups>
  gatherings: ForEach<typeof gatheringKinds>
  houses: ForEach<typeof houseKinds>
  callTitles: readonly string[]
  callSummaries: readonly string[]
  eligibility: readonly string[]
  funding: readonly string[]
  body: string
  eventTitles: readonly string[]
  eventSummaries: readonly string[]
  articleTitles: readonly string[]
  articleSummaries: readonly string[]
  houseSummaries: readonly string[]
  programmeNames: readonly string[]
  programmeSummaries: readonly string[]
}

/** What one record is about, in no language: places in the lists above. */
export type Facts = {
  call: number
  field: number
  subject: number
  people: number
  gathering: number
  /** The English name of a city. */
  city: string
  year: number
  weeks: number
  amount: string
  organiser: string
}

/** A sentence with its slots filled in a language; a first letter is made a capital one. */
export function told(language: Language, sentence: string, facts: Facts): string {
  const words: Record<string, string | undefined> = {
    call: language.calls[facts.call],
    field: language.fields[facts.field],
    Field: language.fields[facts.field]?.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
    subject: language.subjects[facts.subject],
    people: language.people[facts.people],
    gathering: language.gatherings[facts.gathering],
    city: language.cities[facts.city] ?? apart(language, facts.city),
    year: numeral(language, facts.year + (language.yearsAhead ?? 0)),
    weeks: String(facts.weeks),
    amount: facts.amount,
    organiser: apart(language, facts.organiser),
  }
  const filled = sentence.replace(/\{(\w+)\}/g, (slot, name: string) => words[name] ?? slot)
  const text = filled.replace(/ {2,}/g, ' ').trim()
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}

// Names in the language's own script need no space.
const apart = ({ unspaced }: Language, name: string) =>
  unspaced && /^[\p{sc=Latin}]/u.test(name) ? ` ${name} ` : name

function numeral({ digits }: Language, number: number): string {
  if (digits === undefined) return String(number)
  return String(number).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit)
}
