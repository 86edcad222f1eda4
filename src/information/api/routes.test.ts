import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { grantRole } from '../../community/roles/actions.ts'
import { houseRoles } from '../../roles.ts'
import { openTestHouse, openVisitor, signInByLink, testNow, type Visitor } from '../../testing.ts'
import { aCall, anArticle, anEvent, anOrganisation, plant } from '../testing.ts'

const house = await openTestHouse()
after(() => house.close())

await plant(house.db, 'opportunities', [
  aCall({
    id: 'music',
    title: 'Music residency',
    summary: 'Six weeks by the lake.',
    body: 'All of it.',
    organiser: 'Lake House',
    type: 'residency',
    deadline_kind: 'rounds',
    rounds: [
      { deadline: '2027-05-31', time: '17:00', zone: 'Europe/Paris', text: '31 May, 5 pm' },
      { deadline: '2027-09-30' },
    ],
    deadline_text: 'Twice a year.',
    disciplines: ['music'],
    host_countries: ['FR'],
    covers: ['travel'],
    fee: 'paid',
    fee_amount: '25',
    fee_currency: 'EUR',
    citizenship: ['VN'],
    eligible_basis: 'citizenship',
    real_dates: { deadline: '2024-05-31, 2024-09-30' },
    translations: {
      fr: { title: 'Résidence de musique', state: 'published' },
      km: { title: 'ព្រាង', state: 'draft' },
    },
  }),
  aCall({
    id: 'hidden',
    title: 'Secret call',
    state: 'draft',
    deadline: '2027-06-01',
    disciplines: ['dance'],
  }),
  aCall({ id: 'over', title: 'Past call', deadline: '2026-12-01' }),
])
await plant(house.db, 'events', [
  anEvent({
    id: 'fair',
    title: 'Book fair',
    start_date: '2027-02-01',
    start_time: '10:00',
    end_time: '18:00',
    zone: 'Asia/Vientiane',
    country_code: 'LA',
    city: 'Vientiane',
    recurrence: { rule: 'FREQ=WEEKLY;COUNT=3' },
  }),
  anEvent({ id: 'part', title: 'Reading', parent: 'fair' }),
  anEvent({ id: 'secret-part', title: 'Secret reading', parent: 'fair', state: 'draft' }),
  anEvent({ id: 'undated', title: 'Some day', start_date: null }),
])
await plant(house.db, 'articles', [
  anArticle({ id: 'essay', title: 'An essay', author: 'Ada Vu', date: '2027-01-02', countries: ['VN'] }),
  anArticle({ id: 'secret-essay', title: 'Secret essay', state: 'draft' }),
])
await plant(house.db, 'organisations', [
  anOrganisation({ id: 'lake', title: 'Lake House', kind: 'residency', country_code: 'FR' }),
  anOrganisation({ id: 'secret-house', title: 'Secret house', state: 'draft' }),
])
await plant(house.db, 'programmes', [
  { id: 'moving', name: 'Moving on', editions: [{ name: 'First', year: 2020 }], facts: { grants: 12 } },
  { id: 'secret-moving', name: 'Secret programme', state: 'draft' },
])

const json = async (path: string, visitor?: Visitor) => {
  const { status, text } = await (visitor ?? house).get(path)
  assert.equal(status, 200, `${path}: ${text}`)
  return JSON.parse(text)
}
const ids = (answer: { items: { id: string }[] }) => answer.items.map(({ id }) => id)
const editor = await openEditor()

async function openEditor(): Promise<Visitor> {
  const visitor = openVisitor(house)
  const email = 'editor@culture.example'
  await signInByLink(house, visitor, email)
  const known = { languages: new Set<string>(), countries: new Set<string>() }
  const grant = { email, role: 'editor', limits: {}, until: undefined, why: 'to try' }
  const granting = { db: house.db, roles: houseRoles, publicUrl: 'http://localhost:3000' }
  assert.deepEqual(await grantRole(granting, null, { ...grant, known }, testNow), [])
  return visitor
}

const kinds = ['opportunities', 'events', 'articles', 'organisations', 'programmes', 'partners'] as const
const records: Record<(typeof kinds)[number], string> = {
  opportunities: 'music',
  events: 'fair',
  articles: 'essay',
  organisations: 'lake',
  programmes: 'moving',
  partners: 'vn',
}

