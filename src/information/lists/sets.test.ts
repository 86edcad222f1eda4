import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { listOrganisations, stranger } from '../../community/index.ts'
import { keepSets } from '../../platform/index.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { until } from '../../platform/testing.ts'
import { listArticles } from '../articles/queries.ts'
import { listEvents } from '../events/queries.ts'
import { listOpportunities } from '../opportunities/queries.ts'
import { importAll } from '../testing.ts'

// The same database twice: through `kept` lists are answered from sets, through `plain` by SQL alone.
const database = await testDatabase()
const kept = database.db
const plain = kept.withoutPlugins()
const keeping = keepSets(kept)
let [words, last] = [0, '']
const stop = await database.listen('changed', {
  heard(word) {
    if (word.startsWith('mark')) last = word
    else keeping.changed(word)
  },
  again: keeping.resume,
})
after(async () => {
  await stop()
  await database.close()
})

/** Waits until all that was written has been heard of. */
async function heard(): Promise<void> {
  words += 1
  await sql`select pg_notify('changed', ${`mark ${words}`})`.execute(kept)
  await until(() => last === `mark ${words}`)
}

const one = <T>(...values: T[]) => fc.constantFrom(...values)
const few = <T>(...values: T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 })
const day = fc
  .integer({ min: -30, max: 90 })
  .map((days) => Temporal.PlainDate.from('2027-01-15').add({ days }).toString())
const id = one('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')
const title = one('Lantern', 'bridge', 'Éclat', 'River', 'river', '灯')

const call = fc.record({
  id,
  title,
  type: one('residency', null),
  deadline: fc.option(day, { nil: null }),
  status: one('open', 'open', 'cancelled'),
  covers: one(['travel'], [], null),
  disciplines: few('dance', 'music', 'film'),
  host_countries: few('VN', 'FR'),
  eligible_countries: few('VN', 'FR', 'LA'),
  eligible_basis: one('citizenship', 'residence', 'either', 'both', null),
})
const event = fc.record({
  id,
  title,
  start_date: day,
  days: fc.integer({ min: 0, max: 40 }),
  status: one('confirmed', 'cancelled', 'tentative'),
  disciplines: few('dance', 'music'),
  country_code: one('VN', 'FR', null),
  recurrence: one(undefined, undefined, 'FREQ=WEEKLY;COUNT=5'),
})
const article = fc.record({ id, title, date: fc.option(day, { nil: null }), countries: few('VN', 'FR') })
const organisation = fc.record({
  id,
  title,
  country_code: one('VN', 'FR', null),
  disciplines: few('dance', 'film'),
})

const stepArb = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      step: fc.constant('calls' as const),
      records: fc.array(call, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      step: fc.constant('events' as const),
      records: fc.array(event, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant('articles' as const),
      records: fc.array(article, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant('organisations' as const),
      records: fc.array(organisation, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ step: fc.constant('hide' as const), id, state: one('draft', 'published') }),
  },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('drop' as const), id }) },
)
type Step = typeof stepArb extends fc.Arbitrary<infer Value> ? Value : never

const tables = [
  'information.opportunity',
  'information.event',
  'information.article',
  'community.organisation',
]

async function take(step: Step): Promise<void> {
  switch (step.step) {
    case 'calls':
      return void (await importAll(kept, 'opportunities', step.records))
    case 'events':
      return void (await importAll(
        kept,
        'events',
        step.records.map(({ days, start_date, recurrence, ...given }) => ({
          ...given,
          start_date,
          end_date: Temporal.PlainDate.from(start_date)
            .add({ days: recurrence ? 0 : days })
            .toString(),
          ...(recurrence ? { recurrence: { rule: recurrence } } : {}),
        })),
      ))
    case 'articles':
      return void (await importAll(kept, 'articles', step.records))
    case 'organisations':
      return void (await importAll(
        kept,
        'organisations',
        step.records.map(({ title: name, ...given }) => ({ ...given, name })),
      ))
    case 'drop':
      for (const table of tables)
        await sql`delete from ${sql.table(table)} where id = ${step.id}`.execute(kept)
      return
    default:
      for (const table of tables)
        await sql`update ${sql.table(`${table}_text`)} set state = ${step.state} where record_id = ${step.id}`.execute(
          kept,
        )
  }
}

