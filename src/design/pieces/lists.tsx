import type { Child } from 'hono/jsx'
import type { Locale } from '../locales.ts'
import { speak } from '../messages/index.ts'
import { ItemTitle } from './heading.tsx'
import { isSafeHref } from '../safeHref.ts'
import { Away, type LangText, langOf, OtherLanguage } from './text.tsx'
import { Tile } from './tile.tsx'

/** The filters in force, each to be taken away by itself, and all at once when there are several. */
export function Chips({
  locale,
  items,
  clearHref,
}: {
  locale: Locale
  items: { label: string; href: string }[]
  clearHref: string
}) {
  if (items.length === 0) return null
  const say = speak(locale)
  return (
    <div class="chips">
      <Away>{say('filter.chosen')}</Away>
      <ul>
        {items.map(({ label, href }) => (
          <li>
            <a class="chip" href={href} aria-label={say('filter.remove', { filter: label })}>
              {label} <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
        {items.length > 1 ? (
          <li>
            <a class="clear" href={clearHref}>
              {say('filter.clear')}
            </a>
          </li>
        ) : null}
      </ul>
    </div>
  )
}

/** A list of records as a programme prints it. */
export function Rows({ children }: { children?: Child }) {
  return <ol class="rows">{children}</ol>
}

export type RowProps = {
  locale: Locale
  /** The date column: one large line, one small; `datetime` for machines. */
  when?: { big: string; small?: string; soon?: boolean; datetime?: string } | undefined
  title: LangText
  href: string
  /** Place, organiser: soft text, one line each. */
  lines?: Child[]
  facts?: { text: string; tone?: 'pay' | 'asia' | 'europe' | 'signal' | 'plain' }[]
  /** The identifier that draws the tile. */
  tile: string
  badge?: string | undefined
  note?: Child
  /** A piece of its text, with what was looked for marked. */
  excerpt?: MarkedText | undefined
}

/** A text in its language, in pieces; those that were found are marked. */
export type MarkedText = { lang: string; pieces: readonly { text: string; found: boolean }[] }

/** One record in a list. */
export function Row(row: RowProps) {
  const { locale, when, title, href, lines = [], facts = [], tile, badge, note, excerpt } = row
  return (
    <li class="row">
      {when ? <When {...when} /> : null}
      <div class="what">
        <ItemTitle>
          {isSafeHref(href) ? (
            <a href={href} {...langOf(title.lang, locale)}>
              {title.text}
            </a>
          ) : (
            <span {...langOf(title.lang, locale)}>{title.text}</span>
          )}
          <OtherLanguage locale={locale} lang={title.lang} />
          {badge === undefined ? null : <span class="badge">{badge}</span>}
        </ItemTitle>
        {lines.map((line) => (
          <p class="line">{line}</p>
        ))}
        {excerpt ? <Excerpt locale={locale} {...excerpt} /> : null}
        {facts.length === 0 ? null : (
          <ul class="tags">
            {facts.map(({ text, tone = 'plain' }) => (
              <li class={tone}>{text}</li>
            ))}
          </ul>
        )}
        {note ? <p class="note">{note}</p> : null}
      </div>
      <Tile id={tile} size={2} />
    </li>
  )
}

function Excerpt({ locale, lang, pieces }: MarkedText & { locale: Locale }) {
  return (
    <p class="excerpt" {...langOf(lang, locale)}>
      {pieces.map(({ text, found }) => (found ? <mark>{text}</mark> : text))}
    </p>
  )
}

function When({ big, small, soon, datetime }: NonNullable<RowProps['when']>) {
  return (
    <p class={soon ? 'when soon' : 'when'}>
      {datetime === undefined ? <b>{big}</b> : <time datetime={datetime}>{big}</time>}
      {small ? <small>{small}</small> : null}
    </p>
  )
}

/** Nothing fits: what to do about it. */
export function EmptyResult({
  message,
  hint,
  suggestions,
}: {
  message: string
  hint?: string
  suggestions: { label: string; href: string }[]
}) {
  return (
    <div class="empty">
      <p class="lead">{message}</p>
      {hint === undefined ? null : <p>{hint}</p>}
      {suggestions.length === 0 ? null : (
        <ul>
          {suggestions.map(({ label, href }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Previous and next page, and the place between them; nothing where there is one page. */
export function Paging({
  locale,
  page,
  pages,
  hrefOf,
  label,
}: {
  locale: Locale
  page: number
  pages: number
  hrefOf: (page: number) => string
  /** Where a page has several lists with pages of their own. */
  label?: string | undefined
}) {
  if (pages <= 1) return null
  const say = speak(locale)
  return (
    <nav class="paging" aria-label={label ?? say('paging.label')}>
      {page > 1 ? (
        <a rel="prev" href={hrefOf(page - 1)}>
          {say('paging.previous')}
        </a>
      ) : null}
      <span>{say('paging.place', { page, pages })}</span>
      {page < pages ? (
        <a rel="next" href={hrefOf(page + 1)}>
          {say('paging.next')}
        </a>
      ) : null}
    </nav>
  )
}
