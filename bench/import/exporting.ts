import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { once } from '../house.ts'
import type { Measurement } from '../measurement.ts'
import { importedMany } from './importing.ts'

const exported = once(async (house) => {
  await importedMany(house)
  const ran = await house.command(await house.server('records'), 'export', house.path('exported'))
  const { size } = await stat(join(house.path('exported'), 'opportunities.json'))
  if (size < 1000 * house.size(100_000)) throw new Error(`opportunities.json has only ${size} bytes`)
  return ran
})

export const exporting: readonly Measurement[] = [
  {
    name: 'export: 100,000 opportunities',
    about: 'the command npm run export, to a folder',
    unit: 'seconds',
    bound: 60,
    better: 'lower',
    run: async (house) => (await exported(house)).seconds,
  },
  {
    name: 'export: 100,000 opportunities, memory',
    about: 'the most memory that process held',
    unit: 'MB',
    bound: null,
    better: 'lower',
    run: async (house) => (await exported(house)).megabytes,
  },
]
