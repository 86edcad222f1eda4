import {
  Button,
  CheckField,
  DateField,
  ErrorSummary,
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
import { AccountTabs } from '../account/pages/views.tsx'
import { speak } from '../messages/index.ts'
import {
  lastDayOf,
  longestTokenName,
  type ScopeDeclaration,
  type TokenField,
  type TokenLine,
} from './model.ts'

/** What `/account/tokens` shows: the tokens there are, what can be chosen, and what was sent that has to be mended. */
export type TokenFacts = {
  tokens: TokenLine[]
  scopes: readonly ScopeDeclaration[]
  now: Temporal.Instant
  first: string
  last: string
  notice: string | undefined
  sent: { name: string; scopes: readonly string[]; until: string }
  faults: { field: TokenField; message: string }[]
}

type Props = { locale: Locale; facts: TokenFacts }

/** The tokens of a person, and the form that makes another. */
export function TokensBody({ locale, facts }: Props) {
  const say = speak(locale)
  return (
    <>
      <ErrorSummary locale={locale} errors={facts.faults} />
      {facts.notice === undefined ? null : <Notice tone="info">{facts.notice}</Notice>}
      <Heading text={say('tokens.title')} lead={say('tokens.lead')} />
      <AccountTabs locale={locale} here="/account/tokens" />
      {facts.tokens.length === 0 ? <p>{say('tokens.none')}</p> : <Tokens locale={locale} facts={facts} />}
      <TokenForm locale={locale} facts={facts} />
    </>
  )
}

const columns = ['name', 'scopes', 'made', 'until', 'used', 'end'] as const

function Tokens({ locale, facts }: Props) {
  const say = speak(locale)
  const format = formatsFor(locale)
  const nameOf = (id: string) => facts.scopes.find((scope) => scope.id === id)?.words(locale).name ?? id
  return (
    <Table
      caption={say('tokens.list')}
      head={columns.map((column) => say(`tokens.head.${column}`))}
      rows={facts.tokens.map((token) => [
        <bdi>{token.name}</bdi>,
        format.list(token.scopes.map(nameOf)),
        format.date(token.madeAt.toZonedDateTimeISO('UTC').toPlainDate().toString()),
        Temporal.Instant.compare(token.expiresAt, facts.now) > 0
          ? format.date(lastDayOf(token.expiresAt))
          : say('tokens.over'),
        token.lastUsedOn === undefined ? say('tokens.unused') : format.date(token.lastUsedOn),
        <form action={hrefIn(locale, `/account/tokens/${token.id}/end`)} method="post">
          <Button kind="quiet">{say('tokens.end', { name: token.name })}</Button>
        </form>,
      ])}
    />
  )
}

function TokenForm({ locale, facts }: Props) {
  const say = speak(locale)
  const errorOf = (field: TokenField) => facts.faults.find((fault) => fault.field === field)?.message
  return (
    <Section title={say('tokens.make')}>
      <form action={hrefIn(locale, '/account/tokens')} method="post" novalidate>
        <TextField
          locale={locale}
          name="name"
          label={say('tokens.name')}
          hint={say('tokens.nameHint')}
          value={facts.sent.name}
          autocomplete="off"
          maxLength={longestTokenName}
          error={errorOf('name')}
        />
        <CheckField
          locale={locale}
          name="scopes"
          label={say('tokens.scopes')}
          options={facts.scopes.map((scope) => ({
            value: scope.id,
            label: scope.words(locale).name,
            hint: scope.words(locale).does,
            chosen: facts.sent.scopes.includes(scope.id),
          }))}
          error={errorOf('scopes')}
        />
        <DateField
          locale={locale}
          name="until"
          label={say('tokens.until')}
          hint={say('tokens.untilHint', { last: formatsFor(locale).date(facts.last) })}
          value={facts.sent.until}
          min={facts.first}
          max={facts.last}
          error={errorOf('until')}
        />
        <Button>{say('tokens.button')}</Button>
      </form>
    </Section>
  )
}

/** A token just made, on the one page that ever shows it. */
export function MadeBody({ locale, token }: { locale: Locale; token: string }) {
  const say = speak(locale)
  return (
    <>
      <Heading text={say('tokens.made')} lead={say('tokens.madeText')} />
      <AccountTabs locale={locale} here="/account/tokens" />
      <TextField
        locale={locale}
        name="token"
        label={say('tokens.token')}
        hint={say('tokens.tokenHint')}
        value={token}
        autocomplete="off"
      />
      <p>
        <Link href={hrefIn(locale, '/account/tokens')}>{say('tokens.back')}</Link>
      </p>
    </>
  )
}
