/** Dates, numbers and names as a language writes them. Every `Intl` object is made once per language and kept. */
import type { Locale } from './locales.ts'

/** Days are `2027-05-31`, months `2027-05`, times `23:59`, as the records hold them. */
export type Formats = {
  /** 1,234 */
  number(n: number): string
  /** 31 May 2027 */
  date(day: string): string
  /** Monday 31 May 2027, for a day somebody goes somewhere. */
  fullDate(day: string): string
  /** 31 May */
  shortDate(day: string): string
  /** 2027; of a day, a month or a year. */
  year(day: string): string
  /** May 2027; of a day or a month. */
  month(yearMonth: string): string
  /** Monday */
  weekday(day: string): string
  /** Mon, for the head of a calendar. */
  shortWeekday(day: string): string
  /** 23:59, always of 24 hours. */
  time(hhmm: string): string
  /** 31 May 2027, 23:59 in a zone (IANA), without the zone's name. */
  moment(at: Temporal.Instant, zone: string): string
  /** 3–7 May 2027 */
  dateRange(from: string, to: string): string
  /** Monday 3 – Friday 7 May 2027 */
  fullDateRange(from: string, to: string): string
  /** Brussels time: the zone as people call it. */
  zone(zone: string, at: Temporal.Instant): string
  /** in 7 days, in 7 weeks, in 5 months */
  relativeDays(days: number): string
  /** A country or other place by its ISO 3166 code; an unknown code is answered as it is. */
  country(code: string): string
  /** A language by its tag. */
  language(tag: string): string
  /** a, b and c */
  list(items: string[]): string
  /** SGD 2,000; the amount is a decimal number as text, exact at any length. */
  money(amount: string, currency: string): string
  /** The order of the language's dictionary, for sorting. */
  compare(a: string, b: string): number
  /** The first day of the week: 1 is Monday, 7 Sunday. */
  firstWeekday: number
}

// British English; and the places whose first day of the week is meant.
const tags: Record<Locale, string> = {
  en: 'en-GB',
  fr: 'fr-FR',
  vi: 'vi-VN',
  zh: 'zh-CN',
  th: 'th-TH',
  km: 'km-KH',
  ur: 'ur-PK',
}

const kept = new Map<Locale, Formats>()

/** The formats of a language; always the same object. */
export function formatsFor(locale: Locale): Formats {
  const known = kept.get(locale)
  if (known) return known
  const formats = makeFormats(locale, tags[locale])
  kept.set(locale, formats)
  return formats
}

function makeFormats(locale: Locale, tag: string): Formats {
  const numbers = new Intl.NumberFormat(tag)
  const lists = new Intl.ListFormat(tag)
  const collator = new Intl.Collator(tag, { numeric: true })
  return {
    number: remembered((n) => numbers.format(n)),
    list: (items) => (items.length === 1 ? (items[0] ?? '') : lists.format(items)),
    compare: (a, b) => collator.compare(a, b),
    firstWeekday: firstWeekdayOf(tag),
    ...dayFormats(locale, tag),
    ...zoneFormats(locale, tag),
    ...nameFormats(tag),
    relativeDays: relativeDaysIn(tag),
    money: moneyIn(tag),
  }
}

const mostRemembered = 5_000

/** The same, answered from memory where it was asked lately: lists say the same days, numbers and names again and again. */
function remembered<Asked extends string | number>(
  format: (asked: Asked) => string,
): (asked: Asked) => string {
  const said = new Map<Asked, string>()
  return (asked) => {
    const known = said.get(asked)
    if (known !== undefined) return known
    const words = format(asked)
    if (said.size >= mostRemembered) said.clear()
    said.set(asked, words)
    return words
  }
}

type DayFormats = Pick<
  Formats,
  | 'date'
  | 'fullDate'
  | 'shortDate'
  | 'year'
  | 'month'
  | 'weekday'
  | 'shortWeekday'
  | 'time'
  | 'moment'
  | 'dateRange'
  | 'fullDateRange'
>

