import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { houseHeld } from '../../../held.ts'
import { rows } from '../../../platform/database/rows.ts'
import { testDatabase } from '../../../platform/database/testing.ts'
import { listErasures } from '../../../platform/erasures/erase.ts'
import { transact } from '../../../platform/index.ts'
import { plant as plantRecords } from '../../../information/testing.ts'
import { putPerson } from '../../people/queries.ts'
import { applyRetention } from './actions.ts'
import { listRuns } from './queries.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())

const now = Temporal.Instant.from('2027-01-15T12:00:00Z')
const ago = (days: number) => now.subtract({ hours: 24 * days }).toString()

const daysOf = (id: string) => {
  const found = houseHeld.all.flatMap(({ retention }) => retention).find((retention) => retention.id === id)
  assert.ok(found, id)
  return found.days
}

const { id: person } = await transact(db, (tx) =>
  putPerson(tx, { email: 'kept@culture.example', language: 'en' }),
)
await plantRecords(db, 'organisations', [{ id: 'house', name: 'House' }])
await sql`insert into community.partner (id, kind) values ('guild', 'organisation')`.execute(db)
await sql`insert into community.partner_contact (partner_id, version, changed_at) values ('guild', 1, now())`.execute(
  db,
)
await sql`update community.person set signed_in_at = now() where id = ${person}::uuid`.execute(db)

const plantClaim = (age: number, words: string) =>
  sql`insert into community.claim (organisation_id, person_id, standing, reason, proof, proof_url, address_matches,
      made_at, stage, decided_at, decided_why)
    values ('house', ${person}::uuid, ${words}, ${words}, nullif(${words}, ''), nullif(${words}, ''), true,
      ${ago(age + 9)}, 'refused', ${ago(age)}, nullif(${words}, ''))`.execute(db)

/** How to plant something of an age in days, and how to count what is left of it, for each period there is. */
const kinds: Record<
  string,
  { plant(age: number): Promise<unknown>; left: ReturnType<typeof sql<{ count: number }>> }
