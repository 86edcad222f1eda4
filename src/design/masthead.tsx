import type { FrameProps } from './frame.tsx'
import { dirOf, hrefIn, type Locale, localeNames, locales, splitLocale } from './locales.ts'
import { speak } from './messages/index.ts'

/** The head of every page. On a phone all of it wraps; nothing hides behind a button that needs script. */
export function Masthead({ head, locale, path, house, nav, door, demonstration, look }: FrameProps) {
  const say = speak(locale)
  return (
    <header class="mast">
      {demonstration ? (
        <p class="demonstration">
          <span class="wrap">{say('page.demonstration')}</span>
        </p>
      ) : null}
      <div class="wrap">
        <a class="house" href={hrefIn(locale, '/')}>
          {look?.logo ? <Logo {...look.logo} /> : <Star />}
          {house}
        </a>
        <SearchBox locale={locale} />
        <nav class="menu" aria-label={say('page.menu')}>
          <ul>
            {nav.map(({ href, label }) => (
              <MenuLink locale={locale} path={splitLocale(href).path} label={label} head={head} here={path} />
            ))}
          </ul>
        </nav>
        <Languages locale={locale} path={path} offered={look?.offered ?? locales} />
        {door ? <Door locale={locale} path={path} head={head} {...door} /> : null}
      </div>
      <div class="frieze" />
    </header>
  )
}

function MenuLink({
  locale,
  path,
  label,
  head,
  here,
}: {
  locale: Locale
  path: string
  label: string
  head: FrameProps['head']
  here: string
}) {
  const current =
    path === here ? { 'aria-current': 'page' } : path === head.section ? { 'aria-current': 'true' } : {}
  return (
    <li>
      <a href={hrefIn(locale, path)} {...current}>
        {label}
      </a>
    </li>
  )
}

function Door({
  locale,
  path,
  head,
  links,
  leave,
}: Pick<FrameProps, 'locale' | 'path' | 'head'> & NonNullable<FrameProps['door']>) {
  return (
    <nav class="door" aria-label={speak(locale)('page.door')}>
      <ul>
        {links.map(({ href, label }) => (
          <MenuLink locale={locale} path={href} label={label} head={head} here={path} />
        ))}
        {leave ? (
          <li>
            <form action={hrefIn(locale, leave.href)} method="post">
              <button type="submit">{leave.label}</button>
            </form>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

function SearchBox({ locale }: { locale: Locale }) {
  const say = speak(locale)
  return (
    <form
      class="search"
      role="search"
      action={hrefIn(locale, '/search')}
      method="get"
      aria-label={say('page.search')}
    >
      <search-suggestions data-from={hrefIn(locale, '/search/suggest')}>
        <input type="search" name="q" aria-label={say('page.searchLabel')} maxlength={200} />
      </search-suggestions>
      <button type="submit" aria-label={say('page.search')}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M8.5 2.5a6 6 0 1 0 0 12 6 6 0 1 0 0-12M13 13l5 5" />
        </svg>
      </button>
    </form>
  )
}

/**
 * The same page in each language, each named as its readers name it. With script, a reader whose browser asks for
 * another of them is offered it; the page never changes by itself.
 */
function Languages({ locale, path, offered }: { locale: Locale; path: string; offered: readonly Locale[] }) {
  if (offered.length < 2) return null
  return (
    <nav class="languages" aria-label={speak(locale)('page.languages')}>
      <language-hint>
        <ul>
          {offered.map((other) => (
            <li>
              <a
                href={hrefIn(other, path)}
                lang={other}
                hreflang={other}
                dir={dirOf(other)}
                {...(other === locale
                  ? { 'aria-current': 'true' }
                  : { 'data-hint': speak(other)('language.readHere') })}
              >
                {localeNames[other]}
              </a>
            </li>
          ))}
        </ul>
      </language-hint>
    </nav>
  )
}

// The name of the house stands beside it, so it needs no words of its own.
function Logo({ src, width, height }: { src: string; width: number; height: number }) {
  return <img class="logo" src={src} width={width} height={height} alt="" />
}

function Star() {
  return (
    <svg class="star" viewBox="0 0 48 48" aria-hidden="true">
      <path d="M48 24l-7 7v10h-10l-7 7-7-7h-10v-10l-7-7 7-7v-10h10l7-7 7 7h10v10z" />
      <path class="heart" d="M36 24l-5 2 1 6-6-1-2 5-2-5-6 1 1-6-5-2 5-2-1-6 6 1 2-5 2 5 6-1-1 6z" />
    </svg>
  )
}
