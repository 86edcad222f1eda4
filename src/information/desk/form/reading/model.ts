/** What was typed, as values of the record, with what is to be mended. Pure. */
import { findSet, isTerm, type Known, sameValue } from '../../../../community/index.ts'
import { isDay } from '../../../../platform/index.ts'
import { anywhereOnEarth } from '../../../deadlines/model.ts'
import type { Field, FieldInput } from '../../fields/model.ts'
import {
  type AskedField,
  type Flat,
  isEmptyRow,
  rowsTyped,
  sameTyped,
  type Typed,
  typedOfField,
  withoutRows,
} from '../model.ts'
import { entriesOf, factRead, typedValue } from '../typed/model.ts'

/** Why something typed cannot be kept, by the name of the input it stands in. */
export type TypedFault = { field: string; fault: FaultName; value?: string }

export type FaultName =
  | 'missing'
  | 'long'
  | 'day'
  | 'partDay'
  | 'time'
  | 'zone'
  | 'number'
  | 'amount'
  | 'currency'
  | 'address'
  | 'slug'
  | 'choice'
  | 'term'
  | 'country'
  | 'place'
  | 'language'
  | 'stated'
  | 'factName'
  | 'record'
  | 'many'

/** What names and codes the fields can hold. */
export type Readable = {
  known: Known
  /** A code of what was typed: a name in any language of the house, or a code. */
  findCountry(typed: string): string | undefined
  findLanguage(typed: string): string | undefined
}

const longestLine = 2000
const longestText = 100_000
const mostItems = 300

type Read = { value: unknown; faults: TypedFault[] }

/**
 * What a form changes of a record, as edits take it: null takes a value away. A field in which the same stands as when the form
 * was made is no change, whatever it would be read as.
 */
export function changesIn(
  fields: readonly AskedField[],
  given: { base: Flat; typed: Typed },
  readable: Readable,
): { changes: Flat; faults: TypedFault[] } {
  const changes: Record<string, unknown> = {}
  const faults: TypedFault[] = []
  for (const field of fields) {
    const { path, input } = field
    const typed = compacted(typedOfField(given.typed, path), path, input)
    const base = given.base[path]
    if (sameTyped(typed, typedValue(path, input, base))) {
      if (field.required && isNothing(base)) faults.push({ field: path, fault: 'missing' })
      continue
    }
    const read = readField(field, typed, readable)
    const value = keptWithin(input, read.value, base)
    faults.push(...read.faults)
    if (read.faults.length === 0 && !sameValue(value ?? null, base ?? null)) changes[path] = value
  }
  return { changes, faults }
}

const isNothing = (value: unknown) => value === undefined || value === null || value === ''

/** Rows in which nothing is typed are none, and those after them move up. */
export function compactedForm(fields: readonly AskedField[], typed: Typed): Typed {
  return fields.reduce((all, { path, input }) => compacted(all, path, input), typed)
}

function compacted(typed: Typed, path: string, input: FieldInput): Typed {
  if (input.is !== 'rows' && input.is !== 'facts') return typed
  return withoutRows(typed, path, isEmptyRow)
}

// What a form does not ask of a recurrence stays as it is.
function keptWithin(input: FieldInput, value: unknown, base: unknown): unknown {
  if (input.is !== 'recurrence' || value === null) return value
  const { changes } = entriesOf(base)
  return changes === undefined ? value : { ...entriesOf(value), changes }
}

function readField(
  { path, input, required }: Pick<AskedField, 'path' | 'input' | 'required'>,
  typed: Typed,
  readable: Readable,
): Read {
  const read = readInput(path, input, typed, readable)
  const isMissing = required && read.faults.length === 0 && isNothing(read.value)
  return isMissing ? { value: null, faults: [{ field: path, fault: 'missing' }] } : read
}

function readInput(path: string, input: FieldInput, typed: Typed, readable: Readable): Read {
  const one = (typed[path]?.[0] ?? '').trim()
  switch (input.is) {
    case 'flag':
      return fine((typed[path] ?? []).includes('yes'))
    case 'terms':
      return list(
        path,
        input.stated === true,
        typed,
        (text) => (isTerm(readable.known.vocabularies, input.vocabulary, text) ? text : undefined),
        'term',
      )
    case 'countries':
      return list(path, false, typed, readable.findCountry, 'country')
    case 'places':
      return list(path, true, typed, (text) => placeOf(text, readable), 'place')
    case 'languages':
      return list(path, true, typed, readable.findLanguage, 'language')
    case 'lines':
      return linesOf(path, one, (text) => text.length <= longestLine, 'long')
    case 'addresses':
      return linesOf(path, one, isAddress, 'address')
    case 'rows':
      return rowsOf(path, input.columns, typed, readable)
    case 'facts':
      return factsOf(path, input.words === true, typed)
    case 'recurrence':
      return recurrenceOf(path, typed)
    default:
      return one === '' ? fine(null) : readOne(path, input, one, readable)
  }
}

const fine = (value: unknown): Read => ({ value, faults: [] })
const wrong = (field: string, fault: FaultName, value?: string): Read => ({
  value: null,
  faults: [{ field, fault, ...(value === undefined ? {} : { value }) }],
})

