import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { houseHeld } from '../../held.ts'
import { rows } from '../../platform/database/rows.ts'
import { openAdministrator, openTestHouse, openVisitor, testNow, type Visitor } from '../../testing.ts'
import { applyingRetention } from '../privacy/retention/jobs.ts'
import { listRuns } from '../privacy/retention/queries.ts'
import { openLog } from '../../platform/index.ts'

const house = await openTestHouse({ settings: { trustProxy: 1 } })
after(() => house.close())

const one = await openAdministrator(house, 'one', '192.0.2.1')
const other = await openAdministrator(house, 'other', '192.0.2.2')
const stranger = openVisitor(house, '192.0.2.3')

const versionIn = (text: string) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
const read = async (path: string) => (await stranger.get(path)).text

async function save(who: Visitor, page: string, fields: Record<string, string>) {
  const { text } = await who.get(`/desk/settings/${page}`)
  return who.send(`/desk/settings/${page}`, { version: versionIn(text), ...fields })
}

const changes = async () => (await one.get('/desk/settings/changes')).text

test('a house that is called otherwise is called so at once, on every page, in each language', async () => {
  assert.match(await read('/'), /Caravanserai/)
  const fields = { 'name-en': 'Mekong House', 'name-fr': 'Maison du Mékong', 'says-en': 'We carry culture.' }
  assert.equal((await save(one, 'identity', fields)).status, 303)
  const english = await read('/')
  assert.doesNotMatch(english, /Caravanserai/)
  assert.match(english, /<title>[^<]* – Mekong House<\/title>/)
  assert.match(english, /property="og:site_name" content="Mekong House"/)
  assert.match(english, /name="description" content="We carry culture\."/)
  assert.match(await read('/fr/events'), /Maison du Mékong/)
  // Khmer has no name of its own, and no words.
  const khmer = await read('/km/')
  assert.match(khmer, /Mekong House/)
  assert.match(khmer, /<p class="lead" lang="en" dir="ltr">We carry culture\./)
  assert.match(await read('/nothing-here'), /Mekong House/)
  assert.match(await read('/api/v1/openapi.json'), /"title":"Mekong House"/)
  assert.match(await changes(), /name\.fr<\/code>.*Maison du Mékong/s)
  assert.match(await changes(), /<del>Caravanserai<\/del>/)
})

test('a name is needed, none is endless, and what was typed is kept', async () => {
  const long = 'x'.repeat(61)
  const answer = await save(one, 'identity', { 'name-en': ' ', 'name-ur': long, 'says-en': 'Kept' })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Enter a name in English/)
  assert.match(answer.text, /At most 60 characters/)
  assert.match(answer.text, new RegExp(`value="${long}"`))
  assert.match(answer.text, />Kept<\/textarea>/)
  assert.match(await read('/'), /Mekong House/)
})

test('of two administrators at once the second sees what the first saved, keeps their own words, and may then save', async () => {
  const { text } = await other.get('/desk/settings/identity')
  const version = versionIn(text)
  assert.equal((await save(one, 'identity', { 'name-en': 'First House' })).status, 303)
  const mine = { 'name-en': 'Second House', 'says-en': 'Mine' }
  const stale = await other.send('/desk/settings/identity', { version, ...mine })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /Somebody else has changed this meanwhile/)
  assert.match(stale.text, /It is now: “First House”/)
  assert.match(stale.text, /value="Second House"/)
  assert.match(await read('/'), /First House/)
  const again = { version: versionIn(stale.text), ...mine }
  assert.equal((await other.send('/desk/settings/identity', again)).status, 303)
  assert.match(await read('/'), /Second House/)
})

test('of two who save the same version at the same moment one is kept', async () => {
  const { text } = await one.get('/desk/settings/footer')
  const version = versionIn(text)
  const sent = await Promise.all(
    [one, other].map((who, at) => who.send('/desk/settings/footer', { version, 'text-en': `Foot ${at}` })),
  )
  assert.deepEqual(
    sent.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 409],
  )
})

test('colours that cannot be read are refused with the contrast that was measured, and those too alike', async () => {
  const faint = await save(one, 'colours', { asia: '#ffb000', europe: '#23408e' })
  assert.equal(faint.status, 422)
  assert.match(
    faint.text,
    /The contrast of this colour on its ground is 1\.\d+ to 1; at least 4\.5 to 1 is needed/,
  )
  assert.match(faint.text, /value="#ffb000"/)
  assert.match((await save(one, 'colours', { asia: '#23408e', europe: '#24418f' })).text, /too much alike/)
  assert.match((await save(one, 'colours', { asia: 'red', europe: '#23408e' })).text, /Enter a colour/)
  assert.doesNotMatch(await read('/'), /\/assets\/colours\./)
})

