import assert from 'node:assert/strict'
import test from 'node:test'
import { articleShape } from '../../articles/model.ts'
import { eventShape } from '../../events/model.ts'
import { opportunityShape } from '../../opportunities/model.ts'
import { programmeShape } from '../../programmes/model.ts'
import { nearest, tableFields } from './model.ts'

const known = {
  on: '2027-01-15',
  places: [],
  placeCodes: new Set<string>(),
  sets: [],
  checklist: [],
  vocabularies: {},
}

function namesOf(shape: Parameters<typeof tableFields>[0], kind: string, list = false): string[] {
  const { fields } = tableFields(shape)
  return [...fields.values()]
    .filter((field) => field.kind === kind && field.list === list)
    .map(({ name }) => name)
}

test('what a table can hold is read from the shape of the kind', () => {
  const [call, event] = [opportunityShape(known), eventShape(known)]
  assert.deepEqual(namesOf(call, 'number'), ['places', 'age_min', 'age_max'])
  assert.deepEqual(namesOf(call, 'boolean'), ['online', 'anyone'])
  assert.deepEqual(namesOf(call, 'day'), ['deadline', 'activity_start', 'activity_end', 'last_checked'])
  assert.deepEqual(namesOf(call, 'time'), ['deadline_time'])
  assert.deepEqual(namesOf(event, 'day'), ['start_date', 'end_date', 'last_checked'])
  assert.deepEqual(namesOf(event, 'time'), ['start_time', 'end_time'])
  assert.deepEqual(namesOf(event, 'text', true), ['disciplines', 'themes', 'more_sources'])
  assert.ok(namesOf(call, 'text', true).includes('covers'))
  assert.deepEqual(tableFields(call).nested, [
    'provenance',
    'translations',
    'rounds',
    'deadline_changes',
    'readings',
    'real_dates',
    'pictures',
  ])
  assert.deepEqual(tableFields(programmeShape(known)).nested, [
    'provenance',
    'translations',
    'facts',
    'editions',
    'pictures',
  ])
  assert.deepEqual(tableFields(articleShape(known)).required, ['id', 'title'])
})

test('a mistyped name finds the one that was meant, and a strange one none', () => {
  const names = ['start_date', 'start_time', 'title', 'country_code']
  assert.equal(nearest('Start Date', names), 'start_date')
  assert.equal(nearest('titel', names), 'title')
  assert.equal(nearest('xylophone', names), undefined)
  assert.equal(nearest('x'.repeat(100_000), names), undefined)
})
