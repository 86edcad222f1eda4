import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { readKnown, stranger } from '../../community/index.ts'
import { anEditor, plantMember } from '../../community/testing.ts'
import { exportHouse, importFile, keepers } from '../../information/index.ts'
import { importAll } from '../../information/testing.ts'
import { rows } from '../../platform/index.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { openTestHouse, testNow as now } from '../../testing.ts'
import { callKeeper } from './actions.ts'
import { findCall, listOpenCalls } from './queries.ts'
import { aCall } from './testing.ts'

const house = await openTestHouse({ viewer: anEditor })
const empty = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'caravanserai-calls-'))
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await empty.close()
  await house.close()
})
const guests = { calls: callKeeper }

test('calls leave the house and come into an empty one as they were, with their opportunities', async () => {
  const later = { zone: 'UTC', opens: { day: '2027-06-01' }, closes: { day: '2027-07-01' } }
  const cancelled = {
    zone: 'Asia/Hanoi',
    opens: { day: '2027-01-01' },
    closes: { day: '2027-03-01' },
    cancelled: { on: '2027-01-10', reason: { en: 'No money.' } },
  }
  const report = await importAll(
    house.db,
    'calls',
    [
      aCall({ id: 'going', title: 'Going places', translations: { ur: { title: 'سفر', state: 'draft' } } }),
      aCall({ id: 'later', title: 'Later', dates: later }),
      aCall({ id: 'cancelled', title: 'Cancelled', dates: { ...cancelled, zone: 'Asia/Bangkok' } }),
    ],
    { guests, now },
  )
  assert.deepEqual(report.refused, [])
  const options = { host: 'house.example', now }
  const [first, second] = [join(folder, 'first'), join(folder, 'second')]
  await exportHouse(house.db, first, options)
  const silent = { refused: async () => {}, doubtful: async () => {} }
  for (const kind of ['opportunities', 'calls'] as const) {
    const file = join(first, `${kind}.json`)
    const { refused } = await importFile(empty.db, file, { kind, now, guests }, silent)
    assert.equal(refused, 0)
  }
  await exportHouse(empty.db, second, options)
  for (const name of ['calls.json', 'opportunities.json'])
    assert.equal(readFileSync(join(second, name), 'utf8'), readFileSync(join(first, name), 'utf8'), name)
  assert.match(readFileSync(join(first, 'calls.json'), 'utf8'), /Going places/)
  const shown = sql`select id, slug, page, cancelled, who_test, rounds from information.opportunity order by id`
  assert.deepEqual(await rows(empty.db, shown), await rows(house.db, shown))
  assert.deepEqual(
    (await listOpenCalls(empty.db, now)).map(({ id }) => id),
    ['going'],
  )
})

test('a trial of an import keeps nothing, and tells of the example that comes out otherwise', async () => {
  const wrong = [
    { id: 'a-stranger', facts: { people: [{ citizenships: ['FR'] }] }, expect: { answer: 'pass' } },
  ]
  const report = await importAll(house.db, 'calls', [aCall({ id: 'trial', examples: wrong })], {
    guests,
    now,
    dryRun: true,
  })
  assert.deepEqual(
    report.refused.flatMap(({ faults }) => faults),
    [
      {
        field: 'examples.0.expect.answer',
        value: 'pass',
        reason: 'of the example “a-stranger” comes out otherwise: fail (nationals)',
      },
    ],
  )
  const fine = await importAll(house.db, 'calls', [aCall({ id: 'trial' })], { guests, now, dryRun: true })
  assert.equal(fine.added, 1)
  assert.equal(await findCall(house.db, stranger, 'a-call', 'en', now), undefined)
})

test('the desk shows an opportunity of a call as kept by its call, and nothing there changes it', async () => {
  await plantMember(house.db, anEditor)
  const { text } = await house.get('/desk/opportunities/going')
  assert.match(text, /written of a call of the house/)
  assert.match(text, /href="\/calls\/going-places"/)
  assert.doesNotMatch(text, /name="title"/)
  const known = await readKnown(house.db, '2027-01-15')
  const keeping = { known, at: new Date(now.epochMilliseconds) }
  const answer = await keepers.opportunities.edit(
    house.db,
    anEditor,
    { id: 'going', version: 1, fields: { title: 'Otherwise' } },
    keeping,
  )
  assert.ok('faults' in answer)
  const file = [{ id: 'going', title: 'From a file' }]
  const report = await importAll(house.db, 'opportunities', file, { now })
  assert.deepEqual(
    report.refused.map(({ faults }) => faults.map(({ reason }) => reason)),
    [['is written of a call of this house, and changed with the call alone']],
  )
})

test('a call takes over the opportunity that stood for it, with its address', async () => {
  const old = { id: 'taken', title: 'As it was printed', deadline: '2027-05-01', deadline_kind: 'fixed' }
  await importAll(house.db, 'opportunities', [{ ...old, translations: { fr: { title: 'Imprimé' } } }], {
    now,
  })
  const report = await importAll(house.db, 'calls', [aCall({ id: 'taken', title: 'With its rules' })], {
    guests,
    now,
  })
  assert.deepEqual(report.refused, [])
  const found = await rows(
    house.db,
    sql`select o.slug, o.page, t.lang, t.title from information.opportunity o
      join information.opportunity_text t on t.record_id = o.id where o.id = 'taken'`,
  )
  assert.deepEqual(found, [
    { slug: 'as-it-was-printed', page: '/calls/with-its-rules', lang: 'en', title: 'With its rules' },
  ])
  assert.equal((await house.get('/opportunities/as-it-was-printed')).status, 301)
})
