/** What lists and pages say of a programme. Pure. */
import { formatsFor, type RowProps } from '../../design/index.ts'
import type { Reader } from '../readers/model.ts'
import type { Edition, ProgrammeRow } from './model.ts'
import { isDay } from '../../platform/index.ts'

/** A programme as a row of a list. */
export function programmeRow(reader: Reader, programme: ProgrammeRow): RowProps {
  const { term, say } = reader
  const { kind, pillar, organiser, editions } = programme
  const count = editions.length
  return {
    locale: reader.locale,
    title: { text: programme.title, lang: programme.lang },
    href: reader.href(`/programmes/${programme.slug}`),
    lines: organiser === null ? [] : [organiser],
    facts: [
      ...(kind === null ? [] : [{ text: term('programme-kind', kind) }]),
      ...(pillar === null ? [] : [{ text: term('pillar', pillar) }]),
      ...(count === 0 ? [] : [{ text: say('programme.editionCount', { count }) }]),
    ],
    tile: programme.id,
  }
}

const textIn = (edition: Edition, field: string) => {
  const value = edition[field]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** When an edition took place, as far as its page gives it. */
export function editionTime({ format }: Reader, edition: Edition): string {
  const from = textIn(edition, 'start_date') ?? textIn(edition, 'date')
  const to = textIn(edition, 'end_date') ?? from
  if (from !== undefined && to !== undefined && isDay(from) && isDay(to) && from <= to)
    return format.dateRange(from, to)
  const year = edition['year'] ?? from
  return typeof year === 'number' || typeof year === 'string' ? String(year) : ''
}

/** Where an edition took place. */
export function editionPlace({ format }: Reader, edition: Edition): string {
  const code = textIn(edition, 'country_code')
  return [textIn(edition, 'city'), code && format.country(code)].filter(Boolean).join(', ')
}

const saidApart = new Set([
  'name',
  'start_date',
  'end_date',
  'date',
  'year',
  'city',
  'country_code',
  'source_url',
])

/** What else an edition's page gives, in the field names and words of the record. */
export function editionFacts(edition: Edition): string {
  return Object.entries(edition)
    .filter(([field]) => !saidApart.has(field))
    .map(([field, value]) => `${fieldWords(field)}: ${factWords(value)}`)
    .filter((words) => !words.endsWith(': '))
    .join('; ')
}

/** The name of a free field as words: `members_2012` is "members 2012". */
export function fieldWords(field: string): string {
  return field.replaceAll('_', ' ')
}

/** A free value as text, in English like the fields. */
export function factWords(value: unknown): string {
  if (typeof value === 'string') return isDay(value) ? formatsFor('en').date(value) : value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.map(factWords).join(', ')
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .map(([field, part]) => `${fieldWords(field)} ${factWords(part)}`)
    .join(', ')
}
