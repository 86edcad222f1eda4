import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { aCall, anArticle, anEvent, plant } from '../../information/testing.ts'
import { openTestHouse } from '../../testing.ts'

const house = await openTestHouse()
after(() => house.close())

test('an empty house says what will be here', async () => {
  const { status, text } = await house.get('/')
  assert.equal(status, 200)
  for (const words of ['No call with a closing date is open now.', 'No event is on or coming now.'])
    assert.ok(text.includes(words), words)
})

test('the front page asks, and shows what closes soon, is on, is coming and was written; nothing unpublished', async () => {
  await plant(house.db, 'opportunities', [
    aCall({ title: 'Closes soon', deadline: '2027-01-20' }),
    aCall({ title: 'Closed', deadline: '2027-01-01' }),
    aCall({ title: 'Rolling on', deadline_kind: 'rolling' }),
    aCall({ title: 'Secret call', deadline: '2027-01-21', state: 'draft' }),
  ])
  await plant(house.db, 'events', [
    anEvent({ title: 'An exhibition', start_date: '2027-01-01', end_date: '2027-03-01' }),
    anEvent({ title: 'A concert', start_date: '2027-02-01' }),
    anEvent({ title: 'Secret party', start_date: '2027-02-01', state: 'archived' }),
  ])
  await plant(house.db, 'articles', [
    anArticle({ title: 'An essay', date: '2026-12-01' }),
    anArticle({ title: 'Secret essay', date: '2026-12-01', state: 'draft' }),
  ])
  const { text } = await house.get('/')
  const titles = [...text.matchAll(/<h3 class="title"><a href="([^"]+)">([^<]+)</g)].map(
    ([, , title]) => title,
  )
  assert.deepEqual(titles, ['Closes soon', 'An exhibition', 'A concert', 'An essay'])
  assert.doesNotMatch(text, /Secret/)
})

test('the question is a plain form that leads to the list, in the reader’s language', async () => {
  const { text } = await house.get('/ur/')
  const form = /<form action="\/ur\/opportunities" method="get">.*?<\/form>/s.exec(text)?.[0] ?? ''
  assert.deepEqual(
    [...form.matchAll(/<select[^>]* name="(\w+)"/g)].map(([, name]) => name),
    ['citizenship', 'residence', 'discipline'],
  )
  assert.match(form, /<option value="vn">ویتنام<\/option>/)
  assert.match(form, /<option value="xk">/)
})

test('a front page full of records asks no more than one with few', async () => {
  const count = async () => {
    const before = house.queries.length
    await house.get('/')
    return house.queries.length - before
  }
  const few = await count()
  await plant(
    house.db,
    'opportunities',
    Array.from({ length: 30 }, (_, at) => aCall({ title: `Call ${at}`, deadline: '2027-02-01' })),
  )
  assert.equal(await count(), few)
})
