import {
  Button,
  Crumbs,
  ErrorSummary,
  formatsFor,
  Heading,
  hrefIn,
  Link,
  type Locale,
  Notice,
  Table,
  Text,
  TextArea,
  TextField,
} from '../../design/index.ts'
import { pageOf } from '../memberships/model.ts'
import { speak } from '../messages/index.ts'
import type { Claim, Claiming } from './model.ts'

/** The claims somebody has made, and what came of them; nothing where there are none. */
export function OwnClaims({ locale, claims }: { locale: Locale; claims: Claim[] }) {
  const say = speak(locale)
  const format = formatsFor(locale)
  if (claims.length === 0) return null
  return (
    <Table
      caption={say('claim.mine')}
      head={[say('membership.organisation'), say('claim.made'), say('claim.stage'), say('membership.change')]}
      rows={claims.map((claim) => [
        <Text text={{ text: claim.organisation.name, lang: claim.organisation.lang }} locale={locale} />,
        format.moment(claim.madeAt, 'UTC'),
        <>
          {say(`claim.stage.${claim.stage}`)}
          {claim.decided?.why ? (
            <p>
              <bdi>{claim.decided.why}</bdi>
            </p>
          ) : null}
        </>,
        claim.stage === 'waiting' ? <Withdraw locale={locale} claim={claim} /> : null,
      ])}
    />
  )
}

function Withdraw({ locale, claim }: { locale: Locale; claim: Claim }) {
  return (
    <form action={hrefIn(locale, `/account/claims/${claim.id}/withdraw`)} method="post">
      <Button kind="warning">
        {speak(locale)('claim.withdraw', { organisation: claim.organisation.name })}
      </Button>
    </form>
  )
}

/** What the page of claiming shows. */
export type ClaimFacts = {
  organisation: { id: string; slug: string; name: string; lang: string }
  email: string
  matches: boolean
  /** Why there is no form: they speak for it already, or a claim of theirs waits. */
  standing: { kind: 'yours' } | { kind: 'waits'; claim: Claim } | undefined
  sent: Claiming
  faults: { field: string; message: string }[]
  notice: string | undefined
}

/** A form that claims an entry of the directory. */
export function ClaimBody({ locale, facts }: { locale: Locale; facts: ClaimFacts }) {
  const say = speak(locale)
  const { organisation, standing } = facts
  return (
    <>
      <ErrorSummary locale={locale} errors={facts.faults} />
      {facts.notice === undefined ? null : <Notice tone="info">{facts.notice}</Notice>}
      <Crumbs
        locale={locale}
        items={[{ href: hrefIn(locale, `/organisations/${organisation.slug}`), label: organisation.name }]}
      />
      <Heading
        text={say('claim.title', { organisation: organisation.name })}
        lead={standing ? undefined : say('claim.lead')}
      />
      {standing?.kind === 'yours' ? (
        <p>
          {say('claim.yours')}{' '}
          <Link href={hrefIn(locale, pageOf(organisation.id))}>{say('claim.toYours')}</Link>
        </p>
      ) : null}
      {standing?.kind === 'waits' ? (
        <>
          <p>{say('claim.waits')}</p>
          <Withdraw locale={locale} claim={standing.claim} />
        </>
      ) : null}
      {standing ? null : <ClaimForm locale={locale} facts={facts} />}
    </>
  )
}

function ClaimForm({ locale, facts }: { locale: Locale; facts: ClaimFacts }) {
  const say = speak(locale)
  const { organisation, matches, sent } = facts
  const errorOf = (field: keyof Claiming) => facts.faults.find((fault) => fault.field === field)?.message
  const hint = (words: string, needed: boolean) => ({ hint: words, optional: !needed })
  return (
    <form action={hrefIn(locale, `/organisations/${organisation.slug}/claim`)} method="post" novalidate>
      <TextField
        locale={locale}
        name="standing"
        label={say('claim.standing')}
        hint={say('claim.standingHint')}
        value={sent.standing}
        autocomplete="organization-title"
        error={errorOf('standing')}
      />
      <TextArea
        locale={locale}
        name="reason"
        label={say('claim.reason')}
        hint={say('claim.reasonHint')}
        rows={3}
        value={sent.reason}
        error={errorOf('reason')}
      />
      <Notice tone="info">
        {say(matches ? 'claim.matches' : 'claim.notMatches', { email: facts.email })}
      </Notice>
      <TextArea
        locale={locale}
        name="proof"
        label={say('claim.proof')}
        {...hint(say('claim.proofHint'), !matches)}
        rows={3}
        value={sent.proof}
        error={errorOf('proof')}
      />
      <TextField
        locale={locale}
        name="proofUrl"
        type="url"
        label={say('claim.proofUrl')}
        {...hint(say('claim.proofUrlHint'), !matches)}
        value={sent.proofUrl}
        error={errorOf('proofUrl')}
      />
      <Button>{say('claim.send')}</Button>
    </form>
  )
}
