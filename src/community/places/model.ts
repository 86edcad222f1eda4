/** Places are ISO 3166-1 codes in capitals, and codes of our own for places that have none (XK). */
export type Place = { code: string; isoCode: string | null; names: string[] }

// Those that the partners of the partnership speak officially, and of the interface.
const languages =
  'en fr vi zh zh-Hant th km ur bg bn bs ca cs da de el es et eu fi fil fo ga gl hi hr hu hy id is it ja ka kk kl ko lb lo lt lv mi mn ms mt my nb ne nl nn pl pt rm ro ru se si sk sl sq sr sv ta tet tr uk'.split(
    ' ',
  )

let speakers: Intl.DisplayNames[] | undefined

/** What a place is called in the languages of the partnership, as Unicode's CLDR has it; each name once. */
export function placeNames(code: string): string[] {
  speakers ??= languages.map((lang) => new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' }))
  return [...new Set(speakers.flatMap((names) => names.of(code) ?? []))]
}

/** The members of a named set at one moment. */
export type CountrySet = { id: string; name: string; places: string[] }

/** Words that printed calls use for a set, besides its id and its name. */
const printed: Record<string, string> = {
  'southeast asia': 'south-east-asia',
  'european union': 'eu',
  'southern mediterranean': 'southern-mediterranean',
}

/** Finds a set by id, name or a usual way of printing it. */
export function findSet(sets: CountrySet[], words: string): CountrySet | undefined {
  const plain = words.trim().toLowerCase()
  return sets.find((set) => set.id === plain || set.name.toLowerCase() === plain || set.id === printed[plain])
}
