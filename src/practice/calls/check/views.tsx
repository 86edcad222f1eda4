import {
  Button,
  Crumbs,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  Notice,
  Suggestions,
} from '../../../design/index.ts'
import type { RuleReader, SaidBook } from '../../rules/sentences/words.ts'
import type { Asking, Typed } from './form/fields/model.ts'
import { AskedField, countriesList } from './form/views.tsx'
import type { Page } from './planning/model.ts'
import { hintOf, titleOf } from './questions/words.ts'
import type { Check } from './steps/model.ts'

/** A call as the pages of its check name it. */
export type NamedCall = { slug: string; title: string; lang: string }

export type QuestionFacts = {
  reader: RuleReader
  href(path: string): string
  call: NamedCall
  book: SaidBook
  check: Check
  page: Page
  before: number
  more: number
  typed: Typed
  asking: Asking
  faults: Fault[]
  /** What stands about the call just now, where one cannot apply. */
  notOpen: string | undefined
  /** In a demonstration: what its dates really were. */
  realDate: string | null
}

/** One question of the check. */
export function QuestionBody({ facts }: { facts: QuestionFacts }) {
  const { reader, call, page, asking, faults, before, more } = facts
  const { say, locale } = reader
  const reading = { reader, facts: asking.facts, questions: asking.questions, currency: facts.book.currency }
  const hasCountries = page.asked.some(({ kind }) => withCountries.has(kind))
  const number = before + 1
  return (
    <article>
      <CheckCrumbs facts={facts} />
      <ErrorSummary locale={locale} errors={faults} />
      <p class="hint">
        {say('check.title')} ·{' '}
        {more === 0
          ? say('check.lastStep', { n: number })
          : say('check.step', { n: number, of: number + more })}
      </p>
      <Heading text={titleOf(page, reading)} lead={hintOf(page, reading)} />
      {before === 0 && faults.length === 0 ? (
        <Notice tone="info">
          <p>{say('check.lead')}</p>
          {facts.realDate === null ? null : <p>{facts.realDate}</p>}
          {facts.notOpen === undefined ? null : (
            <p>
              <strong>{facts.notOpen}</strong>
            </p>
          )}
        </Notice>
      ) : null}
      <Form locale={locale} action={`/calls/${call.slug}/check`} faults={faults}>
        <SoFar check={facts.check} page={page.id} />
        {page.asked.map((asked) => (
          <AskedField reader={reader} asked={asked} typed={facts.typed} asking={asking} book={facts.book} />
        ))}
        <Button name="do" value="answer">
          {say('check.continue')}
        </Button>{' '}
        <Button kind="quiet" name="do" value="skip">
          {say('check.skip')}
        </Button>{' '}
        {before > 0 ? (
          <Button kind="link" name="do" value="back">
            {say('check.back')}
          </Button>
        ) : null}
        {hasCountries ? <Suggestions id={countriesList} values={asking.countries.names} /> : null}
      </Form>
    </article>
  )
}

const withCountries = new Set<string>(['countries', 'places', 'residence', 'place', 'journey'])

/** All that was answered so far goes along in the form, and is kept nowhere else. */
export function SoFar({ check, page }: { check: Check; page?: string }) {
  return (
    <>
      <input type="hidden" name="so-far" value={JSON.stringify(check)} />
      {page === undefined ? null : <input type="hidden" name="page" value={page} />}
    </>
  )
}

export function CheckCrumbs({
  facts: { reader, call, href },
}: {
  facts: Pick<QuestionFacts, 'reader' | 'call' | 'href'>
}) {
  return (
    <Crumbs
      locale={reader.locale}
      items={[
        { href: href('/calls'), label: reader.say('calls.title') },
        { href: href(`/calls/${call.slug}`), label: call.title, lang: call.lang },
      ]}
    />
  )
}
