import type { ChecklistItem, Finding } from '../../community/index.ts'
import { Button, Findings, formatsFor, hrefIn, type Locale, Section } from '../../design/index.ts'
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