test('colours of the regions stand in a style sheet of their own, on pages, in widgets and on cards', async () => {
  const cardOf = (text: string) => /og:image" content="http:\/\/localhost:3000([^"]+)/.exec(text)?.[1]
  const before = cardOf(await read('/'))
  assert.equal((await save(one, 'colours', { asia: '7A1F5C', europe: '#0b5d4d' })).status, 303)
  const page = await read('/')
  const path = /href="(\/assets\/colours\.[^"]+)"/.exec(page)?.[1] ?? ''
  const sheet = await stranger.get(path)
  assert.equal(sheet.status, 200)
  assert.equal(sheet.headers.get('content-type'), 'text/css; charset=utf-8')
  assert.match(sheet.headers.get('cache-control') ?? '', /immutable/)
  assert.match(sheet.text, /--asia: light-dark\(#7a1f5c, #[0-9a-f]{6}\)/)
  assert.equal((await stranger.get(path.replace('7a1f5c', '000000'))).status, 404)
  assert.ok((await read('/widgets/open-calls')).includes(path))
  const card = cardOf(page)
  assert.notEqual(card, before)
  assert.equal((await stranger.get(card ?? '')).status, 200)
  // Empty again, the house looks as it was delivered.
  assert.equal((await save(one, 'colours', { asia: '', europe: '' })).status, 303)
  assert.doesNotMatch(await read('/'), /\/assets\/colours\./)
})

test('a language that is switched off leads to the default one and is named nowhere', async () => {
  assert.match(await read('/events'), /hreflang="km"/)
  assert.equal((await save(one, 'languages', { offered: 'fr' })).status, 303)
  const gone = await stranger.get('/km/events?when=coming')
  assert.deepEqual(
    [gone.status, gone.headers.get('location')],
    [302, 'http://localhost:3000/events?when=coming'],
  )
  assert.equal((await stranger.send('/km/sign-in', { email: 'a@culture.example' })).status, 404)
  for (const path of ['/events', '/languages', '/sitemaps/pages.xml', '/api/v1/openapi.json']) {
    const text = await read(path)
    assert.doesNotMatch(text, /hreflang="km"|localhost:3000\/km|ខ្មែរ/, path)
    assert.match(text, /hreflang="fr"|localhost:3000\/fr|Français/, path)
  }
  assert.equal((await stranger.get('/fr/events')).status, 200)
  const all = [
    ['offered', 'vi'],
    ['offered', 'km'],
    ['offered', 'ur'],
    ['offered', 'fr'],
    ['offered', 'zh'],
    ['offered', 'th'],
  ]
  const version = versionIn((await one.get('/desk/settings/languages')).text)
  assert.equal((await one.send('/desk/settings/languages', [['version', version], ...all])).status, 303)
  assert.equal((await stranger.get('/km/events')).status, 200)
})

const png = (width: number, height: number, more = 0) => {
  const bytes = Buffer.alloc(57 + more)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  bytes.write('IEND', bytes.length - 8)
  return bytes
}

async function sendLogo(bytes: Uint8Array<ArrayBuffer>, name = 'logo.png') {
  const version = versionIn((await one.get('/desk/settings/logo')).text)
  const body = new FormData()
  body.set('version', version)
  body.set('logo', new File([bytes], name, { type: 'image/png' }))
  const headers = {
    origin: 'http://localhost:3000',
    cookie: one.cookie ?? '',
    'x-forwarded-for': '192.0.2.1',
  }
  return house.get('/desk/settings/logo', { method: 'POST', body, headers })
}

test('a logo is what its bytes say it is, within bounds, and stands on every page', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'.padEnd(80))
  for (const [bytes, fault] of [
    [svg, /neither PNG nor WebP/],
    [png(40_000, 40_000), /too many pixels/],
    [png(100, 100, 300 * 1024), /too many bytes/],
    [Buffer.alloc(0), /Choose a picture/],
  ] as const) {
    const answer = await sendLogo(Uint8Array.from(bytes))
    assert.equal(answer.status, 422)
    assert.match(answer.text, fault)
  }
  assert.doesNotMatch(await read('/'), /class="logo"/)
  const good = png(300, 100)
  assert.equal((await sendLogo(Uint8Array.from(good))).status, 303)
  const path =
    /<img class="logo" src="([^"]+)" width="120" height="40" alt=""/.exec(await read('/'))?.[1] ?? ''
  const answer = await house.request(path)
  assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'image/png'])
  assert.deepEqual(Buffer.from(await answer.arrayBuffer()), good)
  assert.equal((await stranger.get(path.replace('.png', '.webp'))).status, 404)
  const version = versionIn((await one.get('/desk/settings/logo')).text)
  assert.equal((await one.send('/desk/settings/logo/remove', { version })).status, 303)
  assert.doesNotMatch(await read('/'), /class="logo"/)
})

