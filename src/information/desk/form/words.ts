/** Values of fields, and what is to be mended in them, in words. Pure. */
import { type FailedCheck, findSet, type Known } from '../../../community/index.ts'
import type { Locale } from '../../../design/index.ts'
import type { Fault } from '../../../platform/index.ts'
import { faultInWords, itemInWords as checklistItemInWords } from '../../checks/words.ts'
import { speak } from '../../messages/index.ts'
import type { Reader } from '../../readers/model.ts'
import { type DeskKind, deskKinds, type FieldInput } from '../fields/model.ts'
import { fieldLabel, optionLabel } from '../fields/words.ts'
import type { TypedFault } from './reading/model.ts'
import { entriesOf } from './typed/model.ts'

/** A place or a set of places by its name. */
export function placeInWords(
  reader: Reader,
  known: Pick<Known, 'sets' | 'placeCodes'>,
  place: string,
): string {
  if (known.placeCodes.has(place.toUpperCase())) return reader.format.country(place.toUpperCase())
  return findSet(known.sets, place)?.name ?? place
}

/** What a field says, as somebody reads it who compares; empty where it says nothing. */
export function valueInWords(reader: Reader, known: Known, input: FieldInput, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value)) return listInWords(reader, known, input, value)
  if (typeof value === 'boolean') return reader.say(value ? 'editor.yes' : 'editor.no')
  if (typeof value === 'object') return factsInWords(value)
  const text = String(value)
  if (input.is === 'choice')
    return input.options.flatMap((one) => (one === text ? optionLabel(reader.locale, one) : []))[0] ?? text
  return itemInWords(reader, known, input, text)
}

function listInWords(reader: Reader, known: Known, input: FieldInput, list: unknown[]): string {
  if (list.length === 0) return reader.say('editor.nothing')
  if (input.is === 'rows') return list.map((row) => rowInWords(reader, known, input.columns, row)).join('\n')
  const items = list.map((item) => itemInWords(reader, known, input, String(item)))
  return input.is === 'lines' || input.is === 'addresses' ? items.join('\n') : reader.format.list(items)
}

function rowInWords(
  reader: Reader,
  known: Known,
  columns: readonly { name: string; input: FieldInput }[],
  row: unknown,
) {
  const said = entriesOf(row)
  return columns
    .map(({ name, input }) => valueInWords(reader, known, input, said[name]))
    .filter((words) => words !== '')
    .join(', ')
}

function itemInWords(reader: Reader, known: Known, input: FieldInput, item: string): string {
  if (input.is === 'term' || input.is === 'terms') return reader.term(input.vocabulary, item)
  if (input.is === 'country' || input.is === 'countries' || input.is === 'places')
    return placeInWords(reader, known, item)
  return input.is === 'language' || input.is === 'languages' ? reader.format.language(item) : item
}

const factsInWords = (facts: object) =>
  Object.entries(facts)
    .filter(([, fact]) => fact !== null && !(Array.isArray(fact) && fact.length === 0))
    .map(([name, fact]) => `${name}: ${typeof fact === 'string' ? fact : JSON.stringify(fact)}`)
    .join('\n')

/** What is to be mended in a field that was typed. */
export function typedFaultInWords({ say }: Reader, { fault, value = '' }: TypedFault): string {
  switch (fault) {
    case 'zone':
    case 'term':
    case 'country':
    case 'place':
    case 'language':
    case 'address':
    case 'record':
      return say(`editor.fault.${fault}`, { value })
    default:
      return say(`editor.fault.${fault}`)
  }
}

/** Why the house does not keep a record as it was given, at the field where it shows. */
export function refusalInWords(
  reader: Pick<Reader, 'say' | 'locale'>,
  known: Pick<Known, 'checklist'>,
  kind: DeskKind,
  fault: Fault,
): string {
  const { say, locale } = reader
  const { field, reason } = fault
  if (fault.rule !== undefined) return faultInWords(locale, kind, fault, known.checklist)
  const reasons: Record<string, string> = {
    'is before activity_start': say('editor.fault.before'),
    'is before start_date': say('editor.fault.before'),
    'is not after start_time': say('editor.fault.notAfter'),
    'is below age_min': say('editor.fault.below'),
    'is given, but the fee is not “paid”': say('editor.fault.noFee'),
    'is required with an end or a time': say('editor.fault.startMissing'),
    'is required with a start_time': say('editor.fault.zoneMissing'),
    'does not exist in that zone: the clock skips it': say('editor.fault.skipped'),
    'is or was the address of another record': say('editor.fault.taken'),
    'is no record of this house': say('editor.fault.parent'),
    'is this event itself, or one of its parts': say('editor.fault.parent'),
    'is no day, and an event that repeats has one': say('editor.fault.repeats'),
  }
  const [name = field] = field.startsWith('translations.') ? [field] : field.split('.')
  if (field === 'deadline' && reason.startsWith('is given, but a call')) return say('editor.fault.undated')
  return reasons[reason] ?? say('editor.fault.other', { field: fieldLabel(locale, kind, name), reason })
}

/** What kept a record of a kind from being published, as it was noted then, in a reader's language. */
export function failedCheckInWords(locale: Locale, named: string, check: FailedCheck): string {
  const { rule, words, ...fault } = check
  const kind = deskKinds.find((one) => one === named)
  if (!kind) return fault.reason
  if (rule !== null && words)
    return `${fieldLabel(locale, kind, fault.field)}: ${checklistItemInWords(locale, { words })}`
  const known = { checklist: [] }
  return refusalInWords({ say: speak(locale), locale }, known, kind, {
    ...fault,
    value: null,
    ...(rule === null ? {} : { rule }),
  })
}
