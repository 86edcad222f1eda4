import assert from 'node:assert/strict'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { eraserOf } from './community/index.ts'
import { closeAccount } from './community/privacy/closing/actions.ts'
import { plantHeld } from './community/privacy/testing.ts'
import { applyRetention } from './community/privacy/retention/actions.ts'
import { findMember } from './community/sessions/queries.ts'
import { erasers } from './erasers.ts'
import { houseHeld } from './held.ts'
import { backUp } from './platform/backup/backUp.ts'
import { restoreBackup } from './platform/backup/restore.ts'
import { everythingIn, testFolder } from './platform/backup/testing.ts'
import { embeddedTestDatabase } from './platform/database/testing.ts'
import { listErasures } from './platform/erasures/erase.ts'
import { rows } from './platform/database/rows.ts'
import { type Db, erase, isRowId, later, recordAudit, sendLater, transact } from './platform/index.ts'
import { houseRoles } from './roles.ts'
import { giveName, openTestHouse, openVisitor, signInByLink, testNow } from './testing.ts'

declare module './platform/index.ts' {
  interface Jobs {
    'test.addressed': { to: string }
  }
}

const folder = testFolder()
const house = await openTestHouse({ settings: { trustProxy: 1 } })
const { db } = house
after(() => house.close())

// Nothing else in a house has these in it, whole or in part.
const needles = [
  'zebulon.quark',
  'Zebulon Quarkström',
  'zebulon.earlier',
  '彼得柯克',
  'quarks words',
  'Quarkophone',
  'zebulon-quark',
]
const address = 'zebulon.quark@needle.example'

const idOf = async (email: string) =>
  (await rows<{ id: string }>(db, sql`select id from community.person where email = ${email}`))[0]?.id ?? ''

async function memberOf(email: string) {
  const [session] = await rows<{ token: string }>(
    db,
    sql`select s.token from community.session s join community.person p on p.id = s.person_id
      where p.email = ${email} limit 1`,
  )
  const asked = { token: session?.token ?? '', now: testNow, demonstration: false, staffSecondFactor: false }
  const member = await findMember(db, asked, houseRoles)
  assert.ok(member)
  return member
}

/** Where the needles are still found, as table and needle. */
async function found(db: Db, sought = needles): Promise<string[]> {
  const { held } = await everythingIn(db)
  return Object.entries(held).flatMap(([table, all]) =>
    sought.filter((needle) => all.some((row) => row.includes(needle))).map((needle) => `${table}: ${needle}`),
  )
}

const grant = (personId: string, by: string | null, why: string) =>
  sql`insert into community.role_grant (person_id, role, valid_from, granted_at, granted_by, why)
    values (${personId}::uuid, 'editor', ${testNow.toString()}::timestamptz, ${testNow.toString()}::timestamptz,
      ${by}::uuid, ${why})`.execute(db)

