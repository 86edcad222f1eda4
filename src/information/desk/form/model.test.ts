import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { countryChoices, flatten, languageChoices, readKnown } from '../../../community/index.ts'
import { testDatabase } from '../../../platform/database/testing.ts'
import { importAll } from '../../testing.ts'
import { readRecordsAfter } from '../../../community/index.ts'
import { isObject, recordsIn } from '../../import/model.ts'
import { deskKinds } from '../fields/model.ts'
import { belongsTo, fieldsFor, type Flat, typedIn, type Typed, withoutRows, withRow } from './model.ts'
import { mergeOf } from './merge/model.ts'
import { changesIn, compactedForm } from './reading/model.ts'
import { typedOf } from './typed/model.ts'

const database = await testDatabase()
const { db } = database
const known = await readKnown(db, '2027-01-15')
const records: Record<string, Flat[]> = {}
for (const kind of deskKinds) {
  const path = join(import.meta.dirname, '../../../../database/demo', `${kind}.json`)
  const given = recordsIn(readFileSync(path, 'utf8')).filter(isObject)
  await importAll(db, kind, given)
  records[kind] = (await readRecordsAfter(db, kind, null, 1000)).map(({ record }) => flatten(record))
}
await database.close()

const readable = {
  known,
  findCountry: (typed: string) => countryChoices('en', known).find(typed),
  findLanguage: (typed: string) => languageChoices('en').find(typed),
}

/** What is sent by a form in which this stands. */
const sent = (typed: Typed) =>
  Object.entries(typed).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]))

for (const kind of deskKinds) {
  test(`a form sent back as it was changes nothing, and typed anew it says the same: ${kind}`, () => {
    const all = records[kind] ?? []
    assert.ok(all.length >= 8)
    for (const flat of all) {
      const langs = Object.keys(flat).flatMap(
        (path) => /^translations\.([^.]+)\.title|name$/.exec(path)?.[1] ?? [],
      )
      for (const lang of [undefined, ...new Set(langs)]) {
        const form = { kind, lang }
        const fields = fieldsFor(form, flat)
        const typed = typedIn(form, flat, sent(typedOf(fields, flat)))
        assert.deepEqual(changesIn(fields, { base: flat, typed }, readable), { changes: {}, faults: [] })
        const anew = changesIn(fields, { base: {}, typed }, readable)
        const own = Object.fromEntries(
          fields.flatMap(({ path }) => (path in flat ? [[path, flat[path]]] : [])),
        )
        const { recurrence: _, ...changes } = anew.changes
        const { recurrence: __, ...expected } = own
        assert.deepEqual([anew.faults, withoutFalse(changes)], [[], withoutFalse(expected)])
      }
    }
  })
}

// What is so where nothing is said: an event is confirmed, in the language of the house.
function withoutFalse(flat: Flat): Flat {
  const silent: Record<string, unknown> = { status: 'confirmed' }
  return Object.fromEntries(
    Object.entries(flat).filter(([name, value]) => value !== false && value !== silent[name]),
  )
}

const call = {
  title: 'A call',
  covers: ['travel'],
  rounds: [{ deadline: '2027-03-01', time: null, zone: null, text: null }],
}
const fields = fieldsFor({ kind: 'opportunities' }, call)
const typed = typedOf(fields, call)
const changed = (more: Typed, base: Flat = call) =>
  changesIn(fields, { base, typed: { ...typed, ...more } }, readable)

test('only what was changed is a change, and what was emptied is taken away', () => {
  assert.deepEqual(changed({ organiser: ['Maison '], summary: [' \n'] }).changes, { organiser: 'Maison' })
  assert.deepEqual(changed({ organiser: [''] }, { ...call, organiser: 'Maison' }).changes, {
    organiser: null,
  })
  assert.deepEqual(changed({ online: ['yes'] }).changes, { online: true })
  assert.deepEqual(changed({}, { ...call, online: true }).changes, { online: false })
})

