import { type BenchHouse, once } from '../house.ts'
import type { Measurement } from '../measurement.ts'
import { costing } from './costing.ts'
import { emailOf, evenly, p95, password, plantPeople, serve, timed } from './serving.ts'

const people = 200
const seconds = 60
/** Pages asked for each second, by strangers: about as many as one process on two cores serves with ease. */
const pagesEachSecond = 5

const pages = [
  '/',
  '/opportunities',
  '/events',
  '/opportunities?covers=travel',
  '/partners/vn',
  '/search?q=theatre',
  '/articles',
]

/** A house with records and people, not yet served. */
export const settled = once(async (house: BenchHouse) => {
  const place = await house.server('signing_in')
  await house.command(place, 'import', await house.records('opportunities', 10_000))
  await house.command(place, 'import', await house.records('events', 2_000))
  await house.command(place, 'import', await house.records('articles', 1_000))
  await plantPeople(place, people)
  return place
})

/** The public pages by themselves for a minute, then for another while people sign in. */
const crowded = once(async (house: BenchHouse) => {
  const served = await serve(await settled(house))
  try {
    const time = house.size(seconds * 100) / 100
    const read = () =>
      evenly(Math.ceil(pagesEachSecond * time), time, (number) =>
        timed(`${served.url}${pages[number % pages.length]}`),
      )
    for (const page of pages) for (let times = 0; times < 5; times += 1) await timed(served.url + page)
    const signIn = (number: number) =>
      timed(`${served.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${number}` },
        body: JSON.stringify({ email: emailOf(number), password }),
      })
    // What is loaded with the first of them is loaded once in the life of a process.
    await signIn(0)
    const usual = await read()
    const [meanwhile, signedIn] = await Promise.all([read(), evenly(house.size(people), time, signIn)])
    return { usual: p95(usual), meanwhile: p95(meanwhile), signIn: p95(signedIn) }
  } finally {
    await served.stop()
  }
})

const reported = { bound: null, better: 'lower' } as const
const about = `${pages.length} public pages, ${pagesEachSecond} a second for a minute, one web process and PostgreSQL`

export const signingIn: readonly Measurement[] = [
  {
    ...reported,
    name: 'signing in: public pages by themselves, p95',
    about,
    unit: 'milliseconds',
    run: async (house) => (await crowded(house)).usual,
  },
  {
    ...reported,
    name: 'signing in: public pages while 200 people sign in within a minute, p95',
    about,
    unit: 'milliseconds',
    run: async (house) => (await crowded(house)).meanwhile,
  },
  {
    name: 'signing in: public pages while 200 people sign in within a minute',
    about: 'the second of these over the first',
    unit: 'times',
    bound: 2,
    better: 'lower',
    run: async (house) => {
      const { usual, meanwhile } = await crowded(house)
      return meanwhile / usual
    },
  },
  {
    ...reported,
    name: 'signing in: one of 200 people, p95',
    about: 'by password, from the request to the session',
    unit: 'milliseconds',
    run: async (house) => (await crowded(house)).signIn,
  },
  {
    name: 'signing in: queries of a page beyond a stranger’s',
    about: 'the most of the public pages, as an editor; each must find its rows by an index',
    unit: 'queries',
    bound: 2,
    better: 'lower',
    run: async (house) => (await costing(await settled(house), pages)).beyond,
  },
  {
    name: 'signing in: queries of a list of 30 beyond those of a list of 1',
    about: 'the most of the lists, as an editor limited to languages',
    unit: 'queries',
    bound: 0,
    better: 'lower',
    run: async (house) => (await costing(await settled(house), pages)).perRow,
  },
]
