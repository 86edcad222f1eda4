import {
  Button,
  Crumbs,
  ErrorSummary,
  Fact,
  Facts,
  Form,
  formatsFor,
  Heading,
  hrefIn,
  Link,
  type Locale,
  Notice,
  Section,
  Table,
  TextField,
} from '../../design/index.ts'
import { speak } from '../messages/index.ts'
import { GrantForm, Limiting, type RolesFacts } from './forms/desk-views.tsx'
import { limitsInWords } from './limits/model.ts'
import type { Grant, Registry, RoleDeclaration } from './model.ts'

type Props = { locale: Locale; facts: RolesFacts }

function Lines({ lines }: { lines: string[] }) {
  return (
    <>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </>
  )
}

/** Who holds which role, what each can do, and a form that grants one. */
export function RolesBody({ locale, facts }: Props) {
  const say = speak(locale)
  return (
    <>
      <ErrorSummary locale={locale} errors={facts.form.faults} />
      {facts.notice === undefined ? null : <Notice tone="info">{facts.notice}</Notice>}
      <Crumbs locale={locale} items={[{ href: hrefIn(locale, '/desk'), label: say('desk.title') }]} />
      <Heading text={say('roles.title')} lead={say('roles.lead')} />
      <Running locale={locale} facts={facts} />
      <GrantForm locale={locale} facts={facts} />
      <Section title={say('roles.can')}>
        <Facts>
          {facts.roles.all.map((role) => {
            const { name, does } = role.words(locale)
            return (
              <Fact name={name}>
                <Lines lines={does} />
              </Fact>
            )
          })}
        </Facts>
      </Section>
      <Over locale={locale} facts={facts} />
    </>
  )
}

const nameOf = (locale: Locale, roles: Registry, id: string) => roles.find(id)?.words(locale).name ?? id

const personOf = ({ person }: Grant) => (
  <>
    <bdi>{person.name || person.email}</bdi>
    {person.name && person.email ? <small> {person.email}</small> : null}
  </>
)

function Running({ locale, facts }: Props) {
  const say = speak(locale)
  const format = formatsFor(locale)
  const head = ['person', 'role', 'limits', 'from', 'until', 'granted', 'why'] as const
  return (
    <Table
      caption={say('roles.running')}
      head={head.map((column) => say(`roles.head.${column}`))}
      rows={facts.running.map((grant) => [
        personOf(grant),
        <Link href={hrefIn(locale, `/desk/roles/${grant.id}`)}>
          {nameOf(locale, facts.roles, grant.role)}
        </Link>,
        limitsInWords(locale, grant.limits).join(' · ') || say('roles.everywhere'),
        format.moment(grant.from, 'UTC'),
        grant.until ? format.moment(grant.until, 'UTC') : say('roles.lasting'),
        <bdi>{grant.grantedBy ?? say('roles.house')}</bdi>,
        <bdi>{grant.why}</bdi>,
      ])}
    />
  )
}

function Over({ locale, facts }: Props) {
  const say = speak(locale)
  const format = formatsFor(locale)
  if (facts.over.length === 0) return <p>{say('roles.nobody')}</p>
  const head = ['person', 'role', 'limits', 'from', 'until', 'ended', 'why'] as const
  return (
    <Table
      caption={say('roles.over')}
      head={head.map((column) => say(`roles.head.${column}`))}
      rows={facts.over.map((grant) => [
        personOf(grant),
        nameOf(locale, facts.roles, grant.role),
        limitsInWords(locale, grant.limits).join(' · ') || say('roles.everywhere'),
        format.moment(grant.from, 'UTC'),
        format.moment(grant.ended?.at ?? grant.until ?? grant.from, 'UTC'),
        <bdi>{grant.ended ? (grant.ended.by ?? say('roles.house')) : say('roles.byItself')}</bdi>,
        <bdi>{grant.ended?.why ?? grant.why}</bdi>,
      ])}
    />
  )
}

/** One grant: what it is, and two forms that change its limits and end it. */
export function RoleBody({
  locale,
  grant,
  role,
  facts,
}: {
  locale: Locale
  grant: Grant
  role: RoleDeclaration | undefined
  facts: Pick<RolesFacts, 'form' | 'choices'>
}) {
  const say = speak(locale)
  const address = `/desk/roles/${grant.id}`
  const { name, does } = role?.words(locale) ?? { name: grant.role, does: [] }
  return (
    <>
      <ErrorSummary locale={locale} errors={facts.form.faults} />
      <Crumbs
        locale={locale}
        items={[
          { href: hrefIn(locale, '/desk'), label: say('desk.title') },
          { href: hrefIn(locale, '/desk/roles'), label: say('roles.title') },
        ]}
      />
      <Heading text={say('roles.one', { role: name, person: grant.person.name || grant.person.email })} />
      <Lines lines={[...does, ...limitsInWords(locale, grant.limits)]} />
      <Section title={say('roles.limit')}>
        <Form locale={locale} action={`${address}/limit`} faults={facts.form.faults}>
          <Limiting locale={locale} facts={facts} kinds={role?.limits ?? []} />
          <Button kind="quiet">{say('roles.limitButton')}</Button>
        </Form>
      </Section>
      <Section title={say('roles.end')}>
        <Form locale={locale} action={`${address}/end`} faults={facts.form.faults}>
          <TextField
            locale={locale}
            name="why"
            id="end-why"
            label={say('roles.why')}
            hint={say('roles.whyHint')}
            maxLength={1000}
          />
          <Button kind="warning">{say('roles.endButton')}</Button>
        </Form>
      </Section>
    </>
  )
}
