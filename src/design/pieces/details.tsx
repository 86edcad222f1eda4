import type { Child } from 'hono/jsx'
import { hrefIn, type Locale } from '../locales.ts'
import { speak } from '../messages/index.ts'
import { Link } from './link.tsx'
import { Text } from './text.tsx'

/** Facts of a record, name beside value. */
export function Facts({ children }: { children?: Child }) {
  return <dl class="facts">{children}</dl>
}

export function Fact({ name, children }: { name: string; children?: Child }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The deadline of a record in the signal colour: as stated first, then what explains it. */
export function DeadlineBox({
  stated,
  lines,
  tone = 'open',
}: {
  stated: Child
  lines: Child[]
  tone?: 'open' | 'closed'
}) {
  return (
    <div class={`deadline ${tone}`}>
      <p class="stated">{stated}</p>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </div>
  )
}

/**
 * A moment as the server writes it. With script the reader's own time is added where it says something different:
 * `sentence` has `{moment}` for it.
 */
export function Moment({ instant, words, sentence }: { instant: string; words: string; sentence?: string }) {
  const time = <time datetime={instant}>{words}</time>
  return sentence === undefined ? time : <local-time data-sentence={sentence}>{time}</local-time>
}

/** What matters first beside what goes with it. */
export function Columns({ main, aside }: { main: Child; aside: Child }) {
  return (
    <div class="columns">
      <div class="main">{main}</div>
      <aside>{aside}</aside>
    </div>
  )
}

/** A part of a form that is folded away until it is asked for; open where something in it is to be mended. */
export function Fold({ title, open, children }: { title: string; open: boolean; children?: Child }) {
  return (
    <details class="folded" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

/** Names of a program with what each holds and means, folded away under a title until somebody looks them up. */
export function NameList({
  title,
  names,
}: {
  title: string
  names: { name: string; kind: string; meaning: Child }[]
}) {
  return (
    <details class="names">
      <summary>{title}</summary>
      <dl>
        {names.map(({ name, kind, meaning }) => (
          <div>
            <dt>
              <code dir="ltr">{name}</code> <bdi dir="ltr">{kind}</bdi>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

export function Notice({ tone, children }: { tone: 'info' | 'demo' | 'warning'; children?: Child }) {
  return <div class={`notice ${tone}`}>{children}</div>
}

/** The way back up; the page itself is not among the items. */
export function Crumbs({
  locale = 'en',
  items,
}: {
  locale?: Locale | undefined
  items: { href: string; label: string; lang?: string }[]
}) {
  return (
    <nav class="crumbs" aria-label={speak(locale)('page.crumbs')}>
      <ol>
        {items.map(({ href, label, lang }) => (
          <li>
            <Link href={href}>
              {lang === undefined ? label : <Text text={{ text: label, lang }} locale={locale} />}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Pages that belong together, of which one is shown; addresses without language. */
export function Tabs({
  locale,
  label,
  items,
  here,
}: {
  locale: Locale
  label: string
  items: { href: string; label: string; count?: string }[]
  here: string
}) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {items.map(({ href, label, count }) => (
          <li>
            <a href={hrefIn(locale, href)} {...(href === here ? { 'aria-current': 'page' } : {})}>
              {label}
              {count === undefined ? null : <span class="count"> {count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A button that prints the page; made by script, so absent without it. */
export function PrintLink({ locale }: { locale: Locale }) {
  return <print-link data-label={speak(locale)('print.page')} />
}

/** Another page of the house as it looks inside a page of somebody else; only addresses that may be framed. */
export function Preview({ src, title, height }: { src: string; title: string; height: number }) {
  return <iframe class="preview" src={src} title={title} height={height} loading="lazy" />
}
