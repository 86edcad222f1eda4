import { stat } from 'node:fs/promises'
import { once } from '../house.ts'
import { importedMany } from '../import/importing.ts'
import type { Measurement } from '../measurement.ts'

const backedUp = once(async (house) => {
  await importedMany(house)
  const file = house.path('backup')
  const ran = await house.command(await house.server('records'), 'backup', file)
  return { ...ran, file, size: (await stat(file)).size / 1024 / 1024 }
})

const restored = once(async (house) => {
  const { file } = await backedUp(house)
  const place = await house.server('restored')
  const ran = await house.command(place, 'restore', file)
  const found = await house.count(place, 'select count(*) from information.opportunity')
  if (found !== house.size(100_000)) throw new Error(`${found} opportunities are there again`)
  return ran
})

const restoredEmbedded = once(async (house) => {
  const { file } = await backedUp(house)
  return house.command(await house.embedded('restored-embedded'), 'restore', file)
})

const backedUpEmbedded = once(async (house) => {
  await restoredEmbedded(house)
  return house.command(await house.embedded('restored-embedded'), 'backup', house.path('backup-embedded'))
})

const reported = { bound: null, better: 'lower' } as const
const memory = 'the most memory that process held'

export const backingUp: readonly Measurement[] = [
  {
    ...reported,
    name: 'backup: 100,000 opportunities',
    about: 'the command npm run backup, from PostgreSQL into a file',
    unit: 'seconds',
    run: async (house) => (await backedUp(house)).seconds,
  },
  {
    ...reported,
    name: 'backup: 100,000 opportunities, memory',
    about: memory,
    unit: 'MB',
    run: async (house) => (await backedUp(house)).megabytes,
  },
  {
    ...reported,
    name: 'backup: 100,000 opportunities, size',
    about: 'what the file weighs',
    unit: 'MB',
    run: async (house) => (await backedUp(house)).size,
  },
  {
    ...reported,
    name: 'backup: restore of 100,000 opportunities',
    about: 'the command npm run restore, into an empty house on PostgreSQL',
    unit: 'seconds',
    run: async (house) => (await restored(house)).seconds,
  },
  {
    ...reported,
    name: 'backup: restore of 100,000 opportunities, memory',
    about: memory,
    unit: 'MB',
    run: async (house) => (await restored(house)).megabytes,
  },
  {
    ...reported,
    name: 'backup: restore of 100,000 opportunities, embedded',
    about: 'the same file, into an empty embedded house',
    unit: 'seconds',
    run: async (house) => (await restoredEmbedded(house)).seconds,
  },
  {
    ...reported,
    name: 'backup: restore of 100,000 opportunities, embedded, memory',
    about: `${memory}, the embedded database with it`,
    unit: 'MB',
    run: async (house) => (await restoredEmbedded(house)).megabytes,
  },
  {
    ...reported,
    name: 'backup: 100,000 opportunities, embedded',
    about: 'the command npm run backup, from the embedded database',
    unit: 'seconds',
    run: async (house) => (await backedUpEmbedded(house)).seconds,
  },
  {
    ...reported,
    name: 'backup: 100,000 opportunities, embedded, memory',
    about: `${memory}, the embedded database with it`,
    unit: 'MB',
    run: async (house) => (await backedUpEmbedded(house)).megabytes,
  },
]
