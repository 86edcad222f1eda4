import {
  Button,
  CheckField,
  Crumbs,
  ErrorSummary,
  formatsFor,
  Heading,
  hrefIn,
  Link,
  type Locale,
  Notice,
  Section,
  Table,
} from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import { FactsFields } from './form/views.tsx'
import type { FactsForm } from './form/model.ts'

/** One change of the facts, as its row shows it. */
export type ChangeLine = { at: Temporal.Instant; who: string; why: string }

/** What the page on which a partner is kept shows. */
export type KeepFacts = {
  partner: { id: string; name: string; lang: string }
  form: FactsForm
  languages: readonly string[]
  /** Of a focal point: what they are called, and whether they agreed to be named. */
  you: { name: string; agrees: boolean } | undefined
  changes: ChangeLine[]
  faults: { field: string; message: string }[]
  isSaved: boolean
}

type Props = { locale: Locale; facts: KeepFacts }

/** Where a focal point or an administrator keeps what a partner says of itself. */
export function KeepBody({ locale, facts }: Props) {
  const say = speak(locale)
  const { partner } = facts
  const up = { href: hrefIn(locale, `/partners/${partner.id}`), label: partner.name, lang: partner.lang }
  return (
    <>
      <ErrorSummary locale={locale} errors={facts.faults} />
      {facts.isSaved ? <Notice tone="info">{say('focal.saved')}</Notice> : null}
      <Crumbs locale={locale} items={[up]} />
      <Heading text={say('focal.title', { partner: partner.name })} lead={say('focal.lead')} />
      <form action={hrefIn(locale, `/partners/${partner.id}/edit`)} method="post" novalidate>
        <FactsFields locale={locale} {...facts} />
        <Button>{say('focal.save')}</Button>
      </form>
      {facts.you ? <You locale={locale} facts={facts} you={facts.you} /> : null}
      <Changes locale={locale} changes={facts.changes} />
    </>
  )
}

function You({ locale, facts, you }: Props & { you: NonNullable<KeepFacts['you']> }) {
  const say = speak(locale)
  return (
    <Section title={say('focal.you')} id="you">
      {you.name === '' ? (
        <p>
          <Link href={hrefIn(locale, '/account/profile')}>{say('focal.nameless')}</Link>
        </p>
      ) : (
        <form action={hrefIn(locale, `/partners/${facts.partner.id}/edit/agreement`)} method="post">
          <CheckField
            locale={locale}
            name="agree"
            label={say('focal.show')}
            hint={say('focal.youHint')}
            options={[{ value: 'yes', label: say('focal.agree', { name: you.name }), chosen: you.agrees }]}
          />
          <Button kind="quiet">{say('focal.save')}</Button>
        </form>
      )}
    </Section>
  )
}

function Changes({ locale, changes }: { locale: Locale; changes: ChangeLine[] }) {
  if (changes.length === 0) return null
  const say = speak(locale)
  const format = formatsFor(locale)
  return (
    <Table
      caption={say('focal.history')}
      head={[say('focal.head.at'), say('focal.head.who'), say('focal.head.why')]}
      rows={changes.map(({ at, who, why }) => [format.moment(at, 'UTC'), <bdi>{who}</bdi>, <bdi>{why}</bdi>])}
    />
  )
}
