import assert from 'node:assert/strict'
import test from 'node:test'
import { once, openHouse } from './house.ts'
import { chosenBy, type Measurement, measured, tableOf, verdictOf } from './measurement.ts'
import { measurements } from './measurements.ts'

const house = await openHouse({ small: true })
test.after(() => house.close())

const about = { about: 'nothing', unit: 'seconds', better: 'lower' } as const
const answering = (name: string, bound: number | null, run: () => Promise<number>): Measurement => ({
  ...about,
  name,
  bound,
  run,
})

test('a figure is held against its bound, and one that fails does not stop the others', async () => {
  const figures = [
    await measured(
      answering('import: few', 2, async () => 1.234),
      house,
    ),
    await measured(
      answering('import: many', 2, async () => 200),
      house,
    ),
    await measured(
      answering('export', 2, () => Promise.reject(new Error('no such command'))),
      house,
    ),
    await measured(
      answering('embedded', null, async () => 12_345),
      house,
    ),
  ]
  assert.equal(figures[2]?.failure, 'no such command')
  assert.deepEqual(tableOf(figures), [
    'measurement   figure          bound',
    'import: few   1.23 seconds    ≤ 2 seconds  ok',
    'import: many  200 seconds     ≤ 2 seconds  MISSED',
    'export        –               ≤ 2 seconds  FAILED',
    'embedded      12,345 seconds  no bound     reported',
  ])
})

test('a figure that should be high misses its bound below it', () => {
  const bound = { bound: 0.9, better: 'higher' } as const
  assert.deepEqual([verdictOf(bound, 0.95), verdictOf(bound, 0.85)], ['ok', 'MISSED'])
})

test('measurements are chosen by how their names begin, and no two have one name', () => {
  const names = chosenBy(['export', 'embedded'], measurements).map(({ name }) => name)
  assert.ok(names.length > 2 && names.every((name) => /^(export|embedded)/.test(name)), names.join())
  assert.equal(chosenBy([], measurements).length, measurements.length)
  assert.equal(new Set(measurements.map(({ name }) => name)).size, measurements.length)
})

test('what several figures need runs once', async () => {
  let runs = 0
  const work = once(async () => (runs += 1))
  assert.deepEqual([await work(house), await work(house)], [1, 1])
})
