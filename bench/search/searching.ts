import { tmpdir } from 'node:os'
import { openLocalFiles, openLog } from '../../src/platform/index.ts'
import { openServer } from '../../src/platform/database/connections.ts'
import { Tokens, vectorOf } from '../../src/platform/search/tokens.ts'
import { runningOf } from '../../src/platform/search/units.ts'
import { openWeb } from '../../src/web.ts'
import { type BenchHouse, once } from '../house.ts'
import type { Measurement } from '../measurement.ts'
import { questions } from './words.ts'

const sizes = [
  ['opportunities', 10_000],
  ['events', 20_000],
  ['organisations', 5_000],
  ['articles', 10_000],
] as const

const filled = once(async (house) => {
  const place = await house.server('search')
  for (const [kind, count] of sizes)
    await house.command(place, 'import', await house.records(kind, count), '--kind', kind)
  return place
})

const rebuilt = once(async (house) => {
  const place = await filled(house)
  const ran = await house.command(place, 'rebuild-search')
  const database = openServer(place.settings['DATABASE_URL'] ?? '', { max: 1 })
  await database.run('vacuum (analyze)')
  await database.close()
  return ran
})

const rounds = 3

/** Asks each question a few times, one after another over one connection; answers how long each took, shortest first. */
async function asked(house: BenchHouse, pathOf: (words: string) => string): Promise<number[]> {
  await rebuilt(house)
  const { settings } = await filled(house)
  const database = openServer(settings['DATABASE_URL'] ?? '', { max: 1 })
  const app = openWeb({
    db: database.db,
    files: openLocalFiles(tmpdir()),
    log: openLog({ level: 'silent' }),
    settings: {
      publicUrl: 'http://localhost:3000',
      demonstration: 'none',
      trustProxy: 0,
      readsPerMinute: 1_000_000,
      staffSecondFactor: false,
    },
    secret: 'a secret of measurements only, long enough',
    clock: () => Temporal.Now.instant(),
    isOpen: () => true,
    notReady: () => Promise.resolve([]),
  })
  const times: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    for (const words of questions) {
      const began = performance.now()
      const answer = await app.request(`http://localhost:3000${pathOf(words)}`)
      await answer.text()
      if (answer.status !== 200) throw new Error(`${words}: ${answer.status}`)
      // The first round finds everything cold.
      if (round > 0) times.push(performance.now() - began)
    }
  }
  await database.close()
  return times.toSorted((a, b) => a - b)
}

const pages = once((house) => asked(house, (words) => `/search?q=${encodeURIComponent(words)}`))
const suggestions = once((house) =>
  asked(house, (words) => `/search/suggest?q=${encodeURIComponent(words.slice(0, 4))}`),
)

const at = (times: number[], part: number) => times[Math.floor((times.length - 1) * part)] ?? 0

const unbroken = 'ข่าวสารประเทศไทยวันนี้มีเทศกาลดนตรีที่กรุงเทพมหานคร'

/** What a text of a megabyte without a space costs before the database takes it. */
async function longText(): Promise<number> {
  const text = unbroken.repeat(Math.ceil((1024 * 1024) / Buffer.byteLength(unbroken)))
  const began = performance.now()
  const tokens = new Tokens()
  tokens.addText(text)
  vectorOf(tokens.all)
  runningOf(text)
  return (performance.now() - began) / 1000
}

const about = `${questions.length} questions in eight scripts, 45,000 records on PostgreSQL, one connection, the page rendered`

export const searching: readonly Measurement[] = [
  {
    name: 'search: the index made anew',
    about: 'the command npm run search:rebuild, 45,000 records on PostgreSQL',
    unit: 'seconds',
    bound: null,
    better: 'lower',
    run: async (house) => (await rebuilt(house)).seconds,
  },
  {
    name: 'search: 50th percentile',
    about,
    unit: 'milliseconds',
    bound: null,
    better: 'lower',
    run: async (house) => at(await pages(house), 0.5),
  },
  {
    name: 'search: 95th percentile',
    about,
    unit: 'milliseconds',
    bound: 50,
    better: 'lower',
    run: async (house) => at(await pages(house), 0.95),
  },
  {
    name: 'search: suggestions, 95th percentile',
    about: 'the first four letters of the same',
    unit: 'milliseconds',
    bound: 50,
    better: 'lower',
    run: async (house) => at(await suggestions(house), 0.95),
  },
  {
    name: 'search: a megabyte of Thai without a space',
    about: 'taken apart for the index',
    unit: 'seconds',
    bound: 2,
    better: 'lower',
    run: longText,
  },
]
