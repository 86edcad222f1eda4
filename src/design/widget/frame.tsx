/** A list on a page of somebody else: the smallest page there is, without script, faces and pictures. */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { loadAssets } from '../assets.ts'
import { dirOf, type Locale } from '../locales.ts'
import { speak } from '../messages/index.ts'
import { isSafeHref } from '../safeHref.ts'
import type { RowProps } from '../pieces/lists.tsx'
import { langOf, OtherLanguage } from '../pieces/text.tsx'

/** In which colours: those of the reader's device, or always the same. */
export const widgetThemes = ['auto', 'light', 'dark'] as const
export type WidgetTheme = (typeof widgetThemes)[number]

export type WidgetProps = {
  locale: Locale
  theme: WidgetTheme
  /** What it shows, in the words of the page's language. */
  title: string
  /** Where all of it is, with the name of that link. */
  more: { href: string; label: string }
  rows: RowProps[]
  /** Said where there are no rows. */
  none: string
  demonstration: boolean
  /** The path of the style sheet with the colours of the house, where it has its own. */
  colours?: string | undefined
}

/**
 * The whole document of a widget. Links open in the window around the frame: in the frame they would show a page in a box, and
 * a window that opens unasked loses the way back (WCAG 2.2, technique G200).
 */
export function Widget({ locale, theme, title, more, rows, none, demonstration, colours }: WidgetProps) {
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={locale} dir={dirOf(locale)} {...(theme === 'auto' ? {} : { 'data-theme': theme })}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title}</title>
          <meta name="robots" content="noindex" />
          <link rel="stylesheet" href={loadAssets().widgetStylesheet} />
          {colours === undefined ? null : <link rel="stylesheet" href={colours} />}
        </head>
        <body>
          <main>
            <h1>{title}</h1>
            {rows.length === 0 ? (
              <p class="none">{none}</p>
            ) : (
              <ol>
                {rows.map((row) => (
                  <WidgetRow {...row} />
                ))}
              </ol>
            )}
            <p class="foot">
              <Outward href={more.href}>{more.label}</Outward>
            </p>
            {demonstration ? <p class="note">{speak(locale)('page.demonstration')}</p> : null}
          </main>
        </body>
      </html>
    </>
  )
}

function WidgetRow({ locale, when, title, href, lines = [], badge, note }: RowProps) {
  return (
    <li>
      {when ? <When {...when} /> : null}
      <div>
        <h2>
          <Outward href={href} {...langOf(title.lang, locale)}>
            {title.text}
          </Outward>{' '}
          <OtherLanguage locale={locale} lang={title.lang} />
          {badge === undefined ? null : <span class="badge">{badge}</span>}
        </h2>
        {lines.map((line) => (
          <p class="line">{line}</p>
        ))}
        {note ? <p class="note">{note}</p> : null}
      </div>
    </li>
  )
}

function When({ big, small, soon, datetime }: NonNullable<RowProps['when']>) {
  return (
    <p class={soon ? 'when soon' : 'when'}>
      {datetime === undefined ? <b>{big}</b> : <time datetime={datetime}>{big}</time>}{' '}
      {small ? <small>{small}</small> : null}
    </p>
  )
}

function Outward({
  href,
  children,
  ...marks
}: {
  href: string
  lang?: string
  dir?: 'ltr' | 'rtl'
  children?: Child
}) {
  if (!isSafeHref(href)) return <span {...marks}>{children}</span>
  return (
    <a href={href} target="_top" rel="noopener" {...marks}>
      {children}
    </a>
  )
}
