import { type RawBuilder, sql } from 'kysely'
import { type Db, firstRow, rows, type Tx } from '../../platform/index.ts'
import type { Viewer } from '../people/model.ts'
import type { Limits } from '../roles/model.ts'
import { rolesWith } from '../roles/permissions.ts'
import { addressMatches, type Claim, type Claiming, type ClaimStage } from './model.ts'

type Row = {
  id: string
  organisation_id: string
  slug: string
  website: string | null
  country: string | null
  title: string
  lang: string
  published: boolean
  person_id: string
  name: string
  email: string
  email_verified: boolean
  standing: string
  reason: string
  proof: string | null
  proof_url: string | null
  address_matches: boolean
  made_at: Date
  stage: ClaimStage
  decided_at: Date | null
  decided_by: string | null
  decided_why: string | null
}

const columns = (
  locale: string,
) => sql`c.id, c.organisation_id, r.slug, r.website, r.country, text.title, text.lang,
  text.state = 'published' as published, p.id as person_id, p.name,
  case when p.closed_at is null then p.email else '' end as email, p.email_verified, c.standing, c.reason,
  c.proof, c.proof_url, c.address_matches, c.made_at, c.stage, c.decided_at,
  coalesce(nullif(b.name, ''), b.email) as decided_by, c.decided_why
  from community.claim c join community.organisation r on r.id = c.organisation_id
  join community.person p on p.id = c.person_id left join community.person b on b.id = c.decided_by
  join lateral (
    select t.title, t.lang, t.state from community.organisation_text t where t.record_id = r.id
    order by t.state = 'published' desc, t.lang = ${locale} desc, t.lang = r.original_lang desc, t.lang limit 1
  ) text on true`

const ask = async (db: Db, locale: string, rest: RawBuilder<unknown>) =>
  (await rows<Row>(db, sql`select ${columns(locale)} ${rest}`)).map(claimOf)

/** The claims that this viewer decides on, as a condition on the claim `c` and its organisation `r`. */
function decidedBy(viewer: Viewer): RawBuilder<boolean> {
  const within = rolesWith(viewer, 'organisation.claims').map(({ limits }) => claimWithin(limits))
  return within.length === 0 ? sql`false` : sql`(${sql.join(within, sql` or `)})`
}

function claimWithin(limits: Limits): RawBuilder<boolean> {
  const { kind, record, organisation, country, ...others } = limits
  // A claim is of no language and no partner, and what is not said does not fit.
  if (Object.keys(others).length > 0 || (kind && !kind.includes('organisations'))) return sql`false`
  const ids = [record, organisation].filter((list) => list !== undefined)
  const all = [
    ...ids.map((list) => sql<boolean>`r.id = any(${[...list]}::text[])`),
    ...(country ? [sql<boolean>`r.country = any(${[...country]}::text[])`] : []),
  ]
  return all.length === 0 ? sql`true` : sql`(${sql.join(all, sql` and `)})`
}

/** Answers the claims that wait and are the viewer's to decide, the oldest first. */
export function listWaiting(db: Db, viewer: Viewer, locale: string, limit = 200): Promise<Claim[]> {
  const mine = decidedBy(viewer)
  return ask(db, locale, sql`where c.stage = 'waiting' and ${mine} order by c.made_at, c.id limit ${limit}`)
}

/** Answers how many claims wait and are the viewer's to decide, and since when. */
export async function countWaiting(db: Db, viewer: Viewer): Promise<{ count: number; since: Date | null }> {
  const found = await firstRow<{ count: number; since: Date | null }>(
    db,
    sql`select count(*)::int as count, min(c.made_at) as since
      from community.claim c join community.organisation r on r.id = c.organisation_id
      where c.stage = 'waiting' and ${decidedBy(viewer)}`,
  )
  return found ?? { count: 0, since: null }
}

/** Answers the claims that are over and were the viewer's to decide, the latest first. */
export function listDecided(db: Db, viewer: Viewer, locale: string, limit = 100): Promise<Claim[]> {
  const mine = decidedBy(viewer)
  return ask(
    db,
    locale,
    sql`where c.stage <> 'waiting' and ${mine} order by c.decided_at desc, c.id limit ${limit}`,
  )
}

