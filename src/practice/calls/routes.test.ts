import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { importAll } from '../../information/testing.ts'
import { openTestHouse, testNow } from '../../testing.ts'
import { callKeeper } from './actions.ts'
import { aCall } from './testing.ts'

const house = await openTestHouse()
after(() => house.close())
const guests = { calls: callKeeper }

async function plant(records: unknown[]): Promise<void> {
  const report = await importAll(house.db, 'calls', records, { guests, now: testNow })
  assert.deepEqual(report.refused, [])
}

const json = async (path: string) => JSON.parse((await house.get(path)).text)
const later = { zone: 'UTC', opens: { day: '2027-06-01' }, closes: { day: '2027-07-01' } }
const over = { zone: 'UTC', opens: { day: '2026-06-01' }, closes: { day: '2026-07-01' } }

await plant([
  aCall({ id: 'past', title: 'Over and done', dates: over }),
  aCall({
    id: 'going',
    title: 'Going places',
    summary: 'Travel grants.',
    edition: '2027',
    dates: { zone: 'UTC', opens: { day: '2027-01-01' }, closes: { day: '2027-02-01' }, grace_minutes: 17 },
    translations: { fr: { title: 'Voyager' }, ur: { title: 'Quietneedle translation', state: 'draft' } },
  }),
  aCall({ id: 'coming', title: 'Quietneedle coming', dates: later }),
  aCall({ id: 'draft', title: 'Quietneedle draft', state: 'draft' }),
])

test('the list shows those that are open first, and nothing that is not published or not open yet', async () => {
  const { status, text } = await house.get('/calls')
  assert.equal(status, 200)
  assert.ok(text.indexOf('Going places') < text.indexOf('Over and done'))
  assert.match(text, /href="\/calls\/going-places"/)
  for (const path of [
    '/calls',
    '/ur/calls',
    '/opportunities',
    '/search?q=Quietneedle',
    '/api/v1/calls',
    '/api/v1/calls/coming',
    '/api/v1/calls/going',
    '/ur/api/v1/calls/going',
    '/opportunities.atom',
    '/opportunities.ics',
    '/api/v1/opportunities',
  ])
    assert.doesNotMatch(
      (await house.get(path)).text.replaceAll('q=Quietneedle', ''),
      /Quietneedle (coming|draft|translation)/,
      path,
    )
  assert.match((await house.get('/fr/calls')).text, /Voyager/)
})

test('a page that is none is refused with words, and one beyond the last is not there', async () => {
  assert.equal((await house.get('/calls?page=none')).status, 400)
  assert.equal((await house.get('/calls?page=2')).status, 404)
})

test('the opportunity of a call is in list, search, feed, calendar and API, and leads to the page of the call', async () => {
  for (const path of [
    '/opportunities',
    '/search?q=Going+places',
    '/opportunities.atom',
    '/opportunities.rss',
    '/opportunities.ics',
    '/api/v1/opportunities',
  ])
    assert.match((await house.get(path)).text, /\/calls\/going-places/, path)
  for (const locale of ['', '/fr', '/km']) {
    const { status, headers } = await house.get(`${locale}/opportunities/going-places`)
    assert.equal(status, 301)
    assert.equal(headers.get('location'), `http://localhost:3000${locale}/calls/going-places`)
  }
})

test('who may apply is answered from the rules', async () => {
  assert.match((await house.get('/opportunities?citizenship=vn')).text, /Going places/)
  assert.doesNotMatch((await house.get('/opportunities?citizenship=fr')).text, /Going places/)
})

test('the API answers as its description says, in parts', async () => {
  const document = await json('/api/v1/openapi.json')
  const ajv = addFormats.default(new Ajv2020({ strict: false }))
  ajv.addSchema(document, 'api')
  const valid = (name: string, value: unknown) => {
    const check = ajv.compile({ $ref: `api#/components/schemas/${name}` })
    assert.ok(check(value), JSON.stringify(check.errors))
  }
  const first = await json('/api/v1/calls?limit=1')
  valid('CallList', first)
  assert.deepEqual(
    first.items.map(({ id, phase }: { id: string; phase: string }) => [id, phase]),
    [['going', 'open']],
  )
  const second = await json(`/api/v1/calls?limit=1&cursor=${first.next}`)
  assert.deepEqual(
    second.items.map(({ id, phase }: { id: string; phase: string }) => [id, phase]),
    [['past', 'closed']],
  )
  assert.equal(second.next, null)
  const detail = await json('/api/v1/calls/going-places')
  valid('CallRecord', detail)
  assert.deepEqual(detail.rules.rules[0].must.in, ['ID', 'VN'])
  assert.equal('grace_minutes' in detail.rules.dates, false, 'how late is still taken in is told to nobody')
  assert.deepEqual(
    detail.texts.map(({ lang }: { lang: string }) => lang),
    ['en', 'fr'],
  )
  for (const path of ['/api/v1/calls?limit=0', '/api/v1/calls?cursor=made-up'])
    assert.equal((await house.get(path)).status, 400)
  assert.ok(document.paths['/api/v1/calls/{slug}'])
})

test('the published schemas read what the house reads', async () => {
  const ajv = addFormats.default(new Ajv2020({ strict: false }))
  const calls = ajv.compile(await json('/api/v1/schemas/call.json'))
  assert.ok(calls({ records: [aCall({})] }), JSON.stringify(calls.errors))
  assert.ok(!calls({ records: [aCall({ rules: [{ id: 'odd', kind: 'gate', must: { test: 'magic' } }] })] }))
  const facts = ajv.compile(await json('/api/v1/schemas/facts.json'))
  assert.ok(facts({}))
  assert.ok(facts({ people: [{ citizenships: ['VN'] }] }))
  assert.ok(!facts({ people: 'many' }))
})

test('the schemas in docs/records are those of today (npm run records)', async () => {
  for (const name of ['call', 'facts']) {
    const file = readFileSync(join(import.meta.dirname, `../../../docs/records/${name}.json`), 'utf8')
    assert.deepEqual(JSON.parse(file), await json(`/api/v1/schemas/${name}.json`), name)
  }
})

test('beside dates that were moved stands what they really were', async () => {
  const real_dates = { opens: '2017-04-06', deadline: '2017-09-15' }
  await plant([aCall({ id: 'moved', title: 'Moved by years', real_dates })])
  for (const path of ['/calls', '/opportunities', '/api/v1/calls', '/api/v1/calls/moved'])
    assert.match((await house.get(path)).text, /15 September 2017/, path)
})

test('the list asks as many queries for one call as for thirty', async () => {
  const asked = async () => {
    const before = house.queries.length
    assert.equal((await house.get('/calls')).status, 200)
    return house.queries.length - before
  }
  await asked()
  const few = await asked()
  await plant(Array.from({ length: 28 }, (_, at) => aCall({ id: `many-${at}`, title: `Many ${at}` })))
  await asked()
  assert.equal(await asked(), few)
})
