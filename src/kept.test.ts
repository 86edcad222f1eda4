import assert from 'node:assert/strict'
import { request as ask } from 'node:http'
import { tmpdir } from 'node:os'
import test, { after } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import fc from 'fast-check'
import { sql } from 'kysely'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { readKnown } from './community/known/queries.ts'
import { changeState } from './community/lives/actions.ts'
import { readRecord } from './community/records/queries.ts'
import { doWhatIsDue, scheduleText } from './community/schedules/actions.ts'
import { anEditor, plantMember } from './community/testing.ts'
import { keepers } from './information/keepers/actions.ts'
import { importAll, plant } from './information/testing.ts'
import { withKeptPages } from './kept.ts'
import { callKeeper } from './practice/index.ts'
import { aCall as aFoundationCall } from './practice/calls/testing.ts'
import { turnCalls } from './practice/calls/turning/actions.ts'
import { type Db, listen, openLocalFiles, openLog } from './platform/index.ts'
import { testDatabase } from './platform/database/testing.ts'
import { until } from './platform/testing.ts'
import { openWeb } from './web.ts'

const database = await testDatabase()
const { db } = database
const begun = Temporal.Instant.from('2027-01-15T12:00:00Z')
let now = begun
let rendered = 0

const openOn = (db: Db) =>
  openWeb({
    db,
    files: openLocalFiles(tmpdir()),
    log: openLog({ level: 'silent' }),
    settings: {
      publicUrl: 'http://localhost:3000',
      demonstration: 'none',
      trustProxy: 0,
      readsPerMinute: 1e9,
      staffSecondFactor: false,
    },
    secret: 'a secret of tests only, long enough for anybody',
    clock: () => now,
    isOpen: () => true,
    notReady: () => Promise.resolve([]),
  })
// It keeps nothing and asks the database for everything.
const app = openOn(db)

/** A house of its own in front of the same database, with what it keeps; each hears of changes on its own connection. */
async function openHouse() {
  // Sets are kept for a handle of the database, so each house has its own.
  const own = { ...database, db: db.withoutPlugins() }
  const app = openOn(own.db)
  const behind = getRequestListener((request, env) => {
    rendered += 1
    return app.fetch(request, env)
  })
  const kept = await withKeptPages(behind, {
    database: own,
    clock: () => now,
    mostBytes: 32 * 1024 * 1024,
  })
  const server = await listen(kept.listener, { host: '127.0.0.1', port: 0 })
  after(async () => {
    await server.close(0)
    await kept.stop()
  })
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    answer(server.port, path, method, headers)
  return { ...kept, get }
}

type Answer = { status: number; headers: Record<string, unknown>; body: Buffer; text: string }

function answer(
  port: number,
  path: string,
  method: string,
  headers: Record<string, string>,
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  ask({ port, path, method, headers, host: '127.0.0.1' }, (response) => {
    const parts: Buffer[] = []
    response.on('data', (part: Buffer) => void parts.push(part))
    response.on('end', () => {
      const body = Buffer.concat(parts)
      const encoding = response.headers['content-encoding']
      const plain =
        body.length === 0
          ? body
          : encoding === 'br'
            ? brotliDecompressSync(body)
            : encoding === 'gzip'
              ? gunzipSync(body)
              : body
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text: plain.toString() })
    })
  })
    .on('error', reject)
    .end()
  return promise
}

const one = await openHouse()
const other = await openHouse()
after(() => database.close())

const fresh = async (path: string) => (await app.request(`http://localhost:3000${path}`)).text()
const words = (text: string) => text.slice(0, 400_000)

await plant(db, 'events', [
  { id: 'first', title: 'Lanterns', start_date: '2027-02-01', country_code: 'VN', disciplines: ['dance'] },
])

test('a hundred readers of one page have it made once; each gets the encoding they take', async () => {
  await one.get('/articles')
  rendered = 0
  const encodings = ['br', 'gzip', 'identity']
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, at) =>
      one.get('/events', { 'accept-encoding': encodings[at % 3] ?? '' }),
    ),
  )
  assert.equal(rendered, 1)
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]))
  assert.equal(new Set(answers.map(({ text }) => text)).size, 1)
  assert.deepEqual(
    answers.slice(0, 3).map(({ headers }) => headers['content-encoding']),
    ['br', 'gzip', undefined],
  )
  assert.match(answers[0]?.text ?? '', /Lanterns/)
})