/** Answers a claim by id, if the viewer decides on such; undefined otherwise. */
export async function findClaim(
  db: Db,
  viewer: Viewer,
  id: string,
  locale: string,
): Promise<Claim | undefined> {
  return (await ask(db, locale, sql`where c.id = ${id}::uuid and ${decidedBy(viewer)}`))[0]
}

/** Answers the other claims to an organisation, whatever became of them, the latest first. */
export function listOthers(db: Db, claim: Claim, locale: string): Promise<Claim[]> {
  return ask(
    db,
    locale,
    sql`where c.organisation_id = ${claim.organisation.id} and c.id <> ${claim.id}::uuid
      order by c.made_at desc, c.id limit 50`,
  )
}

/** Answers a person's own claims, the latest first. */
export function listClaimsOf(db: Db, personId: string, locale: string): Promise<Claim[]> {
  return ask(db, locale, sql`where c.person_id = ${personId}::uuid order by c.made_at desc, c.id limit 50`)
}

/** Answers the claim of a person to an organisation that waits; undefined when there is none. */
export async function findWaiting(
  db: Db,
  organisationId: string,
  personId: string,
  locale: string,
): Promise<Claim | undefined> {
  const [claim] = await ask(
    db,
    locale,
    sql`where c.organisation_id = ${organisationId} and c.person_id = ${personId}::uuid and c.stage = 'waiting'`,
  )
  return claim
}

/** Answers a claim, which nobody else changes until the end of the transaction. */
export async function holdClaim(tx: Tx, id: string): Promise<Claim | undefined> {
  return (await ask(tx, 'en', sql`where c.id = ${id}::uuid for update of c`))[0]
}

/** Writes a claim down; answers its id, or undefined when the same person's waits already. */
export async function insertClaim(
  tx: Tx,
  claim: Claiming & { organisationId: string; personId: string; addressMatches: boolean },
  now: Temporal.Instant,
): Promise<string | undefined> {
  const { organisationId, personId, standing, reason, proof, proofUrl } = claim
  const row = await firstRow<{ id: string }>(
    tx,
    sql`insert into community.claim
        (organisation_id, person_id, standing, reason, proof, proof_url, address_matches, made_at)
      values (${organisationId}, ${personId}::uuid, ${standing}, ${reason}, ${proof || null}, ${proofUrl || null},
        ${claim.addressMatches}, ${now.toString()}::timestamptz)
      on conflict (organisation_id, person_id) where stage = 'waiting' do nothing returning id`,
  )
  return row?.id
}

/** Writes down what became of a claim. */
export async function saveStage(
  tx: Tx,
  claim: Claim,
  decision: { stage: ClaimStage; by: string; why: string | null },
  now: Temporal.Instant,
): Promise<void> {
  const { stage, by, why } = decision
  await sql`update community.claim set stage = ${stage}, decided_at = ${now.toString()}::timestamptz,
    decided_by = ${by}::uuid, decided_why = ${why}, address_matches = ${claim.addressMatches}
    where id = ${claim.id}::uuid`.execute(tx)
}

/** Answers whether anybody has ever claimed an organisation. */
export async function hasClaims(db: Db, organisationId: string): Promise<boolean> {
  const found = await firstRow(
    db,
    sql`select 1 from community.claim where organisation_id = ${organisationId} limit 1`,
  )
  return found !== undefined
}

function claimOf(row: Row): Claim {
  const website = row.website ?? undefined
  // While it waits the mailbox and the website of today count; afterwards those that were decided by.
  const isWaiting = row.stage === 'waiting'
  return {
    id: row.id,
    organisation: {
      id: row.organisation_id,
      name: row.title,
      lang: row.lang,
      slug: row.slug,
      published: row.published,
      website,
      country: row.country ?? undefined,
    },
    claimant: { id: row.person_id, name: row.name, email: row.email },
    standing: row.standing,
    reason: row.reason,
    proof: row.proof ?? '',
    proofUrl: row.proof_url ?? '',
    addressMatches: isWaiting
      ? row.email_verified && addressMatches(row.email, website)
      : row.address_matches,
    madeAt: row.made_at.toTemporalInstant(),
    stage: row.stage,
    decided: row.decided_at
      ? {
          at: row.decided_at.toTemporalInstant(),
          by: row.decided_by ?? undefined,
          why: row.decided_why ?? undefined,
        }
      : undefined,
  }
}