const askedArb = fc.record({
  hours: fc.integer({ min: -200, max: 1500 }),
  page: one(1, 1, 2),
  newest: fc.boolean(),
  told: fc.record({ citizenship: few('VN', 'FR'), residence: few('VN', 'LA') }),
  calls: fc.record(
    {
      deadline: few('week', 'month', 'closed', 'no-date'),
      discipline: few('dance', 'music'),
      covers: few('travel', 'not-stated'),
      standing: few('yes', 'not-stated'),
    },
    { requiredKeys: [] },
  ),
  others: fc.record(
    { when: few('past', 'on-now'), discipline: few('dance'), country: few('VN', 'online') },
    { requiredKeys: [] },
  ),
})
type Asked = typeof askedArb extends fc.Arbitrary<infer Value> ? Value : never

async function answers(db: typeof kept, { hours, page, newest, told, calls, others }: Asked) {
  const now = new Date(Temporal.Instant.from('2027-01-15T12:00:00Z').add({ hours }).epochMilliseconds)
  const asked = { now, page, pageSize: 5, sort: newest ? 'newest' : undefined }
  const { when: _, ...still } = others
  return {
    calls: await listOpportunities(db, stranger, 'fr', { ...asked, told, chosen: calls }),
    events: await listEvents(db, stranger, 'fr', { ...asked, chosen: others }),
    articles: await listArticles(db, stranger, 'fr', { ...asked, chosen: still }),
    organisations: await listOrganisations(db, stranger, 'fr', { page, pageSize: 5, chosen: still }),
  }
}

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const eachOf = <T extends { id: string }>(record: fc.Arbitrary<T>) =>
  fc.tuple(...ids.map((id) => record.map((given) => ({ ...given, id }))))
/** A house with eight of each kind, and what is done and asked in it. */
const storyArb = fc.record({
  calls: eachOf(call),
  events: eachOf(event),
  articles: eachOf(article),
  organisations: eachOf(organisation),
  asked: fc.array(askedArb, { minLength: 8, maxLength: 8 }),
  later: fc.array(fc.tuple(stepArb, fc.array(askedArb, { minLength: 3, maxLength: 3 })), {
    minLength: 2,
    maxLength: 4,
  }),
})

test('kept sets answer what the database answers, after any writes and at any moment', async () => {
  let queries = 0
  const compare = async (asked: Asked) => {
    const should = await answers(plain, asked)
    await answers(kept, asked)
    const before = database.queries.length
    assert.deepEqual(await answers(kept, asked), should)
    // One for the rows of each list that has any; nothing is counted by the database.
    queries = Math.max(queries, database.queries.length - before)
  }
  await fc.assert(
    fc.asyncProperty(storyArb, async ({ calls, events, articles, organisations, asked, later }) => {
      await take({ step: 'calls', records: calls })
      await take({ step: 'events', records: events })
      await take({ step: 'articles', records: articles })
      await take({ step: 'organisations', records: organisations })
      await heard()
      for (const each of asked) await compare(each)
      for (const [step, askedThen] of later) {
        await take(step)
        await heard()
        for (const each of askedThen) await compare(each)
      }
    }),
    { numRuns: 8 },
  )
  assert.ok(queries > 0 && queries <= 4, `${queries} queries`)
})

test('while changes may be missed lists are answered by the database', async () => {
  keeping.pause()
  const asked = {
    hours: 0,
    page: 1,
    newest: false,
    told: { citizenship: [], residence: [] },
    calls: {},
    others: {},
  }
  const before = database.queries.length
  assert.deepEqual(await answers(kept, asked), await answers(plain, asked))
  assert.equal(database.queries.length - before, 16)
  keeping.resume()
})
