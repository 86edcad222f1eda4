import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { onChangedSets, resolvingWho } from '../../../information/opportunities/jobs.ts'
import { aCall, plant } from '../../../information/testing.ts'
import { rows } from '../../../platform/database/rows.ts'
import { openLog, openWork } from '../../../platform/index.ts'
import { until } from '../../../platform/testing.ts'
import { openAdministrator, openTestHouse, openVisitor, testNow, type Visitor } from '../../../testing.ts'

const house = await openTestHouse({ settings: { trustProxy: 1 } })
after(() => house.close())
const { db } = house
const one = await openAdministrator(house, 'one', '192.0.2.1')
const other = await openAdministrator(house, 'other', '192.0.2.2')

await plant(db, 'opportunities', [
  aCall({ id: 'call', title: 'For the Benelux', eligible_regions: ['Benelux'] }),
])

/** The form of a set as a browser would send it. */
async function formOf(who: Visitor, set: string): Promise<Record<string, string>> {
  const { text } = await who.get(`/desk/settings/sets/${set}`)
  const inputs = [...text.matchAll(/<input[^>]*? name="([\w-]+)"[^>]*? value="([^"]*)"/g)]
  const fields = inputs.flatMap(([, name = '', value = '']) =>
    name.startsWith('remove') ? [] : [[name, value]],
  )
  return Object.fromEntries(fields)
}

const placesOf = async (id: string) => {
  const found = await rows<{ places: string[] }>(
    db,
    sql`select residence_places as places from information.opportunity where id = ${id}`,
  )
  return found[0]?.places
}

test('a set has other members from a day on, and who may apply is worked out again', async () => {
  assert.deepEqual(await placesOf('call'), ['BE', 'LU', 'NL'])
  const form = await formOf(one, 'benelux')
  const at = Number(form['lines']) - 3
  const joined = { ...form, [`place-${at}`]: 'DE', [`from-${at}`]: '2027-01-01' }
  assert.equal((await one.send('/desk/settings/sets/benelux', joined)).status, 303)
  const work = openWork(
    house.database,
    openLog({ level: 'silent' }),
    { handlers: { 'information.resolveWho': resolvingWho(() => testNow) }, listeners: [onChangedSets] },
    { places: 1, lookSeconds: 0.5, cronSeconds: 30 },
  )
  await work.start()
  await until(async () => (await placesOf('call'))?.includes('DE') ?? false)
  await work.stop(5)
  assert.deepEqual(await placesOf('call'), ['BE', 'DE', 'LU', 'NL'])
  const { text } = await one.get('/desk/settings/changes')
  assert.match(text, /members\.DE<\/code>.*<ins>2027-01-01 –<\/ins>/s)
  assert.doesNotMatch(text, /members\.BE/)
})

test('days that do not exist, in the wrong order or twice at once are refused, and what was typed is kept', async () => {
  const form = await formOf(one, 'benelux')
  const last = Number(form['lines']) - 3
  const wrong = {
    ...form,
    'until-0': '1950-01-01',
    'from-1': '2027-02-30',
    [`place-${last}`]: 'DE',
    [`from-${last}`]: '2027-06-01',
  }
  const { status, text } = await one.send('/desk/settings/sets/benelux', wrong)
  assert.equal(status, 422)
  for (const words of [
    /must be after the first one/,
    /first day of membership/,
    /member at that time already/,
  ])
    assert.match(text, words)
  assert.match(text, /value="2027-06-01"/)
})

test('of two who change a set the second sees what the first saved', async () => {
  const [mine, theirs] = [await formOf(one, 'visegrad'), await formOf(other, 'visegrad')]
  assert.equal(
    (await one.send('/desk/settings/sets/visegrad', { ...mine, 'until-0': '2027-05-01' })).status,
    303,
  )
  const { status, text } = await other.send('/desk/settings/sets/visegrad', { ...theirs, note: 'Mine' })
  assert.equal(status, 409)
  assert.match(text, /It is now: “[^”]*2027-05-01/)
  assert.match(text, />Mine<\/textarea>/)
})

test('a set is made, named once, and calls can name it', async () => {
  const set = {
    version: '0',
    name: 'Silk road towns',
    id: 'silk-road',
    lines: '3',
    'place-0': 'UZ',
    'from-0': '2020-01-01',
  }
  const nameless = await one.send('/desk/settings/sets/new', { ...set, name: '', id: 'Silk Road' })
  assert.equal(nameless.status, 422)
  assert.match(nameless.text, /Enter a name.*small letters, figures and hyphens/s)
  assert.equal((await one.send('/desk/settings/sets/new', set)).status, 303)
  assert.match(
    (await one.send('/desk/settings/sets/new', { ...set, id: 'other' })).text,
    /There is a set of this name/,
  )
  await plant(db, 'opportunities', [aCall({ id: 'silk', title: 'Silk', residence: ['silk-road'] })])
  assert.deepEqual(await placesOf('silk'), ['UZ'])
  assert.equal((await openVisitor(house, '192.0.2.9').get('/opportunities?residence=uz')).status, 200)
})
