import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { contrast, contrastPairs, faintWith, readColours } from './colours.ts'

test('every colour can be told from every ground it stands on, in both schemes (WCAG 2.2 AA)', () => {
  const faint = contrastPairs().filter(({ needed, light, dark }) => light < needed || dark < needed)
  assert.deepEqual(faint, [])
})

test('browsers without light-dark() get the light colours', () => {
  const colours = [...readColours()]
  assert.ok(colours.length > 15)
  assert.deepEqual(
    colours.filter(([, { light, fallback }]) => light !== fallback),
    [],
  )
})

test('contrast runs from 1 to 21', () => {
  assert.equal(contrast('#ffffff', '#000000'), 21)
  assert.equal(contrast('#b3361b', '#b3361b'), 1)
})

test('whatever colours are accepted, everything made of them can be told from its ground in both schemes', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((at) => `#${at.toString(16).padStart(6, '0')}`)
  let accepted = 0
  fc.assert(
    fc.property(colour, colour, (asia, europe) => {
      const faint = faintWith({ asia, europe })
      if (faint.length === 0) accepted += 1
      // What is made for the dark is always light enough: only the chosen colours themselves can be too faint.
      assert.deepEqual(
        faint.filter(({ dark, needed }) => dark < needed),
        [],
      )
    }),
    { numRuns: 150 },
  )
  assert.ok(accepted > 5)
})

test('the colours as delivered would be accepted, and yellow is refused with what was measured', () => {
  assert.deepEqual(faintWith({ asia: '#b3361b', europe: '#23408e' }), [])
  const [worst] = faintWith({ asia: '#ffdd00', europe: '#23408e' })
  assert.deepEqual([worst?.region, worst?.needed], ['asia', 4.5])
  assert.ok((worst?.ratio ?? 9) < 1.5)
})
