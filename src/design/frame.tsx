/** The frame around every page: what stands in its head, above and below it. */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { Head, type PageHead } from './head.tsx'
import { dirOf, hrefIn, type Locale, splitLocale } from './locales.ts'
import { Masthead } from './masthead.tsx'
import { speak } from './messages/index.ts'
import { Prose } from './pieces/prose.tsx'
import type { LangText } from './pieces/text.tsx'

declare module 'hono' {
  interface ContextRenderer {
    (content: Child, head: PageHead): Response | Promise<Response>
  }
}

export type NavItem = { href: string; label: string }

/** How the house looks, where it is not as it was delivered. */
export type HouseLook = {
  /** The languages on offer; absent are all. */
  offered?: readonly Locale[] | undefined
  /** The path of the style sheet with its colours. */
  colours?: string | undefined
  /** Stands in place of the star. */
  logo?: { src: string; width: number; height: number } | undefined
  /** What stands at the foot of every page. */
  foot?: LangText | undefined
}

export type FrameProps = {
  head: PageHead
  locale: Locale
  /** Path and query without the language, for the language switch. */
  path: string
  /** The name of the house. */
  house: string
  /** The menu; paths with or without a language, the frame puts the page's own. */
  nav: NavItem[]
  footer?: NavItem[]
  /** Links of the visitor's own beside the menu, and the form that lets them out. */
  door?: { links: NavItem[]; leave?: NavItem }
  demonstration: boolean
  /** Where the house is reached, without a path. */
  origin: string
  look?: HouseLook
  children?: Child
}

/** A whole page: masthead with menu, languages and search; the main part; footer. */
export function Frame(props: FrameProps) {
  const { locale, house, footer = [], look, children } = props
  const say = speak(locale)
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={locale} dir={dirOf(locale)}>
        <Head {...props} />
        <body>
          <a class="skip" href="#main">
            {say('page.skip')}
          </a>
          <Masthead {...props} />
          <main id="main" class="wrap" tabindex={-1}>
            {children}
          </main>
          <footer class="foot">
            <div class="frieze" />
            <div class="wrap">
              <p class="house">{house}</p>
              {look?.foot === undefined ? null : <Prose text={look.foot} locale={locale} />}
              {footer.length === 0 ? null : (
                <nav aria-label={say('page.footer')}>
                  <ul>
                    {footer.map(({ href, label }) => (
                      <li>
                        <a href={hrefIn(locale, splitLocale(href).path)}>{label}</a>
                      </li>
                    ))}
                  </ul>
                </nav>
              )}
            </div>
          </footer>
        </body>
      </html>
    </>
  )
}
