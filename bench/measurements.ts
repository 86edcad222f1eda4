/** Every measurement, in the order they run. */
import { backingUp } from './backup/backingUp.ts'
import { exporting } from './import/exporting.ts'
import { importing } from './import/importing.ts'
import { serving } from './serving/serving.ts'
import { repeating } from './import/repeating.ts'
import type { Measurement } from './measurement.ts'

export const measurements: readonly Measurement[] = [
  ...importing,
  ...exporting,
  ...repeating,
  ...backingUp,
  ...serving,
]
