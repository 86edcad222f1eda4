import type { Child } from 'hono/jsx'
import { formatsFor } from '../formats.ts'
import { dirOf, type Locale } from '../locales.ts'
import { speak } from '../messages/index.ts'

/** A piece of text and the language it is in (a BCP 47 tag). */
export type LangText = { text: string; lang: string }

/** The attributes of an element whose text is not in the page's language; none where it is. */
export function langOf(lang: string | undefined, locale: Locale): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return lang === undefined || lang === locale ? {} : { lang, dir: dirOf(lang) }
}

/** Text with its language and direction marked where they differ from the page's. */
export function Text({
  text,
  locale,
  as = 'span',
}: {
  text: LangText | string
  locale: Locale
  as?: 'span' | 'p' | 'h3'
}) {
  const { text: words, lang } = typeof text === 'string' ? { text, lang: locale } : text
  const marks = langOf(lang, locale)
  if (as === 'p') return <p {...marks}>{words}</p>
  if (as === 'h3') return <h3 {...marks}>{words}</h3>
  return marks.lang === undefined ? <span>{words}</span> : <bdi {...marks}>{words}</bdi>
}

/** The label "in English" beside text that is shown in another language for want of a translation. */
export function OtherLanguage({ locale, lang }: { locale: Locale; lang: string }) {
  if (lang === locale) return null
  const language = formatsFor(locale).language(lang)
  return <small class="other-language">{speak(locale)('language.in', { language })}</small>
}

/** What is read out but not shown. */
export function Away({ children }: { children?: Child }) {
  return <span class="away">{children}</span>
}
