/** What lists say of a call, in the reader's words. Pure. */
import type { HouseKnown } from '../../community/index.ts'
import { type Formats, formatsFor, hrefIn, type Locale, type RowProps } from '../../design/index.ts'
import { readerOf, realDateWords } from '../../information/index.ts'
import { type Say, speak } from '../messages/index.ts'
import { type CallRow, lastDayOf } from './listing/model.ts'

/** Who reads the pages of calls: the language, its words and formats. */
export type CallReader = {
  locale: Locale
  say: Say
  format: Formats
  href(path: string): string
  /** In a demonstration: what moved dates really were; undefined where none was moved. */
  sayReal(dates: Record<string, string> | null): string | undefined
}

export function callReader(locale: Locale, known: HouseKnown, now: Temporal.Instant): CallReader {
  const reader = readerOf(locale, known, now)
  return {
    locale,
    say: speak(locale),
    format: formatsFor(locale),
    href: (path) => hrefIn(locale, path),
    sayReal: (dates) => realDateWords(reader, dates),
  }
}

/** A call as a row of the list. */
export function rowOf(reader: CallReader, call: CallRow): RowProps {
  const { locale, href, say } = reader
  return {
    locale,
    when: whenOf(reader, call),
    title: { text: call.title, lang: call.lang },
    href: href(`/calls/${call.slug}`),
    lines: [
      ...(call.edition === null ? [] : [say('calls.edition', { edition: call.edition })]),
      ...(call.summary === null ? [] : [call.summary]),
    ],
    tile: call.id,
    note: reader.sayReal(call.realDates),
  }
}

function whenOf(reader: CallReader, call: CallRow): NonNullable<RowProps['when']> {
  const { say, format } = reader
  const state = stateWords(reader, call)
  const day = lastDayOf(call)
  if (call.phase === 'cancelled') return { big: state }
  if (day === null) return { big: say('calls.rolling'), small: state }
  return { big: format.shortDate(day), small: `${format.year(day)} · ${state}`, datetime: day }
}

/** How a call stands, in a word or two; whoever would be late is told that it is closed. */
export function stateWords({ say }: CallReader, { phase }: Pick<CallRow, 'phase'>): string {
  if (phase === 'open' || phase === 'full' || phase === 'cancelled') return say(`calls.${phase}`)
  return say(phase === 'not-yet-open' ? 'calls.opensLater' : 'calls.closed')
}
