/** A record whole, as files hold it: who gave which of its fields, what a person put in their place. Pure. */
import { z } from 'zod'
import { type Fault, freeJson, listOf, maybe, someWords, words } from '../../platform/index.ts'

/** A record in the form of files, without the fields that say nothing. */
export type Plain = Record<string, unknown>

/** A record flat: each field by its name, each piece of a translation by its path (`translations.fr.title`). */
export type Fields = Record<string, unknown>

/** Where records come from: a name that stays the same from one time to the next, and its address. */
export type Source = { name: string; address: string | null }

/** The source of files of which nothing else is said. */
export const ownFiles: Source = { name: 'files', address: null }

/** The source of what every house holds from its beginning. */
export const reference = 'reference'

const moment = z.string().refine((text) => {
  try {
    return Temporal.Instant.from(text) !== undefined
  } catch {
    return false
  }
}, 'is not a moment (ISO 8601, with Z)')

const fields = z.record(z.string(), freeJson)

const sourceShape = z.strictObject({
  name: someWords,
  address: maybe(words),
  at: moment,
  fields: z.array(z.string()),
  given: maybe(fields),
  properties: maybe(z.record(z.string(), z.array(z.string()))),
})

/** Where a record comes from, as exports say it and imports of them take it up again. */
export const provenanceShape = z.strictObject({
  added_at: moment,
  changed_at: moment,
  sources: listOf(sourceShape),
  edits: z
    .record(z.string(), z.strictObject({ value: freeJson, by: someWords, at: moment }))
    .nullish()
    .transform((edits) => edits ?? {}),
})

export type Provenance = z.output<typeof provenanceShape>

/**
 * What one source gave of a record when it last did; `given` is null where that is what is kept of those fields.
 * `properties` are what a calendar said besides, that no field takes.
 */
export type Giving = Provenance['sources'][number]

/** What a person put in place of what sources give; null took it away. */
export type Edits = Provenance['edits']

/** Where a record comes from, without its dates. */
export type Origins = { sources: Giving[]; edits: Edits }

/** The fields a source may overwrite although a person has edited them. */
export type Authority = 'all' | readonly string[]

/** By what a record is recognised under another id. */
export type Likeness = {
  address: string | null
  title: string
  date: string | null
  place: string | null
}

/** Another record that this one may be, and what they have in common. */
export type Doubt = { like: string; by: 'address' | 'title' }

/** What became of a record that was given; `waits`: what it is a part of is not there yet. */
export type Outcome = 'added' | 'changed' | 'same' | 'waits' | Fault[]

const notGiven = new Set(['id', 'provenance'])

/** The fields of a record, flat; not its id, and not where it comes from. */
export function flatten(record: Plain): Fields {
  const flat: Fields = {}
  for (const [name, value] of Object.entries(record)) {
    if (notGiven.has(name)) continue
    if (name === 'translations') Object.assign(flat, flatTranslations(value))
    else flat[name] = value
  }
  return flat
}

