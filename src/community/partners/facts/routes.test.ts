import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { firstRow, listAudit, transact } from '../../../platform/index.ts'
import { houseRoles } from '../../../roles.ts'
import { openTestHouse, openVisitor, signInByLink, testNow, type Visitor } from '../../../testing.ts'
import { plantDemonstrationPeople } from '../../demonstration/actions.ts'
import { readKnown } from '../../known/queries.ts'
import { ownFiles } from '../../records/model.ts'
import { endRole, grantRole } from '../../roles/actions.ts'
import { listGrantsOf } from '../../roles/queries.ts'
import { partnerKeeper } from '../actions.ts'
import { findPartnerFacts } from './queries.ts'

let now = testNow
const house = await openTestHouse({ settings: { trustProxy: 1 }, clock: () => now })
after(() => house.close())
const granting = { db: house.db, roles: houseRoles, publicUrl: 'http://localhost:3000' }
const asked = { now: testNow, demonstration: false }

let count = 0
type Person = Visitor & { email: string; id: string }
async function join(role?: string, partner?: string, name = ''): Promise<Person> {
  const email = `keeper-${(count += 1)}@culture.example`
  const visitor = openVisitor(house, `192.0.2.${count}`)
  await signInByLink(house, visitor, email)
  if (role) {
    const known = { languages: new Set<string>(), countries: new Set<string>() }
    const limits = partner === undefined ? {} : { partner: [partner] }
    const request = { email, role, limits, until: undefined, why: 'to try', known }
    assert.deepEqual(await grantRole(granting, null, request, testNow), [])
  }
  const row = await firstRow(
    house.db,
    sql<{ id: string }>`update community.person set name = ${name} where email = ${email} returning id`,
  )
  return Object.assign(visitor, { email, id: row!.id })
}

const focal = (partner: string, name?: string) => join('focal-point', partner, name)
const edit = (partner: string) => `/partners/${partner}/edit`
const versionIn = (text: string) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''

type Fields = Record<string, string | string[]>
const pairs = (fields: Fields) =>
  Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value]))

/** Saves as somebody who has just opened the page. */
async function save(person: Person, partner: string, fields: Fields) {
  const version = versionIn((await person.get(edit(partner))).text)
  return person.send(edit(partner), pairs({ version, why: 'It is so', ...fields }))
}

const section = async (partner: string, visitor: Pick<Visitor, 'get'> = house) => {
  const { text } = await visitor.get(`/partners/${partner}`)
  return /<section class="section" id="contact">.*?<\/section>/s.exec(text)?.[0] ?? ''
}

const office: Fields = {
  'office-name': ['Ministry of Rivers', 'Bộ Sông Nước'],
  'office-lang': ['English', 'vi'],
  email: ' Office@Culture.Example ',
  phone: '+84 24 1234 5678',
  website: 'culture.example/en',
  address: '1 River Road\r\n\r\n Hà Nội ',
}

const speakers: Fields = {
  'speaker-1-name': 'Shown Speaker',
  'speaker-1-function': 'Head',
  'speaker-1-from': '2026-01-01',
  'speaker-1-is': 'shown',
  'speaker-2-name': 'Hidden Speaker',
  'speaker-2-from': '2026-01-01',
  'speaker-3-name': 'Past Speaker',
  'speaker-3-from': '2020-01-01',
  'speaker-3-until': '2027-01-14',
  'speaker-3-is': 'shown',
  'speaker-4-name': 'Coming Speaker',
  'speaker-4-from': '2027-01-16',
  'speaker-4-is': 'shown',
  'speaker-5-name': 'Last Day Speaker',
  'speaker-5-from': '2020-01-01',
  'speaker-5-until': '2027-01-15',
  'speaker-5-is': 'shown',
}

