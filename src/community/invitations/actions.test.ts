import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { houseRoles } from '../../roles.ts'
import { openTestHouse, openVisitor, testNow } from '../../testing.ts'
import { inviteSomebody } from './actions.ts'

let now = testNow
const house = await openTestHouse({ clock: () => now })
after(() => house.close())

const granting = { db: house.db, roles: houseRoles, publicUrl: 'http://localhost:3000' }

async function follow(link: string) {
  const visitor = openVisitor(house)
  const token = new URL(link).searchParams.get('token') ?? ''
  const { status, headers } = await visitor.send('/sign-in/link', { token })
  return { visitor, status, location: headers.get('location') }
}

test('the first administrator comes in by the link, within a week and once', async () => {
  const answer = await inviteSomebody(
    granting,
    { email: 'First@Culture.Example', role: 'administrator' },
    now,
  )
  assert.ok('link' in answer)
  now = testNow.add({ hours: 6 * 24 })
  const { visitor, status, location } = await follow(answer.link)
  assert.deepEqual([status, location], [303, '/desk'])
  assert.equal((await visitor.get('/desk/roles')).status, 200)
  const again = await follow(answer.link)
  now = testNow
  assert.equal(again.status, 410)
})

test('invited again, one gets another link and no second role', async () => {
  const answer = await inviteSomebody(
    granting,
    { email: 'first@culture.example', role: 'administrator' },
    now,
  )
  assert.ok('link' in answer)
  const { visitor } = await follow(answer.link)
  const { text } = await visitor.get('/desk/roles')
  assert.equal(text.match(/href="\/desk\/roles\/[0-9a-f-]{36}"/g)?.length, 1)
})

test('what cannot be is said in a sentence, and nothing is granted', async () => {
  const ask = (email: string, role: string) => inviteSomebody(granting, { email, role }, now)
  assert.deepEqual(await ask('nobody', 'administrator'), { fault: '“nobody” is no e-mail address.' })
  assert.deepEqual(await ask('a@culture.example', 'emperor'), { fault: '“emperor” is no role.' })
  assert.deepEqual(await ask('a@culture.example', 'focal-point'), {
    fault: 'The role focal-point needs a partner: grant it at /desk/roles.',
  })
})
