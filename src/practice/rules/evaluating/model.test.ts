import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { bookOf, decide } from '../deciding/model.ts'
import type { Facts } from '../facts/model.ts'
import { ruleBookShape } from '../model.ts'
import { condition, forgotten, leaf, someRoutes, someSets, wholeFacts } from '../testing.ts'
import { evaluate } from './model.ts'

const now = Temporal.Instant.from('2026-01-01T12:00:00Z')
const bare = {
  currency: 'EUR',
  dates: { zone: 'Europe/Brussels', opens: { day: '2025-11-01' }, closes: { day: '2026-01-31' } },
  routes: someRoutes,
}
const scope = bookOf(ruleBookShape.parse(bare), someSets).scopeAt(now)

// A small generator of its own, so that what was forgotten can be shrunk as one number.
function chances(seed: number, share: number): () => boolean {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32 < share
  }
}
const forgetting = fc.tuple(fc.nat(), fc.constantFrom(0.05, 0.2, 0.5))

for (const [name, conditions] of [
  ['one condition', leaf],
  ['conditions joined', condition],
] as const) {
  test(`filling in what is not yet known never changes a pass or a fail: ${name}`, () => {
    fc.assert(
      fc.property(conditions, wholeFacts, forgetting, (asked, facts, [seed, share]) => {
        const partial = forgotten(facts, chances(seed, share))
        const before = evaluate(asked, partial, scope)
        if (before.answer === 'unknown') return
        assert.equal(evaluate(asked, facts, scope).answer, before.answer)
      }),
      { numRuns: 3000 },
    )
  })
}

test('what is not yet known names only facts that are missing', () => {
  fc.assert(
    fc.property(condition, wholeFacts, forgetting, (asked, facts, [seed, share]) => {
      const partial = forgotten(facts, chances(seed, share))
      const { answer, hangs } = evaluate(asked, partial, scope)
      if (answer !== 'unknown') return
      assert.ok(hangs.length > 0)
      for (const pointer of hangs) assert.ok(isOpen(partial, pointer), pointer)
    }),
    { numRuns: 3000 },
  )
})

// A year or a month is known, and yet may not be enough.
function isOpen(facts: Facts, pointer: string): boolean {
  let value: unknown = facts
  for (const key of pointer.split('/').slice(1))
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return value === undefined || (typeof value === 'string' && /^\d{4}(-\d\d)?$/.test(value))
}

test('nothing is missing where everything is known, but for days of which a part is known', () => {
  fc.assert(
    fc.property(condition, wholeFacts, (asked, facts) => {
      const { answer, hangs } = evaluate(asked, facts, scope)
      assert.ok(
        answer !== 'unknown' || hangs.every((pointer) => /since|start|founded|on|part$/.test(pointer)),
        hangs.join(),
      )
    }),
    { numRuns: 1000 },
  )
})

test('the order of rules and of joined conditions never matters', () => {
  const gates = fc.array(condition, { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(gates, wholeFacts, forgetting, fc.nat(), (musts, facts, [seed, share], order) => {
      const partial = forgotten(facts, chances(seed, share))
      const rules = musts.map((must, index) => ({ id: `r${index}`, kind: 'gate' as const, must }))
      const turned = shuffled(rules, order)
      const all = (list: typeof rules) => ({ test: 'all' as const, of: list.map(({ must }) => must) })
      const any = (list: typeof rules) => ({ test: 'any' as const, of: list.map(({ must }) => must) })
      for (const joined of [all, any])
        assert.deepEqual(evaluate(joined(turned), partial, scope), evaluate(joined(rules), partial, scope))
      const [one, other] = [rules, turned].map((list) => {
        const { answer, gates: answers } = decide(
          bookOf({ ...bookOf(ruleBookShape.parse(bare), someSets).rules, rules: list }, someSets),
          partial,
          now,
        )
        return { answer, gates: answers.toSorted((a, b) => a.rule.localeCompare(b.rule)) }
      })
      assert.deepEqual(one, other)
    }),
    { numRuns: 500 },
  )
})

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const chance = chances(seed, 0.5)
  return list.toSorted(() => (chance() ? 1 : -1))
}
