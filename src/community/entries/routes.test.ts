import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { importAll, plant } from '../../information/testing.ts'
import { readKnown } from '../../community/index.ts'
import { listAudit } from '../../platform/index.ts'
import { houseRoles } from '../../roles.ts'
import { openTestHouse, testNow, type Visitor } from '../../testing.ts'
import { organisationKeeper } from '../organisations/actions.ts'
import { readRecord } from '../records/queries.ts'
import { endRole } from '../roles/actions.ts'
import { listGrants } from '../roles/queries.ts'
import { openOrganisations, plantMember, someoneWho } from '../testing.ts'

const house = await openTestHouse({ settings: { trustProxy: 1 } })
after(() => house.close())
const { join } = await openOrganisations(house, ['plain', 'other'], () => testNow)
const { db } = house
const rich = {
  id: 'rich',
  name: 'Rich House',
  summary: 'As the file has it',
  website: 'https://rich.example/',
  country_code: 'VN',
  city: 'Hanoi',
  kind: 'residency',
  disciplines: ['dance'],
  languages: ['vi', 'de'],
  note: 'Only for the staff',
  translations: {
    vi: { name: 'Nhà Giàu', summary: 'Tóm tắt' },
    fr: { name: 'Brouillon secret', state: 'draft' },
    km: { title: 'ផ្ទះ' },
  },
}
await plant(db, 'organisations', [rich])
const editor = await join('editor', ['organisation-editor', { organisation: ['rich'] }])
const path = '/account/organisations/rich/entry'

const versionOf = async (id = 'rich') => (await readRecord(db, 'organisations', id))?.version ?? 0

/** Sends the form as it stands, but for what a test changes. */
async function save(fields: Record<string, string | string[]>, who: Visitor = editor, version?: number) {
  const standing = {
    version: String(version ?? (await versionOf())),
    'name-en': 'Rich House',
    'summary-en': 'As the file has it',
    'body-en': '',
    'name-vi': 'Nhà Giàu',
    'summary-vi': 'Tóm tắt',
    'body-vi': '',
    'name-km': 'ផ្ទះ',
    website: 'https://rich.example/',
    country_code: 'VN',
    city: 'Hanoi',
    kind: 'residency',
    disciplines: ['dance'],
    languages: ['vi', 'de'],
    'languages-other': '',
    ...fields,
  }
  const data = new URLSearchParams()
  for (const [name, values] of Object.entries(standing))
    for (const value of [values].flat()) data.append(name, value)
  const headers = {
    origin: 'http://localhost:3000',
    'x-forwarded-for': '198.51.100.250',
    cookie: who.cookie ?? '',
  }
  return house.get(path, { method: 'POST', body: data, headers })
}

const editsOf = async () =>
  Object.keys((await readRecord(db, 'organisations', 'rich'))?.edits ?? {}).toSorted()

test('the form shows what is published of the entry, and neither drafts nor what the staff notes', async () => {
  const { status, text } = await editor.get(path)
  assert.equal(status, 200)
  for (const words of ['As the file has it', 'Nhà Giàu', 'ផ្ទះ', 'https://rich.example/', 'Hanoi'])
    assert.ok(text.includes(words), words)
  assert.doesNotMatch(text, /Brouillon|Only for the staff/)
  assert.match(text, /lang="vi"[^>]*value="Nhà Giàu"|value="Nhà Giàu"[^>]*lang="vi"/)
})

test('sent as it stands, nothing is an edit', async () => {
  const before = await versionOf()
  assert.equal((await save({})).status, 303)
  assert.deepEqual([await versionOf(), await editsOf()], [before, []])
})

test('an edit shows at once, stays when the file comes again, and the rest goes on following the file', async () => {
  const answer = await save({
    'summary-en': 'As we say it\r\nourselves',
    'name-vi': 'Nhà Mới',
    website: '',
    disciplines: ['dance', 'music'],
    'languages-other': 'ja, zh-hant',
  })
  assert.equal(answer.headers.get('location'), `${path}?done=saved`)
  assert.deepEqual(await editsOf(), [
    'disciplines',
    'languages',
    'summary',
    'translations.vi.name',
    'website',
  ])
  const shown = (await house.get('/organisations/rich-house')).text
  assert.match(shown, /As we say it[\s\S]*Japanese/)
  assert.doesNotMatch(shown, /rich\.example/)
  assert.match((await house.get('/vi/organisations?q=nha+moi')).text, /Nhà Mới/)
  const anew = { ...rich, summary: 'Another of the file', city: 'Huế', website: 'https://elsewhere.example/' }
  await importAll(db, 'organisations', [anew])
  const again = (await house.get('/organisations/rich-house')).text
  assert.match(again, /As we say it[\s\S]*Huế/)
  assert.doesNotMatch(again, /elsewhere\.example|Another of the file/)
  const [entry] = (await listAudit(db, { kind: 'organisations', id: 'rich' })).filter(
    ({ what }) => what === 'information.edit',
  )
  assert.deepEqual([entry?.who, entry?.why], [editor.personId, 'Edited by the organisation itself'])
})