test('a kept page is answered with every header the house gives, and with 304 where nothing has changed', async () => {
  const { headers, text } = await one.get('/events/lanterns')
  const again = await one.get('/events/lanterns')
  const { date: _, ...before } = headers
  const { date: __, ...after } = again.headers
  assert.deepEqual([after, again.text], [before, text])
  assert.match(String(headers['content-security-policy']), /default-src 'none'/)
  assert.equal(headers['cache-control'], 'public, max-age=0, s-maxage=60, must-revalidate')
  assert.match(String(headers['cache-tag']), /(^|,)events\/first(,|$)/)
  assert.equal(headers['vary'], 'Accept-Encoding')
  const etag = String(headers['etag'])
  const same = await one.get('/events/lanterns', { 'if-none-match': `"x", ${etag}` })
  assert.deepEqual([same.status, same.body.length, same.headers['etag']], [304, 0, etag])
  assert.equal((await one.get('/events/lanterns', { 'if-none-match': '"x"' })).status, 200)
  const head = await one.get('/events/lanterns', {}, 'HEAD')
  assert.deepEqual([head.status, head.body.length], [200, 0])
  assert.equal(head.headers['content-length'], headers['content-length'])
})

test('a widget is kept for all pages it stands on', async () => {
  const path = '/fr/widgets/upcoming-events?theme=dark&count=3'
  const first = await one.get(path)
  rendered = 0
  const again = await one.get(path, {
    referer: 'https://elsewhere.example/',
    origin: 'https://elsewhere.example',
  })
  assert.deepEqual([again.text, rendered], [first.text, 0])
  assert.equal(again.headers['cache-tag'], 'events')
  assert.match(String(again.headers['content-security-policy']), /frame-ancestors \*$/)
  assert.equal(again.headers['x-frame-options'], undefined)
})

test('a cache on the way is told no longer than the page is true', async () => {
  now = Temporal.Instant.from('2027-01-15T12:14:30Z')
  assert.match(String((await one.get('/events?country=FR')).headers['cache-control']), /s-maxage=30,/)
  now = begun
})

test('nothing is kept for, or from, somebody with a session, nor what is for nobody', async () => {
  rendered = 0
  const cookie = { cookie: '__Host-session=anything' }
  for (let time = 0; time < 2; time += 1) {
    const { headers } = await other.get('/events/lanterns', cookie)
    assert.equal(headers['cache-tag'], undefined)
    await other.get('/events/none-of-this-name')
    await other.get('/sign-in')
    await other.get('/events/lanterns', { authorization: 'Bearer none' })
    await other.get(`/events?q=${'a'.repeat(1100)}`)
  }
  assert.deepEqual([rendered, other.cache.size().pages], [10, 0])
})

test('an answer of the API is kept as pages are, and not sent to who has it already; with a token nothing is kept', async () => {
  const path = '/api/v1/events/first'
  rendered = 0
  const { headers, text } = await one.get(path)
  const again = await one.get(path)
  assert.deepEqual([again.text, rendered], [text, 1])
  assert.equal(headers['vary'], 'Accept-Encoding, Authorization, Cookie')
  assert.match(String(headers['cache-tag']), /(^|,)events\/first(,|$)/)
  const { 'access-control-allow-origin': open, etag, 'content-language': language } = again.headers
  assert.deepEqual([open, language], ['*', 'en'])
  const have = { 'if-none-match': String(etag) }
  for (const house of [one, other]) assert.equal((await house.get(path, have)).status, 304)
  const fresh = await other.get(path)
  assert.deepEqual([fresh.status, fresh.text, fresh.headers['etag']], [200, text, etag])
  const before = other.cache.size().pages
  assert.equal((await other.get('/api/v1/events', { authorization: 'Bearer none' })).status, 401)
  assert.equal(other.cache.size().pages, before)
})

