import type { Child } from 'hono/jsx'
import { pieceOf } from '../../../community/index.ts'
import {
  Columns,
  Crumbs,
  DeadlineBox,
  dirOf,
  Fact,
  Facts,
  Link,
  Notice,
  OtherLanguage,
  PrintLink,
  Prose,
  Section,
  Text,
  Tile,
} from '../../../design/index.ts'
import {
  sayAmountRule,
  sayDates,
  sayLimit,
  sayRoutes,
  sayRule,
  sayTiming,
} from '../../rules/sentences/words.ts'
import { asSentence } from '../../rules/sentences/model.ts'
import { type CheckReader, realDateWords, wordsIn } from '../check/words.ts'
import type { ShownCall } from '../listing/model.ts'

export type CallFacts = { reader: CheckReader; call: ShownCall }

/** A call: when it closes, the check, and every rule of it as a sentence. */
export function CallBody({ facts }: { facts: CallFacts }) {
  const { reader, call } = facts
  const { say, href, locale } = reader
  const [best] = call.texts
  if (!best) return null
  return (
    <article>
      <Crumbs locale={locale} items={[{ href: href('/calls'), label: say('calls.title') }]} />
      <header class="heading">
        <h1 {...(best.lang === locale ? {} : { lang: best.lang, dir: dirOf(best.lang) })}>{best.title}</h1>
        <OtherLanguage locale={locale} lang={best.lang} />
        {best.demonstration ? <Notice tone="demo">{say('call.demonstration')}</Notice> : null}
      </header>
      <Columns main={<Main facts={facts} />} aside={<Aside facts={facts} />} />
    </article>
  )
}

function Main({ facts }: { facts: CallFacts }) {
  const { reader, call } = facts
  const { say, locale, href } = reader
  const { record, timing, texts } = call
  // Whoever would be late is told that it is closed.
  const shown = timing.phase === 'late' ? { ...timing, phase: 'closed' as const } : timing
  const [summary, body] = [pieceOf(texts, 'summary'), pieceOf(texts, 'body')]
  const isOpen = shown.phase === 'open'
  const real = realDateWords(record.real_dates, reader)
  return (
    <>
      <DeadlineBox
        tone={isOpen ? 'open' : 'closed'}
        stated={sayTiming(reader, shown, record.dates)}
        lines={[
          ...(record.dates.as_printed ? [record.dates.as_printed] : []),
          ...(real === null ? [] : [<strong>{real}</strong>]),
        ]}
      />
      {summary ? <Prose text={summary} locale={locale} /> : null}
      <Notice tone="info">
        <p>
          <strong>
            <Link href={href(`/calls/${call.slug}/check`)}>{say('check.start')}</Link>
          </strong>
        </p>
        <p>{say('check.startLead')}</p>
      </Notice>
      <RuleSections facts={facts} />
      {body ? <Prose text={body} locale={locale} /> : null}
    </>
  )
}

/** Who may apply, what counts, where to, how much and when, each rule a sentence. */
function RuleSections({ facts: { reader, call } }: { facts: CallFacts }) {
  const { record } = call
  const { say } = reader
  const kind = (wanted: string) =>
    record.rules.filter((rule) => rule.kind === wanted).map((rule) => sayRule(reader, rule, record))
  const gates = kind('gate')
  const { amount } = record
  return (
    <>
      <Sentences
        reader={reader}
        title={say('call.who')}
        items={gates.length > 0 ? gates : [say('call.noRules')]}
      />
      <Sentences reader={reader} title={say('call.routes')} items={sayRoutes(reader, record)} />
      <Sentences
        reader={reader}
        title={say('call.amount')}
        items={amount?.lines.map((line) => sayAmountRule(reader, line, record)) ?? []}
      />
      <Sentences
        reader={reader}
        title={say('call.limits')}
        items={amount?.limits.map((limit) => sayLimit(reader, limit, record)) ?? []}
      />
      <Sentences reader={reader} title={say('call.priorities')} items={kind('priority')} />
      <Sentences reader={reader} title={say('call.quotas')} items={kind('quota')} />
      <Sentences reader={reader} title={say('call.dates')} items={sayDates(reader, record.dates)} />
      <Sentences
        reader={reader}
        title={say('call.questions')}
        items={record.questions.map(({ says }) => wordsIn(says, reader.locale))}
      />
    </>
  )
}

function Sentences({ reader, title, items }: { reader: CheckReader; title: string; items: string[] }) {
  if (items.length === 0) return null
  return (
    <Section title={title}>
      <ul>
        {items.map((sentence) => (
          <li>{asSentence(reader, sentence)}</li>
        ))}
      </ul>
    </Section>
  )
}

function Aside({ facts: { reader, call } }: { facts: CallFacts }) {
  const { say, locale, term, format } = reader
  const { record } = call
  const { opportunity } = record
  const terms = (vocabulary: string, ids: readonly string[] | null | undefined) =>
    ids && ids.length > 0 ? format.list(ids.map((id) => term(vocabulary, id))) : undefined
  const named = (text: string) => <Text text={{ text, lang: call.originalLang }} locale={locale} />
  const lines: [string, Child | undefined][] = [
    [say('call.covers'), terms('covers', opportunity.covers)],
    [say('call.disciplines'), terms('discipline', opportunity.disciplines)],
    [say('call.organiser'), opportunity.organiser ? named(opportunity.organiser) : undefined],
    [
      say('call.partners'),
      record.partner_organisations.length > 0 ? named(record.partner_organisations.join(' · ')) : undefined,
    ],
    [
      say('call.source'),
      opportunity.url ? (
        <Link href={opportunity.url} external>
          {say('call.sourceLink')}
        </Link>
      ) : undefined,
    ],
  ]
  return (
    <>
      <Tile id={call.id} size={4} />
      <Facts>
        {lines.flatMap(([name, value]) => (value === undefined ? [] : [<Fact name={name}>{value}</Fact>]))}
      </Facts>
      <p>
        <small>{say('call.version', { version: call.version })}</small>
      </p>
      <PrintLink locale={locale} />
    </>
  )
}