function flatTranslations(translations: unknown): Fields {
  const flat: Fields = {}
  for (const [lang, text] of entriesOf(translations)) {
    for (const [piece, value] of entriesOf(text)) flat[`translations.${lang}.${piece}`] = value
  }
  return flat
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

/** The language and the piece that a field of a translation is; undefined for every other field. */
export function pieceNamed(field: string): { lang: string; piece: string } | undefined {
  const [, lang, piece] = /^translations\.([^.]+)\.([^.]+)$/.exec(field) ?? []
  return lang === undefined || piece === undefined ? undefined : { lang, piece }
}

/** The languages of which these changes say something; all others have the language the record was written in. */
export const langsGiven = (changes: Fields): ReadonlySet<string> =>
  new Set(Object.keys(changes).flatMap((field) => pieceNamed(field)?.lang ?? []))

/** The languages a record is translated into. */
export const langsIn = (record: Plain): ReadonlySet<string> =>
  new Set(entriesOf(record['translations']).map(([lang]) => lang))

/** The language a record was written in. */
export const originalLangOf = (record: Plain): string => textOf(record['original_lang']) ?? 'en'

/** A piece of a record's text in one of its languages; undefined where it is not said. */
export function textIn(record: Plain, lang: string, piece: string): unknown {
  const [, text] =
    lang === originalLangOf(record)
      ? ['', record]
      : (entriesOf(record['translations']).find(([name]) => name === lang) ?? [])
  return entriesOf(text).find(([name]) => name === piece)?.[1]
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** The title of a record in one of its languages, or else in the one it was written in. */
export function titleIn(record: Plain, lang: string): string {
  const titles = [lang, originalLangOf(record)].flatMap((one) => [
    textOf(textIn(record, one, 'title')),
    textOf(textIn(record, one, 'name')),
  ])
  return titles.find((title) => title !== undefined) ?? ''
}

/** The record that these fields make. */
export function unflatten(id: string, flat: Fields): Plain {
  const record: Plain = { id }
  const translations: Record<string, Fields> = {}
  for (const [path, value] of Object.entries(flat)) {
    const named = pieceNamed(path)
    if (named) (translations[named.lang] ??= {})[named.piece] = value
    else record[path] = value
  }
  return Object.keys(translations).length > 0 ? { ...record, translations } : record
}

/** What is kept of a record, with all that is known of where it comes from. */
export type KeptRecord = {
  id: string
  record: Plain
  version: number
  sources: Giving[]
  edits: Edits
  addedAt: Date
  changedAt: Date
  /** Who wrote it as it stands, and why; null where a file or the house did, or who did is forgotten. */
  changedBy: string | null
  changedWhy: string | null
}

/** What is kept of a record and where it comes from. */
export type Kept = Origins & { record: Fields }

/** Another source, or the same again, has given these fields: it takes the place of what it gave before. */
export function withGiven(
  kept: Kept | undefined,
  given: Fields,
  source: Source & Pick<Giving, 'at' | 'properties'>,
  authority: Authority,
): Origins {
  const others = (kept?.sources ?? [])
    .filter(({ name }) => name !== source.name)
    .map((other) => ({ ...other, given: other.given ?? picked(kept?.record ?? {}, other.fields) }))
  const edits = Object.entries(kept?.edits ?? {}).filter(
    ([field]) => authority !== 'all' && !authority.includes(field),
  )
  return {
    sources: [...others, givingOf(source, given)],
    edits: Object.fromEntries(edits),
  }
}

// In the order of the shape, so that exports of two houses with the same records are the same.
function givingOf(
  { name, address, at, properties }: Source & Pick<Giving, 'at' | 'properties'>,
  given: Fields,
): Giving {
  return { name, address, at, fields: Object.keys(given), given, properties }
}

/** A person has put values in place of what sources give; undefined gives a field back to them. */
export function withEdits(kept: Kept, changes: Fields, by: { by: string; at: string }): Origins {
  const sources = kept.sources.map((source) => ({
    ...source,
    given: source.given ?? picked(kept.record, source.fields),
  }))
  const edits = { ...kept.edits }
  for (const [field, value] of Object.entries(changes)) {
    if (value === undefined) delete edits[field]
    else edits[field] = { value, ...by }
  }
  return { sources, edits }
}

/** The fields a record has: what each source gave, the latest over those before, and over all what a person edited. */
export function composed({ sources, edits }: Origins): Fields {
  const flat: Fields = {}
  for (const { given } of sources) Object.assign(flat, given)
  for (const [field, { value }] of Object.entries(edits)) {
    if (value === null) delete flat[field]
    else flat[field] = value
  }
  return flat
}

/** The same without saying twice what the record itself says. */
export function compact({ sources, edits }: Origins, record: Fields): Origins {
  return {
    sources: sources.map((source) => ({
      ...source,
      given: source.given && sameFields(source.given, picked(record, source.fields)) ? null : source.given,
    })),
    edits,
  }
}

function picked(record: Fields, names: string[]): Fields {
  return Object.fromEntries(names.flatMap((name) => (name in record ? [[name, record[name]]] : [])))
}

function sameFields(left: Fields, right: Fields): boolean {
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length && names.every((name) => sameValue(left[name], right[name]))
  )
}

/** Are these the same as JSON, the order of keys aside? */
export function sameValue(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(inOrder(left)) === JSON.stringify(inOrder(right))
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, inOrder(part)]),
  )
}

/** A record as its shape answers it, without the fields that say no more than `empty`, one without any, says. */
export function plainOf(record: object, empty: object): Plain {
  const silent = new Map(Object.entries(empty))
  const plain: Plain = {}
  for (const [name, value] of Object.entries(record)) {
    if (value === null || value === undefined || name === 'provenance') continue
    if (name === 'translations') {
      const translations = plainTranslations(value)
      if (translations) plain[name] = translations
    } else if (name === 'id' || !isSilent(value, silent.get(name))) plain[name] = value
  }
  return plain
}

function isSilent(value: unknown, empty: unknown): boolean {
  return value === empty || (typeof value === 'object' && JSON.stringify(value) === JSON.stringify(empty))
}

function plainTranslations(given: unknown): Record<string, Plain> | undefined {
  const texts = entriesOf(given)
    .map(([lang, text]) => [lang, plainText(text)] as const)
    .filter(([, text]) => Object.keys(text).length > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return texts.length > 0 ? Object.fromEntries(texts) : undefined
}

function plainText(text: unknown): Plain {
  return Object.fromEntries(
    entriesOf(text).filter(
      ([piece, value]) => value !== null && value !== false && !(piece === 'state' && value === 'published'),
    ),
  )
}
