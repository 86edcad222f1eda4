/** Places are ISO 3166-1 codes in capitals, and codes of our own for places that have none (XK). */
export type Place = { code: string; isoCode: string | null; names: string[] }

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