/** Schemas as published, but closed: an answer holds nothing that they do not tell of. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const parts = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  return 'properties' in parts && !('additionalProperties' in parts)
    ? { ...parts, additionalProperties: false }
    : parts
}

test('every answer is as the published document says, in every kind and language, with nothing besides', async () => {
  const document = await json('/api/v1/openapi.json')
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'api:', components: closed(document.components) })
  const check = (path: string, answer: unknown) => {
    const operation = document.paths[path].get
    const name = operation.responses['200'].content['application/json'].schema.$ref
    const isRight = ajv.compile({ $ref: `api:${name}` })
    assert.ok(isRight(answer), `${path}: ${JSON.stringify(isRight.errors)}`)
  }
  for (const prefix of ['', '/ur']) {
    for (const kind of kinds) {
      for (const visitor of [undefined, editor]) {
        const list = await json(`${prefix}/api/v1/${kind}?counts=true`, visitor)
        assert.ok(list.items.length > 0 && list.total > 0, kind)
        check(`/api/v1/${kind}`, list)
        for (const key of [records[kind], list.items[0].slug])
          check(`/api/v1/${kind}/{key}`, await json(`${prefix}/api/v1/${kind}/${key}`, visitor))
      }
    }
  }
  check('/api/v1/me', await json('/api/v1/me', editor))
})

test('the document is OpenAPI 3.1, tells of every parameter, and every part it names is there', async () => {
  const document = await json('/api/v1/openapi.json')
  assert.match(document.openapi, /^3\.1\.\d$/)
  const named = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)]
  assert.ok(named.length > 20)
  for (const [, part = '', name = ''] of named) assert.ok(document.components[part][name], name)
  const operations: { operationId: string; parameters?: { name: string; description: string }[] }[] =
    Object.values<Record<string, never>>(document.paths).flatMap((path) => Object.values(path))
  for (const { operationId, parameters = [] } of operations)
    for (const { name, description } of parameters) assert.notEqual(description, '', `${operationId} ${name}`)
  assert.equal(new Set(operations.map(({ operationId }) => operationId)).size, operations.length)
})

test('a call is told as data: rounds as stated and as instants, who may apply, what the dates really were', async () => {
  const { items, next } = await json('/fr/api/v1/opportunities')
  const [call] = items
  // French sets these signs off by spaces that do not break.
  call.realDates.notice = call.realDates.notice.replaceAll(/\s/g, ' ')
  assert.equal(next, null)
  assert.deepEqual(items, [
    {
      id: 'music',
      slug: 'music-residency',
      address: 'http://localhost:3000/fr/opportunities/music-residency',
      title: 'Résidence de musique',
      summary: null,
      lang: 'fr',
      demonstration: false,
      type: 'residency',
      organiser: 'Lake House',
      places: { countries: ['FR'], city: null, online: false },
      disciplines: ['music'],
      deadline: {
        kind: 'rounds',
        rounds: [
          {
            deadline: '2027-05-31',
            time: '17:00',
            zone: 'Europe/Paris',
            text: '31 May, 5 pm',
            closesAt: '2027-05-31T15:00:00Z',
          },
          { deadline: '2027-09-30', time: null, zone: null, text: null, closesAt: '2027-10-01T12:00:00Z' },
        ],
        cancelled: false,
        places: null,
        open: true,
      },
      fee: { kind: 'paid', amount: '25.00', currency: 'EUR' },
      covers: ['travel'],
      who: { test: 'citizenship', citizenship: ['VN'], residence: [], regions: [], except: [] },
      realDates: {
        dates: { deadline: '2024-05-31, 2024-09-30' },
        notice: 'Démonstration ; date réelle : 31 mai 2024 et 30 septembre 2024',
      },
      lastChecked: null,
    },
  ])
})

test('one record has every published language, by slug or by id', async () => {
  const bySlug = await json('/fr/api/v1/opportunities/music-residency')
  assert.deepEqual(await json('/fr/api/v1/opportunities/music'), bySlug)
  assert.deepEqual(
    bySlug.texts.map(({ lang, state, title }: Record<string, string>) => [lang, state, title]),
    [
      ['fr', 'published', 'Résidence de musique'],
      ['en', 'published', 'Music residency'],
    ],
  )
  assert.equal(bySlug.texts[1].deadlineText, 'Twice a year.')
  const drafts = await json('/api/v1/opportunities/music', editor)
  assert.deepEqual(
    drafts.texts.map(({ lang, state }: Record<string, string>) => [lang, state]),
    [
      ['en', 'published'],
      ['fr', 'published'],
      ['km', 'draft'],
    ],
  )
})

test('an event says its time as stated and as instants, its dates, and its parts as far as they may be seen', async () => {
  const fair = await json('/api/v1/events/fair')
  assert.deepEqual(fair.time, {
    start: '2027-02-01',
    startTime: '10:00',
    end: '2027-02-01',
    endTime: '18:00',
    zone: 'Asia/Vientiane',
    precision: 'day',
    startsAt: '2027-02-01T03:00:00Z',
    endsAt: '2027-02-01T11:00:00Z',
    repeats: true,
  })
  assert.deepEqual(fair.parts, ['part'])
  assert.deepEqual(
    fair.dates.map(({ start }: { start: string }) => start),
    ['2027-02-01', '2027-02-08', '2027-02-15'],
  )
  assert.equal((await json('/api/v1/events/part')).parent, 'fair')
  assert.deepEqual((await json('/api/v1/events/fair', editor)).parts.toSorted(), ['part', 'secret-part'])
})

test('the facets of the lists narrow the answers, and what a list does not understand is refused by name', async () => {
  assert.deepEqual(ids(await json('/api/v1/opportunities?discipline=music&country=fr')), ['music'])
  assert.deepEqual(ids(await json('/api/v1/opportunities?deadline=closed')), ['over'])
  assert.deepEqual(ids(await json('/api/v1/opportunities?citizenship=fr&residence=fr')), [])
  assert.deepEqual(ids(await json('/api/v1/events?q=fair&from=2027-02-01&to=2027-03-01')), ['fair'])
  for (const query of [
    'colour=red',
    'discipline=nonsense',
    'page=2',
    'limit=0',
    'limit=101',
    'limit=ten',
    'counts=perhaps',
    'from=yesterday',
  ]) {
    const { status, headers, text } = await house.get(`/api/v1/opportunities?${query}`)
    assert.deepEqual([status, headers.get('content-type')], [400, 'application/problem+json'], query)
    const [name = ''] = query.split('=')
    assert.ok(JSON.parse(text).detail.includes(name), text)
  }
  assert.equal((await house.get('/api/v1/partners?q=viet')).status, 400)
})

test('what a stranger may not see is in no item, count or cursor, and an editor sees it', async () => {
  for (const kind of kinds) {
    const { text } = await house.get(`/api/v1/${kind}?counts=true&limit=100`)
    assert.doesNotMatch(text, /Secret |"hidden"/, kind)
  }
  const counted = await json('/api/v1/opportunities?counts=true')
  assert.deepEqual([counted.total, counted.counts.discipline], [1, { music: 1 }])
  const seen = await json('/api/v1/opportunities?counts=true&limit=1', editor)
  assert.deepEqual([seen.total, seen.counts.discipline], [2, { dance: 1, music: 1 }])
  for (const path of [
    'opportunities/hidden',
    'opportunities/secret-call',
    'events/secret-part',
    'articles/secret-essay',
    'organisations/secret-house',
    'programmes/secret-moving',
  ])
    assert.equal((await house.get(`/api/v1/${path}`)).status, 404, path)
  assert.equal((await json('/api/v1/opportunities/hidden', editor)).texts[0].state, 'draft')
})

test('every refusal is a problem, and any page may read it', async () => {
  const asked: [string, RequestInit, number, Record<string, string>][] = [
    ['/api/v1/nothing', {}, 404, {}],
    ['/api/v1/events/nothing', {}, 404, {}],
    ['/api/v1/events', { method: 'POST' }, 405, { allow: 'GET, HEAD' }],
    ['/api/v1/events?cursor=made-up', {}, 400, {}],
    [
      '/api/v1/events',
      { headers: { authorization: 'Bearer none' } },
      401,
      { 'www-authenticate': 'Bearer error="invalid_token"' },
    ],
  ]
  for (const [path, init, status, headers] of asked) {
    const answer = await house.get(path, init)
    assert.equal(answer.status, status, path)
    assert.equal(answer.headers.get('content-type'), 'application/problem+json')
    assert.equal(answer.headers.get('access-control-allow-origin'), '*')
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.equal(JSON.parse(answer.text).status, status)
    for (const [name, value] of Object.entries(headers)) assert.equal(answer.headers.get(name), value)
  }
  const strict = await openTestHouse({ settings: { readsPerMinute: 1 } })
  await strict.get('/api/v1/events')
  const { status, headers, text } = await strict.get('/api/v1/events')
  assert.deepEqual([status, JSON.parse(text).status], [429, 429])
  assert.ok(Number(headers.get('retry-after')) > 0)
  assert.equal(headers.get('access-control-allow-origin'), '*')
  await strict.close()
})

test('pages of other sites may read it, and ask whether they have it, but never as somebody', async () => {
  const { headers } = await house.get('/api/v1/events')
  assert.equal(headers.get('access-control-allow-origin'), '*')
  assert.equal(headers.get('access-control-allow-credentials'), null)
  const asked = await house.get('/api/v1/events', { method: 'OPTIONS' })
  assert.equal(asked.status, 204)
  assert.equal(asked.headers.get('access-control-allow-headers'), 'If-None-Match')
  const me = await editor.get('/api/v1/me')
  assert.equal(me.headers.get('access-control-allow-origin'), null)
})

test('an answer has a tag and is sent once; what somebody with a session sees is kept by nobody', async () => {
  for (const path of [
    '/api/v1/events',
    '/api/v1/events/fair',
    '/api/v1/openapi.json',
    '/fr/api/v1/partners',
  ]) {
    const first = await house.get(path)
    const tag = first.headers.get('etag') ?? ''
    assert.match(tag, /^W\/"[\w-]{22}"$/, path)
    assert.match(first.headers.get('cache-control') ?? '', /^public/)
    const again = await house.get(path, { headers: { 'if-none-match': tag } })
    assert.deepEqual([again.status, again.text, again.headers.get('etag')], [304, '', tag])
    assert.equal((await house.get(path, { headers: { 'if-none-match': '"other"' } })).status, 200)
  }
  const plain = await house.get('/fr/api/v1/events')
  assert.equal(plain.headers.get('vary'), 'Authorization, Cookie, Accept-Encoding')
  assert.equal(plain.headers.get('content-language'), 'fr')
  const theirs = await editor.get('/api/v1/events')
  assert.equal(theirs.headers.get('cache-control'), 'no-store')
  assert.match(theirs.headers.get('etag') ?? '', /^W\//)
})

test('a list asks as much for thirty records as for one, and less without counts', async () => {
  const counts = async () => {
    const found: number[] = []
    for (const kind of kinds) {
      for (const query of ['', '?counts=true']) {
        await house.get(`/api/v1/${kind}${query}`)
        const before = house.queries.length
        await house.get(`/api/v1/${kind}${query}`)
        found.push(house.queries.length - before)
      }
    }
    return found
  }
  const few = await counts()
  const many = Array.from({ length: 30 }, (_, at) => ({ id: `many-${at}`, title: `Many ${at}` }))
  await plant(house.db, 'opportunities', many.map(aCall))
  await plant(house.db, 'events', many.map(anEvent))
  await plant(house.db, 'articles', many.map(anArticle))
  await plant(house.db, 'organisations', many.map(anOrganisation))
  assert.deepEqual(await counts(), few)
  assert.deepEqual(few, [2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 2])
})

test('the page of the API is made of the same document, in every language', async () => {
  for (const prefix of ['', '/ur']) {
    const { status, text } = await house.get(`${prefix}/api/v1`)
    assert.equal(status, 200)
    for (const part of ['GET /api/v1/programmes/{key}', 'deadline.rounds[].closesAt', 'openapi.json'])
      assert.ok(text.includes(part), part)
    assert.ok(text.includes('<code dir="ltr">texts[].body</code>'))
  }
})
