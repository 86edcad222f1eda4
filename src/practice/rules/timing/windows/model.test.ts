import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type CallDates, datesShape } from '../../dates/model.ts'
import { timingOf } from '../model.ts'

const beginning = Temporal.PlainDate.from('2026-01-01')
const someDay = fc.integer({ min: 0, max: 700 }).map((days) => beginning.add({ days }).toString())
const reason = { en: 'It was so.' }

/** Dates of every kind, sensible or not. */
const someDates = fc
  .record({
    zone: fc.constantFrom('Asia/Tokyo', 'Europe/Brussels', 'America/New_York', 'anywhere-on-earth'),
    opens: fc.record({ day: someDay }),
    grace_minutes: fc.constantFrom(0, 15, 10_080),
    how: fc.constantFrom('closes', 'rounds', 'cut_offs', 'rolling'),
    days: fc.tuple(someDay, someDay, someDay),
    every: fc.constantFrom('month', 'quarter'),
    on: fc.constantFrom('last', 1, 15, 28),
    cancelled: fc.boolean(),
    moved: fc.boolean(),
  })
  .map(({ how, days, every, on, cancelled, moved, zone, opens, grace_minutes }) => {
    const [first, second, third] = days
    const closings = {
      closes: {
        closes: { day: first },
        extensions: moved ? [{ from: { day: first }, to: { day: third }, on: second, reason }] : [],
      },
      rounds: { rounds: days.map((day, at) => ({ id: `round-${at}`, closes: { day } })) },
      cut_offs: { cut_offs: { every, on, ...(moved ? { until: third } : {}) } },
      rolling: {},
    }[how]
    return datesShape.parse({
      zone,
      opens,
      grace_minutes,
      ...closings,
      cancelled: cancelled ? { on: second, reason } : null,
    })
  })

// Of a copy, so that nothing is answered from what was kept.
function standing(dates: CallDates, now: Temporal.Instant): string {
  const { phase, round, step, closes } = timingOf(structuredClone(dates), now)
  return `${phase} ${round} ${step} ${closes?.toString()}`
}

const lastMoment = Temporal.Instant.from('2032-01-01T00:00:00Z')

test('whatever its dates, an answer holds until the moment it says, and not a moment longer', () => {
  const someHours = fc.integer({ min: 0, max: 800 * 24 })
  const someShare = fc.integer({ min: 0, max: 999 })
  fc.assert(
    fc.property(someDates, someHours, someShare, (dates, hours, share) => {
      const now = Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours })
      const { changes } = timingOf(dates, now)
      const span = (changes ?? lastMoment).epochMilliseconds - now.epochMilliseconds
      const between = now.add({ milliseconds: Math.floor((span * share) / 1000) })
      assert.equal(standing(dates, between), standing(dates, now))
      if (changes) assert.notEqual(standing(dates, changes), standing(dates, now))
    }),
    { numRuns: 1000 },
  )
})

test('what is kept of an answer is what would be worked out', () => {
  const someMoments = fc.array(fc.integer({ min: 0, max: 800 * 24 }), { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(someDates, someMoments, (dates, moments) => {
      for (const hours of moments) {
        const now = Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours })
        const asText = (timing: unknown) => JSON.stringify(timing)
        assert.equal(asText(timingOf(dates, now)), asText(timingOf(structuredClone(dates), now)))
      }
    }),
  )
})
