import type { Child } from 'hono/jsx'
import { contextOf } from '../../platform/index.ts'
import { dirOf, type Locale } from '../locales.ts'
import { isSafeHref } from '../safeHref.ts'

/** Whether titles stand under a section's h2; they are h2 themselves on a page that has none. */
const InSection = contextOf(false)

/** The title of the page. */
export function Heading({
  text,
  lang,
  count,
  lead,
}: {
  text: string
  lang?: string | undefined
  count?: string | undefined
  lead?: string | undefined
  locale?: Locale
}) {
  return (
    <header class="heading">
      <h1 {...(lang === undefined ? {} : { lang, dir: dirOf(lang) })}>
        {text}
        {count === undefined ? null : <span class="count"> {count}</span>}
      </h1>
      {lead === undefined ? null : <p class="lead">{lead}</p>}
    </header>
  )
}

/** A part of a page under its own title; rows and cards inside take the level below. */
export function Section({
  title,
  id,
  count,
  more,
  children,
}: {
  title: string
  id?: string | undefined
  count?: string | undefined
  more?: { href: string; label: string } | undefined
  children?: Child
}) {
  return (
    <section class="section" {...(id === undefined ? {} : { id })}>
      <div class="section-head">
        <h2>
          {title}
          {count === undefined ? null : <span class="count"> {count}</span>}
        </h2>
        {more && isSafeHref(more.href) ? (
          <a class="more" href={more.href}>
            {more.label}
          </a>
        ) : null}
      </div>
      <InSection.Provider value={true}>{children}</InSection.Provider>
    </section>
  )
}

/** The title of one thing in a list, at the level that the page has reached. */
export function ItemTitle({ children }: { children?: Child }) {
  return InSection.current() ? <h3 class="title">{children}</h3> : <h2 class="title">{children}</h2>
}
