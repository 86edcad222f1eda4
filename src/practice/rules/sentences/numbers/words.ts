/** Numbers with their units, ranges, and the moments at which something is asked. */
import type { Locale } from '../../../../design/index.ts'
import type { Moment, NumberFact, Unit } from '../../conditions/model.ts'
import { numberFacts } from '../../conditions/model.ts'
import { type RuleReader, tagOf, unsaid } from '../model.ts'

const formats = new Map<string, Intl.NumberFormat>()

function formatOf(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const format = formats.get(key) ?? new Intl.NumberFormat(tagOf(locale), options)
  formats.set(key, format)
  return format
}

const inUnit = ({ locale }: RuleReader, unit: string, value: number) =>
  formatOf(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 2 }).format(value)

/** 70 %, as the language writes it. */
export const percentWords = ({ locale }: RuleReader, percent: number) =>
  formatOf(locale, { style: 'percent', maximumFractionDigits: 2 }).format(percent / 100)

/** 5,000 kilometres */
export const kilometres = (reader: RuleReader, km: number) => inUnit(reader, 'kilometer', km)

/** A number of something: 10 days, 70 %, EUR 25,000, or the number alone where its label says what is counted. */
export function quantity(reader: RuleReader, unit: Unit, value: number | string, currency: string): string {
  switch (unit) {
    case 'money':
      return reader.format.money(String(value), currency)
    case 'percent':
      return percentWords(reader, Number(value))
    case 'years':
      return inUnit(reader, 'year', Number(value))
    case 'months':
      return inUnit(reader, 'month', Number(value))
    case 'weeks':
      return inUnit(reader, 'week', Number(value))
    case 'days':
      return inUnit(reader, 'day', Number(value))
    case 'km':
      return kilometres(reader, Number(value))
    case 'people':
    case 'organisations':
    case 'legs':
    case 'places':
    case 'periods':
      return reader.format.number(Number(value))
    default:
      return unsaid(unit)
  }
}

/** The unit of a fact that is counted, as amounts name it. */
export const unitOf = (fact: NumberFact): Unit => numberFacts[fact]

type Bounds = { from?: number | string | undefined; to?: number | string | undefined }

/** At least …, at most …, … to …, exactly …, none. */
export function rangeWords(
  reader: RuleReader,
  { from, to }: Bounds,
  write: (value: number | string) => string,
  writeFirst = write,
): string {
  const { say } = reader
  if (to !== undefined && Number(to) === 0 && Number(from ?? 0) === 0) return say('range.none')
  if (to === undefined) return say('range.from', { from: write(from ?? 0) })
  // Nothing counted here goes below zero, so "0 to 5" is "at most 5".
  if (from === undefined || Number(from) === 0) return say('range.to', { to: write(to) })
  if (Number(from) === Number(to)) return say('range.exactly', { value: write(to) })
  return say('range.both', { from: writeFirst(from), to: write(to) })
}

/** A range of a number fact, in its unit. */
export function factRange(reader: RuleReader, fact: NumberFact, bounds: Bounds, currency: string): string {
  const { from, to } = bounds
  const unit = unitOf(fact)
  // The smallest sum there is stands for any at all.
  if (unit === 'money' && to === undefined && Number(from) <= 0.01) return reader.say('range.some')
  const write = (value: number | string) => quantity(reader, unit, value, currency)
  // "7 to 60 days": the unit is said once.
  const isLength = ['years', 'months', 'weeks', 'days', 'km'].includes(unit)
  return rangeWords(reader, bounds, write, isLength ? (value) => reader.format.number(Number(value)) : write)
}

/** A range of plain numbers. */
export const plainRange = (reader: RuleReader, bounds: Bounds) =>
  rangeWords(reader, bounds, (value) => reader.format.number(Number(value)))

/** When something is asked: when applying, when the journey starts, on 1 May 2027. */
export function momentWords({ say, format }: RuleReader, moment: Moment): string {
  return typeof moment === 'string'
    ? say(`moment.${moment}`)
    : say('moment.day', { day: format.date(moment.day) })
}

/** 1 May to 30 November 2027, or with one end only. */
export function periodWords(
  { say, format }: RuleReader,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): string {
  if (from !== undefined && to !== undefined) return format.dateRange(from, to)
  return from === undefined
    ? say('period.to', { to: format.date(to ?? '9999') })
    : say('period.from', { from: format.date(from) })
}
