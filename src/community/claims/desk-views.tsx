import {
  Button,
  Crumbs,
  ErrorSummary,
  Fact,
  Facts,
  formatsFor,
  Heading,
  hrefIn,
  Link,
  type Locale,
  Notice,
  Section,
  Table,
  Text,
  TextArea,
} from '../../design/index.ts'
import type { OrganisationPerson } from '../memberships/model.ts'
import { speak } from '../messages/index.ts'
import type { Claim } from './model.ts'

type Listed = { waiting: Claim[]; decided: Claim[]; notice: string | undefined }

/** The claims that wait, the oldest first, and those that are over. */
export function ClaimsBody({ locale, facts }: { locale: Locale; facts: Listed }) {
  const say = speak(locale)
  return (
    <>
      {facts.notice === undefined ? null : <Notice tone="info">{facts.notice}</Notice>}
      <Crumbs locale={locale} items={[{ href: hrefIn(locale, '/desk'), label: say('desk.title') }]} />
      <Heading text={say('claims.title')} lead={say('claims.lead')} />
      <Waiting locale={locale} claims={facts.waiting} />
      <Over locale={locale} claims={facts.decided} caption={say('claims.decided')} />
    </>
  )
}

const nameOf = ({ claimant }: Claim) => claimant.name || claimant.email

function Waiting({ locale, claims }: { locale: Locale; claims: Claim[] }) {
  const say = speak(locale)
  const format = formatsFor(locale)
  if (claims.length === 0) return <p>{say('claims.none')}</p>
  return (
    <Table
      caption={say('claims.waiting')}
      head={[say('membership.organisation'), say('claims.claimant'), say('claim.made'), say('claims.shown')]}
      rows={claims.map((claim) => [
        <ClaimLink locale={locale} claim={claim} />,
        <Claimant claim={claim} />,
        format.moment(claim.madeAt, 'UTC'),
        say(claim.addressMatches ? 'claims.matches' : 'claims.notMatches'),
      ])}
    />
  )
}

function Over({ locale, claims, caption }: { locale: Locale; claims: Claim[]; caption: string }) {
  const say = speak(locale)
  const format = formatsFor(locale)
  if (claims.length === 0) return <p>{say('claims.noneDecided')}</p>
  return (
    <Table
      caption={caption}
      head={[
        say('membership.organisation'),
        say('claims.claimant'),
        say('claim.stage'),
        say('claims.at'),
        say('claims.by'),
        say('claims.why'),
      ]}
      rows={claims.map((claim) => [
        <ClaimLink locale={locale} claim={claim} />,
        <Claimant claim={claim} />,
        say(`claim.stage.${claim.stage}`),
        claim.decided ? format.moment(claim.decided.at, 'UTC') : '',
        <bdi>{claim.decided?.by ?? ''}</bdi>,
        <bdi>{claim.decided?.why ?? ''}</bdi>,
      ])}
    />
  )
}

function ClaimLink({ locale, claim: { id, organisation } }: { locale: Locale; claim: Claim }) {
  return (
    <Link href={hrefIn(locale, `/desk/claims/${id}`)}>
      <Text text={{ text: organisation.name, lang: organisation.lang }} locale={locale} />
    </Link>
  )
}

function Claimant({ claim: { claimant } }: { claim: Claim }) {
  return (
    <>
      <bdi>{claimant.name || claimant.email}</bdi>
      {claimant.name && claimant.email ? (
        <small>
          {' '}
          <bdi>{claimant.email}</bdi>
        </small>
      ) : null}
    </>
  )
}

/** What the page of one claim shows. */
export type OneClaim = {
  claim: Claim
  editors: OrganisationPerson[]
  others: Claim[]
  /** Whether the reader may decide on it: not on their own, and not on one that is over. */
  mayDecide: boolean
  isOwn: boolean
  why: string
  faults: { field: string; message: string }[]
}

/** One claim: what is said and shown, who else is there, and two forms that decide. */
export function ClaimBody({ locale, facts }: { locale: Locale; facts: OneClaim }) {
  const say = speak(locale)
  const { claim, mayDecide, isOwn } = facts
  const { organisation } = claim
  return (
    <>
      <ErrorSummary locale={locale} errors={facts.faults} />
      <Crumbs
        locale={locale}
        items={[
          { href: hrefIn(locale, '/desk'), label: say('desk.title') },
          { href: hrefIn(locale, '/desk/claims'), label: say('claims.title') },
        ]}
      />
      <Heading text={say('claims.one', { person: nameOf(claim), organisation: organisation.name })} />
      <div id="claim">
        {claim.stage === 'waiting' ? null : (
          <Notice tone="info">{say('claim.over', { stage: say(`claim.stage.${claim.stage}`) })}</Notice>
        )}
        {isOwn ? <Notice tone="warning">{say('claims.own')}</Notice> : null}
        <ClaimFacts locale={locale} claim={claim} />
      </div>
      <Section title={say('claims.editors')}>
        <Editors locale={locale} editors={facts.editors} />
      </Section>
      {facts.others.length === 0 ? (
        <Section title={say('claims.others')}>
          <p>{say('claims.noOthers')}</p>
        </Section>
      ) : (
        <Others locale={locale} claims={facts.others} />
      )}
      {mayDecide ? <Deciding locale={locale} facts={facts} /> : null}
    </>
  )
}

