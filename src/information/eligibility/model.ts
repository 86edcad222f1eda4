/** Who may apply, as far as passport, home and place of work decide. Pure. */

export const bases = [
  'based',
  'citizenship',
  'citizenship-and-residence',
  'citizenship-or-residence',
  'from',
  'member',
  'residence',
] as const
export type Basis = (typeof bases)[number]

/** Which fact about a person a call tests. `unclear`: a list is given, but not which fact must be in it. */
export type WhoTest =
  | 'anyone'
  | 'citizenship'
  | 'residence'
  | 'base'
  | 'either'
  | 'both'
  | 'unclear'
  | 'member'
  | 'not-stated'

/** Places are codes; `*` stands for every place, `?` for places that are described but not listed. */
export type Who = { test: WhoTest; citizenship: string[]; residence: string[] }

/** What a call states about who may apply, as read from its page. */
export type StatedWho = {
  anyone: boolean
  eligible_basis: Basis | null
  eligible_countries: string[]
  eligible_regions: string[]
  eligible_except: string[]
  citizenship: string[] | null
  residence: string[] | null
  base: string[] | null
}

export const everywhere = '*'
export const unlisted = '?'

const testOf: Record<Basis, WhoTest> = {
  based: 'base',
  citizenship: 'citizenship',
  residence: 'residence',
  'citizenship-and-residence': 'both',
  'citizenship-or-residence': 'either',
  from: 'either',
  member: 'member',
}

/** Answers the places of a named set, every place for `*`, or undefined for mere words. */
export type Expand = (name: string) => string[] | undefined

/** Works out the test and its places. */
export function whoMayApply(stated: StatedWho, expand: Expand): Who {
  const placesOf = (names: string[]) => {
    const all = [...new Set(names.flatMap((name) => expand(name) ?? [unlisted]))].sort()
    return without(stated.eligible_except, all, expand)
  }
  if (stated.citizenship || stated.residence || stated.base) return statedApart(stated, placesOf)
  const named = stated.anyone ? ['worldwide'] : [...stated.eligible_countries, ...stated.eligible_regions]
  const listed = placesOf(named)
  if (listed.includes(everywhere)) return { test: 'anyone', citizenship: [], residence: [] }
  if (stated.eligible_basis === null) {
    return listed.length === 0
      ? { test: 'not-stated', citizenship: [], residence: [] }
      : { test: 'unclear', citizenship: listed, residence: listed }
  }
  const places = listed.length > 0 ? listed : [unlisted]
  return { test: testOf[stated.eligible_basis], citizenship: places, residence: places }
}

// "Anywhere but Germany" is a list of all the others.
function without(excluded: string[], listed: string[], expand: Expand): string[] {
  if (excluded.length === 0) return listed
  const all = listed.includes(everywhere) ? (expand(everywhere) ?? listed) : listed
  return all.filter((place) => !excluded.includes(place))
}

function statedApart(stated: StatedWho, placesOf: (names: string[]) => string[]): Who {
  const home = stated.residence ?? stated.base
  if (stated.citizenship && home) {
    const test = stated.eligible_basis === 'citizenship-or-residence' ? 'either' : 'both'
    return { test, citizenship: placesOf(stated.citizenship), residence: placesOf(home) }
  }
  if (stated.citizenship)
    return { test: 'citizenship', citizenship: placesOf(stated.citizenship), residence: [] }
  return { test: stated.residence ? 'residence' : 'base', citizenship: [], residence: placesOf(home ?? []) }
}

/** What a visitor has told: any of the citizenships, any of the places they live in. */
export type Told = { citizenship: string[]; residence: string[] }

/** `depends`: on something not told, or not stated clearly enough to decide. */
export type Standing = 'yes' | 'depends' | 'not-stated' | 'no'

/** May somebody apply, going by what they told? The query in `opportunities` answers the same for every row. */
export function standingOf(who: Who, told: Told): Standing {
  if (who.test === 'anyone') return 'yes'
  if (who.test === 'not-stated') return 'not-stated'
  const citizenship = degree(who.citizenship, told.citizenship)
  const residence = degree(who.residence, told.residence)
  return fromDegree[together(who.test, citizenship, residence)] ?? 'no'
}

const fromDegree: Record<number, Standing> = { 0: 'no', 1: 'depends', 2: 'yes' }

function together(
  test: Exclude<WhoTest, 'anyone' | 'not-stated'>,
  citizenship: number,
  residence: number,
): number {
  const [least, most] = [Math.min(citizenship, residence), Math.max(citizenship, residence)]
  if (test === 'citizenship') return citizenship
  if (test === 'residence' || test === 'base') return residence
  if (test === 'either') return most
  if (test === 'both') return least
  if (test === 'unclear') return least === 2 ? 2 : Math.min(1, most)
  return Math.min(1, most)
}

function degree(allowed: string[], told: string[]): number {
  if (allowed.includes(everywhere) || told.some((place) => allowed.includes(place))) return 2
  return told.length === 0 || allowed.includes(unlisted) ? 1 : 0
}