/** Somebody in every place there is for them, with another beside who is to stay as they are. */
async function plant(): Promise<{ id: string; other: string }> {
  const visitor = openVisitor(house, '192.0.2.7')
  await signInByLink(house, visitor, address)
  await giveName(visitor, '彼得柯克 of before')
  await giveName(visitor, 'Zebulon Quarkström')
  await visitor.send('/account/email', { email: 'zebulon.quark.unconfirmed@needle.example' })
  await signInByLink(house, openVisitor(house, '192.0.2.8'), 'other@culture.example')
  // Their address ends like another's begins: that one must not be taken for theirs.
  await signInByLink(house, openVisitor(house, '192.0.2.9'), 'not-z@culture.example')
  const [id, other] = [await idOf(address), await idOf('other@culture.example')]
  await sql`insert into community.address_change (person_id, from_email, to_email, asked_at, left_at, taken_at, done_at)
    values (${id}::uuid, 'zebulon.earlier@needle.example', ${address}, now(), now(), now(), now())`.execute(
    db,
  )
  await sql`update community.session set user_agent = 'Quarkophone/1', ip_address = '192.0.2.7'
    where person_id = ${id}::uuid`.execute(db)
  await sql`insert into community.notice (person_id, kind, details, told_at)
    values (${id}::uuid, 'x', '{"name": "Zebulon Quarkström"}', now())`.execute(db)
  await sql`insert into community.verification (identifier, value, expires_at)
    values (${address}, 'x', now() + interval '1 day')`.execute(db)
  await sql`insert into community.draft (person_id, kind, record_id, lang, base_version, typed, saved_at)
    values (${id}::uuid, 'events', 'one', '', 1, '{"title": ["quarks words"]}', now())`.execute(db)
  await sql`insert into community.preview_link (token_hash, kind, record_id, lang, made_by, made_at, expires_at)
    values ('x', 'events', 'one', 'en', ${id}::uuid, now(), now() + interval '1 day')`.execute(db)
  await sql`insert into community.table_view (person_id, kind, name, query, shared, made_at)
    values (${id}::uuid, 'events', 'quarks words', '', false, now())`.execute(db)
  await sql`insert into community.bulk (kind, change, query, stage, asked_by, asked_at)
    values ('events', '{}', 'quarks words', 'done', ${id}::uuid, now())`.execute(db)
  await sql`insert into community.record (kind, id, record, added_at, changed_at)
    values ('events', 'answered', '{"id": "answered"}', now(), now())`.execute(db)
  await sql`insert into community.check_answer (kind, record_id, rule, answer, answered_at, answered_by)
    values ('events', 'answered', 'x', 'yes', now(), ${id}::uuid)`.execute(db)
  await sql`insert into community.desk_entry (kind, id, original_lang, title, titles, texts, stale, countries, disciplines, themes,
      sources, demonstration, added_at, changed_at, assigned_to)
    values ('events', 'answered', 'en', 'x', '{}', '{}', '{}', '{}', '{}', '{}', '{}', false, now(), now(), ${id}::uuid)`.execute(
    db,
  )
  await plantHeld(db, [await memberOf(address), await memberOf('other@culture.example')])
  await grant(id, other, 'quarks words')
  await grant(other, id, 'Knows the scene')
  await transact(db, async (tx) => {
    const letter = { kind: 'test.letter', urgency: 'bulk', language: 'en', subject: 'x' } as const
    await sendLater(tx, [
      {
        ...letter,
        reference: '1',
        to: { address: 'zebulon.earlier@needle.example', name: 'Zebulon Quarkström' },
        text: 'x',
      },
      { ...letter, reference: '2', to: { address: 'other@culture.example' }, text: `Write to ${address}!` },
      { ...letter, reference: '3', to: { address: `very-${address}` }, text: 'Not to them' },
    ])
    await sql`update platform.letter set state = 'sent', settled_at = now() where reference in ('2', '3')`.execute(
      tx,
    )
    await later(tx, 'test.addressed', { to: address })
    await sql`insert into platform.announcement (event, payload) values ('x', ${JSON.stringify({ who: address })}::jsonb)`.execute(
      tx,
    )
    await recordAudit(tx, {
      who: other,
      what: 'community.note',
      record: { kind: 'organisations', id: 'one' },
      before: { contact: { email: address, name: 'Zebulon Quarkström' }, city: 'Hanoi' },
      after: { city: 'Huế' },
      why: `Asked for by Zebulon Quarkström <${address}>`,
    })
    await recordAudit(tx, {
      who: null,
      what: 'community.grantRole',
      record: { kind: 'people', id },
      after: { role: 'editor', limits: {}, note: 'quarks words' },
      why: 'quarks words',
    })
  })
  return { id, other }
}

/** Declared tables without a row that says whose it is. */
const nobodys: Record<string, string> = {
  'community.provider_visit': 'is nobody’s until they come back',
  'community.partner_speaker': 'is what a partner says of a public function; a name alone is nobody’s',
  'platform.erasure': 'is written when they close their account',
}
// Some declare a column of a table that is about something else.
const tables = houseHeld.all.flatMap(({ covers }) =>
  covers.map((covered) => covered.split('.').slice(0, 2).join('.')),
)

const { id, other } = await plant()
const backup = join(folder, 'before')
await backUp(db, backup)

test('who closes their account is gone from every table, and others stay as they are', async () => {
  // Planted, or the silence below proves nothing.
  const places = await found(db)
  const tablesOf = (all: string[]) => [...new Set(all.map((place) => place.split(': ')[0] ?? ''))]
  const about = tablesOf([...places, ...(await found(db, [id]))])
  assert.deepEqual(
    tables.filter((table) => !(table in nobodys) && !about.includes(table)),
    [],
  )
  for (const needle of needles)
    assert.ok(
      places.some((place) => place.endsWith(needle)),
      needle,
    )

  assert.equal((await house.get('/people/zebulon-quark')).status, 200)

  const wired = { held: houseHeld, roles: houseRoles }
  assert.equal(await closeAccount(db, wired, await memberOf(address), testNow), true)
  assert.equal((await house.get('/people/zebulon-quark')).status, 404)
  // The letter to somebody whose address only contains theirs is not theirs.
  assert.deepEqual(await found(db), ['platform.letter: zebulon.quark'])
  await sql`delete from platform.letter where reference = '3'`.execute(db)
  assert.deepEqual(await found(db), [])
  await applyRetention(db, houseHeld, testNow)
  assert.deepEqual(await found(db), [])

  // What stays refers to the nameless row.
  assert.deepEqual(tablesOf(await found(db, [id])), [
    'community.claim',
    'community.membership_invitation',
    'community.notice',
    'community.person',
    'community.reading',
    'community.role_grant',
    'platform.audit_entry',
    'platform.erasure',
  ])

  const kept = await rows(
    db,
    sql`select what, before, after, why from platform.audit_entry where record_id in ('one', ${id}) and what <> 'community.closeAccount'
      and (before <> '{}' or after <> '{}' or why is not null) order by id`,
  )
  const [name] = (
    await rows<{ name: string }>(db, sql`select name from community.person where id = ${id}::uuid`)
  ).map((row) => row.name)
  assert.match(name ?? '', /^Former member [0-9A-Z]{6}$/)
  assert.deepEqual(kept, [
    {
      what: 'community.note',
      before: { contact: { email: name, name }, city: 'Hanoi' },
      after: { city: 'Huế' },
      why: `Asked for by ${name} <${name}>`,
    },
    { what: 'community.grantRole', before: {}, after: { role: 'editor', limits: {} }, why: null },
  ])
  const grants = await rows(
    db,
    sql`select person_id, granted_by, why, ended_at is not null as ended from community.role_grant order by ended desc`,
  )
  assert.deepEqual(grants, [
    { person_id: id, granted_by: other, why: '', ended: true },
    { person_id: other, granted_by: id, why: 'Knows the scene', ended: false },
  ])
  await memberOf('other@culture.example')
})

