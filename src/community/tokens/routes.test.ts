import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { houseRoles } from '../../roles.ts'
import { keptLog } from '../../platform/testing.ts'
import { openTestHouse, openVisitor, signInByLink, testNow, type Visitor } from '../../testing.ts'
import { plantDemonstrationPeople } from '../demonstration/actions.ts'
import { communityRoles } from '../roles/declared/model.ts'
import { endRole, grantRole } from '../roles/actions.ts'
import { listGrants } from '../roles/queries.ts'
import { applyRetention } from '../privacy/retention/actions.ts'
import { houseHeld } from '../../held.ts'
import { tellingOfEndingTokens } from './jobs.ts'
import { communityScopes, rolesWithin, scopesOf, tokenEndingNotice, tokenMadeNotice } from './model.ts'

let now = testNow
const { log, lines } = keptLog('trace')
const house = await openTestHouse({ settings: { trustProxy: 1 }, clock: () => now, log })
after(() => house.close())

let count = 0
async function join(email = `owner-${(count += 1)}@culture.example`): Promise<Visitor & { email: string }> {
  const visitor = openVisitor(house, `192.0.2.${100 + count}`)
  await signInByLink(house, visitor, email)
  return Object.assign(visitor, { email })
}

const right = { name: 'Our website', scopes: 'read', until: '2027-03-31' }
const tokenIn = (text: string) => /caravanserai_[\w-]{43}/.exec(text)?.[0] ?? ''

async function make(visitor: Visitor, fields: Record<string, string> = {}): Promise<string> {
  const { status, text } = await visitor.send('/account/tokens', { ...right, ...fields })
  assert.equal(status, 200, text)
  return tokenIn(text)
}

const ask = (
  token: string,
  path = '/api/v1/me',
  init: { method?: string; body?: string; headers?: Record<string, string> } = {},
  network = '198.51.100.1',
) =>
  house.get(path, {
    ...init,
    headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': network, ...init.headers },
  })

const idIn = (text: string) => /\/account\/tokens\/([\w-]{36})\/end/.exec(text)?.[1] ?? ''

test('a token is shown once, speaks for its owner to the API, and is nowhere but in their hands', async () => {
  const owner = await join()
  const made = await owner.send('/account/tokens', right)
  assert.deepEqual([made.status, made.headers.get('cache-control')], [200, 'no-store'])
  const token = tokenIn(made.text)
  assert.equal(made.text.split(token).length, 2)
  const page = await owner.get('/account/tokens')
  assert.match(page.text, /Our website[\s\S]*31 March 2027[\s\S]*never/)
  assert.ok(!page.text.includes('caravanserai_'))

  const me = await ask(token)
  assert.equal(me.status, 200)
  const { id, ...said } = JSON.parse(me.text)
  assert.match(id, /^[\w-]{36}$/)
  assert.deepEqual(said, { name: '', email: owner.email, by: 'token', scopes: ['read'], roles: [] })
  assert.equal(me.headers.get('cache-control'), 'no-store')
  assert.match((await owner.get('/account/tokens')).text, /31 March 2027<\/td><td>15 January 2027/)

  const secret = token.slice('caravanserai_'.length)
  const everything = await sql<{ all: string }>`select concat(
    (select jsonb_agg(to_jsonb(t)) from community.token t), (select jsonb_agg(to_jsonb(a)) from platform.audit_entry a),
    (select jsonb_agg(to_jsonb(n)) from community.notice n), (select jsonb_agg(to_jsonb(l)) from platform.letter l)) as all`.execute(
    house.db,
  )
  assert.match(everything.rows[0]?.all ?? '', /Our website/)
  assert.ok(!everything.rows[0]?.all.includes(secret))
  assert.ok(lines.length > 0 && !JSON.stringify(lines).includes(secret))
})