test('not stated and nothing are two answers', () => {
  const without = { ...typed }
  delete (without as Record<string, unknown>)['covers']
  const read = (more: Typed) => changesIn(fields, { base: call, typed: { ...without, ...more } }, readable)
  assert.deepEqual(read({}).changes, { covers: [] })
  assert.deepEqual(read({ 'covers-unstated': ['yes'] }).changes, { covers: null })
  assert.deepEqual(read({ 'covers-unstated': ['yes'], covers: ['travel'] }).faults, [
    { field: 'covers', fault: 'stated' },
  ])
})

test('rows are added, emptied and read in their order', () => {
  const more = withRow(typed, 'rounds', 'deadline')
  assert.deepEqual(more['rounds.1.deadline'], [''])
  const second = { ...more, 'rounds.1.deadline': ['2027-04-01'], 'rounds.1.time': ['9:00'] }
  assert.deepEqual(changed(second).changes, {
    rounds: [
      { deadline: '2027-03-01', time: null, zone: null, text: null },
      { deadline: '2027-04-01', time: '09:00', zone: null, text: null },
    ],
  })
  const moved = withoutRows(second, 'rounds', (_, place) => place === 0)
  assert.deepEqual([moved['rounds.0.deadline'], moved['rounds.1.deadline']], [['2027-04-01'], undefined])
  const gap = compactedForm(fields, { ...second, 'rounds.0.deadline': [' '] })
  assert.deepEqual(gap['rounds.0.deadline'], ['2027-04-01'])
})

test('whatever cannot be kept is named where it stands', () => {
  const wrong = {
    title: [''],
    deadline: ['2027-02-30'],
    deadline_time: ['25:00'],
    deadline_zone: ['Mars/Phobos'],
    'rounds.0.deadline': ['soon'],
    age_min: ['-3'],
    fee_amount: ['a lot'],
    fee_currency: ['€'],
    url: ['javascript:alert(1)'],
    slug: ['A Call!'],
    type: ['nonsense'],
    host_countries: ['XX'],
    'citizenship-more': ['Atlantis'],
    more_sources: ['unasked'],
    'readings.0.value': ['words of nothing'],
  }
  const faults = changed(wrong).faults.map(({ field, fault }) => `${field}: ${fault}`)
  assert.deepEqual(faults.toSorted(), [
    'age_min: number',
    'citizenship: stated',
    'deadline: day',
    'deadline_time: time',
    'deadline_zone: zone',
    'fee_amount: amount',
    'fee_currency: currency',
    'host_countries: country',
    'readings.0.key: factName',
    'rounds.0.deadline: day',
    'slug: slug',
    'title: missing',
    'type: term',
    'url: address',
  ])
})

test('names of fields are not taken for others, and what is none of them is nobody’s', () => {
  assert.ok(belongsTo('rounds', 'rounds.0.deadline') && belongsTo('covers', 'covers-unstated'))
  assert.ok(
    !belongsTo('deadline', 'deadline_time') && !belongsTo('name', 'names') && !belongsTo('title', 'title.'),
  )
  const form = { kind: 'opportunities', lang: 'km' } as const
  const pairs: [string, string][] = [
    ['title', 'x'],
    ['translations.km.title', 'y\r\nz\0'],
    ['__proto__', 'z'],
  ]
  assert.deepEqual({ ...typedIn(form, {}, pairs) }, { 'translations.km.title': ['y\nz'] })
})

test('fields that one of two people changed go together; what both changed is for a person to decide', () => {
  const base = { title: 'A', organiser: 'O', summary: 'S', url: null }
  const theirs = { title: 'Theirs', organiser: 'O', summary: 'Same' }
  const mine = { title: 'Mine', organiser: 'My organiser', summary: 'Same' }
  assert.deepEqual(mergeOf({ base, theirs, mine }), {
    fields: { organiser: 'My organiser' },
    clashes: [{ path: 'title', base: 'A', theirs: 'Theirs', mine: 'Mine' }],
  })
  const unknown = mergeOf({ base: undefined, theirs, mine })
  assert.deepEqual(
    unknown.clashes.map(({ path }) => path),
    ['title', 'organiser'],
  )
  assert.deepEqual(unknown.fields, {})
})
