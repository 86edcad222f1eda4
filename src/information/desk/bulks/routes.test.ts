import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { openOrganisations } from '../../../community/testing.ts'
import { readRecord } from '../../../community/records/queries.ts'
import { readKnown } from '../../../community/index.ts'
import { openTestHouse, testNow, type Visitor } from '../../../testing.ts'
import { anArticle, plant } from '../../testing.ts'
import { keepers } from '../../keepers/actions.ts'
import { anEditor, plantMember } from '../../../community/testing.ts'

const house = await openTestHouse({ settings: { trustProxy: 1 } })
after(() => house.close())
const { db } = house
const { join } = await openOrganisations(house, [], () => testNow)
const editor = await join('editor', ['editor', {}])
const khmer = await join('khmer', ['editor', { language: ['km'] }])
await plantMember(db, anEditor)

const article = (id: string, given: Record<string, unknown> = {}) =>
  anArticle({ id, title: `Title ${id}`, author: 'Ada', date: '2026-01-01', ...given })
const record = async (id: string) => (await readRecord(db, 'articles', id))?.record
const ask = async (who: Visitor, fields: string[][], query = '') => {
  const answer = await who.send('/desk/bulk', [['kind', 'articles'], ['query', query], ...fields])
  return answer.headers.get('location') ?? `answered ${answer.status}`
}
const chosen = (...ids: string[]) => [['which', 'chosen'], ...ids.map((id) => ['id', id])]
const rows = (text: string) =>
  [...text.matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].map(([, row = '']) =>
    row
      .replaceAll(/<\/li>|<\/t[dh]>/g, '|')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/\|+/g, '|')
      .replace(/\|$/, ''),
  )

test('chosen records are changed after a look, and given back where nobody has changed them since', async () => {
  await plant(db, 'articles', [
    article('a', { disciplines: ['music'] }),
    article('b'),
    article('c', { disciplines: ['dance'] }),
  ])
  const path = await ask(editor, [
    ...chosen('a', 'b', 'c'),
    ['action', 'add-discipline'],
    ['discipline', 'dance'],
  ])
  const preview = await editor.get(path)
  assert.match(preview.text, /2 records would change\. Nothing has been changed yet/)
  assert.deepEqual(rows(preview.text).toSorted(), [
    'Title a|Disciplines: Music|Disciplines: Music and Dance|Will be changed',
    'Title b|Disciplines: —|Disciplines: Dance|Will be changed',
    'Title c|Says so already',
  ])
  assert.deepEqual((await record('a'))?.['disciplines'], ['music'])

  assert.equal((await editor.send(`${path}/start`, {})).headers.get('location'), path)
  // Sent twice, it is done once.
  assert.equal((await editor.send(`${path}/start`, {})).status, 303)
  assert.deepEqual((await record('a'))?.['disciplines'], ['music', 'dance'])
  assert.match((await editor.get(path)).text, /2 records were changed/)

  const kept = await readRecord(db, 'articles', 'b')
  const keeping = { known: await readKnown(db, '2027-01-15'), at: new Date(testNow.epochMilliseconds) }
  await keepers.articles.edit(
    db,
    anEditor,
    { id: 'b', version: kept?.version ?? 0, fields: { note: 'Mine' } },
    keeping,
  )
  assert.equal((await editor.send(`${path}/undo`, {})).status, 303)
  const undone = await editor.get(path)
  assert.match(undone.text, /1 record is as it was before/)
  assert.match(undone.text, /Left: somebody has changed it meanwhile/)
  assert.deepEqual((await record('a'))?.['disciplines'], ['music'])
  assert.deepEqual((await readRecord(db, 'articles', 'a'))?.edits, {})
  assert.deepEqual((await record('b'))?.['disciplines'], ['dance'])
})

test('what is not theirs, archived or changed meanwhile is refused, each with its reason', async () => {
  await plant(db, 'articles', [
    article('mine', { state: 'draft', original_lang: 'km' }),
    article('english'),
    article('old', { state: 'archived' }),
  ])
  const path = await ask(khmer, [...chosen('mine', 'english', 'old'), ['action', 'checked']])
  const { text } = await khmer.get(path)
  assert.deepEqual(
    rows(text)
      .map((row) => row.replace(/\|.*\|/, '|'))
      .toSorted(),
    ['Title english|Refused: it is not yours to change', 'Title mine|Will be changed'],
  )
  const all = await ask(editor, [...chosen('mine', 'old'), ['action', 'checked']])
  assert.match((await editor.get(all)).text, /Refused: it is archived/)
  await plant(db, 'articles', [article('mine', { state: 'draft', original_lang: 'km', note: 'Anew' })])
  await editor.send(`${all}/start`, {})
  assert.match((await editor.get(all)).text, /Refused: somebody has changed it meanwhile/)
  assert.equal((await record('mine'))?.['last_checked'], undefined)
})

