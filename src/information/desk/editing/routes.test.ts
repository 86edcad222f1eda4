import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { openOrganisations } from '../../../community/testing.ts'
import { openTestHouse, openVisitor, testNow, type TestAnswer } from '../../../testing.ts'
import { plant } from '../../testing.ts'
import { fieldsIn, publish } from '../testing.ts'

const house = await openTestHouse({ settings: { trustProxy: 1 } })
after(() => house.close())
const { join } = await openOrganisations(house, [], () => testNow)
const [anna, binh] = [await join('anna', ['editor', {}]), await join('binh', ['editor', {}])]
const writer = await join('writer', ['writer', {}])
const khmer = await join('khmer', ['editor', { language: ['km'] }])

const location = ({ headers }: TestAnswer) => headers.get('location') ?? ''
const call = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  title: `Call ${id}`,
  organiser: 'Maison',
  url: 'https://www.example.org/call',
  anyone: true,
  covers: ['travel'],
  deadline: '2027-03-01',
  ...more,
})

test('a form changes only what was changed, and what a source says can be taken again', async () => {
  await plant(house.db, 'opportunities', [call('one', { summary: 'As it came' })])
  const page = await anna.get('/desk/opportunities/one')
  assert.equal(page.status, 200)
  const fields = fieldsIn(page.text)
  const saved = await anna.send(
    '/desk/opportunities/one',
    [...fields, ['do', 'save']].map((pair) => (pair[0] === 'organiser' ? ['organiser', 'Mended'] : pair)),
  )
  assert.deepEqual([saved.status, location(saved)], [303, '/desk/opportunities/one?done=saved'])
  assert.match((await house.get('/opportunities/call-one')).text, /Mended/)
  // The file comes again with another summary: only the organiser was edited.
  await plant(house.db, 'opportunities', [call('one', { summary: 'As it came anew' })])
  const again = await anna.get('/desk/opportunities/one')
  assert.match(again.text, /As it came anew/)
  assert.match(again.text, /files says: Maison/)
  const back = [...fieldsIn(again.text), ['giveback', 'organiser'], ['do', 'save']]
  assert.equal((await anna.send('/desk/opportunities/one', back)).status, 303)
  assert.match((await anna.get('/desk/opportunities/one')).text, /value="Maison"/)
})

test('whatever is wrong is named at its field, and all that was typed stays', async () => {
  await plant(house.db, 'opportunities', [call('wrong')])
  const fields = fieldsIn((await anna.get('/desk/opportunities/wrong')).text)
  const wrong: Record<string, string> = {
    title: '',
    deadline: '2027-02-30',
    deadline_zone: 'Mars/Phobos',
    age_min: '30',
    age_max: '20',
    organiser: 'Typed',
  }
  const typed = [...fields.map(([name = '', value = '']) => [name, wrong[name] ?? value]), ['do', 'save']]
  const answer = await anna.send('/desk/opportunities/wrong', typed)
  assert.equal(answer.status, 422)
  for (const words of ['Fill this in', 'no day that exists', 'is no time zone'])
    assert.match(answer.text, new RegExp(words))
  assert.match(answer.text, /value="2027-02-30"/)
  assert.match(answer.text, /value="Typed"/)
  const together = fields.map(([name = '', value = '']) => [
    name,
    { age_min: '30', age_max: '20' }[name] ?? value,
  ])
  const below = await anna.send('/desk/opportunities/wrong', [...together, ['do', 'save']])
  assert.equal(below.status, 422)
  assert.match(below.text, /below the least age/)
})

test('rows are added and taken out without script', async () => {
  await plant(house.db, 'opportunities', [call('rows')])
  const fields = fieldsIn((await anna.get('/desk/opportunities/rows')).text)
  const added = await anna.send('/desk/opportunities/rows', [...fields, ['do', 'add:rounds']])
  assert.equal(added.status, 200)
  assert.match(added.text, /name="rounds\.0\.deadline"/)
  const typed = fieldsIn(added.text)
    .filter(([name]) => name !== 'deadline')
    .map(([name = '', value = '']) => [name, name === 'rounds.0.deadline' ? '2027-04-01' : value])
  const dropped = await anna.send('/desk/opportunities/rows', [...typed, ['do', 'drop:rounds.0']])
  assert.doesNotMatch(dropped.text, /name="rounds\.0\.deadline"/)
  const saved = await anna.send('/desk/opportunities/rows', [...typed, ['do', 'save']])
  assert.equal(saved.status, 303, saved.text)
  assert.match((await house.get('/opportunities/call-rows')).text, /1 April 2027/)
})

