/** What all records of one run have in common, and what records of every kind begin with. */
import { cityNamed, type City } from './cities.ts'
import { type Draw, drawFor } from './draw.ts'
import { disciplines, type Facts, type Language, subjectThemes, told } from './language.ts'
import { slots, translationsOf } from './languages.ts'
import { drawnFacts, type House, someHouse } from './houses.ts'

/** The same world and number make the same record; `today` is what its dates are counted from (ISO date). */
export type World = { seed: number; today: string }

export type RecordMaker = (world: World, index: number) => Record<string, unknown>

/** A record as it begins: what it is about, where, when, in which language, and who is behind it. */
export type Start = { draw: Draw; language: Language; house: House; city: City; day: string; facts: Facts }

/** The beginning of a record whose day lies so many days from today. */
export function startOf(
  world: World,
  kind: string,
  index: number,
  [first, last]: readonly [number, number],
): Start {
  const draw = drawFor(world.seed, kind, index)
  const language = draw.one(slots)
  const house = someHouse(draw, world.seed, language)
  // Most work where they are, some elsewhere.
  const city = draw.chance(60) ? house.city : cityNamed(draw.one(Object.keys(language.cities)))
  const day = dayAfter(world.today, draw.between(first, last))
  const year = Number(day.slice(0, 4))
  const facts = drawnFacts(draw, { city: city.name, year, organiser: house.name })
  return { draw, language, house, city, day, facts }
}

/** The day so many days after another; before it, when they are negative. */
export function dayAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** The disciplines of a record: its own, and now and then more. */
export function disciplinesOf({ draw, facts }: Start): string[] {
  const own = disciplines.slice(facts.field, facts.field + 1)
  return draw.chance(30) ? [...new Set([...own, ...draw.some(disciplines, 2)])] : own
}

export const themesOf = ({ facts }: Start) => subjectThemes.slice(facts.subject, facts.subject + 1)

/** Which sentence of each list a record uses: the same in every language, as far as it has as many. */
export type Told = Record<string, (language: Language) => string>

/** Chooses a sentence from a list of each language. */
export function choice({ draw, facts }: Start, list: (language: Language) => readonly string[]) {
  const chosen = draw.below(60)
  return (language: Language) => {
    const sentences = list(language)
    return told(language, sentences[chosen % sentences.length] ?? '', facts)
  }
}

/** The texts of a record, and those of its translations. */
export function textsOf({ draw, language }: Start, texts: Told): Record<string, unknown> {
  const inLanguage = (spoken: Language) =>
    Object.fromEntries(Object.entries(texts).map(([field, tell]) => [field, tell(spoken)]))
  const translations = translationsOf(draw, language)
  return {
    original_lang: language.tag,
    ...inLanguage(language),
    ...(translations.length > 0 && {
      translations: Object.fromEntries(translations.map((other) => [other.tag, inLanguage(other)])),
    }),
  }
}

/** A page of the organiser's own; now and then the page of all its calls, as people link. */
export function pageOf({ draw, house, facts }: Start, folder: string, index: number): string {
  if (draw.below(200) === 0) return `${house.website}/${folder}/`
  return `${house.website}/${folder}/${facts.year}/${index + 1}`
}

export const checkedOn = (world: World, draw: Draw) => dayAfter(world.today, -draw.below(200))
