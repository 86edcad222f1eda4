import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { listOutbox } from '../../platform/index.ts'
import { lastLink, openTestHouse, openVisitor, testNow } from '../../testing.ts'
import { demonstrationPassword } from '../demonstration/model.ts'
import { plantDemonstrationPeople } from '../demonstration/actions.ts'

let now = testNow
const house = await openTestHouse({ settings: { demonstration: 'full', trustProxy: 1 }, clock: () => now })
await plantDemonstrationPeople(house.db, testNow)
after(() => house.close())

const right = { email: 'editor@demo.example', password: demonstrationPassword, way: 'password' }

test('ten failures from one network are let be, then it waits; what succeeds does not count', async () => {
  const visitor = openVisitor(house, '198.51.100.1')
  const statuses: number[] = []
  const attempt = async (password: string) =>
    void statuses.push(
      (await openVisitor(house, '198.51.100.1').send('/sign-in', { ...right, password })).status,
    )
  for (let time = 0; time < 10; time += 1) await attempt('wrong, time and again')
  await attempt('wrong once more')
  assert.deepEqual(statuses, [...Array<number>(10).fill(422), 429])
  const { headers } = await visitor.send('/sign-in', right)
  assert.ok(Number(headers.get('retry-after')) > 0)
  assert.equal((await openVisitor(house, '198.51.100.2').send('/sign-in', right)).status, 303)
  now = testNow.add({ seconds: 11 })
  const later = await visitor.send('/sign-in', right)
  now = testNow
  assert.equal(later.status, 303)
  const many = await Promise.all(
    Array.from({ length: 25 }, () => openVisitor(house, '198.51.100.3').send('/sign-in', right)),
  )
  assert.deepEqual(new Set(many.map(({ status }) => status)), new Set([303]))
})

test('an account under attack from everywhere stays open to its owner, by link and from where they have been', async () => {
  const email = 'artist@demo.example'
  const own = { email, password: demonstrationPassword, way: 'password' }
  const owner = openVisitor(house, '203.0.113.1')
  assert.equal((await owner.send('/sign-in', own)).status, 303)
  for (let network = 0; network < 30; network += 1)
    await openVisitor(house, `203.0.113.${100 + network}`).send('/sign-in', {
      ...own,
      password: 'guessing on and on',
    })
  assert.equal((await openVisitor(house, '203.0.113.99').send('/sign-in', own)).status, 429)
  assert.equal((await openVisitor(house, '203.0.113.1').send('/sign-in', own)).status, 303)
  const stranger = openVisitor(house, '203.0.113.98')
  await stranger.send('/sign-in', { email, way: 'link' })
  assert.equal(
    (
      await stranger.send('/sign-in/link', {
        token:
          new URL((await lastLink(house, email)) ?? '', 'http://localhost').searchParams.get('token') ?? '',
      })
    ).status,
    303,
  )
})

test('a mailbox gets a few letters and no more, and nobody is told which', async () => {
  const email = 'mailbox@culture.example'
  for (let time = 0; time < 8; time += 1) {
    const { status, headers } = await openVisitor(house).send('/sign-in', { email, way: 'link' })
    assert.deepEqual([status, headers.get('location')], [303, '/sign-in/sent'])
  }
  const letters = (await listOutbox(house.db)).filter(({ to }) => to.address === email)
  assert.equal(letters.length, 5)
})