test('what is wrong is said beside its field, with what was typed; nothing is saved', async () => {
  const before = await versionOf()
  const cases: [Record<string, string | string[]>, RegExp][] = [
    [{ 'name-en': '  ' }, /href="#name-en">Enter a name/],
    [{ 'name-vi': 'x'.repeat(301) }, /href="#name-vi">At most 300 characters/],
    [{ website: 'javascript:alert(1)' }, /href="#website">Enter a web address/],
    [{ website: 'rich.example' }, /href="#website">Enter a web address/],
    [{ country_code: 'QQ' }, /href="#country_code">This is not known here/],
    [{ kind: 'castle' }, /href="#kind">This is not known here/],
    [{ disciplines: ['dance', 'yodelling'] }, /href="#disciplines">This is not known here/],
    [{ languages: ['not a language'] }, /href="#languages">This is not known here/],
    [{ 'languages-other': 'de, ???' }, /href="#languages-other">This is not known here/],
  ]
  for (const [fields, fault] of cases) {
    const { status, text } = await save({ 'summary-en': 'Kept while mending', ...fields })
    assert.equal(status, 422, JSON.stringify(fields))
    assert.match(text, fault)
    assert.match(text, /Kept while mending/)
  }
  assert.equal(await versionOf(), before)
})

test('changed by somebody else meanwhile: what was typed is kept beside what it says now, and can be sent again', async () => {
  const before = await versionOf()
  const known = await readKnown(db, '2027-01-15')
  const keeping = { known, at: new Date(testNow.epochMilliseconds) }
  const staff = someoneWho(['records.edit', 'records.publish'])
  await plantMember(db, staff)
  await organisationKeeper.edit(
    db,
    staff,
    { id: 'rich', version: before, fields: { city: 'Hội An' } },
    keeping,
  )
  const answer = await save({ city: 'Đà Nẵng' }, editor, before)
  assert.equal(answer.status, 409)
  assert.match(answer.text, /Somebody else has changed this entry/)
  assert.match(answer.text, /It says now: “Hội An”[\s\S]*value="Đà Nẵng"/)
  const version = Number(/name="version" value="(\d+)"/.exec(answer.text)?.[1])
  assert.equal(version, before + 1)
  assert.equal((await save({ city: 'Đà Nẵng' }, editor, version)).status, 303)
  assert.match((await house.get('/organisations/rich-house')).text, /Đà Nẵng/)
})

test('two who save at the same moment: one is kept, the other is told', async () => {
  const second = await join('second', ['organisation-editor', { organisation: ['rich'] }])
  const version = await versionOf()
  const answers = await Promise.all([
    save({ city: 'One' }, editor, version),
    save({ city: 'Two' }, second, version),
  ])
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 409],
  )
  assert.equal(await versionOf(), version + 1)
})

test('state, drafts, notes, address and the entries of others are beyond an organisation', async () => {
  const by = someoneWho(['organisation.edit'], { organisation: ['rich'] })
  const known = await readKnown(db, '2027-01-15')
  const keeping = { known, at: new Date(testNow.epochMilliseconds) }
  const edit = async (id: string, fields: Record<string, unknown>) =>
    organisationKeeper.edit(db, by, { id, version: await versionOf(id), fields }, keeping)
  for (const fields of [
    { state: 'draft' },
    { slug: 'mine' },
    { note: 'x' },
    { original_lang: 'vi' },
    { 'translations.fr.name': 'Public now' },
    { 'translations.vi.state': 'draft' },
    { 'translations.de.name': 'Neu' },
    { city: 'Fine', state: 'archived' },
  ])
    await assert.rejects(edit('rich', fields), { status: 403 }, JSON.stringify(fields))
  await assert.rejects(edit('other', { city: 'Mine' }), { status: 403 })
  // Sent to the form besides, they are not read.
  await save({ state: 'draft', 'name-fr': 'Public now', slug: 'mine', note: 'x' })
  assert.equal((await house.get('/organisations/rich-house')).status, 200)
  assert.doesNotMatch((await house.get('/fr/organisations/rich-house')).text, /Public now|Brouillon/)
})

test('a member is refused, an editor of another organisation finds nothing, an ended editor neither', async () => {
  const member = await join('member', ['organisation-member', { organisation: ['rich'] }])
  assert.equal((await member.get(path)).status, 403)
  assert.equal((await save({ city: 'Mine' }, member)).status, 403)
  const foreign = await join('foreign', ['organisation-editor', { organisation: ['other'] }])
  assert.equal((await foreign.get(path)).status, 404)
  assert.equal((await save({ city: 'Mine' }, foreign)).status, 404)
  const former = await join('former', ['organisation-editor', { organisation: ['rich'] }])
  assert.equal((await former.get(path)).status, 200)
  const running = (await listGrants(db, testNow)).running.find(({ person }) => person.email === former.email)
  const granting = { db, roles: houseRoles, publicUrl: 'http://localhost:3000' }
  await endRole(granting, null, { id: running?.id ?? '', why: 'over' }, testNow)
  assert.equal((await former.get(path)).status, 404)
  assert.equal((await save({ city: 'Mine' }, former)).status, 404)
  assert.equal((await house.get('/organisations/rich-house')).text.includes('Mine'), false)
})

test('an entry that is not published shows its facts to its editor and its words to nobody', async () => {
  await plant(db, 'organisations', [
    { id: 'unseen', name: 'Unseen House', summary: 'Hidden words', state: 'draft' },
  ])
  const own = await join('unseen-editor', ['organisation-editor', { organisation: ['unseen'] }])
  const { status, text } = await own.get('/account/organisations/unseen/entry')
  assert.equal(status, 200)
  assert.match(text, /No text of this entry is published/)
  assert.doesNotMatch(text, /Hidden words/)
})