test('of claims and invitations stays what became of them; others’ stay as they were written', async () => {
  const claims = await rows(
    db,
    sql`select person_id, stage, standing, reason, proof, proof_url, decided_why from community.claim order by standing`,
  )
  const nothing = { standing: '', reason: '', proof: null, proof_url: null, decided_why: null }
  const theirs = {
    standing: 'Director',
    reason: 'Ours',
    proof: null,
    proof_url: null,
    decided_why: 'Not known',
  }
  assert.deepEqual(claims, [
    { person_id: id, stage: 'refused', ...nothing },
    { person_id: other, stage: 'refused', ...theirs },
  ])
  const invitations = await rows(
    db,
    sql`select email, outcome from community.membership_invitation order by email, outcome`,
  )
  assert.deepEqual(invitations, [
    { email: `closed:${id}`, outcome: 'joined' },
    { email: `closed:${id}`, outcome: 'withdrawn' },
    { email: 'third@culture.example', outcome: null },
  ])
  const contacts = await rows(db, sql`select email, version from community.partner_contact`)
  assert.deepEqual(contacts, [{ email: '', version: 2 }])
  assert.deepEqual(await rows(db, sql`select person_id from community.partner_agreement`), [
    { person_id: other },
  ])
  const told = await rows<{ who: string }>(
    db,
    sql`select details->>'who' as who from community.notice where person_id = ${other}::uuid and kind = 'community.claimMade'`,
  )
  assert.match(told[0]?.who ?? '', /^Former member [0-9A-Z]{6}$/)
})

test('the nameless row can be neither signed in to nor written to, and its address makes a new, empty person', async () => {
  const [shell] = await rows<{ email: string }>(
    db,
    sql`select email from community.person where id = ${id}::uuid`,
  )
  assert.equal(shell?.email, `closed:${id}`)
  const visitor = openVisitor(house, '192.0.2.10')
  assert.equal((await visitor.send('/sign-in', { email: shell.email, way: 'link' })).status, 422)
  await signInByLink(house, visitor, address)
  const page = (await visitor.get('/account')).text
  assert.ok(page.includes(address) && !page.includes('Quarkström') && !page.includes('Former member'))
  assert.notEqual(await idOf(address), id)
  assert.equal((await visitor.get('/desk')).status, 403)
  const again = await idOf(address)
  await transact(db, (tx) => erase(tx, eraserOf(houseHeld), again))
  assert.deepEqual(await found(db), [])
})

test('who has nothing that must be kept is gone whole, row and all', async () => {
  await signInByLink(house, openVisitor(house, '192.0.2.11'), 'brief@culture.example')
  const member = await memberOf('brief@culture.example')
  const wired = { held: houseHeld, roles: houseRoles }
  assert.equal(await closeAccount(db, wired, member, testNow), true)
  assert.deepEqual(
    await rows(db, sql`select id from community.person where id = ${member.personId}::uuid`),
    [],
  )
})

test('a backup from before forgets them again when it is restored, here and in a house that was lost', async () => {
  const ledger = await listErasures(db)
  assert.ok(ledger.every(({ subjectId }) => isRowId(subjectId)))
  const lost = await embeddedTestDatabase()
  await restoreBackup(lost.db, backup, { erasers })
  assert.ok((await found(lost.db)).length > 10)
  await lost.close()
  const again = await embeddedTestDatabase()
  await restoreBackup(again.db, backup, { erasers, erasures: ledger })
  const here = async (on: Db) =>
    (await rows(on, sql`select name, email from community.person where id = ${id}::uuid`))[0]
  assert.deepEqual(await found(again.db), ['platform.letter: zebulon.quark'])
  // It is the same random name as before, in every house and every time.
  assert.deepEqual(await here(again.db), await here(db))
  await again.close()
  await restoreBackup(db, backup, { erasers, replace: true })
  assert.deepEqual(await found(db), ['platform.letter: zebulon.quark'])
})