test('by session one learns the same of oneself, and a stranger that they are none', async () => {
  const owner = await join()
  const { by, scopes, email } = JSON.parse((await owner.get('/api/v1/me')).text)
  assert.deepEqual([by, scopes, email], ['session', null, owner.email])
  const answer = await house.get('/api/v1/me')
  assert.deepEqual(
    [answer.status, answer.headers.get('content-type'), answer.headers.get('www-authenticate')],
    [401, 'application/problem+json', 'Bearer'],
  )
})

test('a token that is none, was ended, has run out or was cut short is refused with a challenge', async () => {
  const owner = await join()
  const ended = await make(owner)
  const page = (await owner.get('/account/tokens')).text
  const answer = await owner.send(`/account/tokens/${idIn(page)}/end`, {})
  assert.equal(answer.headers.get('location'), '/account/tokens?done=ended')
  assert.match((await owner.get('/account/tokens?done=ended')).text, /The token is ended/)
  const running = await make(owner, { until: '2027-01-16' })
  assert.equal((await ask(running)).status, 200)
  const wrong = [
    ended,
    running.slice(0, -1),
    `${running}x`,
    'caravanserai_',
    'x',
    '',
    `caravanserai_${'x'.repeat(43)}`,
  ]
  for (const token of wrong) {
    const { status, headers, text } = await ask(token)
    assert.deepEqual(
      [status, headers.get('content-type'), headers.get('www-authenticate')],
      [401, 'application/problem+json', 'Bearer error="invalid_token"'],
      token,
    )
    assert.match(JSON.parse(text).detail, /none of this house/)
  }
  now = Temporal.Instant.from('2027-01-16T23:59:59Z')
  const late = (await ask(running)).status
  now = Temporal.Instant.from('2027-01-17T00:00:00Z')
  const over = (await ask(running)).status
  now = testNow
  assert.deepEqual([late, over], [200, 401])
})

test('a token of somebody whose role ended has none of it, and never more than its scopes', async () => {
  const owner = await join('editor-to-be@culture.example')
  const token = await make(owner)
  const granting = { db: house.db, roles: houseRoles, publicUrl: 'http://localhost:3000' }
  const known = { languages: new Set(['fr']), countries: new Set<string>() }
  const grant = {
    email: owner.email,
    role: 'editor',
    limits: { language: ['fr'] },
    until: undefined,
    why: 'work',
    known,
  }
  assert.deepEqual(await grantRole(granting, null, grant, now), [])
  const rolesOf = async () => JSON.parse((await ask(token)).text).roles
  assert.deepEqual(await rolesOf(), [
    { id: 'editor', permissions: ['records.seeUnpublished'], limits: { language: ['fr'] } },
  ])
  const own = JSON.parse((await owner.get('/api/v1/me')).text).roles[0].permissions
  assert.ok(own.includes('records.edit'), own.join())
  const [running] = (await listGrants(house.db, now)).running
  await endRole(granting, null, { id: running?.id ?? '', why: 'the work is done' }, now)
  assert.deepEqual(await rolesOf(), [])
})

test('what a scope does not let through is not there, and a scope whose room is gone is nothing', () => {
  const roles = communityRoles.map(({ id, permissions }) => ({ id, permissions, limits: {} }))
  const within = rolesWithin(roles, communityScopes)
  assert.deepEqual(
    within.map(({ id, permissions }) => [id, permissions]),
    roles.map(({ id }) => [id, id === 'administrator' ? ['records.seeUnpublished'] : []]),
  )
  assert.equal(scopesOf(communityScopes).find('gone'), undefined)
})

test('a token that only reads changes nothing; outside the API it says nothing; no other site is asked about it', async () => {
  const owner = await join()
  const token = await make(owner)
  const wrote = await ask(token, '/api/auth/sign-in/email', { method: 'POST', body: '{}' })
  assert.deepEqual([wrote.status, JSON.parse(wrote.text).detail], [403, 'This token can only read.'])
  for (const path of ['/account', '/desk', '/account/tokens'])
    assert.equal((await ask(token, path)).status, 303, path)
  assert.match((await ask(token, '/languages')).text, /href="\/sign-in"/)
  assert.equal((await ask('none', '/languages')).status, 200)
  // It comes before a cookie: whoever sends it wants to be asked as it.
  const other = await join()
  const both = await ask(token, '/api/v1/me', { headers: { cookie: other.cookie ?? '' } })
  assert.equal(JSON.parse(both.text).email, owner.email)
  assert.equal((await ask(token, '/api/v1/me', { headers: { origin: 'https://other.example' } })).status, 200)
})

