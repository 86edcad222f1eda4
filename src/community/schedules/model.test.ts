import assert from 'node:assert/strict'
import test from 'node:test'
import { momentOf } from './model.ts'

const now = Temporal.Instant.from('2027-01-15T12:00:00Z')
const moment = (wall: string, zone: string) => {
  const found = momentOf(wall, zone, now)
  return 'due' in found ? [found.due.toString(), found.doubled] : [found.fault, found.next]
}

test('a wall time is the moment at which the clocks there show it', () => {
  assert.deepEqual(moment('2027-03-01T09:00', 'Asia/Phnom_Penh'), ['2027-03-01T02:00:00Z', false])
  assert.deepEqual(moment('2027-07-01T09:00', 'Europe/Brussels'), ['2027-07-01T07:00:00Z', false])
})

test('one that the clocks skip that night is none, and the next one is named', () => {
  assert.deepEqual(moment('2027-03-28T02:30', 'Europe/Brussels'), ['skipped', '03:30'])
  // Lord Howe moves by half an hour.
  assert.deepEqual(moment('2027-10-03T02:15', 'Australia/Lord_Howe'), ['skipped', '02:45'])
  assert.deepEqual(moment('2027-03-28T02:30', 'Asia/Tokyo'), ['2027-03-27T17:30:00Z', false])
})

test('of one that comes twice that night the first counts', () => {
  assert.deepEqual(moment('2027-10-31T02:30', 'Europe/Brussels'), ['2027-10-31T00:30:00Z', true])
})

test('what is no time, no zone or over is said', () => {
  assert.deepEqual(moment('2027-02-30T09:00', 'UTC'), ['wall', undefined])
  assert.deepEqual(moment('tomorrow', 'UTC'), ['wall', undefined])
  assert.deepEqual(moment('2027-03-01T24:00', 'UTC'), ['wall', undefined])
  assert.deepEqual(moment('2027-03-01T09:00', 'Mars/Olympus'), ['zone', undefined])
  assert.deepEqual(moment('2027-03-01T09:00', '+05:00'), ['zone', undefined])
  assert.deepEqual(moment('2027-01-15T12:00', 'UTC'), ['past', undefined])
})
