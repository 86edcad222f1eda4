import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { findLetter, listAudit, listOutbox } from '../../../platform/index.ts'
import { keptLog, until } from '../../../platform/testing.ts'
import { houseRoles } from '../../../roles.ts'
import { houseScopes } from '../../../scopes.ts'
import { freePort } from '../../../../tools/processes.ts'
import {
  openTestHouse,
  openVisitor,
  signInByLink,
  type TestAnswer,
  testNow,
  type Visitor,
} from '../../../testing.ts'
import { plantDemonstrationPeople } from '../../demonstration/actions.ts'
import { openSigningIn, type SigningIn } from '../actions.ts'
import { returnFromProvider } from './actions.ts'
import { signInAtProvider, startProvider } from './testing.ts'

let now = testNow
const publicUrl = 'http://localhost:3000'
const provider = await startProvider(publicUrl)
const { log, lines } = keptLog()
const house = await openTestHouse({
  settings: { demonstration: 'full', trustProxy: 1, provider: provider.settings },
  clock: () => now,
  log,
})
await plantDemonstrationPeople(house.db, testNow)
await until(async () =>
  (await openVisitor(house).get('/sign-in')).text.includes('action="/sign-in/provider"'),
)
after(async () => {
  await house.close()
  await provider.stop()
})

const verified = (email: string, name = '') => ({ email, email_verified: true, name })

/** Leaves for the provider as a browser does; answers the address it is sent to. */
async function leave(visitor: Visitor, fields: Record<string, string> = {}, prefix = ''): Promise<string> {
  const { status, headers, text } = await visitor.send(`${prefix}/sign-in/provider`, fields)
  assert.equal(status, 200, text)
  return headers.get('refresh')?.replace(/^0;url=/, '') ?? ''
}

/** Signs in at the provider, and comes back. */
async function comeBy(visitor: Visitor, login: string, fields = {}, prefix = ''): Promise<TestAnswer> {
  const back = await signInAtProvider(await leave(visitor, fields, prefix), login)
  return visitor.get(back.pathname + back.search)
}

const locationOf = ({ status, headers }: TestAnswer) => [status, headers.get('location')]
const isSignedIn = async (visitor: Visitor) => (await visitor.get('/account')).status === 200

async function people(): Promise<string[]> {
  const found = await sql<{ email: string }>`select email from community.person order by email`.execute(
    house.db,
  )
  return found.rows.map(({ email }) => email)
}

test('somebody new signs in at the provider, is made a person with the address it vouches for, and goes on', async () => {
  await provider.tell({ mai: verified('Mai@Culture.example', 'Mai Trần') })
  const visitor = openVisitor(house)
  const page = await visitor.get('/vi/sign-in?next=/vi/events')
  assert.match(page.text, /action="\/vi\/sign-in\/provider"[\s\S]*name="next" value="\/vi\/events"/)
  const entered = await comeBy(visitor, 'mai', { next: '/vi/events' }, '/vi')
  assert.deepEqual(locationOf(entered), [303, '/vi/events'])
  assert.match(visitor.cookie ?? '', /^__Host-session=[^;]+$/)
  const account = await visitor.get('/account')
  assert.match(account.text, /Your address is mai@culture\.example/)
  assert.match((await visitor.get('/account/profile')).text, /value="Mai Trần"/)
  assert.match(account.text, /<td>account elsewhere<\/td>/)
  const kept = await sql`select language from community.person where email = 'mai@culture.example'`.execute(
    house.db,
  )
  assert.deepEqual(kept.rows, [{ language: 'vi' }])
})

