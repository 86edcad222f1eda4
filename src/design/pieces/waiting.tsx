/** Lists of the desk: what waits for somebody, and what stands against a record. */
import type { Child } from 'hono/jsx'
import { isSafeHref } from '../safeHref.ts'
import { type LangText, Text } from './text.tsx'
import type { Locale } from '../locales.ts'

/** What is found in a record: what must be mended first; each leads to what is to be mended. */
export function Findings({
  items,
}: {
  items: { level: 'must' | 'should'; words: string; field: string; href: string }[]
}) {
  return (
    <ul class="findings">
      {items.map(({ level, words, field, href }) => (
        <li class={level}>
          {isSafeHref(href) ? <a href={href}>{words}</a> : words} <small>{field}</small>
        </li>
      ))}
    </ul>
  )
}

/** One line of what waits: when it is from or for, what it is, and a word about it. */
export type WaitingLine = {
  when: { words: string; datetime: string } | undefined
  title: LangText
  href: string
  note?: Child
  tone?: 'late' | undefined
}

/** Heaps of what waits, side by side where there is room. */
export function Heaps({ children }: { children?: Child }) {
  return <div class="heaps">{children}</div>
}

/** What waits of one sort: how much, where all of it is, by kind, and the first of it. */
export function Heap({
  locale,
  title,
  count,
  hint,
  links,
  lines,
}: {
  locale: Locale
  title: string
  count: string
  hint?: string | undefined
  links: { href: string; label: string; count?: string }[]
  lines: WaitingLine[]
}) {
  return (
    <section class="heap">
      <h2>
        {title} <span class="count">{count}</span>
      </h2>
      {hint === undefined ? null : <p class="hint">{hint}</p>}
      {links.length === 0 ? null : (
        <ul class="ways">
          {links.map(({ href, label, count: number }) => (
            <li>
              {isSafeHref(href) ? <a href={href}>{label}</a> : label}
              {number === undefined ? null : <span class="number"> {number}</span>}
            </li>
          ))}
        </ul>
      )}
      {lines.length === 0 ? null : (
        <ol>
          {lines.map(({ when, title: text, href, note, tone }) => (
            <li {...(tone === undefined ? {} : { class: tone })}>
              {when === undefined ? <span /> : <time datetime={when.datetime}>{when.words}</time>}
              <div>
                {isSafeHref(href) ? (
                  <a href={href}>
                    <Text text={text} locale={locale} />
                  </a>
                ) : (
                  <Text text={text} locale={locale} />
                )}
                {note === undefined ? null : <small>{note}</small>}
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
