import { once } from '../house.ts'
import type { Measurement } from '../measurement.ts'

/** Imports 100,000 opportunities into an empty house; the export takes them out of the same. */
export const importedMany = once(async (house) => {
  const file = await house.records('opportunities', 100_000)
  const place = await house.server('records')
  const ran = await house.command(place, 'import', file)
  const found = await house.count(place, 'select count(*) from information.opportunity')
  if (found !== house.size(100_000)) throw new Error(`${found} opportunities are in`)
  return ran
})

const importedAgain = once(async (house) => {
  await importedMany(house)
  const file = await house.records('opportunities', 100_000)
  return house.command(await house.server('records'), 'import', file)
})

const importedEmbedded = once(async (house) => {
  const file = await house.records('opportunities', 10_000)
  return house.command(await house.embedded('embedded'), 'import', file)
})

const about = 'the command npm run import, from its start to its end'
const memory = 'the most memory that process held'
const lower = { better: 'lower' } as const

export const importing: readonly Measurement[] = [
  {
    ...lower,
    name: 'import: 100,000 opportunities',
    about: `${about}, on PostgreSQL`,
    unit: 'seconds',
    bound: 120,
    run: async (house) => (await importedMany(house)).seconds,
  },
  {
    ...lower,
    name: 'import: 100,000 opportunities, memory',
    about: memory,
    unit: 'MB',
    bound: 300,
    run: async (house) => (await importedMany(house)).megabytes,
  },
  {
    ...lower,
    name: 'import: the same file again',
    about: `${about}, when nothing has changed`,
    unit: 'seconds',
    bound: 60,
    run: async (house) => (await importedAgain(house)).seconds,
  },
  {
    ...lower,
    name: 'import: the same file again, memory',
    about: memory,
    unit: 'MB',
    bound: 300,
    run: async (house) => (await importedAgain(house)).megabytes,
  },
  {
    ...lower,
    name: 'embedded: import of 10,000 opportunities',
    about: `${about}, into the embedded database`,
    unit: 'seconds',
    bound: null,
    run: async (house) => (await importedEmbedded(house)).seconds,
  },
  {
    ...lower,
    name: 'embedded: import of 10,000 opportunities, memory',
    about: `${memory}, the embedded database with it`,
    unit: 'MB',
    bound: null,
    run: async (house) => (await importedEmbedded(house)).megabytes,
  },
]
