/** Every measurement, in the order they run. */
import { backingUp } from './backup/backingUp.ts'
import { desk } from './desk/desk.ts'
import { carrying } from './feeds/carrying.ts'
import { exporting } from './import/exporting.ts'
import { importing } from './import/importing.ts'
import { serving } from './serving/serving.ts'
import { repeating } from './import/repeating.ts'
import { pages } from './pages/pages.ts'
import { searching } from './search/searching.ts'
import { asking } from './rules/asking.ts'
import { deciding } from './rules/deciding.ts'
import type { Measurement } from './measurement.ts'
import { signingIn } from './signing-in/signingIn.ts'

export const measurements: readonly Measurement[] = [
  ...importing,
  ...exporting,
  ...repeating,
  ...searching,
  ...carrying,
  ...backingUp,
  ...signingIn,
  ...serving,
  ...desk,
  ...pages,
  ...deciding,
  ...asking,
]