test('“closing soon” ends when it becomes untrue, without anybody writing', async () => {
  await plant(db, 'opportunities', [
    {
      id: 'soon',
      title: 'Short call',
      deadline: '2027-01-15',
      deadline_time: '12:05',
      deadline_zone: 'UTC',
    },
  ])
  const list = async () => (await one.get('/opportunities')).text.includes('Short call')
  await until(async () => await list())
  now = Temporal.Instant.from('2027-01-15T12:04:59Z')
  assert.equal(await list(), true)
  now = Temporal.Instant.from('2027-01-15T12:05:00Z')
  assert.equal(await list(), false)
  now = begun
  for (const { cache } of [one, other]) cache.resume()
})

test('a call that the clock opens is in list, search, feed and calendar, kept or not, and on lists as long as it is open', async () => {
  const dates = {
    zone: 'UTC',
    opens: { day: '2027-01-15', time: '12:10' },
    closes: { day: '2027-01-15', time: '12:20' },
  }
  const calls = [aFoundationCall({ id: 'brief', title: 'Brief call', dates })]
  await importAll(db, 'calls', calls, { guests: { calls: callKeeper }, now: begun })
  const lists = ['/calls', '/opportunities', '/search?q=Brief', '/api/v1/calls']
  const paths = [...lists, '/opportunities.atom', '/opportunities.ics']
  const shown = () =>
    Promise.all(paths.map(async (path) => (await one.get(path)).text.includes('Brief call')))
  await until(async () => (await shown()).every((is) => !is))
  now = Temporal.Instant.from('2027-01-15T12:10:00Z')
  await turnCalls(db, now)
  await until(async () => (await shown()).every(Boolean))
  assert.match((await one.get('/calls')).text, /Open/)
  now = Temporal.Instant.from('2027-01-15T12:20:00Z')
  await turnCalls(db, now)
  await until(async () => !(await one.get('/opportunities')).text.includes('Brief call'))
  await until(async () => (await one.get('/api/v1/calls')).text.includes('"phase":"closed"'))
  now = begun
  for (const { cache } of [one, other]) cache.resume()
})

const kinds = ['opportunities', 'events', 'articles', 'organisations', 'programmes'] as const
const countries = ['VN', 'FR', 'LA']
const disciplines = ['dance', 'music', 'film']
const ids = ['a', 'b', 'c', 'd']
const addresses = [
  '/',
  ...kinds.flatMap((kind) => [`/${kind}`, `/fr/${kind}`, ...ids.map((id) => `/${kind}/${kind}-${id}`)]),
  ...kinds.flatMap((kind) => [`/api/v1/${kind}?counts=true`, `/ur/api/v1/${kind}/${kind}-a`]),
  '/api/v1/partners/vn',
  '/events?country=VN',
  '/events?discipline=dance',
  '/events/calendar?month=2027-02',
  '/opportunities?q=lantern',
  '/opportunities?citizenship=vn',
  '/partners',
  ...['vn', 'fr'].flatMap((code) => [`/partners/${code}`, `/partners/${code}/funding`]),
  '/search?q=lantern',
  '/widgets/open-calls',
  '/widgets/upcoming-events?country=vn',
  '/widgets',
  '/sitemap.xml',
]

const stepArb = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      step: fc.constant('write' as const),
      kind: fc.constantFrom(...kinds),
      id: fc.constantFrom(...ids),
      title: fc.constantFrom('Lantern', 'Bridge', 'River', 'Stairs'),
      country: fc.constantFrom(...countries, null),
      discipline: fc.constantFrom(...disciplines, null),
      day: fc.integer({ min: 1, max: 28 }),
      organiser: fc.constantFrom('Lantern', 'River', null),
      parent: fc.constantFrom(...ids, null),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant('state' as const),
      kind: fc.constantFrom(...kinds),
      id: fc.constantFrom(...ids),
      state: fc.constantFrom('draft', 'published', 'archived'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      step: fc.constant('drop' as const),
      kind: fc.constantFrom(...kinds),
      id: fc.constantFrom(...ids),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ step: fc.constant('term' as const), name: fc.constantFrom('Dance', 'Dancing') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      step: fc.constant('partner' as const),
      name: fc.constantFrom('Viet Nam', 'Vietnam!'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ step: fc.constant('clock' as const), hours: fc.integer({ min: 1, max: 400 }) }),
  },
)
type Step = typeof stepArb extends fc.Arbitrary<infer Value> ? Value : never

