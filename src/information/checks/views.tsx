import type { ChecklistItem, Finding } from '../../community/index.ts'
import {
  Button,
  Crumbs,
  Findings,
  formatsFor,
  Heading,
  hrefIn,
  type LangText,
  Link,
  type Locale,
  Notice,
  Section,
  Tabs,
} from '../../design/index.ts'
import type { DeskKind } from '../desk/fields/model.ts'
import { fieldLabel } from '../desk/fields/words.ts'
import { speak } from '../messages/index.ts'
import type { Asked, Checks } from './model.ts'
import { checkInWords, ruleInWords } from './words.ts'

export type ChecksFacts = Checks & {
  kind: DeskKind
  id: string
  checklist: readonly ChecklistItem[]
  /** The language that is looked at; none means all of them. */
  lang?: string | undefined
  /** Where a field is mended. */
  hrefOf(finding: Finding): string
  /** Whether an answer leads back to the page of the record rather than to that of its checks. */
  isOnRecord?: boolean
}

/**
 * What stands against a record, each with the field that mends it, and what is asked of a person. It has forms of its own, so
 * it stands beside a form and never in one.
 */
export function ChecksBox({ locale, facts }: { locale: Locale; facts: ChecksFacts }) {
  const say = speak(locale)
  const { findings, asked } = facts
  return (
    <Section title={say('checks.title')} id="checks">
      {findings.length === 0 ? <p>{say('checks.fine')}</p> : null}
      <Level locale={locale} facts={facts} level="must" />
      <Level locale={locale} facts={facts} level="should" />
      {asked.length === 0 ? null : (
        <>
          <h3>{say('checks.byHand')}</h3>
          <ul class="asked">
            {asked.map((one) => (
              <Question locale={locale} facts={facts} asked={one} />
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function Level({ locale, facts, level }: { locale: Locale; facts: ChecksFacts; level: 'must' | 'should' }) {
  const found = facts.findings.filter((finding) => finding.level === level)
  if (found.length === 0) return null
  return (
    <>
      <h3>{speak(locale)(`checks.${level}`)}</h3>
      <Findings
        items={found.map((finding) => ({
          level,
          words: checkInWords(locale, finding, facts.checklist),
          field: fieldLabel(locale, facts.kind, finding.field),
          href: facts.hrefOf(finding),
        }))}
      />
    </>
  )
}

function Question({ locale, facts, asked }: { locale: Locale; facts: ChecksFacts; asked: Asked }) {
  const say = speak(locale)
  const { rule, answers, given } = asked
  const address = hrefIn(locale, `/desk/${facts.kind}/${encodeURIComponent(facts.id)}/checks`)
  return (
    <li>
      <p>{ruleInWords(locale, rule, facts.checklist)}</p>
      <p>
        <small>
          {given
            ? say('checks.given', {
                answer: say(`checks.answer.${given.answer}`),
                person: given.by ?? say('checks.somebody'),
                when: formatsFor(locale).moment(given.at.toTemporalInstant(), 'UTC'),
              })
            : say('checks.notAnswered')}
        </small>
      </p>
      <form action={address} method="post" class="answers">
        <input type="hidden" name="rule" value={rule} />
        {facts.lang === undefined ? null : <input type="hidden" name="lang" value={facts.lang} />}
        {facts.isOnRecord ? <input type="hidden" name="back" value="record" /> : null}
        {answers
          .filter((answer) => answer !== given?.answer)
          .map((answer) => (
            <Button kind="quiet" name="answer" value={answer}>
              {say(`checks.answer.${answer}`)}
            </Button>
          ))}
        {given ? (
          <Button kind="link" name="answer" value="">
            {say('checks.takeBack')}
          </Button>
        ) : null}
      </form>
    </li>
  )
}

export type ChecksPageFacts = Omit<ChecksFacts, 'hrefOf'> & {
  title: LangText
  langs: string[]
  done: boolean
}

/** The page of what a record fails, in one of its languages or in all of them. */
export function ChecksBody({ locale, facts }: { locale: Locale; facts: ChecksPageFacts }) {
  const say = speak(locale)
  const { kind, id, langs, lang } = facts
  const path = `/desk/${kind}/${encodeURIComponent(id)}`
  const at = (one: string) => `${path}/checks?lang=${encodeURIComponent(one)}`
  const all = `${path}/checks`
  const format = formatsFor(locale)
  return (
    <>
      {facts.done ? <Notice tone="info">{say('checks.done')}</Notice> : null}
      <Crumbs
        locale={locale}
        items={[
          { href: hrefIn(locale, '/desk'), label: say('checks.desk') },
          { href: hrefIn(locale, `/desk/${kind}`), label: say(`checklist.kind.${kind}`) },
        ]}
      />
      <Heading text={facts.title.text} lang={facts.title.lang} />
      {langs.length < 2 ? null : (
        <Tabs
          locale={locale}
          label={say('checks.languages')}
          items={[
            { href: all, label: say('checks.all') },
            ...langs.map((one) => ({ href: at(one), label: format.language(one) })),
          ]}
          here={lang === undefined ? all : at(lang)}
        />
      )}
      <ChecksBox
        locale={locale}
        facts={{ ...facts, hrefOf: (finding) => fieldHref(locale, path, finding) }}
      />
      <p>
        <Link href={hrefIn(locale, path)}>{say('checks.edit')}</Link>
      </p>
    </>
  )
}

function fieldHref(locale: Locale, path: string, { field, lang }: Finding): string {
  const query = lang === undefined ? '' : `?lang=${encodeURIComponent(lang)}`
  return `${hrefIn(locale, path)}${query}#${encodeURIComponent(field)}`
}
