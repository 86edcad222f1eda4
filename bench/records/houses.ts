/** The organisers of everything: few with many calls, many with few. An organiser is the same in every file. */
import { type City, cityNamed } from './cities.ts'
import { type Draw, drawFor } from './draw.ts'
import { type Facts, houseKinds, type Language, told } from './language.ts'
import { slots } from './languages.ts'

/** Organisers a language's calls come from, for each of its hundredths of all records. */
const housesPerSlot = 60

export type House = {
  number: number
  name: string
  kind: string
  language: Language
  city: City
  facts: Facts
  website: string
}

/** The organiser of a number; beyond the known ones there are always more. */
export function houseOf(seed: number, number: number): House {
  const draw = drawFor(seed, 'house', number)
  const language = slots[number % slots.length] ?? draw.one(slots)
  const kind = draw.below(houseKinds.length)
  const city = cityNamed(draw.one(Object.keys(language.cities)))
  const facts = drawnFacts(draw, { city: city.name, year: 0, organiser: '' })
  const name = told(language, language.houses[kind] ?? '{city}', facts)
  const website = `https://${plainly(city.name)}-${houseKinds[kind] ?? 'house'}-${number}.example`
  return { number, name, kind: kindOf(kind), language, city, facts, website }
}

const kindOf = (kind: number) =>
  houseKinds[kind] === 'studio' ? 'art-space' : (houseKinds[kind] ?? 'agency')

/** An organiser that works in a language. */
export function someHouse(draw: Draw, seed: number, language: Language): House {
  const own = slots.flatMap((spoken, slot) => (spoken === language ? [slot] : []))
  // A long tail over all of them, not over each slot's own.
  const place = draw.longTail(own.length * housesPerSlot)
  const slot = own[place % own.length] ?? 0
  return houseOf(seed, slot + slots.length * Math.floor(place / own.length))
}

/** What a record may be about, by chance, beside what is given. */
export function drawnFacts(draw: Draw, given: Pick<Facts, 'city' | 'year' | 'organiser'>): Facts {
  return {
    ...given,
    call: draw.below(9),
    field: draw.below(12),
    subject: draw.below(10),
    people: draw.below(4),
    gathering: draw.below(8),
    weeks: draw.between(2, 16),
    amount: `${draw.one(['EUR', 'EUR', 'EUR', 'USD', 'SGD', 'GBP', 'JPY'])} ${grouped(draw.between(4, 160) * 250)}`,
  }
}

const grouped = (amount: number) => String(amount).replace(/\B(?=(\d{3})+$)/g, ',')

const plainly = (name: string) =>
  name
    .replaceAll('Đ', 'D')
    .replace(/[Łł]/g, 'l')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-')
