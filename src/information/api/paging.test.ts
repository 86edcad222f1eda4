import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import fc from 'fast-check'
import { keepSets } from '../../platform/index.ts'
import { openTestHouse } from '../../testing.ts'
import { aCall, anArticle, anEvent, anOrganisation, importAll, plant } from '../testing.ts'

const house = await openTestHouse()
after(() => house.close())

const numbers = Array.from({ length: 7 }, (_, at) => at)
const twoDigits = (number: number) => String(number).padStart(2, '0')
const titled = (number: number) => ({ id: `number-${number}`, title: `Lamp ${twoDigits(number)}` })
await plant(
  house.db,
  'opportunities',
  numbers.map((at) => aCall({ ...titled(at), deadline: `2027-06-${twoDigits(at + 1)}` })),
)
await plant(house.db, 'opportunities', [
  aCall({ id: 'hidden', title: 'Lamp 03 in secret', state: 'draft', deadline: '2027-06-04' }),
])
await plant(
  house.db,
  'events',
  numbers.map((at) => anEvent({ ...titled(at), start_date: `2027-06-${twoDigits(at + 1)}` })),
)
await plant(
  house.db,
  'articles',
  numbers.map((at) => anArticle({ ...titled(at), date: `2026-06-${twoDigits(at + 1)}` })),
)
await plant(
  house.db,
  'organisations',
  numbers.map((at) => anOrganisation(titled(at))),
)
await plant(
  house.db,
  'programmes',
  numbers.map((at) => ({ id: `number-${at}`, name: `Lamp ${twoDigits(at)}` })),
)

const kinds = ['opportunities', 'events', 'articles', 'organisations', 'programmes', 'partners']

type Answer = { items: { id: string }[]; next: string | null }

async function ask(path: string): Promise<Answer> {
  const { status, text } = await house.get(path)
  assert.equal(status, 200, `${path}: ${text}`)
  return JSON.parse(text)
}

/** Every id of a list, by following its cursors; between two pages something may happen. */
async function follow(path: string, between: () => Promise<unknown> = () => Promise.resolve()) {
  const ids: string[] = []
  let next: string | null | undefined
  while (next !== null) {
    const answer = await ask(next === undefined ? path : `${path}&cursor=${next}`)
    ids.push(...answer.items.map(({ id }) => id))
    next = answer.next
    await between()
  }
  return ids
}

async function everyPartIsThere(): Promise<void> {
  for (const kind of kinds) {
    for (const sort of kind === 'opportunities' || kind === 'events' ? ['', '&sort=title'] : ['']) {
      const whole = (await ask(`/api/v1/${kind}?limit=100${sort}`)).items.map(({ id }) => id)
      assert.ok(whole.length >= 7, kind)
      for (const limit of [1, 3, 7, 50])
        assert.deepEqual(await follow(`/api/v1/${kind}?limit=${limit}${sort}`), whole, `${kind} by ${limit}`)
    }
  }
}

test('cursors lead through every list once, whatever the size of its parts', everyPartIsThere)

test('records that come and go between two parts move nothing that is still to be read', async () => {
  const all = numbers.map((at) => `number-${at}`)
  // Each keeps its day: one that moves takes its place in the list along, and what is read goes on from there.
  const day = fc.integer({ min: 1, max: 27 })
  const days = fc.record({ a: day, b: day, c: day })
  const step = fc.record({
    state: fc.constantFrom('published', 'draft'),
    id: fc.constantFrom('a', 'b', 'c'),
  })
  await fc.assert(
    fc.asyncProperty(days, fc.array(step, { minLength: 1, maxLength: 6 }), async (dayOf, steps) => {
      const drafts = Object.keys(dayOf).map((id) => aCall({ id, title: id, state: 'draft' }))
      await plant(house.db, 'opportunities', drafts)
      const left = [...steps]
      const between = async () => {
        const next = left.shift()
        if (!next) return
        const { id, state } = next
        const record = aCall({ id, title: id, state, deadline: `2027-06-${twoDigits(dayOf[id])}` })
        const now = Temporal.Instant.from('2027-01-15T12:00:00Z')
        assert.deepEqual((await importAll(house.db, 'opportunities', [record], { now })).refused, [])
      }
      const read = await follow('/api/v1/opportunities?limit=2', between)
      assert.deepEqual(
        read.filter((id) => all.includes(id)),
        all,
      )
    }),
    { numRuns: 8 },
  )
  const gone = ['a', 'b', 'c'].map((id) => aCall({ id, title: id, state: 'draft' }))
  await plant(house.db, 'opportunities', gone)
})

test('a part that begins behind a record which is gone begins behind the one before it', async () => {
  const { next } = await ask('/api/v1/articles?limit=3')
  await plant(house.db, 'articles', [anArticle({ ...titled(4), state: 'archived', date: '2026-06-05' })])
  assert.deepEqual(
    (await ask(`/api/v1/articles?limit=3&cursor=${next ?? ''}`)).items.map(({ id }) => id),
    ['number-3', 'number-2', 'number-1'],
  )
  await plant(house.db, 'articles', [anArticle({ ...titled(4), state: 'published', date: '2026-06-05' })])
})

test('a cursor that is made up, or of another list, is refused as a problem', async () => {
  const { next } = await ask('/api/v1/events?limit=2')
  const good = next ?? ''
  const text = Buffer.from(good, 'base64url').toString()
  const changed = Buffer.from(text.replace('number-1', 'number-9')).toString('base64url')
  for (const [path, cursor] of [
    ['/api/v1/events', 'x'],
    ['/api/v1/events', `${good}x`],
    ['/api/v1/events', changed],
    ['/api/v1/events', 'a'.repeat(5000)],
    ['/api/v1/events', '💡'],
    ['/api/v1/events', '../../etc/passwd'],
    ['/api/v1/events?discipline=dance', good],
    ['/api/v1/articles', good],
  ] as const) {
    const joined = `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`
    const { status, headers } = await house.get(joined)
    assert.deepEqual([status, headers.get('content-type')], [400, 'application/problem+json'], joined)
  }
  await fc.assert(
    fc.asyncProperty(fc.string(), async (cursor) => {
      const { status } = await house.get(`/api/v1/events?cursor=${encodeURIComponent(`.${cursor}`)}`)
      assert.equal(status, 400)
    }),
    { numRuns: 50 },
  )
})

test('where lists are answered from kept sets, cursors lead through them in the same way', async () => {
  const keeping = keepSets(house.db)
  keeping.resume()
  after(() => keeping.pause())
  await everyPartIsThere()
  const { next } = await ask('/api/v1/opportunities?limit=3')
  await plant(house.db, 'opportunities', [
    aCall({ ...titled(2), deadline: '2027-06-03', state: 'archived' }),
    aCall({ id: 'first', title: 'Before all', deadline: '2027-02-01' }),
  ])
  keeping.changed('opportunities/*')
  assert.deepEqual(
    (await ask(`/api/v1/opportunities?limit=2&cursor=${next ?? ''}`)).items.map(({ id }) => id),
    ['number-3', 'number-4'],
  )
})
