import { type Formats, formatsFor } from '../formats.ts'
import type { Locale } from '../locales.ts'
import { speak } from '../messages/index.ts'
import { isSafeHref } from '../safeHref.ts'
import { Away, langOf } from './text.tsx'

export type MonthItem = {
  label: string
  lang: string
  href: string
  /** It began on an earlier day. */
  continued?: boolean | undefined
  /** Such as "Cancelled". */
  state?: string | undefined
}

export type MonthDay = {
  /** `2027-05-31` */
  day: string
  items: MonthItem[]
  more?: { href: string; label: string } | undefined
}

export type MonthGridProps = {
  locale: Locale
  /** `2027-05` */
  month: string
  previous?: { href: string; label: string } | undefined
  next?: { href: string; label: string } | undefined
  /** Days with something on; the others may be left out. */
  days: MonthDay[]
  today: string
}

/** A month as a table with weeks as rows; where there is no room for seven columns, a list of the days with something on. */
export function MonthGrid({ locale, month, previous, next, days, today }: MonthGridProps) {
  const format = formatsFor(locale)
  const byDay = new Map(days.map((day) => [day.day, day]))
  const weeks = weeksOf(month, format.firstWeekday)
  return (
    <div class="month">
      <p class="turn">
        {previous ? (
          <a rel="prev" href={previous.href}>
            {previous.label}
          </a>
        ) : null}
        {next ? (
          <a rel="next" href={next.href}>
            {next.label}
          </a>
        ) : null}
      </p>
      <table>
        <caption>{format.month(month)}</caption>
        <thead>
          <tr>
            {(weeks[1] ?? []).map((day) => (
              <th scope="col" abbr={format.weekday(day)}>
                {format.shortWeekday(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr>
              {week.map((day) =>
                day.startsWith(month) ? (
                  <Day
                    locale={locale}
                    format={format}
                    facts={byDay.get(day) ?? { day, items: [] }}
                    today={day === today}
                  />
                ) : (
                  <td class="outside" />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Day({
  locale,
  format,
  facts: { day, items, more },
  today,
}: {
  locale: Locale
  format: Formats
  facts: MonthDay
  today: boolean
}) {
  const say = speak(locale)
  return (
    <td class={items.length === 0 ? 'quiet' : undefined} {...(today ? { 'aria-current': 'date' } : {})}>
      <p class="day">
        <span class="weekday">{format.weekday(day)} </span>
        <time datetime={day}>{format.number(Number(day.slice(8)))}</time>
        {today ? <small> {say('month.today')}</small> : null}
      </p>
      {items.length === 0 ? null : (
        <ul>
          {items.map((item) => (
            <Item locale={locale} {...item} />
          ))}
        </ul>
      )}
      {more ? (
        <p class="more-items">
          <a href={more.href}>{more.label}</a>
        </p>
      ) : null}
    </td>
  )
}

function Item({ locale, label, lang, href, continued, state }: MonthItem & { locale: Locale }) {
  return (
    <li class={continued ? 'continued' : undefined}>
      {isSafeHref(href) ? (
        <a href={href} {...langOf(lang, locale)}>
          {label}
        </a>
      ) : (
        label
      )}
      {state === undefined ? null : <small class="state"> {state}</small>}
      {continued ? <Away> {speak(locale)('month.continued')}</Away> : null}
    </li>
  )
}

/** The days of a month in whole weeks, those of its neighbours included. */
function weeksOf(month: string, firstWeekday: number): string[][] {
  const first = Temporal.PlainDate.from(`${month}-01`)
  const start = first.subtract({ days: (first.dayOfWeek - firstWeekday + 7) % 7 })
  const weeks = Math.ceil((start.until(first).days + first.daysInMonth) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => start.add({ days: week * 7 + day }).toString()),
  )
}
