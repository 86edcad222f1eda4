import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { openOrganisations } from '../../../community/testing.ts'
import { rows } from '../../../platform/index.ts'
import { openAdministrator, openTestHouse, openVisitor, testNow } from '../../../testing.ts'

const house = await openTestHouse({ settings: { trustProxy: 1 } })
after(() => house.close())
const admin = await openAdministrator(house, 'admin', '192.0.2.9')
const { join } = await openOrganisations(house, [], () => testNow)
const editor = await join('editor', ['editor', {}])
const path = '/desk/checklist'

const item = {
  kind: 'articles',
  level: 'must',
  test: 'by-hand',
  field: 'body',
  'words-en': 'Somebody has read it aloud',
  'words-fr': 'Quelqu’un l’a lu à voix haute',
  position: '3',
  on: 'yes',
}

test('an administrator asks something else of records; what is wrong is said with what was typed', async () => {
  const wrong = await admin.send(`${path}/new`, { ...item, 'words-en': '', position: 'last', field: 'none' })
  assert.equal(wrong.status, 422)
  for (const words of ['Say in English what is asked', 'Choose a field', 'A whole number from 0 to 999'])
    assert.match(wrong.text, new RegExp(words))
  assert.match(wrong.text, /Quelqu’un[^]*value="last"/)
  assert.equal((await admin.send(`${path}/new`, item)).headers.get('location'), `${path}?done=saved`)
  assert.match((await admin.get(path)).text, /Somebody has read it aloud/)
  assert.match((await admin.get(`/fr${path}`)).text, /lu à voix haute/)
})

test('an item is changed, switched off and taken off the list, and each change is recorded', async () => {
  const { text } = await admin.get(path)
  const one =
    [...text.matchAll(/\/desk\/checklist\/([a-z0-9-]{36})"[^>]*>\s*Somebody has read/g)][0]?.[1] ?? ''
  assert.match((await admin.get(`${path}/${one}`)).text, /value="3"/)
  const { on: _, ...off } = item
  assert.equal((await admin.send(`${path}/${one}`, { ...off, position: '5' })).status, 303)
  assert.match((await admin.get(`${path}/${one}`)).text, /value="5"/)
  const removed = await admin.send(`${path}/${one}/remove`, {})
  assert.equal(removed.headers.get('location'), `${path}?done=removed`)
  assert.equal((await admin.get(`${path}/${one}`)).status, 404)
  assert.equal((await admin.send(`${path}/${one}/remove`, {})).status, 404)
  const recorded = await rows<{ what: string }>(
    house.db,
    sql`select what from platform.audit_entry where record_kind = 'checklist' and record_id = ${one}`,
  )
  assert.equal(recorded.length, 3)
})

test('nobody else opens it or changes it', async () => {
  for (const way of [path, `${path}/new`]) assert.equal((await editor.get(way)).status, 403)
  assert.equal((await editor.send(`${path}/new`, item)).status, 403)
  const stranger = openVisitor(house, '192.0.2.77')
  assert.equal((await stranger.get(path)).status, 303)
  assert.equal((await stranger.send(`${path}/new`, item)).status, 303)
})
