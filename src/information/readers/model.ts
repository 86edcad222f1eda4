/** Who reads a page: the language, its words and formats, and the house's vocabulary. */
import { asDelivered, coloursOf, houseName, type HouseKnown, termName } from '../../community/index.ts'
import { type RegionColours, type Formats, formatsFor, hrefIn, type Locale } from '../../design/index.ts'
import { type Say, speak } from '../messages/index.ts'

export type Reader = {
  locale: Locale
  say: Say
  format: Formats
  now: Temporal.Instant
  /** What the house is called, and its colours where it has its own. */
  house: { name: string; colours: RegionColours | undefined }
  /** The name of a term of a vocabulary. */
  term(vocabulary: string, id: string): string
  /** A path of the portal in the reader's language: `/events` is `/fr/events`. */
  href(path: string): string
}

export function readerOf(
  locale: Locale,
  known: Pick<HouseKnown, 'vocabularies'> & Partial<Pick<HouseKnown, 'settings'>>,
  now: Temporal.Instant,
): Reader {
  const settings = known.settings ?? asDelivered
  return {
    house: { name: houseName(settings, locale), colours: coloursOf(settings) },
    locale,
    say: speak(locale),
    format: formatsFor(locale),
    now,
    term: (vocabulary, id) => termName(known.vocabularies, vocabulary, id, locale),
    href: (path) => hrefIn(locale, path),
  }
}
