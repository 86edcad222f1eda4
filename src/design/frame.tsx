/** The frame around every page: what stands in its head, above and below it. */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { Head, type PageHead } from './head.tsx'
import { dirOf, hrefIn, type Locale, splitLocale } from './locales.ts'
import { Masthead } from './masthead.tsx'
import { speak } from './messages/index.ts'

declare module 'hono' {
  interface ContextRenderer {
    (content: Child, head: PageHead): Response | Promise<Response>
  }
}

export type NavItem = { href: string; label: string }

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
  children?: Child
}

/** A whole page: masthead with menu, languages and search; the main part; footer. */
export function Frame(props: FrameProps) {
  const { locale, house, footer = [], children } = props
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