test('only the owner of a token ends it', async () => {
  const owner = await join()
  const token = await make(owner)
  const id = idIn((await owner.get('/account/tokens')).text)
  const other = await join()
  assert.ok(!(await other.get('/account/tokens')).text.includes('Our website'))
  assert.equal((await other.send(`/account/tokens/${id}/end`, {})).status, 404)
  assert.equal((await other.send('/account/tokens/none/end', {})).status, 404)
  assert.equal((await ask(token)).status, 200)
  assert.equal((await owner.send(`/account/tokens/${id}/end`, {})).status, 303)
  assert.equal((await owner.send(`/account/tokens/${id}/end`, {})).status, 404)
  assert.equal((await ask(token)).status, 401)
  // Its name is free again.
  assert.notEqual(await make(owner), token)
})

test('a wrong form loses nothing, makes nothing, and says what to mend', async () => {
  const owner = await join()
  const wrong: [Record<string, string>, RegExp][] = [
    [{ ...right, name: ' ' }, /Give it a name/],
    [{ ...right, name: 'x'.repeat(101) }, /At most 100 characters/],
    [{ name: 'None', until: right.until }, /Choose what it may do/],
    [{ ...right, scopes: 'everything' }, /Choose what it may do/],
    [{ ...right, until: '' }, /Enter its last day/],
    [{ ...right, until: '2027-02-30' }, /Enter its last day/],
    [{ ...right, until: '2027-01-14' }, /Choose a day to come/],
    [{ ...right, until: '2028-01-15' }, /Choose a day within a year/],
  ]
  for (const [fields, words] of wrong) {
    const { status, text } = await owner.send('/account/tokens', fields)
    assert.equal(status, 422, JSON.stringify(fields))
    assert.match(text, /class="error-summary"/)
    assert.match(text, words)
    assert.ok(text.includes(`value="${fields['name']}"`))
    assert.ok(!text.includes('caravanserai_'))
  }
  assert.match((await owner.get('/account/tokens')).text, /You have no tokens/)
  assert.ok(await make(owner, { until: '2028-01-14' }))
  // Sent again, as by a reload, it makes no second one.
  assert.match((await owner.send('/account/tokens', right)).text, /You have a token of this name/)
  const many = Array.from({ length: 49 }, (_, index) => make(owner, { name: `Token ${index}` }))
  await Promise.all(many)
  assert.match(
    (await owner.send('/account/tokens', { ...right, name: 'More' })).text,
    /You have 50 tokens already/,
  )
})

test('a page of tokens asks the database as often for thirty as for one', async () => {
  const owner = await join()
  const asked = async () => {
    const before = house.queries.length
    await owner.get('/account/tokens')
    return house.queries.length - before
  }
  await make(owner)
  const one = await asked()
  for (let index = 0; index < 29; index += 1) await make(owner, { name: `Token ${index}` })
  assert.equal(await asked(), one)
})

test('a good token costs one query, and its day is written once', async () => {
  const token = await make(await join())
  const asked = async () => {
    const before = house.queries.length
    await ask(token)
    return house.queries.length - before
  }
  assert.deepEqual([await asked(), await asked(), await asked()], [2, 1, 1])
})

test('who shows bad tokens from a network has to wait, and who shows a good one from there has not', async () => {
  const good = await make(await join())
  const bad = () => ask(`caravanserai_${'y'.repeat(43)}`, '/api/v1/me', {}, '198.51.100.77')
  const statuses: number[] = []
  for (let time = 0; time < 11; time += 1) statuses.push((await bad()).status)
  assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 401), 429])
  assert.ok(Number((await bad()).headers.get('retry-after')) > 0)
  assert.equal((await ask(good, '/api/v1/me', {}, '198.51.100.77')).status, 200)
})

