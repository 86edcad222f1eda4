import { once } from '../house.ts'
import type { Measurement } from '../measurement.ts'

/** The least that 5,000 series come to in a year: the rarest are monthly, most weekly. */
const fewest = 20

const laidDown = once(async (house) => {
  const file = await house.records('series', 5_000)
  const place = await house.server('series')
  const ran = await house.command(place, 'import', file)
  const year = Temporal.PlainDate.from(house.today).add({ years: 1 }).toString()
  const found = await house.count(
    place,
    `select count(*) from information.occurrence where starts_at < '${year}'`,
  )
  if (found < fewest * house.size(5_000)) throw new Error(`only ${found} occurrences were laid down`)
  return ran
})

export const repeating: readonly Measurement[] = [
  {
    name: 'occurrences: a year of 5,000 series',
    about: 'the command npm run import of a file of series, which lays down what occurs in the coming months',
    unit: 'seconds',
    bound: 20,
    better: 'lower',
    run: async (house) => (await laidDown(house)).seconds,
  },
]
