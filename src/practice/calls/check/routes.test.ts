import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import fc from 'fast-check'
import { importAll } from '../../../information/testing.ts'
import { openTestHouse, testNow } from '../../../testing.ts'
import { callKeeper } from '../actions.ts'
import { aCall } from '../testing.ts'
import { readCheckCounts } from './counts/queries.ts'

const house = await openTestHouse()
after(() => house.close())

const individual = { id: 'alone', kind: 'gate', must: { test: 'shape', among: [{ shape: 'individual' }] } }
const nationals = {
  id: 'nationals',
  kind: 'gate',
  must: { test: 'place', of: 'citizenship', which: 'any', in: ['ID', 'VN'] },
}
const adult = { id: 'adult', kind: 'gate', must: { test: 'number', of: 'age', from: 18 } }
const amount = {
  lines: [
    { id: 'travel', kind: 'fixed', amount: '400' },
    { id: 'days', kind: 'rate', rate: '85', per: 'activity-days' },
  ],
}

before(async () => {
  const { refused } = await importAll(
    house.db,
    'calls',
    [
      aCall({
        id: 'travel',
        title: 'Travel',
        rules: [nationals, adult, individual],
        amount,
        examples: [{ id: 'nothing', facts: {}, expect: { answer: 'unknown' } }],
      }),
      aCall({
        id: 'other',
        title: 'Another call',
        rules: [{ ...nationals, must: { ...nationals.must, in: ['IN'] } }],
        examples: [{ id: 'one', facts: { people: [{ citizenships: ['IN'] }] }, expect: { answer: 'pass' } }],
      }),
      aCall({
        id: 'over',
        title: 'Over',
        dates: { zone: 'UTC', opens: { day: '2026-01-01' }, closes: { day: '2026-02-01' } },
      }),
    ],
    { guests: { calls: callKeeper }, now: testNow },
  )
  assert.deepEqual(refused, [])
})

/** Sends the form of a page with what is typed in it, as a browser does. */
async function send(
  page: string,
  fields: Record<string, string>,
  wish = 'answer',
  path = '/calls/travel/check',
) {
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, decoded(value)],
  )
  const body = new URLSearchParams([...new Map(hidden), ...Object.entries(fields), ['do', wish]])
  const { status, text, headers } = await house.get(path, { method: 'POST', body })
  return { status, text, headers }
}

const decoded = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const headingOf = (text: string) => /<h1[^>]*>([^<]*)/.exec(text)?.[1]

test('the page of a call states its rules as sentences and leads to the check', async () => {
  const { status, text } = await house.get('/calls/travel')
  assert.equal(status, 200)
  assert.equal(headingOf(text), 'Travel')
  for (const part of ['Who may apply', 'Indonesia', 'Viet', 'What is paid', 'EUR', '/calls/travel/check'])
    assert.ok(text.includes(part), part)
  assert.equal((await house.get('/calls/none')).status, 404)
})

test('whoever may apply is asked only what decides, then told so, then how much', async () => {
  const { text: first } = await house.get('/calls/travel/check')
  assert.equal(headingOf(first), 'Who applies?')
  const { text: second } = await send(first, { 'applicant.shape': 'individual' })
  assert.equal(headingOf(second), 'Which citizenship do you have?')
  const { text: third } = await send(second, { 'people.0.citizenships-1': 'Vietnam' })
  assert.equal(headingOf(third), 'When were you born?')
  const born = {
    'people.0.birth_date-day': '3',
    'people.0.birth_date-month': '2',
    'people.0.birth_date-year': '1990',
  }
  const { text: answer } = await send(third, born)
  assert.equal(headingOf(answer), 'Yes, by its rules you may apply')
  const { text: days } = await send(answer, {}, 'amount')
  assert.equal(headingOf(days), 'When does it take place?')
  const dates = {
    'activity.starts-day': '1',
    'activity.starts-month': '6',
    'activity.starts-year': '2027',
    'activity.ends-day': '10',
    'activity.ends-month': '6',
    'activity.ends-year': '2027',
  }
  const { text: sum } = await send(days, dates)
  assert.ok(sum.includes('1,250'), 'EUR 400 and ten days of EUR 85')
})

test('whoever may not apply is told so at once, why, and what else fits', async () => {
  const { text: first } = await house.get('/calls/travel/check')
  const { text: second } = await send(first, { 'applicant.shape': 'individual' })
  const { text: answer } = await send(second, { 'people.0.citizenships-1': 'India' })
  assert.equal(headingOf(answer), 'No, as things stand you cannot apply')
  assert.ok(answer.includes('India'))
  assert.ok(answer.includes('href="/calls/another-call"'))
})

