/** `npm run bench [-- NAME …] [--small]`: measures and prints a table; all of it is written to `bench/results.json`. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openHouse } from './house.ts'
import { machine } from './machine.ts'
import { chosenBy, type Figure, measured, tableOf } from './measurement.ts'
import { measurements } from './measurements.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { small: { type: 'boolean', default: false } },
})
// At a hundredth of its size a figure says nothing of its bound.
const offered = values.small
  ? measurements.map((measurement) => ({ ...measurement, name: `${measurement.name} (1 %)`, bound: null }))
  : measurements
const chosen = chosenBy(positionals, offered)
if (chosen.length === 0) {
  say(['No measurement begins like that. There are:', ...measurements.map(({ name }) => `  ${name}`)])
  process.exit(2)
}

const house = await openHouse(values)
const figures: Figure[] = []
try {
  for (const measurement of chosen) {
    say([`${measurement.name} …`])
    const figure = await measured(measurement, house)
    figures.push(figure)
    if (figure.failure) say([`  ${figure.failure}`])
  }
  say(['', ...tableOf(figures)])
  if (values.small || chosen.length < measurements.length)
    say(['', 'A trial, or a part: nothing is written.'])
  else await keep(await house.databaseVersion())
} finally {
  await house.close()
}
if (figures.some(({ verdict }) => verdict === 'FAILED' || verdict === 'MISSED')) process.exitCode = 1

async function keep(database: string | null): Promise<void> {
  const file = join(import.meta.dirname, 'results.json')
  const date = Temporal.Now.instant().toString({ smallestUnit: 'second' })
  await writeFile(file, `${JSON.stringify({ date, machine: machine(), database, figures }, null, 2)}\n`)
  say(['', `written: ${file}`])
}

function say(lines: string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`)
}
