/** A page of the house's own: about it, its imprint, its terms. Pure. */
import { defaultLocale, type Fault, type Locale } from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import type { Words } from '../model.ts'
import { longFaults, type Typed, wordsIn } from '../subjects/model.ts'

export type OwnPage = { slug: string; titles: Words; texts: Words; version: number }

/** The page about the house has an address of its own. */
export const aboutSlug = 'about'

/** What is typed in place of a slug until there is one. */
export const newPage = 'new'

/** Reads a page from its form; the slug is given where it has one already. */
export function readPage(
  typed: Typed,
  slug: string | undefined,
  locale: Locale,
): { page: Omit<OwnPage, 'version'> } | { faults: Fault[] } {
  const say = speak(locale)
  const wanted = slug ?? (typed['slug'] ?? '').trim().toLowerCase()
  const page = { slug: wanted, titles: wordsIn(typed, 'title'), texts: wordsIn(typed, 'text') }
  const isSlug = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(wanted) && wanted.length <= 60 && wanted !== newPage
  const faults = [
    ...(isSlug ? [] : [{ field: 'slug', message: say('settings.fault.slug') }]),
    ...(page.titles[defaultLocale]
      ? []
      : [{ field: `title-${defaultLocale}`, message: say('settings.fault.title') }]),
    // A title alone would be a page without words in that language.
    ...Object.keys(page.titles).flatMap((lang) =>
      Object.keys(page.texts).includes(lang)
        ? []
        : [{ field: `text-${lang}`, message: say('settings.fault.text') }],
    ),
    ...Object.keys(page.texts).flatMap((lang) =>
      Object.keys(page.titles).includes(lang) || lang === defaultLocale
        ? []
        : [{ field: `title-${lang}`, message: say('settings.fault.title') }],
    ),
    ...longFaults(page.titles, 'name', locale, 'title'),
    ...longFaults(page.texts, 'text', locale),
  ]
  return faults.length > 0 ? { faults } : { page }
}

/** A page as its form holds it. */
export function typedPage({ slug, titles, texts }: Omit<OwnPage, 'version'>): Typed {
  const pairs = (piece: string, words: Words) =>
    Object.entries(words).map(([lang, text]) => [`${piece}-${lang}`, text] as const)
  return { slug, ...Object.fromEntries([...pairs('title', titles), ...pairs('text', texts)]) }
}
