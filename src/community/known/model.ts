import { z } from 'zod'
import { isDay, maybe, someWords, words } from '../../platform/index.ts'
import type { ChecklistItem } from '../checks/model.ts'
import { type CountrySet, findSet, type Place } from '../places/model.ts'
import { provenanceShape } from '../records/model.ts'
import { langTag, textStates } from '../texts/model.ts'
import type { HouseSettings } from '../settings/model.ts'
import { isTerm, standingTerm, type Vocabularies } from '../vocabularies/model.ts'

/** What a house knows by name: places, sets of places as they stand on a day, its vocabularies, and what it asks of records. */
export type Known = {
  /** The day (ISO date) on which the sets stand so. */
  on: string
  places: Place[]
  placeCodes: ReadonlySet<string>
  sets: CountrySet[]
  vocabularies: Vocabularies
  checklist: readonly ChecklistItem[]
}

/** The same with the settings of the house. */
export type HouseKnown = Known & { settings: HouseSettings }

/** A place by its code, in capitals or not. */
export function placeShape(known: Known) {
  return z
    .string()
    .meta({ description: 'a country or territory (ISO 3166-1 alpha-2, or XK)', pattern: '^[A-Za-z]{2}$' })
    .transform((code) => code.toUpperCase())
    .refine((code) => known.placeCodes.has(code), 'is not a country this house knows (ISO 3166-1 alpha-2)')
}

/** A place or a named set of places. */
export function placeOrSetShape(known: Known) {
  return z
    .string()
    .refine(
      (name) => known.placeCodes.has(name.toUpperCase()) || findSet(known.sets, name) !== undefined,
      'is neither a country nor a country set this house knows',
    )
    .meta({ description: 'a country (ISO 3166-1 alpha-2) or a country set by its name' })
}

/** A term of a vocabulary; of one that was merged, the term that stands for it. */
export function termShape(known: Known, vocabulary: string) {
  const terms = known.vocabularies[vocabulary]?.filter(({ retired }) => !retired) ?? []
  return z
    .string()
    .refine((id) => isTerm(known.vocabularies, vocabulary, id), `is not in the vocabulary “${vocabulary}”`)
    .meta({ description: `a term of the vocabulary “${vocabulary}”`, examples: terms.map(({ id }) => id) })
    .transform((id) => standingTerm(known.vocabularies, vocabulary, id))
}

/** Terms of a vocabulary, each once: two that were given may be one since they were merged. */
export function termsShape(known: Known, vocabulary: string) {
  return z.array(termShape(known, vocabulary)).transform((ids) => [...new Set(ids)])
}

/** The same where none said is as good as an empty list. */
export function termListShape(known: Known, vocabulary: string) {
  return termsShape(known, vocabulary)
    .nullish()
    .transform((ids) => ids ?? [])
}

/** The id of a record; it stands in indexes, so it cannot be of any length. */
export const recordId = someWords.refine((id) => id.length <= 200, 'is longer than 200 characters')

/** What moved dates really were, by field: days, months or years; of several rounds one after another. */
export const realDates = z.record(
  z.string().regex(/^[a-z_]{1,40}$/),
  z
    .string()
    .refine(
      (text) => text.split(', ').every((day) => isDay(day) || /^(?!0000)\d{4}(-(0[1-9]|1[0-2]))?$/.test(day)),
      'is not a date, a month, a year, or several of them',
    ),
)

/** The fields every kind of record has besides its own; `pieces` are its texts beyond title, summary and body. */
export function textFields(pieces: readonly string[]) {
  const text = z.strictObject({
    title: maybe(words),
    name: maybe(words),
    summary: maybe(words),
    body: maybe(words),
    state: z
      .enum(textStates)
      .nullish()
      .transform((state) => state ?? 'published'),
    demonstration: z
      .boolean()
      .nullish()
      .transform((given) => given ?? false),
    ...Object.fromEntries(pieces.map((piece) => [piece, maybe(words)])),
  })
  return {
    id: recordId,
    provenance: maybe(provenanceShape),
    summary: maybe(words),
    body: maybe(words),
    original_lang: langTag.nullish().transform((lang) => lang ?? 'en'),
    state: z
      .enum(textStates)
      .nullish()
      .transform((state) => state ?? 'published'),
    translations: z
      .record(langTag, text)
      .nullish()
      .transform((given) => given ?? {}),
  }
}