function readOne(path: string, input: FieldInput, text: string, readable: Readable): Read {
  const only = (fits: boolean, fault: FaultName, value: unknown = text) =>
    fits ? fine(value) : wrong(path, fault, text)
  switch (input.is) {
    case 'record':
      return only(text.length <= longestLine, 'long', /\[([^\]]+)\]$/.exec(text)?.[1] ?? text)
    case 'line':
      return only(text.length <= longestLine, 'long', text.replaceAll(/\s*\n\s*/g, ' '))
    case 'words':
    case 'markdown':
      return only(text.length <= longestText, 'long')
    case 'day':
      return only(isDay(text), 'day')
    case 'part-day':
      return only(isDay(text) || /^(?!0000|9999)\d{4}(-(0[1-9]|1[0-2]))?$/.test(text), 'partDay')
    case 'time': {
      const time = text.padStart(5, '0')
      return only(/^([01]\d|2[0-3]):[0-5]\d$/.test(time), 'time', time)
    }
    case 'zone':
      return only(isZone(text) || (input.anywhere === true && text === anywhereOnEarth), 'zone')
    case 'number':
      return only(/^\d{1,9}$/.test(text), 'number', Number(text))
    case 'amount':
      return only(/^\d{1,11}(\.\d{1,2})?$/.test(text), 'amount')
    case 'currency':
      return only(/^[A-Z]{3}$/.test(text.toUpperCase()), 'currency', text.toUpperCase())
    case 'address':
      return only(text.length <= longestLine && isAddress(text), 'address')
    case 'slug':
      return only(/^[a-z0-9-]{1,200}$/.test(text), 'slug')
    case 'choice':
      return only(
        input.options.some((option) => option === text),
        'choice',
      )
    case 'term':
      return only(isTerm(readable.known.vocabularies, input.vocabulary, text), 'term')
    case 'country':
      return only(readable.findCountry(text) !== undefined, 'country', readable.findCountry(text))
    case 'language':
      return only(readable.findLanguage(text) !== undefined, 'language', readable.findLanguage(text))
    default:
      return wrong(path, 'choice', text)
  }
}

const isAddress = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? '')

function isZone(text: string): boolean {
  try {
    return Boolean(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text)) && !/^[+-]/.test(text)
  } catch {
    return false
  }
}

/** A country by its code, or a set by its id. */
function placeOf(text: string, { known, findCountry }: Readable): string | undefined {
  return findSet(known.sets, text)?.id ?? findCountry(text)
}

function list(
  path: string,
  stated: boolean,
  typed: Typed,
  find: (text: string) => string | undefined,
  fault: FaultName,
): Read {
  const given = [...(typed[path] ?? []), ...(typed[`${path}-more`] ?? [])]
    .map((text) => text.trim())
    .filter((text) => text !== '')
  const unstated = stated && typed[`${path}-unstated`]?.includes('yes') === true
  if (unstated && given.length > 0) return wrong(path, 'stated')
  if (unstated) return fine(null)
  if (given.length > mostItems) return wrong(path, 'many')
  const strange = given.find((text) => find(text) === undefined)
  if (strange !== undefined) return wrong(path, fault, strange)
  const values = [...new Set(given.flatMap((text) => find(text) ?? []))]
  return fine(values.length === 0 && !stated ? null : values)
}

function linesOf(path: string, text: string, fits: (line: string) => boolean, fault: FaultName): Read {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length > mostItems) return wrong(path, 'many')
  const strange = lines.find((line) => !fits(line))
  if (strange !== undefined) return wrong(path, fault, strange)
  return fine(lines.length === 0 ? null : lines)
}

function rowsOf(path: string, columns: readonly Field[], typed: Typed, readable: Readable): Read {
  const places = rowsTyped(typed, path)
  if (places.length > mostItems) return wrong(path, 'many')
  const rows = places.map((place) =>
    columns.map((column) => {
      const own = `${path}.${place}.${column.name}`
      const within = compacted(typedOfField(typed, own), own, column.input)
      return { column, ...readField({ ...column, path: own }, within, readable) }
    }),
  )
  const faults = rows.flat().flatMap((read) => read.faults)
  const values = rows.map((row) =>
    Object.assign(
      {},
      ...row.map(({ column, value }) =>
        column.name === 'facts' ? entriesOf(value) : { [column.name]: value },
      ),
    ),
  )
  return { value: values.length === 0 ? null : values, faults }
}

function factsOf(path: string, words: boolean, typed: Typed): Read {
  const facts: Record<string, unknown> = {}
  for (const place of rowsTyped(typed, path)) {
    const key = (typed[`${path}.${place}.key`]?.[0] ?? '').trim()
    const text = (typed[`${path}.${place}.value`]?.[0] ?? '').trim()
    if (key === '') return wrong(`${path}.${place}.key`, 'factName', text)
    facts[key] = words ? text : factRead(text)
  }
  return fine(Object.keys(facts).length === 0 ? null : facts)
}

function recurrenceOf(path: string, typed: Typed): Read {
  const rule = (typed[`${path}.rule`]?.[0] ?? '').trim().replace(/^RRULE:/i, '')
  const starts = (name: string) =>
    (typed[`${path}.${name}`]?.[0] ?? '')
      .split(/[\n,;]+/)
      .map((line) => line.trim().replace(' ', 'T'))
      .filter((line) => line !== '')
  const dates = starts('dates')
  if (rule === '' && dates.length === 0) return fine(null)
  return fine({ rule: rule === '' ? null : rule, dates, except: starts('except'), changes: [] })
}
