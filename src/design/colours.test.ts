import assert from 'node:assert/strict'
import test from 'node:test'
import { contrast, contrastPairs, readColours } from './colours.ts'

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
