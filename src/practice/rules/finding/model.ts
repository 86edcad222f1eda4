/** Where conditions look: facts with their pointers, so that what is missing has a name. Pure. */
import { allOf, anyOf, unknown, type Verdict } from '../answers/model.ts'
import type { PlaceRef } from '../conditions/model.ts'
import type { Facts, Organisation, PartTaken, Person, PlaceFact } from '../facts/model.ts'

/** A fact that is known, and where it stands; or where it would stand. */
export type Sought<T> = { value: T; at: string } | { missing: string }

type Listed<T> = { item: T; at: string }

/** Members of a list: those chosen by how they take part, or all of them. */
type Members<T> = { value: Listed<T>[]; at: string; chosen: boolean } | { missing: string }

/** Those who take part so, or all of them. */
export function membersOf(facts: Facts, list: 'people', as?: readonly PartTaken[]): Members<Person>
export function membersOf(
  facts: Facts,
  list: 'organisations',
  as?: readonly PartTaken[],
): Members<Organisation>
export function membersOf(
  facts: Facts,
  list: 'people' | 'organisations',
  as?: readonly PartTaken[],
): Members<Person | Organisation> {
  const all = facts[list]
  if (!all) return { missing: `/${list}` }
  const listed = all.map((item, at) => ({ item, at: `/${list}/${at}` }))
  const at = `/${list}`
  if (!as) return { value: listed, at, chosen: false }
  const lead = leadOf(all)
  return { value: listed.filter(({ item }) => takesPartAs(item, list, as, item === lead)), at, chosen: true }
}

/** Whoever is named so, else the first that is no host. */
export const leadOf = <T extends { as: PartTaken }>(all: readonly T[]): T | undefined =>
  all.find(({ as }) => as === 'lead') ?? all.find(({ as }) => as !== 'host')

// Who leads a team takes part in it; an application in which nobody is named lead has one all the same.
const takesPartAs = (
  { as: own }: { as: PartTaken },
  list: 'people' | 'organisations',
  as: readonly PartTaken[],
  leads: boolean,
) =>
  as.includes(own) ||
  (leads && as.includes('lead')) ||
  (list === 'people' && own === 'lead' && as.includes('participant'))

/**
 * Asks every one, one of them, or the lead (whoever is named so, else the first). An application in which there is nobody fulfils
 * nothing; where nobody takes part in the way that is asked about (no hosts), nothing stands against it.
 */
export function overMembers<T extends { as: PartTaken }>(
  members: Members<T>,
  whose: 'everybody' | 'somebody' | 'lead',
  judge: (item: T, at: string) => Verdict,
): Verdict {
  if ('missing' in members) return unknown([members.missing])
  const { value } = members
  if (whose === 'lead') {
    const first = leadOf(value.map(({ item }) => item))
    const lead = value.find(({ item }) => item === first) ?? value[0]
    return lead ? judge(lead.item, lead.at) : { answer: 'fail', hangs: [members.at] }
  }
  if (value.length === 0)
    return { answer: whose === 'everybody' && members.chosen ? 'pass' : 'fail', hangs: [members.at] }
  const verdicts = value.map(({ item, at }) => judge(item, at))
  return whose === 'somebody' ? anyOf(verdicts) : allOf(verdicts)
}

type Located = { place: PlaceFact; at: string }

/** Asks the places a fact names, of whom and of which values it says. `on` is the day residences are looked at. */
export function overPlaces(
  facts: Facts,
  ref: PlaceRef,
  on: string,
  judge: (place: PlaceFact, at: string) => Verdict,
): Verdict {
  const among = (found: Sought<Located[]>) => overValues(found, ref.which ?? usualWhich[ref.of], judge)
  switch (ref.of) {
    case 'citizenship':
      return overMembers(membersOf(facts, 'people', ref.as), ref.whose, (person, at) =>
        among(citizenshipsOf(person, at)),
      )
    case 'residence':
      return overMembers(membersOf(facts, 'people', ref.as), ref.whose, (person, at) =>
        among(residencesOf(person, at, on)),
      )
    case 'base':
      return overMembers(membersOf(facts, 'people', ref.as), ref.whose, ({ base }, at) =>
        among(oneOf(base, `${at}/base`)),
      )
    case 'seat':
      return overMembers(membersOf(facts, 'organisations', ref.as), ref.whose, ({ seat }, at) =>
        among(oneOf(seat, `${at}/seat`)),
      )
    case 'departure':
      return among(departureOf(facts))
    case 'destination':
      return among(destinationsOf(facts))
    default:
      return among(activityPlacesOf(facts))
  }
}

/** Which of several places count where a condition does not say. */
export const usualWhich = {
  citizenship: 'any',
  residence: 'any',
  base: 'any',
  seat: 'any',
  departure: 'any',
  destination: 'every',
  'activity-place': 'every',
} as const

const oneOf = (place: PlaceFact | undefined, at: string): Sought<Located[]> =>
  place ? { value: [{ place, at }], at } : { missing: at }

function overValues(
  found: Sought<Located[]>,
  which: 'any' | 'every' | 'first',
  judge: (place: PlaceFact, at: string) => Verdict,
): Verdict {
  if ('missing' in found) return unknown([found.missing])
  const [first] = found.value
  // Whoever has none of it has not what is asked.
  if (!first) return { answer: 'fail', hangs: [found.at], found: { kind: 'places', places: [] } }
  if (which === 'first') return judge(first.place, first.at)
  const verdicts = found.value.map(({ place, at }) => judge(place, at))
  return which === 'any' ? anyOf(verdicts) : allOf(verdicts)
}

export function citizenshipsOf({ citizenships }: Person, at: string): Sought<Located[]> {
  const list = `${at}/citizenships`
  if (!citizenships) return { missing: list }
  return { value: citizenships.map((country) => ({ place: { country }, at: list })), at: list }
}

/** Where somebody lives on a day; a residence without an end goes on. */
export function residencesOf({ residences }: Person, at: string, on: string): Sought<Located[]> {
  const list = `${at}/residences`
  if (!residences) return { missing: list }
  const current = residences.flatMap(({ country, part, until }, index) =>
    until !== undefined && latestOf(until) < on ? [] : [{ place: { country, part }, at: `${list}/${index}` }],
  )
  return { value: current, at: list }
}

/** Where the journey begins: the first way out. */
export function departureOf({ legs }: Facts): Sought<Located[]> {
  if (!legs) return { missing: '/legs' }
  const first = legs.findIndex(({ back }) => !back)
  return first < 0 ? { value: [], at: '/legs' } : oneOf(legs[first]?.from, `/legs/${first}/from`)
}

/** Where it leads: every way out; the way home is none. */
export function destinationsOf({ legs }: Facts): Sought<Located[]> {
  if (!legs) return { missing: '/legs' }
  const out = legs.flatMap(({ to, back }, at) => (back ? [] : [{ place: to ?? {}, at: `/legs/${at}/to` }]))
  return { value: out, at: '/legs' }
}

function activityPlacesOf({ activity }: Facts): Sought<Located[]> {
  const list = '/activity/places'
  if (!activity?.places) return { missing: list }
  return { value: activity.places.map((place, at) => ({ place, at: `${list}/${at}` })), at: list }
}

/** Of a day, month or year that is known: its first and its last day. */
export const earliestOf = (text: string) =>
  text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text
export const latestOf = (text: string) =>
  text.length === 4 ? `${text}-12-31` : text.length === 7 ? `${text}-${lastDayOf(text)}` : text

const lastDayOf = (month: string) => String(Temporal.PlainYearMonth.from(month).daysInMonth).padStart(2, '0')