test('a focal point keeps the partner’s facts, and readers see what is public and in force that day', async () => {
  const person = await focal('vn', 'Focal Person')
  assert.equal(await section('vn'), '')
  assert.equal((await save(person, 'vn', { ...office, ...speakers })).status, 303)
  assert.deepEqual(await findPartnerFacts(house.db, 'vn', asked), {
    email: 'office@culture.example',
    phone: '+84 24 1234 5678',
    website: 'https://culture.example/en',
    address: '1 River Road\nHà Nội',
    offices: [
      { lang: 'en', name: 'Ministry of Rivers' },
      { lang: 'vi', name: 'Bộ Sông Nước' },
    ],
    speakers: [
      { name: 'Shown Speaker', function: 'Head' },
      { name: 'Last Day Speaker', function: '' },
    ],
    focalPoints: [],
    demonstration: false,
  })
  const text = await section('vn')
  for (const words of ['Ministry of Rivers', 'mailto:office@culture.example', 'Shown Speaker', 'lang="vi"'])
    assert.ok(text.includes(words), words)
  assert.doesNotMatch(text, /Hidden Speaker|Past Speaker|Coming Speaker|Focal Person|keeper-/)
  const kept = (await person.get(edit('vn'))).text
  for (const name of ['Hidden Speaker', 'Past Speaker', 'Coming Speaker'])
    assert.ok(kept.includes(`value="${name}"`), name)
  now = testNow.add({ hours: 24 })
  const tomorrow = await section('vn')
  now = testNow
  assert.match(tomorrow, /Coming Speaker/)
  assert.doesNotMatch(tomorrow, /Last Day Speaker/)
})

test('who keeps one partner keeps no other, and who keeps none is refused', async () => {
  const french = await focal('fr')
  const nobody = await join()
  const admin = await join('administrator')
  const statuses = async (visitor: Visitor) => [
    (await visitor.get(edit('vn'))).status,
    (await visitor.send(edit('vn'), { version: '1', why: 'mine now', email: 'a@culture.example' })).status,
    (await visitor.send(`${edit('vn')}/agreement`, { agree: 'yes' })).status,
    (await visitor.get(edit('atlantis'))).status,
  ]
  const before = await section('vn')
  assert.deepEqual(await statuses(french), [403, 403, 403, 404])
  assert.deepEqual(await statuses(nobody), [403, 403, 403, 404])
  assert.deepEqual(await statuses(openVisitor(house)), [303, 303, 303, 303])
  assert.equal(await section('vn'), before)
  assert.equal((await admin.get(edit('vn'))).status, 200)
  assert.equal((await save(admin, 'vn', { ...office, phone: '' })).status, 303)
  // An administrator keeps the page and is no focal point of it.
  assert.equal((await admin.send(`${edit('vn')}/agreement`, { agree: 'yes' })).status, 404)
})

test('the way to the form is shown to those who may go it, and to nobody else', async () => {
  const [vietnamese, french] = [await focal('vn'), await focal('fr')]
  const leads = async (visitor: Visitor) =>
    (await visitor.get('/partners/vn')).text.includes('href="/partners/vn/edit"')
  assert.deepEqual(
    [await leads(vietnamese), await leads(french), await leads(openVisitor(house))],
    [true, false, false],
  )
  assert.match((await vietnamese.get('/ur/partners/vn')).text, /href="\/ur\/partners\/vn\/edit"/)
})

test('a focal point whose role has ended edits nothing from that moment on', async () => {
  const person = await focal('la')
  const { text } = await person.get(edit('la'))
  const [grant] = await listGrantsOf(house.db, person.id, testNow)
  await endRole(granting, null, { id: grant!.id, why: 'over' }, testNow)
  const answer = await person.send(edit('la'), {
    version: versionIn(text),
    why: 'still',
    email: 'late@culture.example',
  })
  assert.deepEqual([answer.status, (await person.get(edit('la'))).status], [403, 403])
  assert.equal(await section('la'), '')
})

test('a focal point is named only if they agreed, and only as long as they are one', async () => {
  const person = await focal('kh', 'Sokha Focal')
  await save(person, 'kh', { email: 'office@culture.example' })
  assert.doesNotMatch(await section('kh'), /Sokha Focal/)
  assert.equal((await person.send(`${edit('kh')}/agreement`, { agree: 'yes' })).status, 303)
  assert.match(await section('kh'), /Sokha Focal/)
  await person.send(`${edit('kh')}/agreement`, {})
  assert.doesNotMatch(await section('kh'), /Sokha Focal/)
  await person.send(`${edit('kh')}/agreement`, { agree: 'yes' })
  const [grant] = await listGrantsOf(house.db, person.id, testNow)
  await endRole(granting, null, { id: grant!.id, why: 'over' }, testNow)
  assert.doesNotMatch(await section('kh'), /Sokha Focal/)
})

