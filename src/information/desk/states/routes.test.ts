import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { openOrganisations } from '../../../community/testing.ts'
import { openTestHouse, openVisitor, testNow, type Visitor } from '../../../testing.ts'
import { plant } from '../../testing.ts'

const house = await openTestHouse({ settings: { trustProxy: 1 } })
after(() => house.close())
const { join } = await openOrganisations(house, [], () => testNow)
const editor = await join('editor', ['editor', {}])
const writer = await join('writer', ['writer', {}])
const khmer = await join('khmer', ['writer', { language: ['km'] }])
const stranger = openVisitor(house, '192.0.2.99')
await plant(house.db, 'articles', [
  {
    id: 'essay',
    title: 'Needleword essay',
    slug: 'needleword',
    state: 'draft',
    author: 'Somebody',
    date: '2027-01-01',
    translations: { km: { title: 'ការសិក្សាលាក់', state: 'draft' } },
  },
])
const path = '/desk/articles/essay'

/** Sends one of the forms of the page of a text, with the version that the page gives. */
async function send(visitor: Visitor, part: string, fields: Record<string, string>, lang = 'en') {
  const { text } = await visitor.get(`${path}/state?lang=${lang}`)
  const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
  return visitor.send(`${path}/${part}`, { version, lang, ...fields })
}

const seenBy = async (visitor: Visitor) => {
  const seen: string[] = []
  for (const address of [
    '/articles',
    '/articles/needleword',
    '/search?q=needleword',
    '/articles.atom',
    '/articles.json',
    '/api/v1/articles',
    '/api/v1/articles/essay',
    '/sitemaps/articles-1.xml',
  ])
    if (/needleword essay|>[^<]*articles\/needleword</i.test((await visitor.get(address)).text))
      seen.push(address)
  return seen
}

test('a writer hands in, an editor sends back with a note, and the writer is told', async () => {
  assert.equal((await send(writer, 'state', { to: 'in-review' })).status, 303)
  assert.deepEqual(await seenBy(stranger), [])
  assert.equal((await send(writer, 'state', { to: 'published' })).status, 403)
  const back = await send(editor, 'state', { to: 'draft', remark: 'Who took the picture?' })
  assert.equal(back.status, 303)
  assert.match((await writer.get(`${path}/state`)).text, /Who took the picture\?/)
  // Beside the form too; not to who may not read that language.
  assert.match((await writer.get(path)).text, /<strong>draft<\/strong>[^]*Who took the picture\?/)
  assert.doesNotMatch((await khmer.get(path)).text, /Who took the picture\?/)
  assert.match((await khmer.get(`${path}?lang=km`)).text, /<strong>draft<\/strong>/)
  assert.match((await writer.get('/account/notices')).text, /Who took the picture\?/)
})

test('a wrong time is refused in words with what was typed; a doubled one says that the first counts', async () => {
  const schedule = (fields: Record<string, string>) =>
    send(editor, 'schedule', { becomes: 'published', ...fields })
  const skipped = await schedule({ day: '2027-03-28', time: '02:30', zone: 'Europe/Brussels' })
  assert.equal(skipped.status, 422)
  assert.match(skipped.text, /does not exist that night: the clocks go past it, to 03:30/)
  assert.match(skipped.text, /value="02:30"[\s\S]*value="Europe\/Brussels"/)
  assert.match(
    (await schedule({ day: '2027-03-28', time: '12:00', zone: 'Nowhere' })).text,
    /This is no time zone/,
  )
  assert.equal((await schedule({ day: '', time: '', zone: 'UTC' })).status, 422)
  assert.match((await schedule({ day: '2020-01-01', time: '9:00', zone: 'UTC' })).text, /is over/)
  const doubled = await schedule({ day: '2027-10-31', time: '02:30', zone: 'Europe/Brussels' })
  const where = doubled.headers.get('location') ?? ''
  assert.match(where, /done=first$/)
  assert.match((await editor.get(where)).text, /twice that night/)
  assert.deepEqual(await seenBy(stranger), [])
})

test('withdrawn, published, it is seen everywhere, and its translation nowhere', async () => {
  const { text } = await editor.get(`${path}/state`)
  const schedule = /schedule\/([0-9a-f-]{36})\/withdraw/.exec(text)?.[1] ?? ''
  assert.equal((await send(editor, `schedule/${schedule}/withdraw`, {})).status, 303)
  assert.equal((await send(editor, 'state', { to: 'published' })).status, 303)
  assert.ok((await seenBy(stranger)).length >= 6, (await seenBy(stranger)).join())
  assert.doesNotMatch((await stranger.get('/km/articles/needleword')).text, /ការសិក្សាលាក់/)
})

test('what was changed meanwhile is said, with what was typed', async () => {
  const late = await editor.send(`${path}/state`, {
    version: '1',
    lang: 'en',
    to: 'archived',
    remark: 'Typed',
  })
  assert.equal(late.status, 409)
  assert.match(late.text, /Meanwhile somebody else[\s\S]*Typed/)
})

test('remarks are said and settled, records are given to somebody', async () => {
  assert.equal((await send(writer, 'remarks', { said: ' ' })).status, 422)
  assert.equal((await send(writer, 'remarks', { said: 'A thought' })).status, 303)
  const { text } = await editor.get(`${path}/state`)
  const remark = /remarks\/([0-9a-f-]{36})\/settle/.exec(text)?.[1] ?? ''
  assert.equal((await send(editor, `remarks/${remark}/settle`, {})).status, 303)
  assert.equal((await send(editor, 'assignment', { person: 'nobody' })).status, 422)
  assert.equal((await send(editor, 'assignment', { person: writer.personId })).status, 303)
  assert.equal((await send(writer, 'assignment', { person: '' })).status, 403)
})

test('the history tells versions apart in words, and brings one back', async () => {
  await plant(house.db, 'articles', [
    { id: 'past', title: 'First words', body: 'Once', state: 'draft', author: 'A', date: '2027-01-01' },
  ])
  await plant(house.db, 'articles', [
    { id: 'past', title: 'Other words', body: 'Once', state: 'draft', author: 'A', date: '2027-01-01' },
  ])
  const past = '/desk/articles/past/history'
  assert.match((await editor.get(past)).text, /Version 2[\s\S]*Version 1/)
  const { text } = await editor.get(`${past}/2`)
  assert.match(text, /<del><span class="away">taken away: <\/span>First<\/del><ins>[\s\S]*Other<\/ins> words/)
  assert.match((await editor.get(`${past}/1`)).text, /Bring back version 1/)
  const none = await editor.send(`${past}/1/restore`, { version: '2' })
  assert.equal(none.status, 422)
  assert.match(none.text, /error-summary[^]*Tick what is to be brought back/)
  assert.doesNotMatch(none.text, / checked/)
  const restored = await editor.send(`${past}/1/restore`, { version: '2', field: 'title' })
  assert.equal(restored.status, 303)
  assert.equal((await editor.send(`${past}/1/restore`, { version: '2', field: 'body' })).status, 303)
  assert.match((await editor.get('/desk/articles/past')).text, /First words/)
  assert.equal((await editor.get(`${past}/99`)).status, 404)
  assert.equal((await stranger.get(past)).status, 303)
})