test('what goes to the provider is bound to the browser by a cookie from scripts and other sites, and none of it is in the database', async () => {
  const visitor = openVisitor(house)
  const { headers } = await visitor.send('/sign-in/provider', {})
  const [cookie = ''] = headers.getSetCookie()
  assert.match(cookie, /^__Host-provider=[\w-]{43};/)
  for (const word of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=1200'])
    assert.ok(cookie.includes(word), word)
  const address = new URL(headers.get('refresh')?.replace('0;url=', '') ?? '')
  const { searchParams } = address
  assert.equal(searchParams.get('redirect_uri'), `${publicUrl}/sign-in/provider/return`)
  assert.equal(searchParams.get('code_challenge_method'), 'S256')
  assert.equal(headers.get('cache-control'), 'no-store')
  const held = JSON.stringify((await sql`select * from community.provider_visit`.execute(house.db)).rows)
  const secrets = [cookie.slice('__Host-provider='.length).split(';')[0], searchParams.get('state')]
  for (const secret of [...secrets, searchParams.get('nonce'), searchParams.get('code_challenge')]) {
    assert.ok(secret && secret.length > 40)
    assert.ok(!held.includes(secret))
  }
})

test('an existing person with the address is linked and told; from then on the provider’s name for them counts, not the address', async () => {
  const email = 'linked@culture.example'
  await signInByLink(house, openVisitor(house), email)
  await signInByLink(house, openVisitor(house), 'other@culture.example')
  await provider.tell({ lin: verified(email) })
  const visitor = openVisitor(house)
  assert.deepEqual(locationOf(await comeBy(visitor, 'lin')), [303, '/account'])
  const line = (await listOutbox(house.db)).find(
    ({ kind, to }) => kind === 'community.provider' && to.address === email,
  )
  const letter = await findLetter(house.db, line?.id ?? '')
  assert.match(letter?.text ?? '', /that account is now linked with yours/)
  const letters = (await listOutbox(house.db)).length

  for (const claims of [
    verified('moved@culture.example'),
    verified('other@culture.example'),
    { email: 'other@culture.example', email_verified: false },
    {},
  ]) {
    await provider.tell({ lin: claims })
    const again = openVisitor(house)
    assert.deepEqual(locationOf(await comeBy(again, 'lin')), [303, '/account'])
    assert.match((await again.get('/account')).text, /Your address is linked@culture\.example/)
  }
  assert.equal((await listOutbox(house.db)).length, letters)
  assert.ok(!(await people()).includes('moved@culture.example'))
  // The one whose address the claim named is still alone with it.
  const other = openVisitor(house)
  await signInByLink(house, other, 'other@culture.example')
  assert.doesNotMatch((await other.get('/account')).text, /Unlink localhost/)
})

test('without an address, or with one the provider does not vouch for, nobody is made or linked, and a page says what to do', async () => {
  const email = 'victim@culture.example'
  await signInByLink(house, openVisitor(house), email)
  const before = await people()
  const cases: [string, object, RegExp][] = [
    ['none', {}, /did not tell us your e-mail address/],
    ['not-one', verified('no address at all'), /did not tell us your e-mail address/],
    ['unsure', { email, email_verified: false }, /has not made sure/],
    ['silent', { email }, /has not made sure/],
    ['word', { email, email_verified: 'true' }, /has not made sure/],
  ]
  for (const [login, claims, words] of cases) {
    await provider.tell({ [login]: claims })
    const visitor = openVisitor(house)
    const back = await comeBy(visitor, login, {}, '/ur')
    assert.match(back.headers.get('location') ?? '', /^\/ur\/sign-in\/provider\/failed\?why=/)
    const page = await visitor.get((back.headers.get('location') ?? '').replace('/ur', ''))
    assert.match(page.text, words, login)
    assert.equal(await isSignedIn(visitor), false)
  }
  assert.deepEqual(await people(), before)
  const linked =
    await sql`select 1 from community.account where account_id = any('{none,not-one,unsure,silent,word}')`.execute(
      house.db,
    )
  assert.deepEqual(linked.rows, [])
})

test('people of the demonstration are reached by no provider, not even where they may sign in', async () => {
  await provider.tell({ admin: verified('admin@demo.example'), new: verified('new@demo.example') })
  for (const login of ['admin', 'new']) {
    const visitor = openVisitor(house)
    assert.deepEqual(locationOf(await comeBy(visitor, login)), [303, '/sign-in/provider/failed?why=barred'])
    assert.equal(await isSignedIn(visitor), false)
  }
  await sql`update community.person set email = 'renamed@culture.example' where email = 'artist@demo.example'`.execute(
    house.db,
  )
  await provider.tell({ artist: verified('renamed@culture.example') })
  const visitor = openVisitor(house)
  assert.deepEqual(locationOf(await comeBy(visitor, 'artist')), [303, '/sign-in/provider/failed?why=barred'])
})

test('who calls it off at the provider is told so, in their language', async () => {
  const visitor = openVisitor(house)
  const back = await signInAtProvider(await leave(visitor, {}, '/fr'), 'mai', 'abort')
  const answer = await visitor.get(back.pathname + back.search)
  assert.deepEqual(locationOf(answer), [303, '/fr/sign-in/provider/failed?why=cancelled'])
  assert.match((await visitor.get('/fr/sign-in/provider/failed?why=cancelled')).text, /pas connecté/)
})

test('an answer is good once, for the browser it was asked from, for some minutes, and as it was given', async () => {
  await provider.tell({ mai: verified('mai@culture.example') })
  const gone = [303, '/sign-in/provider/failed?why=gone']
  const visitor = openVisitor(house)
  const back = await signInAtProvider(await leave(visitor), 'mai')
  const path = back.pathname + back.search
  assert.deepEqual(locationOf(await openVisitor(house).get(path)), gone)
  const attacker = openVisitor(house)
  await leave(attacker)
  assert.deepEqual(locationOf(await attacker.get(path)), gone)
  assert.equal(await isSignedIn(attacker), false)
  const altered = new URL(back)
  altered.searchParams.set('state', 'x'.repeat(43))
  assert.deepEqual(locationOf(await visitor.get(altered.pathname + altered.search)), gone)
  const kept = visitor.cookie
  assert.deepEqual(locationOf(await visitor.get(path)), [303, '/account'])
  const replaying = openVisitor(house)
  replaying.cookie = kept
  assert.deepEqual(locationOf(await replaying.get(path)), gone)

  const late = openVisitor(house)
  const tooLate = await signInAtProvider(await leave(late), 'mai')
  now = testNow.add({ minutes: 20 })
  const answer = await late.get(tooLate.pathname + tooLate.search)
  now = testNow
  assert.deepEqual(locationOf(answer), gone)
})

test('a code that the provider has given out already is refused by it, and opens nothing', async () => {
  await provider.tell({ mai: verified('mai@culture.example') })
  const [first, second] = [openVisitor(house), openVisitor(house)]
  const used = await signInAtProvider(await leave(first), 'mai')
  const other = await signInAtProvider(await leave(second), 'mai')
  assert.equal((await first.get(used.pathname + used.search)).headers.get('location'), '/account')
  // Whoever puts another's code into their own answer lacks what proves that it is theirs (PKCE).
  other.searchParams.set('code', used.searchParams.get('code') ?? '')
  const answer = await second.get(other.pathname + other.search)
  assert.deepEqual(locationOf(answer), [303, '/sign-in/provider/failed?why=nonsense'])
  assert.equal(await isSignedIn(second), false)
  const line = lines.findLast(({ msg }) => msg === 'a provider’s answer was refused')
  assert.deepEqual(
    [line?.['said'], line?.['provider']],
    ['invalid_grant', new URL(provider.settings.issuer).host],
  )
  const said = JSON.stringify(lines)
  for (const secret of [used.searchParams.get('code'), provider.settings.clientSecret, 'mai@culture'])
    assert.ok(!said.includes(secret ?? ''), secret ?? '')
})

test('signing in at the provider ends the session one had; another site can begin nothing; one goes on only in this house', async () => {
  await provider.tell({ mai: verified('mai@culture.example') })
  const visitor = openVisitor(house)
  await signInByLink(house, visitor, 'before@culture.example')
  const earlier = openVisitor(house)
  earlier.cookie = visitor.cookie
  const entered = await comeBy(visitor, 'mai', { next: '//evil.example/x' })
  assert.deepEqual(locationOf(entered), [303, '/account'])
  assert.deepEqual([await isSignedIn(earlier), await isSignedIn(visitor)], [false, true])
  const foreign = await openVisitor(house).send('/sign-in/provider', {}, { origin: 'https://evil.example' })
  assert.equal(foreign.status, 403)
})

test('an account elsewhere is shown, unlinked by its owner alone, and signing in by link remains', async () => {
  const email = 'unlinking@culture.example'
  await provider.tell({ uma: verified(email) })
  const elsewhere = openVisitor(house)
  await comeBy(elsewhere, 'uma')
  const visitor = openVisitor(house)
  await signInByLink(house, visitor, email)
  const host = new URL(provider.settings.issuer).host
  const page = (await visitor.get('/account')).text
  assert.ok(page.includes(`Unlink ${host}`))
  const path = /\/account\/provider\/[\w-]+\/unlink/.exec(page)?.[0] ?? ''
  const stranger = openVisitor(house)
  await signInByLink(house, stranger, 'not-hers@culture.example')
  assert.equal((await stranger.send(path, {})).status, 404)
  assert.equal((await stranger.send('/account/provider/none/unlink', {})).status, 404)
  assert.deepEqual(locationOf(await visitor.send(path, {})), [303, '/account?done=provider'])
  assert.match(
    (await visitor.get('/account?done=provider')).text,
    /The account is unlinked[\s\S]*Sign in once with/,
  )
  assert.deepEqual([await isSignedIn(elsewhere), await isSignedIn(visitor)], [false, true])
  assert.equal((await visitor.send(path, {})).status, 404)
  const person = await sql<{ id: string }>`select id from community.person where email = ${email}`.execute(
    house.db,
  )
  const audit = await listAudit(house.db, { kind: 'people', id: person.rows[0]?.id ?? '' })
  assert.deepEqual(
    audit.map(({ what, before, after }) => [what, before, after]),
    [
      ['community.unlinkProvider', { provider: provider.settings.issuer }, {}],
      ['community.join', {}, { provider: provider.settings.issuer }],
    ],
  )
})

test('two who come back at the same moment as somebody new become one person', async () => {
  await provider.tell({ twin: verified('twin@culture.example') })
  const visitors = [openVisitor(house), openVisitor(house), openVisitor(house)]
  const backs: URL[] = []
  for (const visitor of visitors) backs.push(await signInAtProvider(await leave(visitor), 'twin'))
  const answers = await Promise.all(
    visitors.map((visitor, index) => visitor.get(`${backs[index]!.pathname}${backs[index]!.search}`)),
  )
  assert.deepEqual(
    answers.map(({ headers }) => headers.get('location')),
    ['/account', '/account', '/account'],
  )
  const linked = await sql`select 1 from community.account where account_id = 'twin'`.execute(house.db)
  assert.equal(linked.rows.length, 1)
})

test('a house starts without its provider, shows no button until it has come up, and asks for it ever more seldom', async () => {
  const port = await freePort()
  let moment = testNow
  const kept = keptLog()
  const waiting = await openTestHouse({
    settings: { provider: { ...provider.settings, issuer: `http://localhost:${port}` } },
    clock: () => moment,
    log: kept.log,
  })
  const failures = () =>
    kept.lines.flatMap(({ failures }) => (typeof failures === 'number' ? [failures] : []))
  const visitor = openVisitor(waiting)
  const isOffered = async () => (await visitor.get('/sign-in')).text.includes('action="/sign-in/provider"')
  await until(() => failures().length === 1)
  assert.equal(await isOffered(), false)
  const early = await visitor.send('/sign-in/provider', {})
  assert.deepEqual(locationOf(early), [303, '/sign-in/provider/failed?why=away'])
  assert.deepEqual(failures(), [1])
  moment = moment.add({ seconds: 5 })
  assert.equal(await isOffered(), false)
  await until(() => failures().length === 2)
  const late = await startProvider(publicUrl, port)
  moment = moment.add({ seconds: 9 })
  assert.equal(await isOffered(), false)
  moment = moment.add({ seconds: 1 })
  await until(isOffered)
  await late.tell({ mai: verified('mai@culture.example') })
  const back = await signInAtProvider(
    (await visitor.send('/sign-in/provider', {})).headers.get('refresh')?.replace('0;url=', '') ?? '',
    'mai',
  )
  assert.deepEqual(locationOf(await visitor.get(back.pathname + back.search)), [303, '/account'])
  await late.stop()
  await waiting.close()
})

test('whoever comes back to a process that has just begun is waited for, and comes in', async () => {
  await provider.tell({ mai: verified('mai@culture.example') })
  const visitor = openVisitor(house)
  const back = await signInAtProvider(await leave(visitor), 'mai')
  const answer = await returnFromProvider(
    openAnother(),
    { parameters: back.searchParams, browser: /__Host-provider=([\w-]+)/.exec(visitor.cookie ?? '')?.[1] },
    { headers: new Headers(), network: '192.0.2.1', now },
  )
  assert.ok('entered' in answer && answer.entered.kind === 'opened')
  assert.match(answer.entered.headers.getSetCookie().join(), /^__Host-session=/)
})

/** Signing in as another process of the same house opens it. */
function openAnother(): SigningIn {
  return openSigningIn({
    db: house.db,
    secret: 'another',
    publicUrl,
    demonstration: true,
    staffSecondFactor: false,
    roles: houseRoles,
    scopes: houseScopes,
    provider: provider.settings,
    log,
    clock: () => now,
  })
}

test('a house without a provider has no button and no way there', async () => {
  const plain = await openTestHouse()
  const visitor = openVisitor(plain)
  assert.doesNotMatch((await visitor.get('/sign-in')).text, /provider/)
  assert.equal((await visitor.send('/sign-in/provider', {})).status, 404)
  assert.deepEqual(locationOf(await visitor.get('/sign-in/provider/return?code=x&state=y')), [
    303,
    '/sign-in/provider/failed?why=gone',
  ])
  await plain.close()
})