test('importing partners leaves what a partner says of itself as it is', async () => {
  const person = await focal('mn', 'Named Focal')
  await save(person, 'mn', { ...office, ...speakers })
  await person.send(`${edit('mn')}/agreement`, { agree: 'yes' })
  const before = await findPartnerFacts(house.db, 'mn', asked)
  assert.equal(before?.focalPoints.length, 1)
  const batch = partnerKeeper.openBatch({
    known: await readKnown(house.db, '2027-01-15'),
    at: new Date('2027-01-15T12:00:00Z'),
    source: ownFiles,
    authority: [],
    dryRun: false,
    taken: new Set(),
    recognised: new Map(),
  })
  batch.add({ id: 'mn', name: 'Mongolia Renamed', type: 'country', country_code: 'MN' }, null)
  await transact(house.db, (tx) => batch.keep(tx))
  assert.match((await house.get('/partners/mn')).text, /Mongolia Renamed/)
  assert.deepEqual(await findPartnerFacts(house.db, 'mn', asked), before)
})

test('every wrong field is named, and nothing typed is lost', async () => {
  const person = await focal('jp')
  const answer = await save(person, 'jp', {
    'office-name': ['No language', 'Bad language', 'One', 'Two'],
    'office-lang': ['', 'Klatschisch', 'French', 'fr'],
    email: 'not an address',
    phone: 'call me',
    website: 'javascript:alert(1)',
    address: 'long'.repeat(126),
    'speaker-1-name': '',
    'speaker-1-function': 'Nameless',
    'speaker-1-from': '2027-02-30',
    'speaker-2-name': 'Back <b>wards',
    'speaker-2-from': '2027-01-02',
    'speaker-2-until': '2027-01-01',
    'speaker-3-name': 'x'.repeat(301),
    'speaker-3-from': '2027-01-02',
    why: ' ',
  })
  assert.equal(answer.status, 422)
  const summary = /<div class="error-summary".*?<\/div>/s.exec(answer.text)?.[0] ?? ''
  const leads = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, field]) => field ?? '')
  assert.deepEqual(leads, [
    'office-1-lang',
    'office-2-lang',
    'office-4-lang',
    'email',
    'phone',
    'website',
    'address',
    'speaker-1-name',
    'speaker-1-from',
    'speaker-2-until',
    'speaker-3-name',
    'why',
  ])
  for (const field of leads) assert.ok(answer.text.includes(`id="${field}"`), field)
  for (const typed of ['Klatschisch', 'not an address', 'call me', 'javascript:alert(1)', 'Nameless'])
    assert.ok(answer.text.includes(`value="${typed}"`), typed)
  assert.doesNotMatch(answer.text, /Back <b>wards|href="javascript/)
  assert.equal(await section('jp'), '')
})

test('two people who keep one partner do not overwrite each other', async () => {
  const [one, other] = [await focal('kr'), await focal('kr')]
  const version = versionIn((await other.get(edit('kr'))).text)
  await save(one, 'kr', { email: 'first@culture.example', 'office-name': 'First', 'office-lang': 'Korean' })
  const fields = { version, why: 'second', email: 'second@culture.example', phone: '+82 2 1234' }
  const answer = await other.send(edit('kr'), fields)
  assert.equal(answer.status, 409)
  assert.match(answer.text, /Saved meanwhile in another window: first@culture\.example/)
  assert.match(answer.text, /Saved meanwhile in another window: First\./)
  assert.ok(answer.text.includes('value="second@culture.example"'))
  assert.match(await section('kr'), /first@/)
  const again = await other.send(edit('kr'), { ...fields, version: versionIn(answer.text) })
  assert.equal(again.status, 303)
  assert.match(await section('kr'), /second@/)
  assert.equal((await other.send(edit('kr'), { why: 'no version at all' })).status, 409)
})