> = {
  'community.sessions/expired': {
    plant: (age) =>
      sql`insert into community.session (person_id, token, created_at, updated_at, expires_at)
      values (${person}::uuid, ${`token ${age}`}, ${ago(age + 30)}, ${ago(age + 30)}, ${ago(age)})`.execute(
        db,
      ),
    left: sql`select count(*) as count from community.session`,
  },
  'community.bulks/made': {
    plant: (age) =>
      sql`insert into community.bulk (kind, change, query, stage, asked_by, asked_at)
      values ('events', '{}', ${`bulk ${age}`}, 'done', ${person}::uuid, ${ago(age)})`.execute(db),
    left: sql`select count(*) as count from community.bulk`,
  },
  'community.drafts/made': {
    plant: (age) =>
      sql`insert into community.draft (person_id, kind, record_id, lang, base_version, typed, saved_at)
      values (${person}::uuid, 'events', ${`draft ${age}`}, '', 0, '{}', ${ago(age)})`.execute(db),
    left: sql`select count(*) as count from community.draft`,
  },
  'community.previews/expired': {
    plant: (age) =>
      sql`insert into community.preview_link (token_hash, kind, record_id, lang, made_by, made_at, expires_at)
      values (${`hash ${age}`}, 'events', 'one', 'en', ${person}::uuid, ${ago(age + 1)}, ${ago(age)})`.execute(
        db,
      ),
    left: sql`select count(*) as count from community.preview_link`,
  },
  'community.links/expired': {
    plant: (age) =>
      sql`insert into community.link (purpose, token_hash, email, details, made_at, expires_at)
      values ('sign-in', ${`hash ${age}`}, 'kept@culture.example', '{}', ${ago(age + 1)}, ${ago(age)})`.execute(
        db,
      ),
    left: sql`select count(*) as count from community.link`,
  },
  'community.verifications/expired': {
    plant: (age) =>
      sql`insert into community.verification (identifier, value, expires_at)
      values ('x', 'x', ${ago(age)})`.execute(db),
    left: sql`select count(*) as count from community.verification`,
  },
  'community.addressChanges/made': {
    plant: (age) =>
      sql`insert into community.address_change (person_id, from_email, to_email, asked_at)
      values (${person}::uuid, 'a@culture.example', 'b@culture.example', ${ago(age)})`.execute(db),
    left: sql`select count(*) as count from community.address_change`,
  },
  'community.networks/seen': {
    plant: (age) =>
      sql`insert into community.known_network (person_id, network_hash, seen_at)
      values (${person}::uuid, ${`hash ${age}`}, ${ago(age)})`.execute(db),
    left: sql`select count(*) as count from community.known_network`,
  },
  'community.attempts/expired': {
    plant: (age) =>
      sql`insert into community.attempt (key, since, until, count)
      values (${`key ${age}`}, ${ago(age + 1)}, ${ago(age)}, 1)`.execute(db),
    left: sql`select count(*) as count from community.attempt`,
  },
  'community.roles/ended': {
    plant: (age) =>
      sql`insert into community.role_grant (person_id, role, valid_from, granted_at, why, ended_at)
      values (${person}::uuid, 'editor', ${ago(age + 9)}, ${ago(age + 9)}, 'x', ${ago(age)})`.execute(db),
    left: sql`select count(*) as count from community.role_grant`,
  },
  'community.secondSteps/expired': {
    plant: (age) =>
      sql`insert into community.second_step (token_hash, person_id, way, expires_at)
      values (${`hash ${age}`}, ${person}::uuid, 'link', ${ago(age)})`.execute(db),
    left: sql`select count(*) as count from community.second_step`,
  },
  'community.challenges/expired': {
    plant: (age) =>
      sql`insert into community.passkey_challenge (token_hash, challenge, person_id, expires_at)
      values (${`hash ${age}`}, 'x', ${person}::uuid, ${ago(age)})`.execute(db),
    left: sql`select count(*) as count from community.passkey_challenge`,
  },
  'community.providerVisits/expired': {
    plant: (age) =>
      sql`insert into community.provider_visit (state_hash, browser_hash, language, begun_at, expires_at)
      values (${`hash ${age}`}, 'x', 'en', ${ago(age + 1)}, ${ago(age)})`.execute(db),
    left: sql`select count(*) as count from community.provider_visit`,
  },
  // One that ran out by itself; that one ended by hand goes too is told beside tokens.
  'community.tokens/ended': {
    plant: (age) =>
      sql`insert into community.token (person_id, name, token_hash, scopes, made_at, expires_at)
      values (${person}::uuid, ${`token ${age}`}, ${`hash ${age}`}, '{}', ${ago(age + 9)}, ${ago(age)})`.execute(
        db,
      ),
    left: sql`select count(*) as count from community.token`,
  },
  'community.invitations/ended': {
    plant: (age) =>
      sql`insert into community.membership_invitation (organisation_id, email, role, invited_at, expires_at)
      values ('house', ${`invited-${age}@culture.example`}, 'organisation-member', ${ago(age + 9)}, ${ago(age)})`.execute(
        db,
      ),
    left: sql`select count(*) as count from community.membership_invitation`,
  },
  'community.claims/text': {
    plant: (age) => plantClaim(age, 'words'),
    left: sql`select count(*) as count from community.claim where decided_at > ${ago(5 * 365)}
      and standing = 'words' and reason = 'words' and proof = 'words' and proof_url = 'words' and decided_why = 'words'`,
  },
  'community.claims/ended': {
    plant: (age) => plantClaim(age, ''),
    left: sql`select count(*) as count from community.claim where decided_at < ${ago(5 * 365)}`,
  },
  'community.partnerSpeakers/ended': {
    plant: (age) =>
      sql`insert into community.partner_speaker (partner_id, name, valid_from, valid_until, shown, position)
      values ('guild', 'x', '2000-01-01', (${ago(age)}::timestamptz at time zone 'UTC')::date, true, 1)`.execute(
        db,
      ),
    left: sql`select count(*) as count from community.partner_speaker`,
  },
  'community.notices/read': {
    plant: (age) =>
      sql`insert into community.notice (person_id, kind, details, told_at, read_at)
      values (${person}::uuid, 'read', '{}', ${ago(age + 1)}, ${ago(age)})`.execute(db),
    left: sql`select count(*) as count from community.notice where kind = 'read'`,
  },
  'community.notices/made': {
    plant: (age) =>
      sql`insert into community.notice (person_id, kind, details, told_at)
      values (${person}::uuid, 'x', '{}', ${ago(age)})`.execute(db),
    left: sql`select count(*) as count from community.notice where kind = 'x'`,
  },
  'community.readings/made': {
    plant: (age) =>
      sql`insert into community.reading (who, roles, what, at)
      values (${person}::uuid, '{}', '{}', ${ago(age)})`.execute(db),
    left: sql`select count(*) as count from community.reading`,
  },
  'community.remarks/settled': {
    plant: (age) =>
      sql`insert into community.remark (kind, record_id, said, said_at, settled_at)
      values ('events', 'x', 'x', ${ago(age + 1)}, ${ago(age)})`.execute(db),
    left: sql`select count(*) as count from community.remark`,
  },
  'community.schedules/ended': {
    plant: (age) =>
      sql`insert into community.schedule (kind, record_id, lang, becomes, wall, zone, due, asked_at, ended_at, ended_how)
      values ('events', 'x', 'en', 'archived', '2020-01-01', 'UTC', '2020-01-01Z', ${ago(age + 1)}, ${ago(age)}, 'done')`.execute(
        db,
      ),
    left: sql`select count(*) as count from community.schedule`,
  },
  'platform.letters/text': {
    plant: (age) =>
      sql`insert into platform.letter (reference, kind, priority, to_address, language, subject, text,
        headers, state, written_at, settled_at)
      values (${`text ${age}`}, 'x', 1, 'kept@culture.example', 'en', 'x', 'words', '{}', 'failed', ${ago(age)}, ${ago(age)})`.execute(
        db,
      ),
    left: sql`select count(*) as count from platform.letter where text = 'words'`,
  },
  'platform.letters/made': {
    plant: (age) =>
      sql`insert into platform.letter (reference, kind, priority, to_address, language, subject, text,
        headers, state, written_at, settled_at)
      values (${`letter ${age}`}, 'x', 1, 'gone@culture.example', 'en', 'x', '', '{}', 'sent', ${ago(age)}, ${ago(age)})`.execute(
        db,
      ),
    left: sql`select count(*) as count from platform.letter where to_address = 'gone@culture.example'`,
  },
  'platform.audit/details': {
    plant: (age) =>
      sql`insert into platform.audit_entry (at, who, what, room, record_kind, record_id, before, after)
      values (${ago(age)}, ${person}, 'community.rename', 'community', 'people', ${person}, '{"name": "x"}', '{}')`.execute(
        db,
      ),
    left: sql`select count(*) as count from platform.audit_entry where before <> '{}'`,
  },
  'platform.audit/who': {
    plant: (age) =>
      sql`insert into platform.audit_entry (at, who, what, room, record_kind, record_id, before, after)
      values (${ago(age)}, ${person}, 'information.publish', 'information', 'events', 'x', '{}', '{"state": "published"}')`.execute(
        db,
      ),
    left: sql`select count(*) as count from platform.audit_entry where what = 'information.publish' and who is not null`,
  },
  'community.people/unused': {
    plant: (age) =>
      sql`insert into community.person (email, created_at)
      values (${`never-${age}@culture.example`}, ${ago(age)})`.execute(db),
    left: sql`select count(*) as count from community.person where email like 'never-%'`,
  },
}