function ClaimFacts({ locale, claim }: { locale: Locale; claim: Claim }) {
  const say = speak(locale)
  const format = formatsFor(locale)
  const { organisation, decided } = claim
  return (
    <Facts>
      <Fact name={say('claims.claimant')}>
        <Claimant claim={claim} />
      </Fact>
      <Fact name={say('claims.shown')}>
        {say(claim.addressMatches ? 'claims.matches' : 'claims.notMatches')}
      </Fact>
      <Fact name={say('entry.website')}>
        {organisation.website === undefined ? (
          say('claims.noWebsite')
        ) : (
          <Link href={organisation.website} external>
            <bdi>{organisation.website}</bdi>
          </Link>
        )}
      </Fact>
      {claim.standing === '' ? null : (
        <Fact name={say('claims.said.standing')}>
          <bdi>{claim.standing}</bdi>
        </Fact>
      )}
      {claim.reason === '' ? null : (
        <Fact name={say('claims.said.reason')}>
          <bdi>{claim.reason}</bdi>
        </Fact>
      )}
      {claim.proof === '' ? null : (
        <Fact name={say('claims.said.proof')}>
          <bdi>{claim.proof}</bdi>
        </Fact>
      )}
      {claim.proofUrl === '' ? null : (
        <Fact name={say('claims.said.proofUrl')}>
          <Link href={claim.proofUrl} external>
            <bdi>{claim.proofUrl}</bdi>
          </Link>
        </Fact>
      )}
      <Fact name={say('claim.made')}>{format.moment(claim.madeAt, 'UTC')}</Fact>
      {decided ? (
        <>
          <Fact name={say('claims.at')}>{format.moment(decided.at, 'UTC')}</Fact>
          <Fact name={say('claims.by')}>
            <bdi>{decided.by ?? ''}</bdi>
          </Fact>
        </>
      ) : null}
      {decided?.why ? (
        <Fact name={say('claims.why')}>
          <bdi>{decided.why}</bdi>
        </Fact>
      ) : null}
    </Facts>
  )
}

function Editors({ locale, editors }: { locale: Locale; editors: OrganisationPerson[] }) {
  const say = speak(locale)
  if (editors.length === 0) return <p>{say('claims.noEditors')}</p>
  return (
    <ul>
      {editors.map(({ name, email }) => (
        <li>
          <bdi>{name || email}</bdi>
          {name ? (
            <small>
              {' '}
              <bdi>{email}</bdi>
            </small>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Others({ locale, claims }: { locale: Locale; claims: Claim[] }) {
  const say = speak(locale)
  const format = formatsFor(locale)
  return (
    <Table
      caption={say('claims.others')}
      head={[say('claims.claimant'), say('claim.made'), say('claim.stage'), say('claims.shown')]}
      rows={claims.map((claim) => [
        <Link href={hrefIn(locale, `/desk/claims/${claim.id}`)}>
          <bdi>{nameOf(claim)}</bdi>
        </Link>,
        format.moment(claim.madeAt, 'UTC'),
        say(`claim.stage.${claim.stage}`),
        say(claim.addressMatches ? 'claims.matches' : 'claims.notMatches'),
      ])}
    />
  )
}

function Deciding({ locale, facts }: { locale: Locale; facts: OneClaim }) {
  const say = speak(locale)
  const address = hrefIn(locale, `/desk/claims/${facts.claim.id}`)
  return (
    <Section title={say('claims.decide')}>
      <p>{say('claims.beside')}</p>
      <form action={`${address}/accept`} method="post">
        <Button>{say('claims.accept')}</Button>
      </form>
      <form action={`${address}/refuse`} method="post" novalidate>
        <TextArea
          locale={locale}
          name="why"
          label={say('claims.reason')}
          hint={say('claims.reasonHint')}
          rows={3}
          value={facts.why}
          error={facts.faults.find(({ field }) => field === 'why')?.message}
        />
        <Button kind="warning">{say('claims.refuse')}</Button>
      </form>
    </Section>
  )
}
