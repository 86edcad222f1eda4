import assert from 'node:assert/strict'
import test from 'node:test'
import { distancesOf, kilometresBetween } from './model.ts'

const place = (latitude: number, longitude: number) => ({ latitude, longitude })
const km = (...[one, other]: [ReturnType<typeof place>, ReturnType<typeof place>]) =>
  Math.round(kilometresBetween(one, other) ?? -1)

test('distances are those of the great circle, also over the poles and where the day begins', () => {
  assert.equal(km(place(51.5074, -0.1278), place(40.7128, -74.006)), 5570)
  assert.equal(km(place(90, 0), place(-90, 0)), 20_015)
  assert.equal(km(place(0, 179.5), place(0, -179.5)), 111)
  assert.equal(km(place(10, 20), place(-10, -160)), 20_015)
  assert.equal(km(place(1.3, 103.8), place(1.3, 103.8)), 0)
})

test('without coordinates there is no distance, and each that is missing has its name', () => {
  assert.equal(kilometresBetween({ country: 'FR' }, place(1, 1)), undefined)
  const legs = [
    { back: true },
    { from: place(1, 1), to: { latitude: 1 } },
    { from: place(0, 0), to: place(0, 1) },
  ]
  const [first, second, third] = distancesOf({ legs })
  assert.deepEqual(first, { missing: ['/legs/1/to/longitude'] })
  assert.ok(second && 'km' in second && Math.round(second.km) === 111)
  assert.equal(third, undefined)
  assert.deepEqual(distancesOf({}), [{ missing: ['/legs'] }])
})
