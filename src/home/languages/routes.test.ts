import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { openTestHouse } from '../../testing.ts'

const house = await openTestHouse()
after(() => house.close())

test('every language says how much of it is translated, and how much a person has reviewed', async () => {
  const { text } = await house.get('/languages')
  const rows = [...text.matchAll(/<tr>.*?<\/tr>/gs)].slice(1).map(([row]) => row.replaceAll(/<[^>]+>/g, ' '))
  assert.equal(rows.length, 7)
  assert.match(rows[0] ?? '', /English\s+the original/)
  for (const row of rows.slice(1)) assert.match(row, /([\d,]+) of \1\s+\d+ of [\d,]+/)
})
