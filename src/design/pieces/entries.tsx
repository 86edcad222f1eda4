import type { Child } from 'hono/jsx'
import { hrefIn, type Locale } from '../locales.ts'
import { speak } from '../messages/index.ts'
import { Moment } from './details.tsx'
import { Button } from './fields.tsx'
import { Form } from './form.tsx'
import { ItemTitle } from './heading.tsx'
import { isSafeHref } from '../safeHref.ts'
import { Away } from './text.tsx'

/** What happened, one entry after another, the latest first. */
export function Entries({ children }: { children?: Child }) {
  return <ol class="entries">{children}</ol>
}

type EntryProps = {
  locale: Locale
  when: { instant: string; words: string }
  title: string
  /** Lines, shown as they are. */
  text: string
  /** Where it leads, without language. */
  href: string
  /**
   * What has not been opened yet says so. To open it or put it aside changes something, so both are buttons of a form sent to
   * `action`; it is opened where the form says `open=yes`.
   */
  fresh?: { label: string; action: string; aside: string } | undefined
}

/** One entry: when, what, and where it leads. */
export function Entry({ fresh, ...entry }: EntryProps) {
  const { locale, title, href } = entry
  if (fresh === undefined)
    return (
      <li class="entry">
        <EntryWords {...entry}>
          {isSafeHref(href) ? <a href={hrefIn(locale, href)}>{title}</a> : title}
        </EntryWords>
      </li>
    )
  return (
    <li class="entry fresh">
      <Form locale={locale} action={fresh.action}>
        <EntryWords {...entry} label={fresh.label}>
          <Button kind="link" name="open" value="yes">
            {title}
          </Button>
        </EntryWords>
        <Button kind="quiet">
          {fresh.aside}
          <Away>: {title}</Away>
        </Button>
      </Form>
    </li>
  )
}

function EntryWords({
  when,
  text,
  label,
  children,
}: Pick<EntryProps, 'when' | 'text'> & { label?: string; children?: Child }) {
  return (
    <>
      <p class="at">
        <Moment {...when} />
        {label === undefined ? null : <span class="badge">{label}</span>}
      </p>
      <ItemTitle>{children}</ItemTitle>
      <p class="text">{text}</p>
    </>
  )
}

/** The way on in a list without numbered pages: back to its beginning, and to what is older. Addresses without language. */
export function Onward({
  locale,
  latest,
  older,
  label,
}: {
  locale: Locale
  latest?: string | undefined
  older?: string | undefined
  /** Where a page has several lists with pages of their own. */
  label?: string | undefined
}) {
  if (latest === undefined && older === undefined) return null
  const say = speak(locale)
  return (
    <nav class="paging" aria-label={label ?? say('paging.label')}>
      {latest === undefined ? null : <a href={hrefIn(locale, latest)}>{say('paging.latest')}</a>}
      {older === undefined ? null : (
        <a rel="next" href={hrefIn(locale, older)}>
          {say('paging.older')}
        </a>
      )}
    </nav>
  )
}
