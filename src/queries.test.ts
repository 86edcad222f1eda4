import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { grantRole } from './community/roles/actions.ts'
import { aCall, anArticle, anEvent, anOrganisation, plant } from './information/testing.ts'
import { houseRoles } from './roles.ts'
import { openTestHouse, openVisitor, signInByLink, testNow, type Visitor } from './testing.ts'

const house = await openTestHouse()
after(() => house.close())

async function plantNumbered(from: number, to: number): Promise<void> {
  const numbers = Array.from({ length: to - from }, (_, index) => from + index)
  const draft = (number: number) => ({ state: number % 2 === 0 ? 'draft' : 'published', original_lang: 'fr' })
  const titled = (number: number) => ({ id: `number-${number}`, title: `Lamp ${number}`, ...draft(number) })
  await plant(
    house.db,
    'opportunities',
    numbers.map((number) => aCall(titled(number))),
  )
  await plant(
    house.db,
    'events',
    numbers.map((number) => anEvent(titled(number))),
  )
  await plant(
    house.db,
    'articles',
    numbers.map((number) => anArticle(titled(number))),
  )
  await plant(
    house.db,
    'organisations',
    numbers.map((number) => anOrganisation(titled(number))),
  )
}

/** An editor of French, so that every list asks what they may see of whose text. */
async function openEditor(): Promise<Visitor> {
  const editor = openVisitor(house)
  await signInByLink(house, editor, 'editor@culture.example')
  const known = { languages: new Set(['fr']), countries: new Set<string>() }
  const grant = {
    email: 'editor@culture.example',
    role: 'editor',
    limits: { language: ['fr'] },
    until: undefined,
  }
  const granting = { db: house.db, roles: houseRoles, publicUrl: 'http://localhost:3000' }
  assert.deepEqual(await grantRole(granting, null, { ...grant, why: 'to try', known }, testNow), [])
  return editor
}

const lists = [
  '/opportunities',
  '/events',
  '/articles',
  '/organisations',
  '/events/calendar?month=2027-02',
  '/',
]
const pages = [
  ...lists,
  '/opportunities/lamp-1',
  '/events/lamp-1',
  '/articles/lamp-1',
  '/partners/vn',
  '/languages',
]

async function asked(visitor: Visitor, path: string): Promise<string[]> {
  // What is kept between requests is read by the first.
  await visitor.get(path)
  const before = house.queries.length
  assert.equal((await visitor.get(path)).status, 200, path)
  return house.queries.slice(before)
}

await plantNumbered(0, 2)
const editor = await openEditor()

test('a page costs somebody who is signed in one query more than a stranger, whoever they are and wherever they look', async () => {
  const person = openVisitor(house)
  await signInByLink(house, person, 'person@culture.example')
  for (const path of pages) {
    const strangers = await asked(openVisitor(house), path)
    for (const visitor of [person, editor]) {
      const theirs = await asked(visitor, path)
      assert.equal(theirs.length, strangers.length + 1, path)
      assert.match(theirs[0] ?? '', /from community\.session/)
    }
  }
})

test('a list asks as much for thirty records as for one, as an editor who sees drafts within limits', async () => {
  const counts = async () => {
    const found: [string, number][] = []
    for (const path of lists) found.push([path, (await asked(editor, path)).length])
    return found
  }
  const few = await counts()
  await plantNumbered(2, 32)
  const countIn = async (visitor: Visitor) =>
    /class="count"> (\d+)</.exec((await visitor.get('/opportunities')).text)?.[1]
  assert.deepEqual([await countIn(editor), await countIn(openVisitor(house))], ['32', '16'])
  assert.deepEqual(await counts(), few)
})

test('a search asks as much for thirty records of a kind as for three, and one query more for who is signed in', async () => {
  // Below three it looks for slips besides.
  const bridges = (from: number, to: number) =>
    plant(
      house.db,
      'events',
      Array.from({ length: to - from }, (_, at) => anEvent({ id: `bridge-${from + at}`, title: 'Bridge' })),
    )
  const counts = async () => [
    (await asked(openVisitor(house), '/search?q=bridge')).length,
    (await asked(editor, '/search?q=bridge')).length,
  ]
  await bridges(0, 3)
  const few = await counts()
  assert.equal(few[1], few[0]! + 1)
  await bridges(3, 33)
  assert.deepEqual(await counts(), few)
})
