import { type BenchHouse, once } from '../house.ts'
import type { Measurement } from '../measurement.ts'
import { load, timesSlower } from '../serving/servers.ts'
import { type Desk, filled, openDesk, savesPerSecond } from './house.ts'
import { waitedForPictures } from './pictures.ts'

const kinds = ['opportunities', 'events', 'articles']
const first = kinds.map((kind) => `/desk/${kind}`)
const filters = [
  'state=published',
  'missing=km&discipline=dance',
  'checked=never&country=VN',
  'text=en:published&theme=cities&sort=title',
]
const filtered = kinds.flatMap((kind) => filters.map((filter) => `/desk/${kind}?${filter}`))
const sorted = ['title', '-title', 'date', '-date', 'checked', '-changed', 'added', 'type'].flatMap(
  (sort) => [`/desk/opportunities?sort=${sort}`, `/desk/events?sort=${sort}&page=100`],
)
const searched = ['music', 'dance', 'festival of light', 'residency', 'museum']
  .map(encodeURIComponent)
  .flatMap((words) => kinds.map((kind) => `/desk/${kind}?q=${words}`))

async function during<T>(house: BenchHouse, measure: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = await openDesk(await filled(house))
  try {
    return await measure(desk)
  } finally {
    await desk.stop()
  }
}

const times = (name: string, paths: string[]): Measurement => ({
  name: `desk: ${name}`,
  about: 'tables of 10,000 records each, as an editor of everything, one connection, 95th percentile',
  unit: 'milliseconds',
  bound: 150,
  better: 'lower',
  run: (house) =>
    during(house, async ({ port, cookie }) => {
      await load(port, paths, { connections: 1, seconds: 2, cookie })
      return (await load(port, paths, { connections: 1, seconds: 4, cookie })).p95
    }),
})

const saves = once(async (house) => savesPerSecond(await filled(house), 32, 4))

export const desk: readonly Measurement[] = [
  times('the first page of a table', first),
  times('a table that is filtered', filtered),
  times('a table in every order, far pages too', sorted),
  times('a table that is searched', searched),
  {
    name: 'desk: tables at 32 connections',
    about: 'first pages and filters: how many times slower than node:http with 20 KB',
    unit: 'times',
    bound: 200,
    better: 'lower',
    run: (house) => during(house, ({ port, cookie }) => timesSlower(port, [...first, ...filtered], cookie)),
  },
  {
    name: 'desk: checked saves',
    about: 'edits a second over 32 connections, each with permission, checks, revision, audit and index',
    unit: 'times',
    bound: 500,
    better: 'higher',
    run: saves,
  },
  {
    name: 'desk: a page alone',
    about:
      'a list that is searched, one connection, 10 seconds, web and worker in one process, 95th percentile',
    unit: 'milliseconds',
    bound: null,
    better: 'lower',
    run: async (house) => (await waitedForPictures(house)).alone.p95,
  },
  {
    name: 'desk: a page alone, its longest answer',
    about:
      'a list that is searched, one connection, 10 seconds, web and worker in one process; beside the next two',
    unit: 'milliseconds',
    bound: null,
    better: 'lower',
    run: async (house) => (await waitedForPictures(house)).alone.longest,
  },
  {
    name: 'desk: a page while pictures of 12 megapixels are made',
    about: 'the same while three come in and are made, 95th percentile',
    unit: 'milliseconds',
    bound: 150,
    better: 'lower',
    run: async (house) => (await waitedForPictures(house)).during.p95,
  },
  {
    name: 'desk: a page while pictures of 12 megapixels are made, its longest answer',
    about: 'the same, the longest of all: nobody waits for a picture',
    unit: 'milliseconds',
    bound: 500,
    better: 'lower',
    run: async (house) => (await waitedForPictures(house)).during.longest,
  },
]
