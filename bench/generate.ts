/** `generate.ts KIND COUNT FILE [--seed N] [--today DATE]`: writes believable records. */
import { parseArgs } from 'node:util'
import { writeRecords } from './records/files.ts'
import { recordKinds } from './records/kinds.ts'

const usage = `generate.ts KIND COUNT FILE [--seed N] [--today DATE]
  KIND is one of ${recordKinds.join(', ')}; FILE ends in .json, .csv (opportunities) or .ics (events, series).
  --seed is a whole number (1), --today the day that dates are counted from (2027-01-15).`

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' }, today: { type: 'string', default: '2027-01-15' } },
  })
  const [named, count = '', file] = positionals
  const kind = recordKinds.find((known) => known === named)
  if (!kind || !/^\d+$/.test(count) || !file || !/^\d+$/.test(values.seed))
    throw new RangeError('Not understood.')
  const today = Temporal.PlainDate.from(values.today).toString()
  await writeRecords(file, { kind, count: Number(count), seed: Number(values.seed), today })
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`)
  process.exitCode = 2
}
