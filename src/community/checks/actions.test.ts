import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { keepers } from '../../information/keepers/actions.ts'
import { now, plant } from '../../information/testing.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { transact } from '../../platform/index.ts'
import type { EditAnswer } from '../kinds/model.ts'
import { readKnown } from '../known/queries.ts'
import { changeState } from '../lives/actions.ts'
import { readRecord } from '../records/queries.ts'
import { anEditor, plantMember } from '../testing.ts'
import { putAnswer, putItem, readAnswers, readState } from './queries.ts'

const database = await testDatabase()
const { db, queries } = database
after(() => database.close())
const at = new Date(now.epochMilliseconds)
const keeping = async () => ({ known: await readKnown(db, '2027-01-15'), at })
const keeper = keepers.opportunities
await plantMember(db, anEditor)

const versionOf = async (id: string) => (await readRecord(db, 'opportunities', id))?.version ?? 0
const publish = async (id: string, lang = 'en') =>
  changeState(
    db,
    keeper,
    anEditor,
    { id, lang, to: 'published', version: await versionOf(id) },
    await keeping(),
  )
const edit = async (id: string, fields: Record<string, unknown>) =>
  keeper.edit(db, anEditor, { id, version: await versionOf(id), fields }, await keeping())
const rulesIn = (answer: EditAnswer | { conflict: object }) =>
  'faults' in answer ? answer.faults.map(({ rule, field }) => `${rule} ${field}`) : 'published'
const stateOf = (id: string) => readState(db, 'opportunities', id)

const whole = {
  title: 'A residency',
  url: 'https://source.example/',
  anyone: true,
  covers: ['travel'],
  fee: 'none',
  deadline: '2027-06-01',
  last_checked: '2027-01-01',
  state: 'draft',
}

test('a text is published only once it keeps every rule that must be kept', async () => {
  await plant(db, 'opportunities', [{ ...whole, id: 'paid', fee: 'paid', url: null }])
  assert.deepEqual(rulesIn(await publish('paid')), [
    'fee-amount fee_amount',
    'fee-currency fee_currency',
    'fee-reason fee_reason',
    'source url',
  ])
  assert.equal((await readRecord(db, 'opportunities', 'paid'))?.record['state'], 'draft')
  await edit('paid', {
    fee_amount: '20',
    fee_currency: 'EUR',
    fee_reason: 'It pays the jury',
    url: 'https://source.example/',
  })
  assert.equal(rulesIn(await publish('paid')), 'published')
})

test('a file is kept as it is, and what fails in it is written down', async () => {
  await plant(db, 'opportunities', [{ id: 'thin', title: 'Thin' }])
  assert.deepEqual(await stateOf('thin'), {
    must: ['source', 'what-is-covered', 'who-may-apply'],
    should: ['closing', 'no-fee', 'duties', 'funded', 'checked'],
    lookAgain: null,
  })
})

test('an edit of a published text is refused only for what it passed before', async () => {
  assert.equal(rulesIn(await edit('thin', { organiser: 'Somebody' })), 'published')
  assert.deepEqual(rulesIn(await edit('thin', { fee: 'paid' })), [
    'fee-amount fee_amount',
    'fee-currency fee_currency',
    'fee-reason fee_reason',
  ])
  assert.equal(rulesIn(await edit('thin', { url: 'https://source.example/' })), 'published')
  assert.deepEqual(rulesIn(await edit('thin', { url: null })), ['source url'])
  assert.deepEqual((await stateOf('thin'))?.must, ['what-is-covered', 'who-may-apply'])
})

test('a language that is published later answers for itself and for the record as a whole', async () => {
  await plant(db, 'opportunities', [
    { ...whole, id: 'two', state: 'published', translations: { km: { title: 'ក', state: 'draft' } } },
    {
      ...whole,
      id: 'two-thin',
      url: null,
      state: 'published',
      translations: { km: { title: 'ក', state: 'draft' } },
    },
  ])
  assert.equal(rulesIn(await publish('two', 'km')), 'published')
  assert.deepEqual(rulesIn(await publish('two-thin', 'km')), ['source url'])
})

test('an item that must be kept is asked of what is to be published; a person’s answer keeps it, and can be taken back', async () => {
  const item = {
    id: 'legal',
    kind: 'opportunities',
    types: ['residency'],
    level: 'must',
    test: { is: 'by-hand', field: 'body' },
    words: { en: 'The lawyer has read it' },
    position: 9,
    isOn: true,
  } as const
  await transact(db, (tx) => putItem(tx, item))
  await plant(db, 'opportunities', [
    { ...whole, id: 'asked', type: 'residency' },
    { ...whole, id: 'not-asked', type: 'training' },
  ])
  assert.equal(rulesIn(await publish('not-asked')), 'published')
  assert.deepEqual(rulesIn(await publish('asked')), ['legal body'])
  const answering = { kind: 'opportunities', id: 'asked', rule: 'legal', by: anEditor.personId, at }
  await transact(db, (tx) => putAnswer(tx, { ...answering, answer: 'no' }))
  assert.deepEqual(rulesIn(await publish('asked')), ['legal body'])
  await transact(db, (tx) => putAnswer(tx, { ...answering, answer: 'yes' }))
  assert.equal(rulesIn(await publish('asked')), 'published')
  await transact(db, (tx) => putAnswer(tx, { ...answering, answer: undefined }))
  assert.deepEqual(await readAnswers(db, 'opportunities', ['asked']), new Map())
})

test('that a call closes too soon stands against publishing it, and against nothing once it is published', async () => {
  await transact(db, (tx) =>
    putItem(tx, {
      id: 'time-to-apply',
      kind: 'opportunities',
      types: [],
      level: 'must',
      test: { is: 'closes-in', days: 14 },
      words: { en: 'Two weeks are left' },
      position: 6,
      isOn: true,
    }),
  )
  await plant(db, 'opportunities', [
    { ...whole, id: 'soon', deadline: '2027-01-20' },
    { ...whole, id: 'soon-out', deadline: '2027-01-20', state: 'published' },
  ])
  assert.deepEqual(rulesIn(await publish('soon')), ['time-to-apply deadline'])
  assert.equal(rulesIn(await edit('soon-out', { organiser: 'Somebody' })), 'published')
})

test('thirty records are looked at with as many questions as one', async () => {
  const records = (count: number, name: string) =>
    Array.from({ length: count }, (_, at) => ({ ...whole, id: `${name}-${at}`, title: `${name} ${at}` }))
  const asked = async (all: object[]) => {
    const before = queries.length
    await plant(db, 'opportunities', all)
    return queries.slice(before).filter((query) => query.includes('check_')).length
  }
  assert.equal(await asked(records(1, 'one')), await asked(records(30, 'thirty')))
})
