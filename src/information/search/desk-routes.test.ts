import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { openOrganisations } from '../../community/testing.ts'
import { openTestHouse, openVisitor, testNow } from '../../testing.ts'

const house = await openTestHouse({ settings: { trustProxy: 1 } })
after(() => house.close())
const { join } = await openOrganisations(house, [], () => testNow)
const editor = await join('editor', ['editor', {}])
const nobody = await join('nobody')

test('the desk sees what was looked for in vain, the most wanted first, and of rare words only how many', async () => {
  assert.match((await editor.get('/desk/searches')).text, /Nobody has looked for anything in vain/)
  await sql`insert into information.missed_search (day, hash, words, times) values
    ('2027-01-10', 'a', 'shadow theatre', 4), ('2027-01-12', 'a', 'shadow theatre', 5),
    ('2027-01-12', 'b', '<b>kites</b>', 3), ('2027-01-13', 'c', null, 2)`.execute(house.db)
  const { status, text } = await editor.get('/desk/searches')
  assert.equal(status, 200)
  const words = text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
  assert.match(words, /shadow theatre 9 2 12 January 2027.*&lt;b&gt;kites&lt;\/b&gt; 3 1/)
  assert.match(words, /2 searches without a result were too rare/)
})

test('it is the desk’s alone', async () => {
  assert.equal((await nobody.get('/desk/searches')).status, 403)
  assert.equal((await openVisitor(house, '192.0.2.88').get('/desk/searches')).status, 303)
})
