/** The languages of the interface, and how an address tells them apart. */

export const locales = ['en', 'fr', 'vi', 'zh', 'th', 'km', 'ur'] as const
export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'en'

/** Each in its own script, for the reader who is looking for theirs. */
export const localeNames: Record<Locale, string> = {
  en: 'English',
  fr: 'Français',
  vi: 'Tiếng Việt',
  zh: '中文',
  th: 'ไทย',
  km: 'ខ្មែរ',
  ur: 'اردو',
}

/** Whether this is a language of the interface, written as in addresses. */
export function isLocale(text: string): text is Locale {
  return locales.some((locale) => locale === text)
}

// Languages whose usual script runs from right to left; a script named in the tag comes first.
const rightToLeft = /^(ar|arc|ckb|dv|fa|he|ks|nqo|ps|sd|syr|ug|ur|yi)(-|$)/i
const rightToLeftScript = /-(adlm|arab|aran|hebr|nkoo|rohg|syrc|thaa)(-|$)/i
const namedScript = /^[a-z]{2,3}-[a-z]{4}(-|$)/i

/** The direction of a language by its script; any BCP 47 tag. */
export function dirOf(lang: string): 'ltr' | 'rtl' {
  const right = namedScript.test(lang) ? rightToLeftScript.test(lang) : rightToLeft.test(lang)
  return right ? 'rtl' : 'ltr'
}

/** A path in a language: `/events` in French is `/fr/events`; the default language has no prefix. */
export function hrefIn(locale: Locale, path: string): string {
  return locale === defaultLocale ? path : `/${locale}${path}`
}

/**
 * The languages on offer among those that something is written in, and the one for readers of none of them: the
 * default language, or else the first. What is written in none is shown in every one, and has its address in the default.
 */
export function writtenIn(
  langs: readonly string[] | undefined,
  offered: readonly Locale[] = locales,
): { locales: Locale[]; fallback: Locale } {
  const isOffered = (lang: string): lang is Locale => offered.some((locale) => locale === lang)
  const found = langs === undefined ? [...offered] : langs.filter(isOffered)
  const fallback = found.includes(defaultLocale) ? defaultLocale : (found[0] ?? defaultLocale)
  return { locales: found, fallback }
}

/** Takes the language off a path; the opposite of `hrefIn`. A path without one is in the default language. */
export function splitLocale(path: string): { locale: Locale; path: string } {
  const [, first = '', rest = ''] = /^\/([a-z]{2})((?:[/?#].*)?)$/s.exec(path) ?? []
  if (!isLocale(first) || first === defaultLocale) return { locale: defaultLocale, path }
  return { locale: first, path: rest.startsWith('/') ? rest : `/${rest}` }
}