test('languages are published and archived, each by who may, and taken back', async () => {
  await plant(db, 'articles', [
    article('two-lives', {
      state: 'draft',
      url: 'https://a.example/',
      translations: { km: { title: 'ខ្មែរ', state: 'draft' } },
    }),
  ])
  const path = await ask(khmer, [...chosen('two-lives'), ['action', 'publish'], ['language', '']])
  await khmer.send(`${path}/start`, {})
  assert.partialDeepStrictEqual(await record('two-lives'), {
    state: 'draft',
    translations: { km: { title: 'ខ្មែរ' } },
  })
  assert.equal(JSON.stringify(await record('two-lives')).match(/draft/g)?.length, 1)
  await khmer.send(`${path}/undo`, {})
  assert.equal(JSON.stringify(await record('two-lives')).match(/draft/g)?.length, 2)
  const archived = await ask(editor, [...chosen('two-lives'), ['action', 'archive'], ['language', '']])
  await editor.send(`${archived}/start`, {})
  assert.equal(JSON.stringify(await record('two-lives')).match(/archived/g)?.length, 2)
})

test('all that a filter finds is changed, and nothing else', async () => {
  await plant(db, 'articles', [
    article('in-1', { countries: ['LA'] }),
    article('in-2', { countries: ['LA'] }),
    article('out', { countries: ['KH'] }),
  ])
  const path = await ask(
    editor,
    [
      ['which', 'found'],
      ['action', 'country'],
      ['country', 'TH'],
    ],
    'country=LA',
  )
  await editor.send(`${path}/start`, {})
  assert.deepEqual(
    [
      (await record('in-1'))?.['countries'],
      (await record('in-2'))?.['countries'],
      (await record('out'))?.['countries'],
    ],
    [['TH'], ['TH'], ['KH']],
  )
})

test('a form that cannot be followed comes back as it was filled in, and another person’s change is not there', async () => {
  const answer = await editor.send('/desk/bulk', [
    ['kind', 'articles'],
    ['query', 'country=TH'],
    ['id', 'in-1'],
    ['action', 'add-theme'],
  ])
  assert.equal(answer.status, 422)
  assert.match(answer.text, /href="#bulk-theme">Choose a theme/)
  assert.match(answer.text, /value="in-1" aria-label="[^"]*" checked/)
  assert.match(answer.text, /<option value="add-theme" selected/)
  assert.match(
    (
      await editor.send('/desk/bulk', [
        ['kind', 'articles'],
        ['action', 'checked'],
      ])
    ).text,
    /Tick at least one record/,
  )
  const path = await ask(editor, [...chosen('in-1'), ['action', 'checked']])
  assert.equal((await khmer.get(path)).status, 404)
  assert.equal((await khmer.send(`${path}/start`, {})).status, 404)
  assert.match((await editor.get('/desk/bulk')).text, /Set checked today/)
})

test('records somebody cannot see are not changed, named or counted', async () => {
  await plant(db, 'articles', [article('secret', { state: 'draft' })])
  const answer = await khmer.send('/desk/bulk', [
    ['kind', 'articles'],
    ...chosen('secret'),
    ['action', 'checked'],
  ])
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Tick at least one record/)
})

test('records are given to somebody, and back to who looked after them', async () => {
  await plant(db, 'articles', [article('given'), article('looked-after')])
  const path = await ask(editor, [
    ...chosen('given', 'looked-after'),
    ['action', 'assign'],
    ['person', khmer.personId],
  ])
  await editor.send(`${path}/start`, {})
  const theirs = `/desk/articles?assigned=${khmer.personId}`
  assert.match((await editor.get(theirs)).text, /Title given/)
  await editor.send(`${path}/undo`, {})
  assert.match((await editor.get(path)).text, /2 records are as they were before/)
  assert.doesNotMatch((await editor.get(theirs)).text, /Title given/)
})
