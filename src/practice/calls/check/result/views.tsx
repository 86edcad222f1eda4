import {
  Button,
  Disclosure,
  Fact,
  Facts,
  Form,
  Heading,
  Link,
  Notice,
  Section,
  Text,
} from '../../../../design/index.ts'
import type { RuleReader } from '../../../rules/sentences/words.ts'
import type { Check } from '../steps/model.ts'
import { CheckCrumbs, type NamedCall, SoFar } from '../views.tsx'
import type { CheckAnswer, MissingFact, SaidAmount } from '../answering/model.ts'

/** What was answered on a page, in words, to be changed. */
export type ToldLine = { page: string; question: string; answer: string }

/** Another open call: one meets its rules, or so many questions are still open. */
export type OtherCall = NamedCall & { questions: number }

export type ResultFacts = {
  reader: RuleReader
  href(path: string): string
  call: NamedCall
  check: Check
  answer: CheckAnswer
  told: ToldLine[]
  others: OtherCall[]
  /** Whether answering more would make the amount known. */
  canAskAmount: boolean
}

/** The answer first, then the reasons, then what it would bring, then what else fits. */
export function ResultBody({ facts }: { facts: ResultFacts }) {
  const { reader, answer, call, check } = facts
  const { say, locale } = reader
  return (
    <article>
      <CheckCrumbs facts={facts} />
      <Heading text={answer.says} lead={leadOf(facts)} />
      {answer.timing.phase === 'open' ? null : (
        <Notice tone="warning">
          {answer.timing.says} {say('check.notOpen')}
        </Notice>
      )}
      <Reasons facts={facts} />
      <Amount facts={facts} />
      <Priorities facts={facts} />
      <Others facts={facts} />
      <EveryRule facts={facts} />
      {answer.timing.realDate === null ? null : <Notice tone="demo">{answer.timing.realDate}</Notice>}
      <Told facts={facts} />
      <Form locale={locale} action={`/calls/${call.slug}/check`}>
        <SoFar check={check} />
        <p>
          <Link href={facts.href(`/calls/${call.slug}`)}>{say('check.toCall')}</Link>
          {' · '}
          <Link href={facts.href(`/calls/${call.slug}/check`)}>{say('check.again')}</Link>
          {check.trail.length > 0 ? (
            <>
              {' · '}
              <Button kind="link" name="do" value="back">
                {say('check.back')}
              </Button>
            </>
          ) : null}
        </p>
      </Form>
    </article>
  )
}

function leadOf({ reader: { say }, answer }: ResultFacts): string {
  const failing = answer.rules.filter((rule) => rule.answer === 'fail').length
  if (answer.answer === 'fail') return say('check.lead.fail', { count: failing })
  return say(answer.answer === 'pass' ? 'check.lead.pass' : 'check.lead.unknown')
}

function Reasons({ facts: { reader, answer } }: { facts: ResultFacts }) {
  if (answer.answer === 'unknown')
    return (
      <ul>
        {answer.missing.map(({ says }) => (
          <li>{says}</li>
        ))}
      </ul>
    )
  const failing = answer.rules.filter((rule) => rule.answer === 'fail')
  if (failing.length === 0) return null
  return (
    <Section title={reader.say('check.why')}>
      <ul class="reasons">
        {failing.map(({ reason, says }) => (
          <li>
            <strong>{reason ?? says}</strong>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Amount({ facts }: { facts: ResultFacts }) {
  const { reader, answer, call, check, canAskAmount } = facts
  const { say, locale } = reader
  const { amount } = answer
  if (!amount || answer.answer !== 'pass') return null
  return (
    <Section title={say('check.amount')} id="amount">
      {amount.from === null && check.aim === 'answer' ? null : <AmountLines amount={amount} />}
      {canAskAmount ? (
        <Form locale={locale} action={`/calls/${call.slug}/check`}>
          <SoFar check={check} />
          <p>{say('check.amount.askLead')}</p>
          <Button name="do" value="amount">
            {say('check.amount.ask')}
          </Button>
        </Form>
      ) : (
        <Depends reader={reader} missing={amount.missing} />
      )}
    </Section>
  )
}

/** What would be granted: the sum first, then line by line. */
function AmountLines({ amount }: { amount: SaidAmount }) {
  return (
    <>
      <p class="lead">
        <strong>{amount.says}</strong>
      </p>
      <ul class="lines">
        {amount.lines.map(({ says }) => (
          <li>{says}</li>
        ))}
      </ul>
    </>
  )
}

function Depends({ reader, missing }: { reader: RuleReader; missing: MissingFact[] }) {
  if (missing.length === 0) return null
  const facts = reader.format.list(missing.map(({ says }) => says))
  return <p>{reader.say('check.dependsOn', { facts })}</p>
}

function Priorities({ facts: { reader, answer } }: { facts: ResultFacts }) {
  if (answer.answer === 'fail' || answer.priorities.length === 0) return null
  const { say } = reader
  const stands = (each: CheckAnswer['priorities'][number]) =>
    each.answer === 'pass'
      ? say(`check.priority.${each.counts}`)
      : say(each.answer === 'fail' ? 'check.priority.fail' : 'check.state.unknown')
  return (
    <Section title={say('check.priorities')}>
      <ul>
        {answer.priorities.map((each) => (
          <li>
            {each.says} <small>({stands(each)})</small>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Others({ facts: { reader, others, answer, href } }: { facts: ResultFacts }) {
  const { say, locale } = reader
  if (others.length === 0 && answer.answer === 'pass') return null
  return (
    <Section title={say('check.others')} more={{ href: href('/calls'), label: say('check.others.all') }}>
      {others.length === 0 ? (
        <p>{say('check.others.none')}</p>
      ) : (
        <>
          <p>{say('check.others.lead')}</p>
          <ul>
            {others.map(({ slug, title, lang, questions }) => (
              <li>
                <Link href={href(`/calls/${slug}`)}>
                  <Text text={{ text: title, lang }} locale={locale} />
                </Link>{' '}
                <small>
                  {questions === 0
                    ? say('check.others.pass')
                    : say('check.others.more', { count: questions })}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function EveryRule({ facts: { reader, answer } }: { facts: ResultFacts }) {
  const { say } = reader
  if (answer.rules.length === 0) return null
  return (
    <Disclosure summary={say('check.rules')}>
      <ul>
        {answer.rules.map((rule) => (
          <li>
            <strong>{say(`check.state.${rule.answer}`)}</strong> · {rule.says}
            {rule.missing.length === 0 ? null : (
              <small>
                {' '}
                {say('check.dependsOn', { facts: reader.format.list(rule.missing.map(({ says }) => says)) })}
              </small>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

/** What was answered, each with a way to answer it otherwise. */
function Told({ facts: { reader, told, call, check } }: { facts: ResultFacts }) {
  const { say, locale } = reader
  if (told.length === 0) return null
  return (
    <Section title={say('check.told')}>
      <Form locale={locale} action={`/calls/${call.slug}/check`}>
        <SoFar check={check} />
        <Facts>
          {told.map(({ page, question, answer }) => (
            <Fact name={question}>
              {answer}{' '}
              <Button
                kind="link"
                name="do"
                value={`change ${page}`}
                label={say('check.changeOf', { question })}
              >
                {say('check.change')}
              </Button>
            </Fact>
          ))}
        </Facts>
      </Form>
    </Section>
  )
}