const tables = {
  opportunities: 'information.opportunity',
  events: 'information.event',
  articles: 'information.article',
  organisations: 'community.organisation',
  programmes: 'information.programme',
}

const some = (value: string | null) => (value === null ? [] : [value])

function recordOf({
  kind,
  id,
  title,
  country,
  discipline,
  day,
  organiser,
  parent,
}: Extract<Step, { step: 'write' }>) {
  const date = `2027-02-${String(day).padStart(2, '0')}`
  const shared = { id: `${kind}-${id}`, slug: `${kind}-${id}` }
  switch (kind) {
    case 'opportunities':
      return {
        ...shared,
        title,
        deadline: date,
        organiser,
        host_countries: some(country),
        disciplines: some(discipline),
      }
    case 'events':
      return {
        ...shared,
        title,
        start_date: date,
        organiser,
        country_code: country,
        disciplines: some(discipline),
        programme: 'programmes-a',
        ...(parent && parent < id ? { parent: `events-${parent}` } : {}),
      }
    case 'articles':
      return {
        ...shared,
        title,
        date,
        countries: some(country),
        themes: some(discipline === null ? null : 'archives'),
      }
    case 'organisations':
      return { ...shared, name: title, country_code: country, disciplines: some(discipline) }
    default:
      return { ...shared, name: title }
  }
}

async function take(step: Step): Promise<void> {
  if (step.step === 'clock') now = now.add({ hours: step.hours })
  // A parent that is not there is refused, which changes nothing.
  else if (step.step === 'write') await importAll(db, step.kind, [recordOf(step)])
  else if (step.step === 'term')
    await sql`update community.term set names = jsonb_set(names, '{en}', to_jsonb(${step.name}::text))
      where vocabulary = 'discipline' and id = 'dance'`.execute(db)
  else if (step.step === 'partner')
    await sql`update community.partner_name set name = ${step.name} where partner_id = 'vn' and lang = 'en'`.execute(
      db,
    )
  else {
    const table = tables[step.kind]
    const id = `${step.kind}-${step.id}`
    if (step.step === 'drop') await sql`delete from ${sql.table(table)} where id = ${id}`.execute(db)
    else
      await sql`update ${sql.table(`${table}_text`)} set state = ${step.state} where record_id = ${id}`.execute(
        db,
      )
  }
}

const written = (
  kind: (typeof kinds)[number],
  id: string,
  given: Partial<Extract<Step, { step: 'write' }>> = {},
): Step => ({
  step: 'write',
  kind,
  id,
  title: 'Lantern',
  country: 'VN',
  discipline: 'dance',
  day: 9,
  organiser: 'Lantern',
  parent: null,
  ...given,
})

test('each kind of write drops every page that it changes', async () => {
  const firsts = ['programmes', 'organisations', 'opportunities', 'events', 'articles'] as const
  for (const kind of firsts) {
    await take(written(kind, 'a'))
    // One with nothing in common with others but its parent.
    await take(written(kind, 'b', { parent: 'a', country: null, discipline: null, organiser: null }))
  }
  const writes = [
    ...firsts.flatMap((kind): Step[] => [
      // What is new beside others, another name, hidden, seen again, gone.
      written(kind, 'c', { day: 8, parent: 'b' }),
      written(kind, 'a', { title: 'Bridge' }),
      written(kind, 'b', { title: 'Stairs', parent: 'a', country: null, discipline: null, organiser: null }),
      { step: 'state', kind, id: 'a', state: 'draft' },
      { step: 'state', kind, id: 'a', state: 'published' },
      { step: 'drop', kind, id: 'c' },
    ]),
    { step: 'term', name: 'Dancing' },
    { step: 'partner', name: 'Vietnam!' },
  ] satisfies Step[]
  const pages = addresses.filter((path) => !/-d$|^\/fr/.test(path))
  let changed = 0
  for (const write of writes) {
    const before = new Map<string, string>()
    for (const path of pages) before.set(path, (await one.get(path)).text)
    await take(write)
    for (const path of pages) {
      const should = await fresh(path)
      if (should !== before.get(path)) changed += 1
      await until(async () => (await one.get(path)).text === should, 2).catch(() =>
        assert.fail(`${path} is as it was before ${JSON.stringify(write)}`),
      )
    }
  }
  assert.ok(changed > 150, `${changed} pages changed`)
})