test('pages of the house stand at their address and at the foot; HTML in them stays text', async () => {
  assert.equal((await stranger.get('/legal/imprint')).status, 404)
  const fields = {
    slug: 'imprint',
    'title-en': 'Imprint',
    'text-en': '**Who** we are <script>alert(1)</script> [x](javascript:alert(1))',
    'title-fr': 'Mentions',
    'text-fr': 'Qui nous sommes',
  }
  const wrong = await one.send('/desk/settings/pages/new', {
    version: '0',
    ...fields,
    slug: '../x',
    'text-fr': '',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /small letters, figures and hyphens/)
  assert.match(wrong.text, /Enter the text of this page/)
  assert.equal((await one.send('/desk/settings/pages/new', { version: '0', ...fields })).status, 303)
  assert.match((await one.send('/desk/settings/pages/new', { version: '0', ...fields })).text, /already/)
  const page = await read('/legal/imprint')
  assert.match(page, /<strong>Who<\/strong> we are &lt;script&gt;/)
  assert.doesNotMatch(page, /<script>alert|href="javascript/)
  assert.match(await read('/fr/events'), /<a href="\/fr\/legal\/imprint">Mentions<\/a>/)
  // Written in two languages, it is named in those.
  assert.match(page, /hreflang="fr"/)
  assert.doesNotMatch(page, /rel="alternate" hreflang="vi"/)
  assert.match(await read('/sitemaps/pages.xml'), /\/legal\/imprint/)
  const about = { version: '0', slug: 'about', 'title-en': 'About us', 'text-en': 'Us' }
  assert.equal((await one.send('/desk/settings/pages/new', about)).status, 303)
  assert.equal((await stranger.get('/about')).status, 200)
  assert.equal((await stranger.get('/legal/about')).status, 404)
  const stale = await one.send('/desk/settings/pages/about', { ...about, version: '7', 'title-en': 'Other' })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /value="Other"/)
  const version = versionIn((await one.get('/desk/settings/pages/about')).text)
  assert.equal((await one.send('/desk/settings/pages/about/remove', { version })).status, 303)
  assert.equal((await stranger.get('/about')).status, 404)
  assert.match(await changes(), /About us/)
})

test('a period that is set is applied by night and told on the page of privacy, and none is shorter than is safe', async () => {
  const id = 'community.networks/seen'
  const wrong = await save(one, 'retention', { 'community-networks-seen': '3' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Enter a number of days from 30 to 3,650/)
  assert.equal(
    (await save(one, 'retention', { 'community-networks-seen': '44', 'community-sessions-expired': '1000' }))
      .status,
    303,
  )
  assert.match(await read('/privacy'), /44 days/)
  const work = { db: house.db, log: openLog({ level: 'silent' }) }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the job uses of its work
  await applyingRetention(
    () => testNow,
    houseHeld,
    house.files,
  )({}, work as Parameters<ReturnType<typeof applyingRetention>>[1])
  const runs = await listRuns(house.db, 100)
  assert.equal(runs.find(({ kind }) => kind === id)?.days, 44)
  assert.equal(runs.find(({ kind }) => kind === 'community.sessions/expired')?.days, 1)
})

test('what is kept in a shape nobody knows any more is as delivered, and the house stays open', async () => {
  await sql`update community.setting set value = '{"asia": "javascript:x"}' where subject = 'colours'`.execute(
    house.db,
  )
  const { status, text } = await stranger.get('/')
  assert.equal(status, 200)
  assert.doesNotMatch(text, /assets\/colours|javascript:x/)
})

test('the list of changes goes on, thirty at a time', async () => {
  for (let at = 0; at < 31; at += 1) await save(one, 'footer', { 'text-en': `Foot of ${at}` })
  const first = await changes()
  assert.match(first, /Foot of 30/)
  assert.doesNotMatch(first, /Maison du Mékong/)
  const older = /href="(\/desk\/settings\/changes\?below=\d+)"/.exec(first)?.[1] ?? ''
  assert.match((await one.get(older)).text, /Maison du Mékong|About us/)
  const audited = await rows<{ count: number }>(
    house.db,
    sql`select count(*)::int as count from platform.audit_entry where record_kind = 'settings' and who is not null`,
  )
  assert.ok((audited[0]?.count ?? 0) >= 38)
})
