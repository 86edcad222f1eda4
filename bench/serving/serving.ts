import { once, type BenchHouse } from '../house.ts'
import { questions } from '../search/words.ts'
import type { Measurement } from '../measurement.ts'
import { filled, load, serve, type Served, shareOfBare, timesSlower } from './servers.ts'

const place = once(async (house) => filled(house, await house.server('serving')))
const embedded = once(async (house) => filled(house, await house.embedded('serving-embedded')))
// Of the calls, whose list is measured; the others are no part of it.
const larger = once(async (house) => {
  const there = await filled(house, await house.server('serving-ten-times'))
  await house.command(there, 'import', await house.records('opportunities', 100_000))
  return there
})

/** Measures a house that is served for it alone. */
export async function during<T>(
  served: Promise<Served>,
  measure: (served: Served) => Promise<T>,
): Promise<T> {
  const server = await served
  try {
    return await measure(server)
  } finally {
    await server.stop()
  }
}

/** The house with its pages kept. */
export const kept = async (house: BenchHouse) => serve(await place(house))
const plain = async (house: BenchHouse) => serve(await place(house), { PAGE_CACHE_MB: '0' })

/** Lists of three facets, none asked twice in a row. */
const narrowed = ['dance', 'music', 'theatre', 'film', 'visual-arts'].flatMap((discipline) =>
  ['travel', 'fee', 'stay', 'not-stated'].flatMap((covers) =>
    ['none', 'paid', 'not-stated'].map(
      (fee) => `/opportunities?discipline=${discipline}&covers=${covers}&fee=${fee}`,
    ),
  ),
)

const narrowedTime = async (served: Served) =>
  (await load(served.port, narrowed, { connections: 1, seconds: 5 })).p95

/** The first call of the list, or the first of those that are told in the language of the page. */
export async function detailOf({ port }: Served, told: 'in any' | 'as the page' = 'in any'): Promise<string> {
  const list = await (await fetch(`http://127.0.0.1:${port}/opportunities`)).text()
  // Only a title in another language says which it is in.
  const link = told === 'in any' ? /href="(\/opportunities\/[^"?#]+)"/ : /href="(\/opportunities\/[^"?#]+)">/
  const found = link.exec(list)?.[1]
  if (found === undefined) throw new Error('The list has no page to ask for.')
  return found
}

export const serving: readonly Measurement[] = [
  {
    name: 'serving: a list that is kept',
    about: 'requests a second as a share of node:http with the same bytes, 32 connections',
    unit: 'of bare',
    bound: 0.6,
    better: 'higher',
    run: (house) => during(kept(house), ({ port }) => shareOfBare(port, ['/opportunities'])),
  },
  {
    name: 'serving: a list of calls',
    about: 'no pages kept, 32 connections: how many times slower than node:http with 20 KB',
    unit: 'times',
    bound: 45,
    better: 'lower',
    run: (house) => during(plain(house), ({ port }) => timesSlower(port, ['/opportunities'])),
  },
  {
    name: 'serving: a list of events',
    about: 'the same',
    unit: 'times',
    bound: 45,
    better: 'lower',
    run: (house) => during(plain(house), ({ port }) => timesSlower(port, ['/events'])),
  },
  {
    name: 'serving: a list of calls as JSON',
    about: 'the same, /api/v1/opportunities, 20 items without counts',
    unit: 'times',
    bound: 45,
    better: 'lower',
    run: (house) => during(plain(house), ({ port }) => timesSlower(port, ['/api/v1/opportunities'])),
  },
  {
    name: 'serving: the page of a call',
    about: 'the same',
    unit: 'times',
    bound: 45,
    better: 'lower',
    run: (house) =>
      during(plain(house), async (served) => timesSlower(served.port, [await detailOf(served)])),
  },
  {
    name: 'serving: a feed of calls',
    about: 'the same, Atom, 50 entries',
    unit: 'times',
    bound: 60,
    better: 'lower',
    run: (house) => during(plain(house), ({ port }) => timesSlower(port, ['/opportunities.atom'])),
  },
  {
    name: 'serving: search',
    about: `the same, ${questions.length} questions in eight scripts, twelve of them of what stands everywhere`,
    unit: 'times',
    bound: 120,
    better: 'lower',
    run: (house) =>
      during(plain(house), ({ port }) =>
        timesSlower(
          port,
          questions.map((words) => `/search?q=${encodeURIComponent(words)}`),
        ),
      ),
  },
  {
    name: 'serving: a list of calls, embedded database',
    about: 'the same list and as many records, in the one process of npm start',
    unit: 'times',
    bound: 120,
    better: 'lower',
    run: (house) =>
      during(
        embedded(house).then((there) => serve(there, { PAGE_CACHE_MB: '0' })),
        ({ port }) => timesSlower(port, ['/opportunities']),
      ),
  },
  {
    name: 'serving: a list with three facets and all counts',
    about: 'no pages kept, one connection, 95th percentile',
    unit: 'milliseconds',
    bound: 50,
    better: 'lower',
    run: (house) => during(plain(house), narrowedTime),
  },
  {
    name: 'serving: the same with ten times the calls',
    about: 'how many times as long',
    unit: 'times',
    bound: 2,
    better: 'lower',
    run: async (house) => {
      const before = await during(plain(house), narrowedTime)
      const tenTimes = serve(await larger(house), { PAGE_CACHE_MB: '0' })
      return (await during(tenTimes, narrowedTime)) / before
    },
  },
  {
    name: 'serving: memory after lists and details',
    about: 'resident, the database a server of its own',
    unit: 'MB',
    bound: 300,
    better: 'lower',
    run: (house) =>
      during(kept(house), async (served) => {
        await load(served.port, [...narrowed, '/', '/events', '/articles', await detailOf(served)], {
          seconds: 10,
        })
        return served.megabytes()
      }),
  },
  {
    name: 'serving: from start to the first answer',
    about: 'npm run web over a house with data',
    unit: 'seconds',
    bound: 2,
    better: 'lower',
    run: (house) => during(kept(house), ({ seconds }) => Promise.resolve(seconds)),
  },
]
