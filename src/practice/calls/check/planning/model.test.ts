import assert from 'node:assert/strict'
import test from 'node:test'
import { factsShape } from '../../../rules/facts/model.ts'
import { askedFor, pageAgain, pagesFor, pagesGiven, planFor, pointersOn } from './model.ts'

const facts = (given: unknown = {}) => factsShape.parse(given)

test('who applies is asked before anything of people, and nothing twice', () => {
  const open = [{ hangs: ['/people'] }, { hangs: ['/legs', '/people'] }, { hangs: ['/activity/kinds'] }]
  const plan = planFor(open, facts(), [])
  assert.deepEqual(
    [plan?.page.id, plan?.page.asked.map(({ at }) => at), plan?.more],
    ['who', ['/applicant/shape'], 2],
  )
  const then = facts({ applicant: { shape: 'team' } })
  assert.equal(planFor([{ hangs: ['/people'] }], then, [])?.page.id, 'people')
  assert.equal(planFor(open, facts(), ['/applicant/shape', '/legs'])?.page.id, 'activity-kind')
  assert.equal(planFor([{ hangs: ['/documents'] }], facts(), ['/documents']), null)
})

test('what settles most rules by itself comes first', () => {
  const individual = facts({ applicant: { shape: 'individual' }, people: [{}] })
  const open = [
    { hangs: ['/people/0/citizenships', '/legs'] },
    { hangs: ['/people/0/birth_date', '/activity/starts'] },
    { hangs: ['/activity/starts', '/activity/ends'] },
  ]
  assert.equal(planFor(open, individual, [])?.page.id, 'activity-dates')
  assert.equal(
    planFor([...open, { hangs: ['/legs'] }, { hangs: ['/legs'] }], individual, [])?.page.id,
    'journey',
  )
})

test('a page asks one fact of all whom it concerns, in their order', () => {
  const [page, ...others] = pagesFor([
    '/people/2/birth_date',
    '/people/0/birth_date',
    '/people/10/birth_date',
  ])
  assert.deepEqual(others, [])
  assert.deepEqual(
    page?.asked.map(({ at, of }) => [at, of?.index]),
    [
      ['/people/0/birth_date', 0],
      ['/people/2/birth_date', 2],
      ['/people/10/birth_date', 10],
    ],
  )
})

test('questions of the call have a page each; what nobody can ask has none', () => {
  assert.deepEqual(
    pagesFor(['/answers/children', '/answers/visa', '/closing']).map(({ id }) => id),
    ['question-children', 'question-visa'],
  )
  assert.equal(askedFor('/closing'), undefined)
  assert.equal(planFor([{ hangs: ['/closing'] }], facts(), []), null)
})

test('what was asked is remembered by the facts that were missing', () => {
  const open = [{ hangs: ['/people'] }]
  const plan = planFor(open, facts(), [])
  assert.deepEqual(plan && pointersOn(plan.page, open, facts()), ['/applicant/shape'])
})

test('a page that was answered can be asked again', () => {
  const given = facts({
    applicant: { shape: 'individual' },
    people: [{ citizenships: ['VN'], birth_date: '1990-02-03' }],
    legs: [{ from: { country: 'VN' }, to: { country: 'DE' }, departs: '2027-03-01' }],
    answers: { visa: true },
  })
  assert.deepEqual(
    pagesGiven(given).map(({ id }) => id),
    ['who', 'people', 'citizenship', 'journey', 'birth', 'travel-dates', 'question-visa'],
  )
  assert.deepEqual(
    pageAgain('citizenship', given, [])?.asked.map(({ at }) => at),
    ['/people/0/citizenships'],
  )
  assert.equal(pageAgain('documents', given, []), undefined)
})