test('what cannot be read is asked again with all that was typed', async () => {
  const { text: first } = await house.get('/calls/travel/check')
  const { text: second } = await send(first, { 'applicant.shape': 'individual' })
  const again = await send(second, {
    'people.0.citizenships-1': 'Atlantis',
    'people.0.citizenships-2': 'Viet Nam',
  })
  assert.equal(again.status, 422)
  assert.ok(again.text.includes('value="Atlantis"') && again.text.includes('value="Viet Nam"'))
  assert.ok(again.text.includes('“Atlantis” is no country we know'))
  const empty = await send(first, {})
  assert.equal(empty.status, 422)
  const future = await send((await send(second, { 'people.0.citizenships-1': 'VN' })).text, {
    'people.0.birth_date-day': '1',
    'people.0.birth_date-month': '1',
    'people.0.birth_date-year': '2090',
  })
  assert.equal(future.status, 422)
  assert.ok(future.text.includes('This day is still to come.'))
})

test('a form with fields of any name is answered', async () => {
  for (const name of ['__proto__', 'constructor', 'toString'])
    assert.equal((await send('', { [name]: '1' })).status, 200, name)
})

test('what somebody does not know stays unknown, and is said so', async () => {
  const { text: first } = await house.get('/calls/travel/check')
  const { text: second } = await send(first, { 'applicant.shape': 'individual' })
  const { text: third } = await send(second, {}, 'skip')
  assert.equal(headingOf(third), 'When were you born?')
  const { text: answer } = await send(third, {}, 'skip')
  assert.equal(headingOf(answer), 'It cannot be said yet')
  const { text: back } = await send(answer, {}, 'back')
  assert.equal(headingOf(back), 'When were you born?')
})

test('an answer can be looked over and changed', async () => {
  const { text: first } = await house.get('/calls/travel/check')
  const { text: second } = await send(first, { 'applicant.shape': 'individual' })
  const { text: answer } = await send(second, { 'people.0.citizenships-1': 'India' })
  const { text: asked } = await send(answer, {}, 'change citizenship')
  assert.equal(headingOf(asked), 'Which citizenship do you have?')
  assert.ok(asked.includes('value="India"'))
  const { text: next } = await send(asked, { 'people.0.citizenships-1': 'Indonesia' })
  assert.equal(headingOf(next), 'When were you born?')
})

const ask = async (slug: string, facts: unknown, locale = '') => {
  const { status, text, headers } = await house.get(`${locale}/api/v1/calls/${slug}/eligibility`, {
    method: 'POST',
    body: typeof facts === 'string' ? facts : JSON.stringify(facts),
    headers: { 'content-type': 'application/json' },
  })
  return { status, headers, json: JSON.parse(text) }
}

test('programs are answered with the same words and the same amount', async () => {
  const facts = {
    applicant: { shape: 'individual' },
    people: [{ citizenships: ['VN'], birth_date: '1990-02-03' }],
    activity: { starts: '2027-06-01', ends: '2027-06-10' },
  }
  const { status, json } = await ask('travel', facts)
  assert.equal(status, 200)
  assert.deepEqual(
    [json.answer, json.says, json.amount.from, json.amount.to],
    ['pass', 'Yes, by its rules you may apply', '1250', '1250'],
  )
  const empty = await ask('travel', {})
  assert.equal(empty.json.answer, 'unknown')
  assert.ok(empty.json.missing.some(({ fact }: { fact: string }) => fact === '/people'))
  const over = await ask('over', { people: [{ citizenships: ['VN'] }] })
  assert.deepEqual([over.json.answer, over.json.timing.phase], ['pass', 'closed'])
})

test('the page and the API always agree', async () => {
  const country = fc.constantFrom('VN', 'ID', 'IN', 'FR')
  const person = fc.record(
    {
      citizenships: fc.uniqueArray(country, { maxLength: 3 }),
      birth_date: fc.constantFrom('1990-02-03', '2009-01-15', '2009-01-16', '2020-01-01'),
    },
    { requiredKeys: [] },
  )
  const facts = fc.record(
    {
      applicant: fc.record({ shape: fc.constantFrom('individual', 'pair', 'organisation') }),
      people: fc.array(person, { maxLength: 2 }),
      activity: fc.constant({ starts: '2027-06-01', ends: '2027-06-10' }),
    },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(facts, async (given) => {
      const { json } = await ask('travel', given)
      // Everything was asked, so that the page answers as far as it can.
      const asked = [...json.missing, ...(json.amount?.missing ?? [])].map(
        ({ fact }: { fact: string }) => fact,
      )
      const check = { facts: given, asked: [...asked, '/applicant/shape'], trail: [], aim: 'amount' }
      const body = new URLSearchParams({ 'so-far': JSON.stringify(check), do: 'amount' })
      const { text } = await house.get('/calls/travel/check', { method: 'POST', body })
      assert.equal(headingOf(text), json.says)
      if (json.answer === 'pass') assert.ok(text.includes(json.amount.says))
      for (const { answer, reason } of json.rules)
        if (answer === 'fail') assert.ok(decoded(text).includes(reason))
    }),
    { numRuns: 40 },
  )
})