const kites: Record<string, string> = { title: 'A Night of Kites', start_date: '2027-05-01', city: 'Huế' }

test('a record begins as a draft nobody sees, and sending its form twice makes it once', async () => {
  const page = await writer.get('/desk/events/new')
  assert.equal(page.status, 200)
  const fields = [
    ...fieldsIn(page.text).map(([name = '', value = '']) => [name, kites[name] ?? value]),
    ['do', 'save'],
  ]
  const [first, second] = await Promise.all([
    writer.send('/desk/events/new', fields),
    writer.send('/desk/events/new', fields),
  ])
  assert.deepEqual([first.status, second.status], [303, 303])
  const id = /\/desk\/events\/(events-\w+)/.exec(location(first))?.[1] ?? ''
  assert.ok(id !== '' && location(second).includes(id))
  assert.doesNotMatch((await house.get('/events')).text, /Kites/)
  assert.equal((await house.get(`/events/${id}`)).status, 404)
  await publish(house, anna, { kind: 'events', id, lang: 'en' })
  assert.equal((await house.get('/events/a-night-of-kites')).status, 200)
})

test('two who save at once lose nothing: what one changed goes together, what both changed is theirs to decide', async () => {
  await plant(house.db, 'opportunities', [call('both', { summary: 'Before' })])
  const [one, two] = [
    await anna.get('/desk/opportunities/both'),
    await binh.get('/desk/opportunities/both'),
  ].map(({ text }) => fieldsIn(text))
  const withWords = (fields: string[][], words: Record<string, string>) => [
    ...fields.map(([name = '', value = '']) => [name, words[name] ?? value]),
    ['do', 'save'],
  ]
  const answers = await Promise.all([
    anna.send(
      '/desk/opportunities/both',
      withWords(one!, { title: 'By Anna', summary: 'Anna says', host_city: 'Hue' }),
    ),
    binh.send(
      '/desk/opportunities/both',
      withWords(two!, { title: 'By Binh', summary: 'Binh says', venue: '', organiser: 'Binh’s house' }),
    ),
  ])
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 409],
  )
  const lateIsAnna = answers[0]?.status === 409
  const [late, loser, mine, theirs] = lateIsAnna
    ? [answers[0], anna, 'Anna', 'Binh']
    : [answers[1], binh, 'Binh', 'Anna']
  for (const words of ['Before', `${mine} says`, `${theirs} says`, `By ${mine}`, `By ${theirs}`])
    assert.match(late.text, new RegExp(words))
  const undecided = await loser.send('/desk/opportunities/both', [...fieldsIn(late.text), ['do', 'save']])
  assert.equal(undecided.status, 422)
  assert.match(undecided.text, /Choose which is to stand/)
  const decided = [
    ...fieldsIn(late.text).map(([name = '', value = '']) => [
      name,
      name === 'summary' ? 'Anna says and Binh says' : value,
    ]),
    ['choose.title', 'theirs'],
    ['choose.summary', 'mine'],
    ['do', 'save'],
  ]
  const saved = await loser.send('/desk/opportunities/both', decided)
  assert.equal(saved.status, 303, saved.text)
  const { text } = await house.get('/opportunities/call-both')
  for (const words of [`By ${theirs}`, 'Anna says and Binh says', 'Hue', 'Binh’s house'])
    assert.match(text, new RegExp(words))
})

