import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { houseHeld } from '../../held.ts'
import { locales } from '../../design/index.ts'
import { listAudit } from '../../platform/index.ts'
import { rows } from '../../platform/database/rows.ts'
import { houseRoles } from '../../roles.ts'
import {
  giveName,
  lastLink,
  openTestHouse,
  openVisitor,
  signInByLink,
  testNow,
  type Visitor,
} from '../../testing.ts'
import { grantRole } from '../roles/actions.ts'
import { someoneWho } from '../testing.ts'
import { plantHeld } from './testing.ts'

let now = testNow
const house = await openTestHouse({ settings: { trustProxy: 1 }, clock: () => now })
const { db } = house
after(() => house.close())

let count = 0
async function join(email: string): Promise<Visitor> {
  const visitor = openVisitor(house, `192.0.2.${(count += 1)}`)
  await signInByLink(house, visitor, email)
  return visitor
}

const idOf = async (email: string) =>
  (await rows<{ id: string }>(db, sql`select id from community.person where email = ${email}`))[0]?.id ?? ''

async function grant(email: string, role: string, why: string): Promise<void> {
  const known = { languages: new Set<string>(), countries: new Set<string>() }
  const granting = { db, roles: houseRoles, publicUrl: 'http://localhost:3000' }
  const request = { email, role, limits: {}, until: undefined, why, known }
  assert.deepEqual(await grantRole(granting, null, request, now), [])
}

