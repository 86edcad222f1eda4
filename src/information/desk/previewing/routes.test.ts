import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { openOrganisations } from '../../../community/testing.ts'
import { openLog, rows } from '../../../platform/index.ts'
import { openTestHouse, openVisitor, testNow } from '../../../testing.ts'
import { plant } from '../../testing.ts'
import { fieldsIn } from '../testing.ts'

const lines: string[] = []
let now = testNow
const log = openLog({ level: 'debug', write: (line) => void lines.push(line), readable: false })
const house = await openTestHouse({ settings: { trustProxy: 1 }, log, clock: () => now })
after(() => house.close())
const { join } = await openOrganisations(house, [], () => now)
const anna = await join('anna', ['editor', {}])
const stranger = openVisitor(house, '198.51.100.77')

const article = {
  id: 'kites',
  title: 'Kites',
  body: 'They fly.',
  state: 'draft',
  translations: { km: { title: 'ខ្លែង', state: 'draft' } },
}
await plant(house.db, 'articles', [article, { id: 'secret', title: 'A hidden thing', state: 'draft' }])

const everything = async () =>
  JSON.stringify(
    await rows(
      house.db,
      sql`select r.record, r.version, (select json_agg(t) from information.article_text t) as texts,
      (select count(*) from platform.audit_entry) as audit, (select count(*) from community.revision) as revisions
      from community.record r order by r.id`,
    ),
  )

async function type(words: Record<string, string>, lang = ''): Promise<void> {
  const query = lang === '' ? '' : `?lang=${lang}`
  const fields = fieldsIn((await anna.get(`/desk/articles/kites${query}`)).text)
  const typed = fields.map(([name = '', value = '']) => [name, words[name] ?? value])
  assert.equal((await anna.send(`/desk/articles/kites/draft${query}`, typed)).status, 303)
}

test('a preview is the public page with what was typed, and leaves nothing behind', async () => {
  await type({ body: 'They fly **high**.' })
  const before = await everything()
  const page = await anna.get('/desk/articles/kites/preview')
  assert.equal(page.status, 200)
  assert.match(page.text, /They fly <strong>high<\/strong>\./)
  assert.match(page.text, /so it will look/)
  assert.match(page.text, /<meta name="robots" content="noindex"\/>/)
  assert.equal(await everything(), before)
  assert.equal((await stranger.get('/articles/kites')).status, 404)
})

test('a translation is shown in its own language, as those who read it will', async () => {
  const leading = await anna.get('/desk/articles/kites/preview?lang=km')
  assert.equal(leading.headers.get('location'), '/km/desk/articles/kites/preview?lang=km')
  const page = await anna.get('/km/desk/articles/kites/preview?lang=km')
  assert.match(page.text, /<h1[^>]*>ខ្លែង/)
  // Its original is a draft as well, and is not shown by the preview of another language.
  assert.doesNotMatch(page.text, /They fly/)
})

test('what cannot be kept is said in place of the preview', async () => {
  await type({ url: 'not an address' })
  const page = await anna.get('/desk/articles/kites/preview')
  assert.equal(page.status, 422)
  assert.match(page.text, /is no web address/)
  await type({ url: '', body: 'They fly **high**.' })
})

test('a secret link shows the same without an account, nothing else, and is in no log and no table', async () => {
  const made = await anna.send('/desk/articles/kites/preview', { do: 'make' })
  const path = /http:\/\/localhost:3000(\/preview\/[\w-]{43})/.exec(made.text)?.[1] ?? ''
  assert.notEqual(path, '')
  lines.length = 0
  const page = await stranger.get(path)
  assert.equal(page.status, 200)
  assert.match(page.text, /They fly <strong>high<\/strong>\./)
  assert.doesNotMatch(page.text, /hidden thing|\/desk/)
  assert.deepEqual(
    [page.headers.get('cache-control'), page.headers.get('x-robots-tag')],
    ['no-store', 'noindex'],
  )
  assert.ok(lines.some((line) => line.includes('/preview/…')))
  const token = path.split('/').at(-1) ?? ''
  assert.ok(!lines.some((line) => line.includes(token)))
  assert.equal((await anna.get('/desk/articles/kites/preview')).text.includes(token), false)
  const kept = await rows(
    house.db,
    sql`select l.*, (select json_agg(a) from platform.audit_entry a) as audit from community.preview_link l`,
  )
  assert.equal(JSON.stringify(kept).includes(token), false)
  assert.equal((await stranger.get('/preview/none')).status, 404)

  const id =
    /name="end" value="([^"]+)"/.exec((await anna.get('/desk/articles/kites/preview')).text)?.[1] ?? ''
  assert.equal((await anna.send('/desk/articles/secret/preview', { end: id })).status, 303)
  assert.equal((await stranger.get(path)).status, 200)
  assert.equal((await anna.send('/desk/articles/kites/preview', { end: id })).status, 303)
  assert.equal((await stranger.get(path)).status, 404)
})

test('a secret link runs out', async () => {
  const made = await anna.send('/desk/articles/kites/preview', { do: 'make' })
  const path = /http:\/\/localhost:3000(\/preview\/[\w-]{43})/.exec(made.text)?.[1] ?? ''
  now = testNow.add({ hours: 24 * 7 - 1 })
  assert.equal((await stranger.get(path)).status, 200)
  now = testNow.add({ hours: 24 * 7 })
  assert.equal((await stranger.get(path)).status, 404)
  now = testNow
})

test('a record that is not there yet is shown too, to who types it alone', async () => {
  const fields = fieldsIn((await anna.get('/desk/events/new')).text)
  const typed = fields.map(([name = '', value = '']) => [
    name,
    name === 'title' ? 'Lanterns' : name === 'start_date' ? '2027-02-02' : value,
  ])
  const led = await anna.send('/desk/events/new', [...typed, ['do', 'preview']])
  const path = led.headers.get('location') ?? ''
  const page = await anna.get(path)
  assert.match(page.text, /<h1[^>]*>Lanterns/)
  const binh = await join('binh', ['editor', {}])
  assert.equal((await binh.get(path)).status, 404)
  assert.doesNotMatch((await anna.get('/events')).text, /Lanterns/)
})
