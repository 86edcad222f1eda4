import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { anEditor, plantMember } from '../../community/testing.ts'
import { readKnown, stranger, type Viewer } from '../../community/index.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { listAudit, rows } from '../../platform/index.ts'
import { importAll, now } from '../testing.ts'
import { keepers } from '../keepers/actions.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())
const keeping = { known: await readKnown(db, '2027-01-15'), at: new Date(now.epochMilliseconds) }
const editor = anEditor
await plantMember(db, editor)
const call = { id: 'call', title: 'A call', organiser: 'As the file has it', deadline: '2027-03-01' }
await importAll(db, 'opportunities', [call])

const edit = (by: Viewer, version: number, fields: Record<string, unknown>) =>
  keepers.opportunities.edit(db, by, { id: 'call', version, fields, why: 'the ministry wrote' }, keeping)

test('strangers may not edit; an earlier version and a wrong value change nothing', async () => {
  await assert.rejects(edit(stranger, 1, { organiser: 'Mine' }), { status: 403 })
  const late = await edit(editor, 7, { organiser: 'Mine' })
  assert.deepEqual('conflict' in late && late.conflict.version, 1)
  const asked = { id: 'nobody', version: 1, fields: {} }
  await assert.rejects(keepers.opportunities.edit(db, editor, asked, keeping), { status: 404 })
  const answer = await edit(editor, 1, { deadline: '2027-02-30' })
  assert.deepEqual('faults' in answer && answer.faults.map(({ field }) => field), ['deadline'])
  assert.equal((await importAll(db, 'opportunities', [call])).same, 1)
  assert.deepEqual(await listAudit(db, { kind: 'opportunities', id: 'call' }), [])
})

test('an edit is kept with its history, and a field given back is again as its source has it', async () => {
  assert.deepEqual(await edit(editor, 1, { organiser: 'Mended', deadline: '2027-04-01' }), { version: 2 })
  const changed = { ...call, title: 'A call anew', organiser: 'Still wrong' }
  await importAll(db, 'opportunities', [changed])
  const read = () =>
    rows<{ organiser: string; slug: string }>(
      db,
      sql`select organiser, slug from information.opportunity where id = 'call'`,
    )
  const [kept] = await read()
  assert.deepEqual([kept?.organiser, kept?.slug], ['Mended', 'a-call'])
  const [entry] = await listAudit(db, { kind: 'opportunities', id: 'call' })
  assert.deepEqual([entry?.who, entry?.why], [editor.personId, 'the ministry wrote'])
  assert.deepEqual(entry?.after['organiser'], 'Mended')
  assert.deepEqual(await edit(editor, 3, { organiser: undefined }), { version: 4 })
  const [given] = await read()
  assert.equal(given?.organiser, 'Still wrong')
})

test('a source with authority takes an edit away', async () => {
  await edit(editor, 4, { organiser: 'Mended again' })
  await importAll(db, 'opportunities', [{ ...call, organiser: 'By authority' }], {
    authority: ['organiser'],
  })
  const again = await importAll(db, 'opportunities', [{ ...call, organiser: 'By authority' }])
  assert.equal(again.same, 1)
})

test('a new record that may be another one is reported by what they share, also in a dry run, and not merged', async () => {
  const one = { id: 'one', title: 'Résidence à Hué', deadline: '2027-05-01', organiser: 'Maison' }
  const address = { id: 'address', title: 'Elsewhere', url: 'https://www.example.org/call/?utm_source=x#top' }
  const records = [
    one,
    { ...one, id: 'folded', title: 'RESIDENCE A HUE' },
    { ...one, id: 'other-day', deadline: '2027-05-02' },
    address,
    { ...address, id: 'same-page', title: 'Called otherwise', url: 'http://example.org/call' },
  ]
  const doubts = async (dryRun: boolean) =>
    (await importAll(db, 'opportunities', records, { dryRun })).doubtful.map(({ id, like, by }) => [
      id,
      like,
      by,
    ])
  const expected = [
    ['folded', 'one', 'title'],
    ['same-page', 'address', 'address'],
  ]
  assert.deepEqual(await doubts(true), expected)
  assert.deepEqual(await doubts(false), expected)
  const later = await importAll(db, 'opportunities', [{ ...one, id: 'later' }])
  assert.deepEqual(
    later.doubtful.map(({ like }) => like),
    ['folded'],
  )
})