test('who changed it, when and why stays; the audit holds no address and no name', async () => {
  const person = await focal('my', 'Keeper of Malaysia')
  await save(person, 'my', { ...office, ...speakers, why: 'We have moved' })
  const { text } = await person.get(edit('my'))
  const id = /name="speaker-1-id" value="([^"]+)"/.exec(text)?.[1] ?? ''
  await save(person, 'my', {
    ...office,
    'speaker-1-id': id,
    'speaker-1-name': 'Shown Speaker',
    'speaker-1-from': '2026-01-01',
    'speaker-1-is': ['shown', 'removed'],
    why: 'She never was',
  })
  const audit = await listAudit(house.db, { kind: 'partners', id: 'my' })
  assert.deepEqual(
    audit.map(({ who, after, why }) => [who, after, why]),
    [
      [person.id, { changed: ['speakers'] }, 'She never was'],
      [
        person.id,
        { changed: ['offices', 'email', 'phone', 'website', 'address', 'speakers'] },
        'We have moved',
      ],
    ],
  )
  assert.doesNotMatch(JSON.stringify(audit), /@|Speaker|River/)
  const page = (await person.get(edit('my'))).text
  assert.match(page, /Keeper of Malaysia<\/bdi><\/td><td><bdi>She never was/)
  assert.doesNotMatch(page, /value="Shown Speaker"/)
})

test('somebody of another partner cannot be moved over by their number', async () => {
  const [one, other] = [await focal('th'), await focal('sg')]
  await save(one, 'th', { ...speakers })
  const id = /name="speaker-1-id" value="([^"]+)"/.exec((await one.get(edit('th'))).text)?.[1] ?? ''
  for (const given of [id, 'not a number'])
    assert.equal(
      (
        await save(other, 'sg', {
          'speaker-1-id': given,
          'speaker-1-name': `Own ${given.length}`,
          'speaker-1-from': '2026-01-01',
          'speaker-1-is': 'shown',
        })
      ).status,
      303,
    )
  assert.match(await section('th'), /Shown Speaker/)
  assert.match(await section('sg'), /Own 12/)
})

test('two rows that name the same speaker become two people, the first of them that one', async () => {
  const one = await focal('ph')
  await save(one, 'ph', { ...speakers })
  const id = /name="speaker-1-id" value="([^"]+)"/.exec((await one.get(edit('ph'))).text)?.[1] ?? ''
  const row = (number: number) => ({
    [`speaker-${number}-id`]: id,
    [`speaker-${number}-name`]: `Twin ${number}`,
    [`speaker-${number}-from`]: '2026-01-01',
    [`speaker-${number}-is`]: 'shown',
  })
  assert.equal((await save(one, 'ph', { ...row(1), ...row(2) })).status, 303)
  assert.match(await section('ph'), /Twin 1[\s\S]*Twin 2/)
})

test('what a demonstration made up is shown in one, marked, and nowhere else', async () => {
  const demonstration = await openTestHouse({ settings: { demonstration: 'full' } })
  await plantDemonstrationPeople(demonstration.db, testNow)
  await plantDemonstrationPeople(demonstration.db, testNow)
  const { text } = await demonstration.get('/partners/vn')
  for (const words of ['Office for Culture', 'Lê Thị Minh Họa', 'made up', 'Phạm Văn Bình'])
    assert.ok(text.includes(words), words)
  assert.doesNotMatch(text, /Đỗ Văn Cựu/)
  const french = (await demonstration.get('/partners/fr')).text
  assert.match(french, /Hélène Exemple/)
  assert.doesNotMatch(french, /Françoise Dupré/)
  assert.match((await demonstration.get('/people/nguyen-thi-an')).text, /<h1>Nguyễn Thị An/)
  assert.equal(
    await findPartnerFacts(demonstration.db, 'vn', { now: testNow, demonstration: false }),
    undefined,
  )
  await demonstration.close()
})

test('a partner’s page asks one query for it, for one name or for many', async () => {
  const person = await focal('id')
  const count = async () => {
    await house.get('/partners/id')
    const before = house.queries.length
    await house.get('/partners/id')
    return house.queries.length - before
  }
  const little = await count()
  const many = Array.from({ length: 30 }, (_, at) => at + 1)
  const fields = many.map((at) => ({
    [`speaker-${at}-name`]: `Speaker ${at}`,
    [`speaker-${at}-from`]: '2026-01-01',
    [`speaker-${at}-is`]: 'shown',
  }))
  assert.equal((await save(person, 'id', Object.assign({}, ...fields))).status, 303)
  assert.match(await section('id'), /Speaker 30/)
  assert.equal(await count(), little)
})