/** Downloads as a browser does, and answers the texts in the ZIP by name. */
async function download(
  visitor: Visitor,
  path = '/account/privacy/download',
): Promise<Record<string, string>> {
  const answer = await fetchBytes(visitor, path)
  assert.deepEqual([answer.status, answer.type], [200, 'application/zip'])
  return Object.fromEntries(
    Object.entries(unzipSync(answer.bytes)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  )
}

async function fetchBytes({ cookie = '' }: Visitor, path: string) {
  const answer = await house.request(path, {
    method: 'POST',
    headers: { origin: 'http://localhost:3000', cookie },
  })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return { status: answer.status, type: answer.headers.get('content-type'), bytes }
}

const later = (minutes: number) => (now = now.add({ minutes }))

test('the privacy page names every declaration, in every language, for everybody, and every page leads to it', async () => {
  for (const locale of locales) {
    const prefix = locale === 'en' ? '' : `/${locale}`
    const { status, text } = await house.get(`${prefix}/privacy`)
    assert.equal(status, 200)
    for (const declared of houseHeld.all) {
      const { name, what, stays } = declared.words(locale)
      for (const words of [name, what, stays ?? ''])
        assert.ok(text.includes(words.replaceAll('&', '&amp;')), `${locale}: ${words}`)
    }
    assert.match(
      (await house.get(`${prefix}/events`)).text,
      new RegExp(`<footer.*href="${prefix}/privacy"`, 's'),
    )
  }
})

test('a download holds all about its owner, no secret and nothing about anybody else', async () => {
  const [mine, theirs] = [
    await join('mine.needle@culture.example'),
    await join('theirs.needle@culture.example'),
  ]
  await giveName(mine, 'Mine Needlewoman')
  await giveName(theirs, 'Theirs Needleman')
  for (const visitor of [mine, theirs])
    await visitor.send('/account/password', { password: 'nine secret lamps in a row' })
  const [me, them] = [await idOf('mine.needle@culture.example'), await idOf('theirs.needle@culture.example')]
  await grant('theirs.needle@culture.example', 'administrator', 'needle of theirs')
  // Granted by the other one, who must not be named.
  const form = { email: 'mine.needle@culture.example', role: 'moderator', why: 'needle of mine', until: '' }
  assert.equal((await theirs.send('/desk/roles', form)).status, 303)
  for (const id of [me, them])
    await sql`insert into community.notice (person_id, kind, details, told_at)
      values (${id}::uuid, 'x', ${JSON.stringify({ word: id === me ? 'needle mine' : 'needle theirs' })}::jsonb, now())`.execute(
      db,
    )
  await theirs.get('/desk/roles')
  const memberOf = (personId: string, email: string) => ({ ...someoneWho([]), personId, email })
  await plantHeld(db, [
    memberOf(me, 'mine.needle@culture.example'),
    memberOf(them, 'theirs.needle@culture.example'),
  ])
  // A link that nobody has followed yet stands in a letter.
  await mine.send('/sign-in', { email: 'mine.needle@culture.example', way: 'link' })
  const token = /token=([\w-]+)/.exec((await lastLink(house, 'mine.needle@culture.example')) ?? '')?.[1]
  assert.ok(token)

  const held = await download(mine)
  const all = Object.values(held).join('\n')
  for (const planted of ['mine.needle@', 'Mine Needlewoman', 'needle mine', 'needle of mine', me])
    assert.ok(all.includes(planted), planted)
  assert.doesNotMatch(all, /theirs/i)
  assert.ok(!all.includes(them))
  // What the newer tables hold of them, and neither what is secret in it nor whom they invited or decided on.
  for (const planted of ['zebulon-quark', 'quarks words', 'https://id.example', 'Zebulon Quarkophone'])
    assert.ok(all.includes(planted), planted)
  assert.doesNotMatch(all, /Quarkophone \w+ secret|third@culture|Director|Not known/)
  const secrets = await rows<{ secret: string }>(
    db,
    sql`select token as secret from community.session union select password from community.account where password is not null
      union select token_hash from community.link union select network_hash from community.known_network
      union select key from community.attempt`,
  )
  assert.ok(secrets.length >= 8)
  assert.ok(!all.includes(token) && all.includes('/sign-in/link?…'))
  for (const { secret } of secrets) assert.ok(!all.includes(secret), secret)

  assert.deepEqual(
    Object.keys(held).toSorted(),
    ['index.html', ...houseHeld.all.map(({ id }) => `data/${id}.json`)].toSorted(),
  )
  const read = (id: string) => JSON.parse(held[`data/${id}.json`] ?? '').records
  assert.deepEqual(
    read('community.roles').map(({ role, grantedBy, why }: Record<string, unknown>) => [
      role,
      grantedBy,
      why,
    ]),
    [['moderator', 'administrator', 'needle of mine']],
  )
  const looks = read('community.readings').map(({ roles, what }: Record<string, string[]>) => [roles, what])
  assert.deepEqual(
    looks.toSorted((one: string[][], next: string[][]) => (one[0]?.length ?? 0) - (next[0]?.length ?? 0)),
    [
      [[], ['community.address']],
      [['administrator'], ['community.address', 'community.roles']],
    ],
  )
  assert.equal(read('community.passwords')[0].hasPassword, true)
  assert.deepEqual(
    read('community.invitations')
      .map(({ kind, role, email }: Record<string, string>) => [kind, role, email ?? 'of another'])
      .toSorted(),
    [
      ['by you', 'organisation-member', 'of another'],
      ['to you', 'organisation-editor', 'mine.needle@culture.example'],
      ['to you', 'organisation-member', 'mine.needle@culture.example'],
      ['to you', 'organisation-member', 'zebulon.quark.lost@needle.example'],
    ],
  )
  assert.deepEqual(
    read('community.claims')
      .map(({ stage, decidedBy }: Record<string, string>) => [stage, decidedBy])
      .toSorted(),
    [
      ['refused', 'administrator'],
      ['waiting', null],
    ],
  )
  assert.deepEqual(
    read('community.partnerFacts').map(({ email }: Record<string, string>) => email),
    ['mine.needle@culture.example'],
  )
  for (const id of ['passkeys', 'codes', 'steps', 'tokens', 'profiles', 'agreements'])
    assert.ok(read(`community.${id}`).length >= 1, id)
  assert.equal(read('community.people')[0].noticesByMail, 'daily')
  assert.ok(read('platform.letters').length >= 2)
  const audited = read('platform.audit').map(({ what, by }: Record<string, string>) => `${what} by ${by}`)
  assert.ok(
    audited.includes('community.grantRole by staff') && audited.includes('community.keepProfile by you'),
  )
  assert.equal((await listAudit(db, { kind: 'people', id: me }))[0]?.what, 'community.downloadHeld')

  // In their language, from right to left where it is.
  const urdu = await download(mine, '/ur/account/privacy/download')
  assert.match(urdu['index.html'] ?? '', /<html lang="ur" dir="rtl">/)
  assert.ok(urdu['index.html']?.includes(houseHeld.all[0]?.words('ur').name ?? '-'))

  // What the other one is given names whom they granted a role by nothing but the fact.
  const others = Object.values(await download(theirs)).join('\n')
  assert.ok(others.includes('Theirs Needleman'))
  assert.doesNotMatch(others, /mine\.needle|Needlewoman|needle mine|quark/i)
  assert.ok(others.includes('Director') && others.includes('community.claimMade'))
  assert.ok(!others.includes(me))
})

test('who signed in a while ago shows once more who they are, by password or by link', async () => {
  const visitor = await join('stale@culture.example')
  later(16)
  const asked = await visitor.send('/account/privacy/download', {})
  assert.equal(asked.status, 422)
  assert.match(asked.text, /Sign in again by link first/)
  await signInByLink(house, visitor, 'stale@culture.example')
  await visitor.send('/account/password', { password: 'nine secret lamps in a row' })
  later(16)
  const wrong = await visitor.send('/account/privacy/download', { password: 'another one' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /This is not your password/)
  assert.ok(!wrong.text.includes('another one'))
  const right = await visitor.send('/account/privacy/download', { password: 'nine secret lamps in a row' })
  assert.deepEqual([right.status, right.headers.get('content-type')], [200, 'application/zip'])
  assert.match(
    right.headers.get('content-disposition') ?? '',
    /^attachment; filename="about-me-2027-01-15\.zip"$/,
  )
  assert.equal(right.headers.get('cache-control'), 'no-store')
  // A session in wrong hands is no place to guess at.
  for (let tries = 0; tries < 10; tries += 1)
    await visitor.send('/account/privacy/download', { password: 'another one' })
  const refused = await visitor.send('/account/privacy/closing', {
    email: 'stale@culture.example',
    password: 'nine secret lamps in a row',
  })
  assert.equal(refused.status, 429)
})

test('an account is closed by its owner who types their address, and every session of theirs is over', async () => {
  const [here, there] = [await join('closing@culture.example'), await join('closing@culture.example')]
  const page = (await here.get('/account/privacy/closing')).text
  for (const declared of houseHeld.all) {
    const { name, what, stays } = declared.words('en')
    assert.ok(page.includes(name) && page.includes(stays ?? what), declared.id)
  }
  const typed = await here.send('/account/privacy/closing', { email: 'closing@culture.exampel' })
  assert.equal(typed.status, 422)
  assert.match(typed.text, /value="closing@culture\.exampel"/)
  assert.match(typed.text, /Type closing@culture\.example to confirm/)
  assert.equal((await there.get('/account')).status, 200)

  later(16)
  const stale = await here.send('/account/privacy/closing', { email: 'closing@culture.example' })
  assert.equal(stale.status, 422)
  await signInByLink(house, here, 'closing@culture.example')
  const closed = await here.send('/account/privacy/closing', { email: ' Closing@culture.example ' })
  assert.deepEqual([closed.status, closed.headers.get('location')], [303, '/privacy?done=closed'])
  assert.equal(here.cookie, undefined)
  assert.match((await here.get('/privacy?done=closed')).text, /Your account is closed/)
  assert.equal((await there.get('/account')).status, 303)
  assert.equal(await idOf('closing@culture.example'), '')
})

test('the last who can grant roles cannot close their account, and is told why', async () => {
  await sql`delete from community.role_grant`.execute(db)
  const last = await join('last@culture.example')
  await grant('last@culture.example', 'administrator', 'somebody must')
  const page = (await last.get('/account/privacy/closing')).text
  assert.match(page, /You are the last who can grant roles here/)
  assert.doesNotMatch(page, /Close my account for good/)
  const refused = await last.send('/account/privacy/closing', { email: 'last@culture.example' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /You are the last who can grant roles here/)
  assert.equal((await last.get('/account')).status, 200)
  // Nobody of a demonstration could take their place.
  await grant('admin@demo.example', 'administrator', 'for the demonstration')
  await sql`update community.person set demonstration = true where email = 'admin@demo.example'`.execute(db)
  const again = await last.send('/account/privacy/closing', { email: 'last@culture.example' })
  assert.equal(again.status, 422)
  await sql`delete from community.person where demonstration`.execute(db)
  await grant('next@culture.example', 'administrator', 'and now another')
  assert.equal((await last.send('/account/privacy/closing', { email: 'last@culture.example' })).status, 303)
})

test('staff who are shown addresses leave one record for a page, however many people are on it, and it is told', async () => {
  const staff = await join('next@culture.example')
  const seen = await join('seen@culture.example')
  assert.match((await seen.get('/account/privacy')).text, /Nobody on the staff has been shown/)
  await grant('seen@culture.example', 'moderator', 'x')
  const statements = async () => {
    const before = house.queries.length
    assert.equal((await staff.get('/desk/roles')).status, 200)
    return house.queries.length - before
  }
  const few = await statements()
  for (let more = 0; more < 30; more += 1) await grant(`more-${more}@culture.example`, 'moderator', 'x')
  assert.equal(await statements(), few)
  const counted = await rows(
    db,
    sql`select (select count(*)::int from community.reading_of o where o.reading_id = r.id) as people, what
      from community.reading r where who = ${await idOf('next@culture.example')}::uuid order by people`,
  )
  // Themselves and who is gone are not among them.
  assert.deepEqual(counted, [
    { people: 2, what: ['community.address', 'community.roles'] },
    { people: 32, what: ['community.address', 'community.roles'] },
  ])
  const page = (await seen.get('/account/privacy')).text
  assert.match(page, /Administrator<\/td><td>your e-mail address and your roles/)
  assert.doesNotMatch(page, /next@culture/)
  assert.match((await staff.get('/account/privacy')).text, /Nobody on the staff has been shown/)
})
