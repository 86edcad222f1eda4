import assert from 'node:assert/strict'
import test from 'node:test'
import { stranger } from '../people/model.ts'
import { someoneWho } from '../testing.ts'
import { limitFaults, registryOf, sameLimits, stageOf } from './model.ts'
import { communityRoles } from './declared/model.ts'
import { may, mayAnywhere } from './permissions.ts'

test('a stranger may do nothing, and nobody more than a role of theirs says', () => {
  assert.equal(may(stranger, 'desk.open', {}), false)
  assert.equal(may(someoneWho([]), 'desk.open', {}), false)
  assert.equal(may(someoneWho(['records.edit']), 'roles.manage', {}), false)
  assert.equal(may(someoneWho(['records.edit']), 'records.edit', { kind: ['events'] }), true)
})

test('every limit must fit, and what is not said of a thing does not fit', () => {
  const editor = someoneWho(['records.edit'], { language: ['fr', 'km'], kind: ['events'] })
  assert.equal(may(editor, 'records.edit', { language: ['en', 'km'], kind: ['events'] }), true)
  assert.equal(may(editor, 'records.edit', { language: ['en'], kind: ['events'] }), false)
  assert.equal(may(editor, 'records.edit', { language: ['fr'], kind: ['articles'] }), false)
  assert.equal(may(editor, 'records.edit', { kind: ['events'] }), false)
  assert.equal(may(editor, 'records.edit', {}), false)
  assert.equal(mayAnywhere(editor, 'records.edit'), true)
})

test('a limit to nothing is a limit, not its absence', () => {
  assert.equal(may(someoneWho(['records.edit'], { kind: [] }), 'records.edit', { kind: ['events'] }), false)
})

test('a grant is in force from one moment to another, unless it was ended before', () => {
  const at = (hour: number) => Temporal.Instant.from('2027-01-01T00:00:00Z').add({ hours: hour })
  const grant = { from: at(1), until: at(3), ended: undefined }
  assert.deepEqual(
    [0, 1, 2, 3].map((hour) => stageOf(grant, at(hour))),
    ['to-come', 'in-force', 'in-force', 'ended'],
  )
  assert.equal(stageOf({ ...grant, ended: { at: at(2), by: undefined, why: undefined } }, at(2)), 'ended')
})

test('a role is limited only as it declares, and some must be', () => {
  const focal = registryOf(communityRoles).find('focal-point')!
  const known = {
    languages: new Set(['fr']),
    countries: new Set(['VN']),
    partners: new Set(['vn']),
    organisations: new Set<string>(),
  }
  assert.deepEqual(limitFaults(focal, {}, known), [{ field: 'partner', fault: 'required', value: '' }])
  assert.deepEqual(limitFaults(focal, { partner: ['vn'] }, known), [])
  assert.deepEqual(limitFaults(focal, { partner: ['xx'], language: ['fr'] }, known), [
    { field: 'language', fault: 'not-here', value: 'fr' },
    { field: 'partner', fault: 'unknown', value: 'xx' },
  ])
  assert.equal(sameLimits({ language: ['fr', 'km'] }, { language: ['km', 'fr'] }), true)
  assert.equal(sameLimits({}, { language: ['km'] }), false)
})