test('an owner is told when a token is made, and once within a week of its end; what is long over is cleared away', async () => {
  const owner = await join()
  await make(owner, { name: 'Soon', until: '2027-01-25' })
  await make(owner, { name: 'Later', until: '2027-06-30' })
  const told = async () => {
    const found = await sql<{
      kind: string
      details: { name: string; until: string }
    }>`select n.kind, n.details
      from community.notice n join community.person p on p.id = n.person_id where p.email = ${owner.email} order by n.told_at, n.kind, n.details->>'until'`.execute(
      house.db,
    )
    return found.rows
  }
  const night = async (day: string) => {
    const run = tellingOfEndingTokens(() => Temporal.Instant.from(`${day}T03:47:00Z`))
    await run({}, { db: house.db, log, signal: AbortSignal.timeout(10_000) } as never)
  }
  const made = [
    { kind: 'community.tokenMade', details: { name: 'Soon', until: '2027-01-25' } },
    { kind: 'community.tokenMade', details: { name: 'Later', until: '2027-06-30' } },
  ]
  assert.deepEqual(await told(), made)
  await night('2027-01-18')
  assert.deepEqual(await told(), made)
  await night('2027-01-19')
  await night('2027-01-20')
  const ending = { kind: 'community.tokenEnding', details: { name: 'Soon', until: '2027-01-25' } }
  assert.deepEqual(await told(), [...made, ending])
  assert.deepEqual(tokenEndingNotice.words('fr', ending.details), {
    title: 'Un jeton expire bientôt',
    text: '« Soon » est utilisable jusqu’au 25 janvier 2027. Créez-en un autre si votre programme continue.',
    path: '/account/tokens',
  })
  assert.match(tokenMadeNotice.words('en', ending.details).text, /“Soon” can be used until 25 January 2027/)
  const names = async () => {
    const found = await sql<{ name: string }>`select t.name from community.token t join community.person p
      on p.id = t.person_id where p.email = ${owner.email} order by t.name`.execute(house.db)
    return found.rows.map(({ name }) => name)
  }
  await make(owner, { name: 'Ended', until: '2027-06-30' })
  await sql`update community.token set ended_at = '2027-01-26T00:00:00Z' where name = 'Ended'`.execute(
    house.db,
  )
  const clear = (moment: string) => applyRetention(house.db, houseHeld, Temporal.Instant.from(moment))
  await clear('2027-02-24T03:41:00Z')
  assert.deepEqual(await names(), ['Ended', 'Later', 'Soon'])
  await clear('2027-02-25T03:41:00Z')
  assert.deepEqual(await names(), ['Later'])
})

test('where a demonstration has no sign-ins, a token of its people is nobody’s', async () => {
  const open = await openTestHouse({ settings: { demonstration: 'full' } })
  await plantDemonstrationPeople(open.db, testNow)
  const visitor = openVisitor(open)
  await visitor.send('/sign-in', {
    email: 'admin@demo.example',
    password: 'caravanserai-demo',
    way: 'password',
  })
  const token = tokenIn((await visitor.send('/account/tokens', right)).text)
  assert.ok(token)
  const held = await sql<{ hash: string }>`select token_hash as hash from community.token`.execute(open.db)
  await open.close()
  const person = await sql<{ id: string }>`insert into community.person (email, demonstration)
    values ('admin@demo.example', true) returning id`.execute(house.db)
  await sql`insert into community.token (person_id, name, token_hash, scopes, made_at, expires_at)
    values (${person.rows[0]?.id}::uuid, 'Left over', ${held.rows[0]?.hash}, '{read}', ${testNow.toString()}::timestamptz,
      ${testNow.add({ hours: 24 }).toString()}::timestamptz)`.execute(house.db)
  assert.equal((await ask(token)).status, 401)
})