test('what programs send wrong is refused with its place', async () => {
  const wrong = await ask('travel', { people: [{ birth_date: '1990-02-31' }], anything: 1 })
  assert.equal(wrong.status, 422)
  assert.equal(wrong.headers.get('content-type'), 'application/problem+json')
  assert.match(wrong.json.detail, /people\.0\.birth_date is not a date.*anything is not a field/)
  const impossible = await ask('travel', {
    people: [
      {
        birth_date: '2090-01-01',
        citizenships: ['UK'],
        career_start: '2020-13',
        residences: [{ country: 'FR', part: 'GB-SCT', since: '2020', until: '2019-05' }],
      },
    ],
  })
  assert.equal(impossible.status, 422)
  assert.match(impossible.json.detail, /people\.0\.career_start is not a date that exists/)
  const untrue = await ask('travel', {
    people: [
      {
        birth_date: '2090-01-01',
        citizenships: ['UK'],
        residences: [{ country: 'FR', part: 'GB-SCT', since: '2020', until: '2019-05' }],
      },
    ],
    activity: { starts: '2027-06-10', ends: '2027-06-01' },
  })
  assert.equal(untrue.status, 422)
  for (const said of [
    'people.0.birth_date is still to come',
    'people.0.citizenships.0 is not a country',
    'people.0.residences.0.part is no part of FR',
    'people.0.residences.0.until is before the start, 2020',
    'activity.ends is before the start, 2027-06-10',
  ])
    assert.ok(untrue.json.detail.includes(said), said)
  const tooFine = await ask('travel', { submitted_at: '2027-01-15T00:00:00.0123456789Z' })
  assert.equal(tooFine.status, 422)
  assert.equal((await ask('travel', '{')).status, 400)
  assert.equal((await ask('none', {})).status, 404)
})

test('a call that is not to be seen yet is answered nowhere, and named among no others', async () => {
  const later = { zone: 'UTC', opens: { day: '2027-06-01' }, closes: { day: '2027-07-01' } }
  const anybody = { rules: [nationals] }
  const { refused } = await importAll(
    house.db,
    'calls',
    [
      aCall({ id: 'quietneedle-draft', title: 'Quietneedle draft', state: 'draft', ...anybody }),
      aCall({ id: 'quietneedle-coming', title: 'Quietneedle coming', dates: later, ...anybody }),
      aCall({
        id: 'half-said',
        title: 'Quietneedle title',
        state: 'draft',
        translations: { fr: { title: 'Titre dit' } },
        ...anybody,
      }),
    ],
    { guests: { calls: callKeeper }, now: testNow },
  )
  assert.deepEqual(refused, [])
  for (const slug of ['quietneedle-draft', 'quietneedle-coming']) {
    assert.equal((await ask(slug, { people: [{ citizenships: ['VN'] }] })).status, 404, slug)
    assert.equal((await house.get(`/calls/${slug}/check`)).status, 404, slug)
    assert.equal((await send('', {}, 'answer', `/calls/${slug}/check`)).status, 404, slug)
    assert.deepEqual(await readCheckCounts(house.db, slug), [])
  }
  const { text: first } = await house.get('/calls/over/check')
  const { text } = await send(
    first,
    { people: '1', 'applicant.shape': 'individual' },
    'answer',
    '/calls/over/check',
  )
  const answer = await send(text, { 'people.0.citizenships-1': 'Vietnam' }, 'answer', '/calls/over/check')
  assert.ok(answer.text.includes('Titre dit'))
  assert.equal(answer.text.includes('Quietneedle'), false)
})

test('answers are counted by rule, and nothing else of them is kept', async () => {
  const before_ = await readCheckCounts(house.db, 'other')
  assert.deepEqual(before_, [])
  await ask('another-call', { people: [{ citizenships: ['VN'] }] })
  await ask('another-call', { people: [{ citizenships: ['FR'] }] })
  await ask('another-call', { people: [{ citizenships: ['IN'] }] })
  const day = '2027-01-15'
  assert.deepEqual(await readCheckCounts(house.db, 'other'), [
    { version: 1, day, rule: null, answer: 'fail', number: 2 },
    { version: 1, day, rule: null, answer: 'pass', number: 1 },
    { version: 1, day, rule: 'nationals', answer: 'fail', number: 2 },
  ])
})