/** The kinds of which the triggers of each table announce changes, and the tables of what every page knows. */
async function watchedTables(): Promise<Map<string, string>> {
  const { rows } = await sql<{ table: string; kind: string }>`select distinct c.oid::regclass::text as table,
      split_part(encode(t.tgargs, 'escape'), '\\000', 1) as kind
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
    where p.proname in ('announce_change', 'count_known_version', 'announce_known',
      'announce_picture')`.execute(db)
  return new Map(rows.map(({ table, kind }) => [table, kind]))
}

test('whatever a kept page was read from announces its changes, and the page says that it shows that kind', async () => {
  const watched = await watchedTables()
  assert.equal(watched.get('information.event_text'), 'events')
  const wrong: string[] = []
  let kept = 0
  const calls = [aFoundationCall({ id: 'kept', title: 'Kept call' })]
  const report = await importAll(db, 'calls', calls, { guests: { calls: callKeeper }, now: begun })
  assert.deepEqual(report.refused, [])
  const others = [
    '/events/lanterns/dates',
    '/languages',
    '/privacy',
    '/calls',
    '/ur/calls/kept-call',
    '/api/v1/calls',
    '/api/v1/calls/kept',
  ]
  for (const path of [...addresses, ...others]) {
    one.cache.resume()
    const before = database.queries.length
    const { headers } = await one.get(path)
    if (headers['cache-tag'] === undefined) continue
    kept += 1
    const kinds = new Set(
      String(headers['cache-tag'])
        .split(',')
        .map((tag) => /^[^/:]*/.exec(tag)?.[0]),
    )
    const read = database.queries.slice(before).join('\n')
    for (const [table] of read.matchAll(/\b(information|community|platform|jobs)\.[a-z_]+\b/g)) {
      const kind = watched.get(table)
      // Written with its record, in the same transaction, which is announced.
      if (table === 'community.picture_use') continue
      if (kind === undefined) wrong.push(`${path} is read from ${table}, which announces nothing`)
      else if (kind !== '' && !kinds.has(kind))
        wrong.push(`${path} is read from ${table} and does not say so`)
    }
  }
  assert.deepEqual([...new Set(wrong)], [])
  assert.ok(kept >= 25, `${kept} are kept`)
})

test('after any sequence of writes every kept page is as if it were made now, in each of two houses', async () => {
  const houses = [one, other]
  let [asked, answeredKept] = [0, 0]
  await fc.assert(
    fc.asyncProperty(
      fc.array(stepArb, { minLength: 2, maxLength: 6 }),
      fc.infiniteStream(fc.nat()),
      async (steps, choices) => {
        // A clock goes back in tests only.
        now = begun
        for (const { cache } of houses) cache.resume()
        for (const step of steps) {
          // Each house keeps some of the pages as they are before the step.
          for (const house of houses)
            for (const path of addresses) if ((choices.next().value ?? 0) % 3 === 0) await house.get(path)
          await take(step)
          const some = addresses.filter(() => (choices.next().value ?? 0) % 2 === 0)
          for (const path of some) {
            const should = words(await fresh(path))
            for (const house of houses) {
              const before = rendered
              let got = ''
              await until(async () => (got = words((await house.get(path)).text)) === should, 5).catch(
                () => undefined,
              )
              assert.equal(got, should, `${path} after ${JSON.stringify(step)}`)
              asked += 1
              if (rendered === before) answeredKept += 1
            }
          }
        }
      },
    ),
    { numRuns: 3, endOnFailure: true },
  )
  assert.ok(answeredKept > asked / 20, `${answeredKept} of ${asked} were kept`)
})

