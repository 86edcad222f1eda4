import type { Child } from 'hono/jsx'
import { isSafeHref } from '../safeHref.ts'
import { dirOf } from '../locales.ts'
import type { LangText } from './text.tsx'
import { Tile } from './tile.tsx'

/** The top of a front page: what this house answers, the form that asks, and a large tile where there is room. */
export function Opening({
  title,
  lead,
  tile,
  children,
}: {
  title: string
  lead: string | LangText
  /** The identifier that draws the tile. */
  tile: string
  children?: Child
}) {
  return (
    <div class="opening">
      <div>
        <h1>{title}</h1>
        <Lead lead={lead} />
        {children}
      </div>
      <Tile id={tile} size={6} />
    </div>
  )
}

function Lead({ lead }: { lead: string | LangText }) {
  if (typeof lead === 'string') return <p class="lead">{lead}</p>
  return (
    <p class="lead" lang={lead.lang} dir={dirOf(lead.lang)}>
      {lead.text}
    </p>
  )
}

/** Short fields of one form, side by side where there is room. */
export function Fields({ children }: { children?: Child }) {
  return <div class="fields">{children}</div>
}

/** A few large numbers with what they count. */
export function Figures({ items }: { items: { value: string; label: string; href?: string | undefined }[] }) {
  return (
    <dl class="figures">
      {items.map(({ value, label, href }) => (
        <div class="figure">
          <dt>{href !== undefined && isSafeHref(href) ? <a href={href}>{label}</a> : label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Many short links in columns, such as the countries of a region, with what each leads to counted. */
export function LinkList({
  items,
}: {
  items: { href: string; label: string; count?: string | undefined }[]
}) {
  return (
    <ul class="link-list">
      {items.map(({ href, label, count }) => (
        <li>
          {isSafeHref(href) ? <a href={href}>{label}</a> : <span>{label}</span>}
          {count === undefined ? null : <span class="number">{count}</span>}
        </li>
      ))}
    </ul>
  )
}