test('who may write one language writes that one beside the original, and nothing else', async () => {
  await plant(house.db, 'articles', [
    {
      id: 'told',
      title: 'Told',
      body: 'A long story',
      author: 'Ana',
      date: '2027-01-01',
      url: 'https://www.example.org/told',
    },
  ])
  const page = await khmer.get('/desk/articles/told?lang=km')
  assert.equal(page.status, 200)
  assert.match(page.text, /A long story/)
  assert.match(page.text, /name="translations\.km\.body"[^>]*lang="km" dir="ltr"/)
  assert.doesNotMatch(page.text, /name="author"/)
  const fields = fieldsIn(page.text).map(([name = '', value = '']) => [
    name,
    name.endsWith('.title') ? 'និទាន' : value,
  ])
  assert.equal(
    (await khmer.send('/desk/articles/told?lang=km', [...fields, ['author', 'Forged'], ['do', 'save']]))
      .status,
    303,
  )
  assert.doesNotMatch((await house.get('/articles/told')).text, /និទាន|Forged/)
  await publish(house, anna, { kind: 'articles', id: 'told', lang: 'km' })
  assert.match((await house.get('/km/articles/told')).text, /និទាន/)
  assert.equal((await khmer.get('/desk/articles/told?lang=fr')).status, 200)
  assert.doesNotMatch((await khmer.get('/desk/articles/told?lang=fr')).text, /name="translations/)
})

test('a translation of a record archived meanwhile is kept as a draft, and that is said', async () => {
  await plant(house.db, 'articles', [{ id: 'gone', title: 'Soon gone' }])
  const fields = fieldsIn((await binh.get('/desk/articles/gone?lang=fr')).text)
  await publish(house, anna, { kind: 'articles', id: 'gone', lang: 'en', to: 'archived' })
  const typed = [
    ...fields.map(([name = '', value = '']) => [name, name.endsWith('.title') ? 'Bientôt parti' : value]),
    ['do', 'save'],
  ]
  const saved = await binh.send('/desk/articles/gone?lang=fr', typed)
  assert.equal(location(saved), '/desk/articles/gone?lang=fr&done=archived')
  const page = await binh.get(location(saved))
  assert.match(page.text, /taken into the archive while you wrote/)
  assert.match(page.text, /Bientôt parti/)
  assert.match(page.text, /French[^<]*<small>draft/)
  assert.equal((await house.get('/fr/articles/soon-gone')).status, 404)
})

test('what is not theirs to write is not there, and what is published is not changed by who may not publish', async () => {
  await plant(house.db, 'articles', [{ id: 'out', title: 'Out' }])
  const only = await join('only-events', ['editor', { kind: ['events'] }])
  assert.equal((await only.get('/desk/articles/out')).status, 404)
  assert.equal((await only.get('/desk/articles/new')).status, 403)
  assert.equal((await anna.get('/desk/articles/none')).status, 404)
  const page = await writer.get('/desk/articles/out')
  assert.equal(page.status, 200)
  assert.doesNotMatch(page.text, /name="title"/)
  const forged = await writer.send('/desk/articles/out', { version: '1', title: 'Mine', do: 'save' })
  assert.notEqual(forged.status, 303)
  assert.match((await house.get('/articles/out')).text, /Out/)
})

test('a draft is kept for who typed it, offered when they come again, and gone once it is saved', async () => {
  await plant(house.db, 'articles', [{ id: 'drafted', title: 'Drafted' }])
  const fields = fieldsIn((await anna.get('/desk/articles/drafted')).text).map(([name = '', value = '']) => [
    name,
    name === 'title' ? 'Typed so far' : value,
  ])
  const kept = await anna.send('/desk/articles/drafted/draft', fields, { accept: 'application/json' })
  assert.equal(kept.status, 200)
  const page = await anna.get('/desk/articles/drafted')
  assert.match(page.text, /text from [^.]*12:00 UTC/)
  assert.doesNotMatch(page.text, /Typed so far/)
  assert.doesNotMatch((await binh.get('/desk/articles/drafted?draft=yes')).text, /Typed so far/)
  // A window that Anna left open does not give her words to who has signed in since.
  const left = [...fields, ['whose', anna.personId]]
  const json = { accept: 'application/json' }
  assert.equal((await binh.send('/desk/articles/drafted/draft', left, json)).status, 401)
  assert.doesNotMatch((await binh.get('/desk/articles/drafted')).text, /not saved yet/)
  assert.equal((await anna.send('/desk/articles/drafted/draft', left, json)).status, 200)
  const open = await anna.get('/desk/articles/drafted?draft=yes')
  assert.match(open.text, /value="Typed so far"/)
  assert.equal(
    (await anna.send('/desk/articles/drafted', [...fieldsIn(open.text), ['do', 'save']])).status,
    303,
  )
  assert.doesNotMatch((await anna.get('/desk/articles/drafted')).text, /not saved yet/)
  const again = await anna.send('/desk/articles/drafted', [
    ...fieldsIn((await anna.get('/desk/articles/drafted')).text),
    ['do', 'draft'],
  ])
  assert.match(location(again), /draft=yes&done=draft/)
  assert.equal((await anna.send('/desk/articles/drafted/draft', { do: 'drop' })).status, 303)
  assert.doesNotMatch((await anna.get('/desk/articles/drafted')).text, /not saved yet/)
})

test('a session that ends while somebody writes loses nothing: it comes back once they have signed in', async () => {
  await plant(house.db, 'articles', [{ id: 'ended', title: 'Ended' }])
  const fields = fieldsIn((await anna.get('/desk/articles/ended')).text).map(([name = '', value = '']) => [
    name,
    name === 'body' ? '\nA <b>long</b> "evening"' : value,
  ])
  const stranger = openVisitor(house, '198.51.100.99')
  const refused = await stranger.send('/desk/articles/ended', [...fields, ['do', 'save']])
  assert.equal(refused.status, 401)
  assert.equal(refused.headers.get('cache-control'), 'no-store')
  assert.match(refused.text, /nothing is lost/)
  assert.match(refused.text, /A &lt;b&gt;long&lt;\/b&gt;/)
  const resumed = await anna.send('/desk/articles/ended', [...fieldsIn(refused.text), ['do', 'resume']])
  assert.match(location(resumed), /^\/desk\/articles\/ended\?draft=yes/)
  const page = await anna.get(location(resumed))
  assert.match(page.text, /A &lt;b&gt;long&lt;\/b&gt; &quot;evening&quot;/)
  const foreign = await stranger.send('/desk/articles/ended', fields, { origin: 'https://evil.example' })
  assert.equal(foreign.status, 403)
})

test('an address that is changed leads to the new one, for good and everywhere; one that is or was another’s is refused', async () => {
  await plant(house.db, 'events', [
    { id: 'm-1', title: 'Moved', start_date: '2027-03-01' },
    { id: 'other', title: 'Other', start_date: '2027-03-01' },
  ])
  const save = async (id: string, slug: string) => {
    const fields = fieldsIn((await anna.get(`/desk/events/${id}`)).text)
    return anna.send(`/desk/events/${id}`, [
      ...fields.map(([name = '', value = '']) => [name, name === 'slug' ? slug : value]),
      ['do', 'save'],
    ])
  }
  assert.equal((await save('m-1', 'other')).status, 422)
  assert.equal((await save('m-1', 'moved-on')).status, 303)
  const moved = {
    '/events/moved': '/events/moved-on',
    '/ur/events/moved?a=b': '/ur/events/moved-on?a=b',
    '/events/moved/dates': '/events/moved-on/dates',
    '/events/moved.ics': '/events/moved-on.ics',
    '/api/v1/events/moved': '/api/v1/events/moved-on',
  }
  for (const [from, to] of Object.entries(moved)) {
    const answer = await house.get(from)
    assert.deepEqual([answer.status, location(answer)], [301, to], from)
  }
  const taken = await save('other', 'moved')
  assert.equal(taken.status, 422)
  assert.match(taken.text, /is or was the address of another record/)
  await plant(house.db, 'events', [{ id: 'third', title: 'Moved', start_date: '2027-03-01' }])
  assert.equal((await house.get('/events/moved-2')).status, 200)
  assert.equal((await save('m-1', 'moved')).status, 303)
  assert.equal((await house.get('/events/moved')).status, 200)
  assert.equal(location(await house.get('/events/moved-on')), '/events/moved')
  // What nobody may see leads nowhere.
  await publish(house, anna, { kind: 'events', id: 'm-1', lang: 'en', to: 'archived' })
  assert.equal((await house.get('/events/moved-on')).status, 404)
})