test('what has been kept for its time goes, a day before it stays, and how much went is written down', async () => {
  const all = houseHeld.all.flatMap(({ retention }) => retention.map(({ id }) => id))
  assert.deepEqual(Object.keys(kinds).toSorted(), all.toSorted())
  for (const [id, { plant }] of Object.entries(kinds)) {
    await plant(daysOf(id) + 0.5)
    await plant(daysOf(id) - 0.5)
  }
  await applyRetention(db, houseHeld, now)
  for (const [id, { left }] of Object.entries(kinds))
    assert.deepEqual(await rows(db, left), [{ count: 1 }], id)
  const runs = await listRuns(db, 100)
  assert.deepEqual(Object.fromEntries(runs.map(({ kind, count }) => [kind, count])), {
    ...Object.fromEntries(all.map((id) => [id, 1])),
    'community.people/nameless': 0,
  })
  assert.ok(runs.every(({ at }) => Temporal.Instant.compare(at, now) === 0))

  await applyRetention(db, houseHeld, now)
  assert.ok((await listRuns(db, all.length + 1)).every(({ count }) => count === 0))
})

test('an account nobody came to is erased as if it were closed; one with a role, or of a demonstration, waits', async () => {
  assert.equal((await listErasures(db)).length, 1)
  const old = ago(3000)
  await sql`insert into community.person (email, created_at, demonstration) values
    ('artist@demo.example', ${old}, true), ('invited@culture.example', ${old}, false),
    ('forgotten@culture.example', ${old}, false)`.execute(db)
  await sql`insert into community.role_grant (person_id, role, valid_from, granted_at, why)
    select id, 'editor', ${old}, ${old}, 'x' from community.person where email = 'invited@culture.example'`.execute(
    db,
  )
  await applyRetention(db, houseHeld, now)
  const left = await rows(db, sql`select email from community.person where created_at = ${old} order by 1`)
  assert.deepEqual(left, [{ email: 'artist@demo.example' }, { email: 'invited@culture.example' }])
  assert.equal((await listErasures(db)).length, 2)
})

test('a nameless row goes in the night after nothing refers to it any more, and a setting could say another period', async () => {
  await sql`update community.person set closed_at = ${ago(1)} where email = 'invited@culture.example'`.execute(
    db,
  )
  await applyRetention(db, houseHeld, now)
  const count = () => rows(db, sql`select 1 from community.person where email = 'invited@culture.example'`)
  assert.equal((await count()).length, 1)
  await sql`update community.role_grant set ended_at = ${ago(5)} where role = 'editor'`.execute(db)
  await applyRetention(db, houseHeld, now, ({ id, days }) => (id === 'community.roles/ended' ? 4 : days))
  assert.equal((await count()).length, 0)
})