test('a house that is called otherwise is called so on pages that were kept, in every process', async () => {
  for (const house of [one, other]) {
    await house.get('/events')
    assert.match((await house.get('/events')).text, /Caravanserai/)
    assert.ok(house.cache.find('/events', now.epochMilliseconds))
  }
  await sql`insert into community.setting (subject, value, version, changed_at)
    values ('identity', '{"name": {"en": "Mekong House"}, "says": {}}', 1, now())`.execute(db)
  for (const house of [one, other]) {
    await until(() => house.cache.find('/events', now.epochMilliseconds) === undefined)
    const { text } = await house.get('/events')
    assert.match(text, /Mekong House/)
    assert.doesNotMatch(text, /Caravanserai/)
  }
})

test('a text that is scheduled, due, withdrawn and archived stands in what is kept only while it is published', async () => {
  await plantMember(db, anEditor)
  const words = { en: 'Quietneedle ferry', fr: 'Bac Aiguilletue' }
  const said = /Quietneedle|Aiguilletue/
  await plant(db, 'articles', [
    {
      id: 'ferry',
      title: words.en,
      slug: 'ferry',
      author: 'Ana',
      date: '2027-01-01',
      state: 'draft',
      translations: { fr: { title: words.fr, state: 'draft' } },
    },
  ])
  const asked = encodeURIComponent('ferry')
  const paths = [
    '/',
    '/articles',
    '/articles/ferry',
    '/articles.atom',
    '/articles.json',
    `/articles?q=${asked}`,
    `/search?q=${asked}`,
    '/api/v1/articles',
    '/api/v1/articles/ferry',
    '/sitemaps/articles-1.xml',
  ].flatMap((path) => [path, `/fr${path}`])
  const heard = () => new Promise((resolve) => setTimeout(resolve, 300))
  /** What both houses show, twice, so that what is kept is asked too. */
  const shown = async () => {
    await heard()
    const seen = new Set<string>()
    for (const house of [one, other])
      for (const path of [...paths, ...paths]) if (said.test((await house.get(path)).text)) seen.add(path)
    return [...seen]
  }
  const keeping = async () => ({
    known: await readKnown(db, now.toString().slice(0, 10)),
    at: new Date(now.epochMilliseconds),
  })
  const text = async (lang: string) => ({
    id: 'ferry',
    version: (await readRecord(db, 'articles', 'ferry'))?.version ?? 0,
    lang,
  })
  const change = async (lang: string, to: 'published' | 'draft' | 'archived') =>
    changeState(db, keepers.articles, anEditor, { ...(await text(lang)), to }, await keeping())
  const schedule = async (lang: string, wall: string) =>
    scheduleText(
      db,
      keepers.articles,
      anEditor,
      { ...(await text(lang)), becomes: 'published', wall, zone: 'Asia/Phnom_Penh' },
      await keeping(),
    )
  const due = async () => doWhatIsDue(db, () => keepers.articles, await keeping())

  now = begun
  for (const { cache } of [one, other]) cache.resume()
  assert.deepEqual(await shown(), [])
  for (const { cache } of [one, other]) assert.ok(cache.size().pages >= 6, `${cache.size().pages} kept`)
  assert.ok('version' in (await schedule('en', '2027-01-16T09:00')))
  assert.deepEqual(await shown(), [])
  // Past the hour, but before the job has come, it is still hidden.
  now = Temporal.Instant.from('2027-01-16T02:00:10Z')
  assert.deepEqual(await shown(), [])
  assert.equal(await due(), 1)
  const published = await shown()
  for (const path of [
    '/articles',
    '/articles/ferry',
    '/articles.atom',
    `/search?q=${asked}`,
    '/api/v1/articles',
  ])
    assert.ok(published.includes(path), path)
  for (const house of [one, other])
    for (const path of paths) assert.doesNotMatch((await house.get(path)).text, /Aiguilletue/, path)

  assert.ok('version' in (await change('fr', 'published')))
  await heard()
  assert.match((await one.get('/fr/articles/ferry')).text, /Aiguilletue/)
  assert.match((await other.get('/fr/articles.atom')).text, /Aiguilletue/)
  assert.ok('version' in (await change('fr', 'draft')))
  await heard()
  for (const house of [one, other])
    for (const path of paths) assert.doesNotMatch((await house.get(path)).text, /Aiguilletue/, path)
  assert.ok('version' in (await change('en', 'archived')))
  assert.deepEqual(await shown(), [])
  now = begun
  for (const { cache } of [one, other]) cache.resume()
})
