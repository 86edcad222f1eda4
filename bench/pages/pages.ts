import { openBrowser } from '../../journeys/browser.ts'
import { type BenchHouse, once } from '../house.ts'
import type { Measurement } from '../measurement.ts'
import type { Served } from '../serving/servers.ts'
import { detailOf, during, kept } from '../serving/serving.ts'
import { categories, scoresOf, type Scores } from './scores.ts'
import { transferredFor, zippedSize } from './transferred.ts'

type Page = { name: string; path(served: Served): Promise<string> | string }

const front: Page = { name: 'the front page', path: () => '/' }
const list: Page = { name: 'a list of 20 calls', path: () => '/opportunities' }
const detail: Page = { name: 'the page of a call', path: (served) => detailOf(served, 'as the page') }
const urdu: Page = { name: 'the front page in Urdu', path: () => '/ur/' }
const chinese: Page = { name: 'the front page in Chinese', path: () => '/zh/' }

const addressOf = async ({ path }: Page, served: Served) =>
  // The name of the host decides what counts as safe ground (a browser asks for TLS elsewhere).
  `http://localhost:${served.port}${await path(served)}`

function scoring(page: Page, bound: number | null): Measurement[] {
  const scores = once((house: BenchHouse): Promise<Scores> =>
    during(kept(house), async (served) => scoresOf(await addressOf(page, served))),
  )
  return categories.map((category) => ({
    name: `pages: ${page.name}, ${category}`,
    about: 'Lighthouse, the middle of three visits on a simulated phone; pages kept, no demonstration',
    unit: 'points',
    bound,
    better: 'higher',
    run: async (house) => (await scores(house))[category],
  }))
}

function transferring(page: Page): Measurement[] {
  const taken = once((house: BenchHouse) =>
    during(kept(house), async (served) => {
      const browser = await openBrowser()
      try {
        return await transferredFor(browser, await addressOf(page, served))
      } finally {
        await browser.close()
      }
    }),
  )
  const about = 'as a browser with an empty cache takes it, without the headers'
  const shared = { unit: 'KB', better: 'lower' } as const
  return [
    {
      ...shared,
      name: `pages: ${page.name}, HTML`,
      about,
      bound: 40,
      run: async (house) => (await taken(house)).document,
    },
    {
      ...shared,
      name: `pages: ${page.name}, script`,
      about,
      bound: 25,
      run: async (house) => (await taken(house)).script,
    },
    {
      ...shared,
      name: `pages: ${page.name}, all of it`,
      about: `${about}; no photographs, of faces the Latin ones`,
      bound: 100,
      run: async (house) => (await taken(house)).page,
    },
    {
      ...shared,
      name: `pages: ${page.name}, with all its faces`,
      about: `${about}; its records are in mixed scripts`,
      bound: null,
      run: async (house) => (await taken(house)).all,
    },
  ]
}

export const pages: readonly Measurement[] = [
  {
    name: 'pages: a list of 20 calls, HTML in gzip',
    about: 'for those who take nothing better; rows in mixed scripts',
    unit: 'KB',
    bound: 8,
    better: 'lower',
    run: (house) => during(kept(house), async (served) => zippedSize(await addressOf(list, served))),
  },
  ...transferring(list),
  ...transferring(detail),
  ...scoring(front, 98),
  ...scoring(list, 98),
  ...scoring(detail, 98),
  ...scoring(urdu, null),
  ...scoring(chinese, null),
]
