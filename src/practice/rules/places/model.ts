/** Is a place within sets of countries and parts of countries? Pure. */
import { fail, pass, unknown, type Verdict } from '../answers/model.ts'
import type { Scope } from '../evaluating/model.ts'
import type { PlaceFact } from '../facts/model.ts'

export const everywhere = '*'

type Names = { names: readonly string[]; except?: readonly string[] | undefined; on: string }

/** Is a place in these countries, parts of countries and sets, as they stood on a day, and in none of those excepted? */
export function placeIn(place: PlaceFact, at: string, { names, except, on }: Names, scope: Scope): Verdict {
  const inside = anyName(place, names, on, scope)
  const outside = anyName(place, except ?? [], on, scope)
  const found = { kind: 'places', places: place.country ? [place.part ?? place.country] : [] } as const
  if (inside === 'no' || outside === 'yes') return fail([at], found)
  if (inside === 'yes' && outside === 'no') return pass([at], found)
  return unknown([`${at}/${place.country ? 'part' : 'country'}`])
}

type Said = 'yes' | 'no' | 'open'

function anyName(place: PlaceFact, names: readonly string[], on: string, scope: Scope): Said {
  let said: Said = 'no'
  for (const name of names) {
    const one = inName(place, name, on, scope)
    if (one === 'yes') return 'yes'
    if (one === 'open') said = 'open'
  }
  return said
}

function inName({ country, part }: PlaceFact, name: string, on: string, scope: Scope): Said {
  if (name === everywhere) return 'yes'
  if (!country) return 'open'
  if (/^[A-Z]{2}$/.test(name)) return country === name ? 'yes' : 'no'
  if (/^[A-Z]{2}-/.test(name)) return inParts(part, name.startsWith(`${country}-`), part === name)
  const members = scope.sets.membersOf(name, on)
  // A set nobody knows is refused where calls come in; here nobody is in it.
  if (!members) return 'no'
  if (members.has(country)) return 'yes'
  return inParts(part, hasPartOf(members, country), part !== undefined && members.has(part))
}

function inParts(part: string | undefined, ofThisCountry: boolean, isIt: boolean): Said {
  if (!ofThisCountry) return 'no'
  return part === undefined ? 'open' : isIt ? 'yes' : 'no'
}

const withParts = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>()

function hasPartOf(members: ReadonlySet<string>, country: string): boolean {
  const known = withParts.get(members)
  if (known) return known.has(country)
  const countries = [...members].flatMap((code) => (code.length > 2 ? [code.slice(0, 2)] : []))
  withParts.set(members, new Set(countries))
  return countries.includes(country)
}

/** Are two places in the same country? */
export function sameCountry(one: PlaceFact, at: string, other: PlaceFact, otherAt: string): Verdict {
  if (!one.country || !other.country)
    return unknown([
      ...(one.country ? [] : [`${at}/country`]),
      ...(other.country ? [] : [`${otherAt}/country`]),
    ])
  const found = { kind: 'places', places: [...new Set([one.country, other.country])] } as const
  return one.country === other.country ? pass([at, otherAt], found) : fail([at, otherAt], found)
}