function dayFormats(locale: Locale, tag: string): DayFormats {
  const inUtc = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' })
  const days = inUtc({ day: 'numeric', month: 'long', year: 'numeric' })
  const fullDays = inUtc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const shortDays = inUtc({ day: 'numeric', month: 'short' })
  const years = inUtc({ year: 'numeric' })
  const months = inUtc({ month: 'long', year: 'numeric' })
  const weekdays = inUtc({ weekday: 'long' })
  const shortWeekdays = inUtc({ weekday: 'short' })
  const times = inUtc({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const moments = inUtc({ dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })
  const rangeIn = (format: Intl.DateTimeFormat, joined: boolean) => (from: string, to: string) => {
    if (from === to) return format.format(dayMs(from))
    if (joined) return `${format.format(dayMs(from))} – ${format.format(dayMs(to))}`
    return format.formatRange(dayMs(from), dayMs(to))
  }
  return {
    date: remembered((day) => days.format(dayMs(day))),
    fullDate: remembered((day) => fullDays.format(dayMs(day))),
    shortDate: remembered((day) => shortDays.format(dayMs(day))),
    year: remembered((day) => years.format(dayMs(day))),
    month: remembered((yearMonth) => months.format(dayMs(yearMonth))),
    weekday: remembered((day) => weekdays.format(dayMs(day))),
    shortWeekday: remembered((day) => shortWeekdays.format(dayMs(day))),
    time: remembered((hhmm) =>
      times.format(wallMs(Temporal.PlainDate.from('2000-01-01').toPlainDateTime(hhmm))),
    ),
    moment: (at, zone) => moments.format(wallMs(at.toZonedDateTimeISO(zone).toPlainDateTime())),
    // The Chinese ranges of Intl have slashes, unlike its dates, and the Khmer ones with weekdays months in figures.
    dateRange: rangeIn(days, locale === 'zh'),
    fullDateRange: rangeIn(fullDays, locale === 'zh' || locale === 'km'),
  }
}

// Wall time is formatted as if it were UTC, by one formatter for all zones; Intl's own reading of Temporal objects
// falls into numeric patterns in Chinese.
function wallMs(wall: Temporal.PlainDateTime): number {
  return wall.toZonedDateTime('UTC').epochMilliseconds
}

function dayMs(day: string): number {
  return wallMs(Temporal.PlainDate.from(`${day}-01-01`.slice(0, 10)).toPlainDateTime())
}

function zoneFormats(locale: Locale, tag: string): Pick<Formats, 'zone'> {
  const names = new Map<string, string>()
  return {
    zone(zone, at) {
      const known = names.get(zone)
      if (known !== undefined) return known
      const name = zoneName(locale, tag, zone, at)
      names.set(zone, name)
      return name
    },
  }
}

function zoneName(locale: Locale, tag: string, zone: string, at: Temporal.Instant): string {
  if (/^(UTC|GMT|Etc\/.*)$/.test(zone)) return distanceFromUtc(zone.replace('Etc/', ''))
  // The cities of IANA are English names, and "Brussels time" is what the printed call says.
  if (locale === 'en') return `${zone.split('/').at(-1)?.replaceAll('_', ' ')} time`
  const short = zoneNameOf(tag, zone, 'shortGeneric', at)
  // Here and there Intl has only an abbreviation, which nobody abroad can read.
  return /^[A-Z]{2,5}$|\d/.test(short) ? zoneNameOf(tag, zone, 'longGeneric', at) : short
}

// In IANA's names the sign counts from the place to Greenwich: Etc/GMT-8 is eight hours ahead of UTC.
function distanceFromUtc(zone: string): string {
  const [, sign, hours] = /^GMT([+-])(\d+)$/.exec(zone) ?? []
  if (hours === undefined) return zone
  return hours === '0' ? 'UTC' : `UTC${sign === '-' ? '+' : '-'}${hours}`
}

function zoneNameOf(
  tag: string,
  timeZone: string,
  timeZoneName: 'shortGeneric' | 'longGeneric',
  at: Temporal.Instant,
): string {
  const parts = new Intl.DateTimeFormat(tag, { timeZone, timeZoneName }).formatToParts(at.epochMilliseconds)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}

function nameFormats(tag: string): Pick<Formats, 'country' | 'language'> {
  const countries = new Intl.DisplayNames(tag, { type: 'region' })
  const shortCountries = new Intl.DisplayNames(tag, { type: 'region', style: 'short' })
  const languages = new Intl.DisplayNames(tag, { type: 'language' })
  return {
    country: remembered((code) => {
      if (!/^([A-Z]{2}|\d{3})$/.test(code)) return code
      // The long names of Hong Kong, Macao and Myanmar explain more than a list can hold.
      const short = /^(HK|MO|MM)$/.test(code) ? shortCountries.of(code) : undefined
      return short ?? countries.of(code) ?? code
    }),
    language: remembered(
      (langTag) =>
        (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(langTag) ? languages.of(langTag) : undefined) ?? langTag,
    ),
  }
}

function relativeDaysIn(tag: string): Formats['relativeDays'] {
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  return remembered((days) => {
    const far = Math.abs(days)
    if (far <= 21) return relative.format(days, 'day')
    if (far < 84) return relative.format(Math.trunc(days / 7), 'week')
    if (far < 730) return relative.format(Math.trunc(days / 30.44), 'month')
    return relative.format(Math.trunc(days / 365.25), 'year')
  })
}

function moneyIn(tag: string): Formats['money'] {
  const formats = new Map<string, Intl.NumberFormat>()
  return (amount, currency) => {
    if (!/^[A-Z]{3}$/.test(currency) || !isDecimal(amount)) return `${currency} ${amount}`
    const format =
      formats.get(currency) ??
      new Intl.NumberFormat(tag, {
        style: 'currency',
        currency,
        // The code, because "$" has a dozen owners between Singapore and Sydney.
        currencyDisplay: 'code',
        trailingZeroDisplay: 'stripIfInteger',
      })
    formats.set(currency, format)
    return format.format(amount)
  }
}

function isDecimal(amount: string): amount is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(amount)
}

function firstWeekdayOf(tag: string): number {
  return new Intl.Locale(tag).getWeekInfo().firstDay
}
