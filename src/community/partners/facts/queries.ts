import { sql } from 'kysely'
import { type Db, firstRow, putRow, rows, showsUnwatched, type Tx } from '../../../platform/index.ts'
import {
  focalRoles,
  type KeptFacts,
  noFacts,
  type Office,
  type PartnerFacts,
  type ShownFacts,
  type Speaker,
} from './model.ts'

const offices = sql`(select coalesce(jsonb_agg(jsonb_build_object('lang', o.lang, 'name', o.name) order by o.lang), '[]')
  from community.partner_office o where o.partner_id = c.partner_id)`

/**
 * Answers what everybody may read of a partner's own facts at a moment, in one query: contact, offices by language, who may
 * speak for it on that day (UTC) and may be read, and the focal points who agreed to be named and hold the role now.
 * Undefined where there is nothing to read. What was made up for a demonstration is answered in one only.
 */
export async function findPartnerFacts(
  db: Db,
  partnerId: string,
  { now, demonstration }: { now: Temporal.Instant; demonstration: boolean },
): Promise<ShownFacts | undefined> {
  // It changes with grants and days as well.
  showsUnwatched()
  const at = sql`${now.toString()}::timestamptz`
  const day = sql`${now.toZonedDateTimeISO('UTC').toPlainDate().toString()}::date`
  const facts = await firstRow<ShownFacts>(
    db,
    sql`select coalesce(c.email, '') as email, coalesce(c.phone, '') as phone, coalesce(c.website, '') as website,
        coalesce(c.address, '') as address, coalesce(c.demonstration, false) as demonstration, ${offices} as offices,
        (select coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'function', s.function) order by s.position, s.id), '[]')
          from community.partner_speaker s where s.partner_id = c.partner_id and s.shown
          and s.valid_from <= ${day} and (s.valid_until is null or s.valid_until >= ${day})) as speakers,
        (select coalesce(jsonb_agg(h.name order by h.name), '[]')
          from community.partner_agreement a join community.person h on h.id = a.person_id
          where a.partner_id = p.id and h.name <> '' and (${demonstration} or not h.demonstration)
          and exists (select 1 from community.role_grant g where g.person_id = h.id and g.ended_at is null
            and g.role = any(${focalRoles}::text[]) and g.limits -> 'partner' @> to_jsonb(p.id)
            and g.valid_from <= ${at} and (g.valid_until is null or g.valid_until > ${at}))) as "focalPoints"
      from community.partner p left join community.partner_contact c on c.partner_id = p.id
        and (${demonstration} or not c.demonstration)
      where p.id = ${partnerId}`,
  )
  return facts && saysAnything(facts) ? facts : undefined
}

function saysAnything({ demonstration, ...facts }: ShownFacts): boolean {
  return Object.values(facts).some((part) => part.length > 0)
}

type Row = Omit<KeptFacts, 'speakers'> & { speakers: Speaker[]; demonstration: boolean }

/** Answers all that is kept of a partner's own facts, for those who keep it. What a demonstration made up is empty elsewhere. */
export async function readKeptFacts(db: Db, partnerId: string, demonstration: boolean): Promise<KeptFacts> {
  const row = await firstRow<Row>(
    db,
    sql`select c.version, c.email, c.phone, c.website, c.address, c.demonstration, ${offices} as offices,
        (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'function', s.function,
          'from', s.valid_from, 'until', s.valid_until, 'shown', s.shown) order by s.position, s.id), '[]')
          from community.partner_speaker s where s.partner_id = c.partner_id) as speakers
      from community.partner_contact c where c.partner_id = ${partnerId}`,
  )
  if (!row) return { ...noFacts, version: 0 }
  const { demonstration: madeUp, ...facts } = row
  return madeUp && !demonstration ? { ...noFacts, version: facts.version } : facts
}

/** Keeps others from saving the same facts until the transaction ends, and makes a place for them if there is none. */
export async function holdFacts(tx: Tx, partnerId: string, now: Temporal.Instant): Promise<void> {
  await sql`insert into community.partner_contact (partner_id, version, changed_at)
    values (${partnerId}, 0, ${now.toString()}::timestamptz) on conflict (partner_id) do nothing`.execute(tx)
  await sql`select 1 from community.partner_contact where partner_id = ${partnerId} for update`.execute(tx)
}

/** Writes a partner's facts in place of those that were. */
export async function writeFacts(
  tx: Tx,
  partnerId: string,
  facts: KeptFacts & { demonstration: boolean },
  now: Temporal.Instant,
): Promise<void> {
  const { email, phone, website, address, version, demonstration } = facts
  const row = { partner_id: partnerId, version, email, phone, website, address, demonstration }
  await putRow(tx, 'community.partner_contact', { ...row, changed_at: now.toString() }, ['partner_id'])
  await writeOffices(tx, partnerId, facts.offices)
  await writeSpeakers(tx, partnerId, facts.speakers)
}

async function writeOffices(tx: Tx, partnerId: string, kept: Office[]): Promise<void> {
  await sql`delete from community.partner_office where partner_id = ${partnerId}`.execute(tx)
  for (const { lang, name } of kept)
    await sql`insert into community.partner_office (partner_id, lang, name) values (${partnerId}, ${lang}, ${name})`.execute(
      tx,
    )
}

// Who is not among them any more was taken away by hand; whose time is over stays.
async function writeSpeakers(tx: Tx, partnerId: string, kept: PartnerFacts['speakers']): Promise<void> {
  await sql`delete from community.partner_speaker where partner_id = ${partnerId}`.execute(tx)
  for (const [position, { id, name, function: role, from, until, shown }] of kept.entries())
    await sql`insert into community.partner_speaker (id, partner_id, name, function, valid_from, valid_until, shown, position)
      values (coalesce(${id ?? null}::uuid, gen_random_uuid()), ${partnerId}, ${name}, ${role}, ${from}, ${until}, ${shown},
        ${position})`.execute(tx)
}

/** Answers whether somebody agreed to be named as a partner's focal point. */
export async function hasAgreed(db: Db, partnerId: string, personId: string): Promise<boolean> {
  const row = await firstRow(
    db,
    sql`select 1 from community.partner_agreement where partner_id = ${partnerId} and person_id = ${personId}::uuid`,
  )
  return row !== undefined
}

/** Writes down that somebody agrees to be named, or no longer does. */
export async function writeAgreement(
  tx: Tx,
  partnerId: string,
  { personId, agrees, now }: { personId: string; agrees: boolean; now: Temporal.Instant },
): Promise<void> {
  await sql`delete from community.partner_agreement where partner_id = ${partnerId} and person_id = ${personId}::uuid`.execute(
    tx,
  )
  if (!agrees) return
  await sql`insert into community.partner_agreement (partner_id, person_id, agreed_at)
    values (${partnerId}, ${personId}::uuid, ${now.toString()}::timestamptz)`.execute(tx)
}

/** Answers what people are called, by id; who has no name is not among them. */
export async function readNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await rows<{ id: string; name: string }>(
    db,
    sql`select id, name from community.person where id::text = any(${[...ids]}::text[]) and name <> ''`,
  )
  return new Map(found.map(({ id, name }) => [id, name]))
}
