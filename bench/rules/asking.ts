/** How many people at once are asked whether they may apply. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { moveCall } from '../../src/practice/calls/moving/model.ts'
import { type BenchHouse, once } from '../house.ts'
import type { Measurement } from '../measurement.ts'
import { serve, timesSlower } from '../serving/servers.ts'
import { during } from '../serving/serving.ts'

const slug = 'culture-moves-europe-individual-mobility-2025-2026'

const place = once(async (house) => {
  const server = await house.server('calls')
  await house.command(server, 'import', await callsOf(house), '--kind', 'calls')
  return server
})

/** The calls of the demonstration, moved so that they are open. */
async function callsOf(house: BenchHouse): Promise<string> {
  const file = join(import.meta.dirname, '../../database/demo/calls.json')
  const { records }: { records: Record<string, unknown>[] } = JSON.parse(await readFile(file, 'utf8'))
  const today = Temporal.PlainDate.from(house.today)
  const path = house.path('calls.json')
  await writeFile(path, JSON.stringify({ records: records.map((record) => moveCall(record, today)) }))
  return path
}

const times = (name: string, path: string): Measurement => ({
  name: `rules: ${name}`,
  about: 'no pages kept, 32 connections: how many times slower than node:http with 20 KB',
  unit: 'times',
  bound: 45,
  better: 'lower',
  run: async (house) =>
    during(serve(await place(house), { PAGE_CACHE_MB: '0' }), ({ port }) => timesSlower(port, [path])),
})

export const asking: readonly Measurement[] = [
  times('the first page of the check', `/calls/${slug}/check`),
  { ...times('the page of a call with its rules', `/calls/${slug}`), bound: null },
]
