/** What stands in the head of every page: for browsers, search engines, feed readers and those who share it. */
import { raw } from 'hono/html'
import { loadAssets } from './assets.ts'
import { writtenIn, hrefIn, type Locale } from './locales.ts'

/** What a page tells the frame around it. */
export type PageHead = {
  title: string
  /** The language of the title, where it is not the page's. */
  titleLang?: string | undefined
  description?: string | undefined
  /** The path of the menu's entry this page belongs to, without language: `/events`. */
  section?: string | undefined
  status?: number
  noindex?: boolean | undefined
  /** The one address of this page, without language; absent is its path without a query. */
  canonical?: string | undefined
  /** The languages it is written in, the original first; absent where it speaks every language of the interface. */
  langs?: readonly string[] | undefined
  /** Feeds of what it shows, by paths with the language. */
  feeds?: readonly { href: string; type: string; title: string }[]
  /** The path of the picture it is shared with, with the language. */
  card?: string | undefined
  /** Whether it has islands of the desk. */
  desk?: boolean
  /** What it says, for machines (JSON-LD). */
  data?: object | undefined
}

export type HeadProps = {
  head: PageHead
  locale: Locale
  path: string
  house: string
  /** Where the house is reached, without a path. */
  origin: string
  demonstration: boolean
  look?: { offered?: readonly Locale[] | undefined; colours?: string | undefined }
}

export function Head(props: HeadProps) {
  const { head, locale, house, demonstration, look } = props
  const { stylesheet, script, deskScript, icon, fontsToPreload } = loadAssets()
  const title = head.title === house ? house : `${head.title} – ${house}`
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title {...(head.titleLang === undefined ? {} : { lang: head.titleLang })}>{title}</title>
      {head.description ? <meta name="description" content={head.description} /> : null}
      {head.noindex || demonstration ? <meta name="robots" content="noindex" /> : null}
      <meta name="color-scheme" content="light dark" />
      {fontsToPreload(locale).map((href) => (
        <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={stylesheet} />
      {look?.colours === undefined ? null : <link rel="stylesheet" href={look.colours} />}
      <link rel="icon" href={icon} type="image/svg+xml" />
      <script type="module" src={script} />
      {head.desk ? <script type="module" src={deskScript()} /> : null}
      {isFailure(head) ? null : <Addresses {...props} />}
    </head>
  )
}

const isFailure = ({ status = 200 }: PageHead) => status >= 400

/** The one address of the page, and the same page in the languages it is written in (RFC 8288, RFC 6596). */
function Addresses(props: HeadProps) {
  const { head, locale, path, origin, look } = props
  const own = head.canonical ?? path.replace(/\?.*$/s, '')
  const { locales, fallback } = writtenIn(head.langs, look?.offered)
  const hrefOf = (lang: Locale) => origin + hrefIn(lang, own)
  // What is shown in another language for want of a text has its address there.
  const canonical = hrefOf(locales.includes(locale) ? locale : fallback)
  return (
    <>
      <link rel="canonical" href={canonical} />
      {head.noindex
        ? null
        : locales.map((lang) => <link rel="alternate" hreflang={lang} href={hrefOf(lang)} />)}
      {head.noindex || locales.length === 0 ? null : (
        <link rel="alternate" hreflang="x-default" href={hrefOf(fallback)} />
      )}
      {(head.feeds ?? []).map(({ href, type, title }) => (
        <link rel="alternate" type={type} title={title} href={href} />
      ))}
      <Shared {...props} canonical={canonical} />
      {head.data === undefined ? null : <Data data={head.data} />}
    </>
  )
}

const tags: Record<Locale, string> = {
  en: 'en_GB',
  fr: 'fr_FR',
  vi: 'vi_VN',
  zh: 'zh_CN',
  th: 'th_TH',
  km: 'km_KH',
  ur: 'ur_PK',
}

/** How the page looks where it is shared (Open Graph). */
function Shared({ head, locale, house, origin, canonical }: HeadProps & { canonical: string }) {
  const facts = [
    ['og:site_name', house],
    ['og:type', head.section === '/articles' && head.card ? 'article' : 'website'],
    ['og:title', head.title],
    ['og:description', head.description],
    ['og:url', canonical],
    ['og:locale', tags[locale]],
    ['og:image', head.card && origin + head.card],
    ['og:image:width', head.card && '1200'],
    ['og:image:height', head.card && '630'],
    ['og:image:alt', head.card && head.title],
  ] as const
  return (
    <>
      {facts.map(([property, content]) => (content ? <meta property={property} content={content} /> : null))}
      <meta name="twitter:card" content={head.card ? 'summary_large_image' : 'summary'} />
    </>
  )
}

// Data and no script: browsers do not run it, whatever the policy. What could end the element is written otherwise.
function Data({ data }: { data: object }) {
  const json = JSON.stringify(data).toWellFormed().replaceAll('<', '\\u003c')
  return <script type="application/ld+json">{raw(json)}</script>
}
