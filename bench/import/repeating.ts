import { openServer } from '../../src/platform/database/connections.ts'
import { extendOccurrences } from '../../src/information/occurrences/actions.ts'
import { once } from '../house.ts'
import type { Measurement } from '../measurement.ts'

/** The least that a series comes to in a year: the rarest are monthly, most weekly, a quarter of them end. */
const fewest = 20

const imported = once(async (house) => {
  const file = await house.records('series', 5_000)
  return house.command(await house.server('series'), 'import', file)
})

/** Works out a year more of series that have a year and a half, as the nightly job does. */
const extended = once(async (house) => {
  await imported(house)
  const place = await house.server('series')
  const count = () => house.count(place, 'select count(*) from information.occurrence')
  const before = await count()
  const database = openServer(place.settings['DATABASE_URL'] ?? '', { max: 1 })
  const began = performance.now()
  await extendOccurrences(database.db, Temporal.PlainDate.from(house.today).add({ years: 1 }))
  const seconds = (performance.now() - began) / 1000
  await database.close()
  const more = (await count()) - before
  if (more < fewest * house.size(5_000)) throw new Error(`only ${more} occurrences were worked out`)
  return seconds
})

export const repeating: readonly Measurement[] = [
  {
    name: 'occurrences: a year of 5,000 series',
    about: 'what the nightly job does when a year is to be worked out of every series',
    unit: 'seconds',
    bound: 20,
    better: 'lower',
    run: extended,
  },
  {
    name: 'occurrences: import of 5,000 series',
    about: 'the command npm run import, with their occurrences of the last half year and of 19 months ahead',
    unit: 'seconds',
    bound: null,
    better: 'lower',
    run: async (house) => (await imported(house)).seconds,
  },
]
