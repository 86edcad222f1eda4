import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { access, isForPrograms, isOpenWithOneFactor } from '../../access.ts'
import { houseRoles } from '../../roles.ts'
import { openTestHouse, openVisitor, signInByLink, testNow, type Visitor } from '../../testing.ts'
import { codeOf, switchCodesOn } from '../codes/testing.ts'
import { plantDemonstrationPeople } from '../demonstration/actions.ts'
import { demonstrationPassword } from '../demonstration/model.ts'
import { Device } from '../passkeys/testing.ts'
import { grantRole } from '../roles/actions.ts'

let now = testNow
const settings = { demonstration: 'full', trustProxy: 1, staffSecondFactor: true } as const
const house = await openTestHouse({ settings, clock: () => now })
after(() => house.close())

let count = 0
async function hire(role: string | undefined): Promise<Visitor & { email: string }> {
  count += 1
  const email = `staff-${count}@culture.example`
  const visitor = openVisitor(house, `192.0.2.${count}`)
  await signInByLink(house, visitor, email)
  if (role) {
    const limits = role === 'focal-point' ? { partner: ['vn'] } : {}
    const known = { languages: new Set<string>(), countries: new Set<string>() }
    const granting = { db: house.db, roles: houseRoles, publicUrl: 'http://localhost:3000' }
    const request = { email, role, limits, until: undefined, why: 'to try', known }
    assert.deepEqual(await grantRole(granting, null, request, now), [])
  }
  return Object.assign(visitor, { email })
}

const locationOf = async (answer: Promise<{ status: number; headers: Headers }>) => {
  const { status, headers } = await answer
  return [status, headers.get('location')]
}

const addressOf = (path: string) =>
  path
    .replaceAll(/:part\{([a-z]+)[^}]*\}/g, '$1')
    .replaceAll(/:what\{([a-z]+)[^}]*\}/g, '$1')
    .replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000009')

test('with one factor staff are led from every page to their account, which says why; the way out stays open', async () => {
  const editor = await hire('editor')
  const wrong: string[] = []
  for (const route of Object.keys(access)) {
    const [method, path = ''] = route.split(' ')
    if (/^\/(assets|healthz|readyz)/.test(path) || isOpenWithOneFactor(path)) continue
    if (isForPrograms(addressOf(path))) continue
    for (const prefix of ['', '/ur']) {
      const address = prefix + addressOf(path)
      const answer = method === 'GET' ? await editor.get(address) : await editor.send(address, {})
      const led = answer.status === 303 && answer.headers.get('location') === `${prefix}/account`
      const refused = path.startsWith('/api/') && answer.status === 403
      if (!led && !refused) wrong.push(`${route}: ${answer.status}`)
    }
  }
  assert.deepEqual(wrong, [])
  const account = await editor.get('/account')
  assert.equal(account.status, 200)
  assert.match(account.text, /class="notice warning"[^<]*>Your role here needs a second factor/)
  assert.doesNotMatch(account.text, /href="\/desk"/)
  const program = await house.get('/api/v1/anything', { headers: { cookie: editor.cookie ?? '' } })
  assert.deepEqual([program.status, program.headers.get('content-type')], [403, 'application/problem+json'])
  assert.match(program.text, /second factor/)
  assert.equal((await editor.send('/sign-out', {})).headers.get('location'), '/')
})

test('once codes are on, or a passkey is added, the desk is open, and signing in asks for two factors from then on', async () => {
  const [coder, keeper] = [await hire('administrator'), await hire('moderator')]
  const { key } = await switchCodesOn(coder, now)
  assert.equal((await coder.get('/desk')).status, 200)
  assert.match((await coder.get('/desk/roles')).text, /staff-/)

  const device = new Device()
  const { text } = await keeper.send('/account/passkeys/challenge', {})
  await keeper.send('/account/passkeys', { answer: device.make(text), passkeyName: 'Phone' })
  assert.equal((await keeper.get('/desk')).status, 200)

  now = now.add({ minutes: 1 })
  const back = openVisitor(house, '203.0.113.1')
  await signInByLink(house, back, coder.email)
  await back.send('/sign-in/code', { code: codeOf(key, now) })
  assert.equal((await back.get('/desk')).status, 200)
})

test('by link alone, somebody whose factor is a passkey gets neither to the desk nor to another factor', async () => {
  const keeper = await hire('editor')
  const device = new Device()
  const { text } = await keeper.send('/account/passkeys/challenge', {})
  await keeper.send('/account/passkeys', { answer: device.make(text), passkeyName: 'Phone' })
  const thief = openVisitor(house, '203.0.113.2')
  await signInByLink(house, thief, keeper.email)
  assert.deepEqual(await locationOf(thief.get('/desk')), [303, '/account'])
  const page = (await thief.get('/account')).text
  assert.match(page, /Sign in again with your passkey/)
  const link = /href="(\/account\/passkeys\/[0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
  const statuses = [
    (await thief.send('/account/passkeys/challenge', {})).status,
    (await thief.send('/account/codes/key', {})).status,
    (await thief.send(`${link}/end`, {})).status,
  ]
  assert.deepEqual(statuses, [403, 403, 403])
  const asked = await thief.send('/sign-in/passkey/challenge', {})
  await thief.send('/sign-in/passkey', { answer: device.show(asked.text) })
  assert.equal((await thief.get('/desk')).status, 200)
})

test('whoever takes their last factor away is led back to set one up, and their tokens have no role either', async () => {
  const editor = await hire('editor')
  await switchCodesOn(editor, now)
  assert.equal((await editor.get('/desk')).status, 200)
  const fields = { name: 'Our website', scopes: 'read', until: '2027-03-31' }
  const token = /caravanserai_[\w-]{43}/.exec((await editor.send('/account/tokens', fields)).text)?.[0] ?? ''
  const rolesByToken = async () => {
    const { text } = await house.get('/api/v1/me', { headers: { authorization: `Bearer ${token}` } })
    return /"editor"/.test(text)
  }
  assert.equal(await rolesByToken(), true)
  assert.equal((await editor.send('/account/codes/end', {})).status, 303)
  assert.deepEqual(await locationOf(editor.get('/desk')), [303, '/account'])
  assert.equal(await rolesByToken(), false)
})

test('who opens no desk needs no second factor, and a role that is granted asks for one at once', async () => {
  const [person, focal] = [await hire(undefined), await hire('focal-point')]
  for (const visitor of [person, focal]) {
    assert.equal((await visitor.get('/languages')).status, 200)
    assert.doesNotMatch((await visitor.get('/account')).text, /needs a second factor/)
  }
  const known = { languages: new Set<string>(), countries: new Set<string>() }
  const granting = { db: house.db, roles: houseRoles, publicUrl: 'http://localhost:3000' }
  const request = { email: person.email, role: 'editor', limits: {}, until: undefined, why: 'to try', known }
  await grantRole(granting, null, request, now)
  assert.deepEqual(await locationOf(person.get('/languages')), [303, '/account'])
})

test('people of the demonstration go on without one', async () => {
  await plantDemonstrationPeople(house.db, now)
  const visitor = openVisitor(house, '203.0.113.3')
  await visitor.send('/sign-in', {
    email: 'admin@demo.example',
    password: demonstrationPassword,
    way: 'password',
  })
  assert.equal((await visitor.get('/desk')).status, 200)
})

test('without the setting nobody is asked for one', async () => {
  const other = await openTestHouse({ settings: { trustProxy: 1 } })
  const visitor = openVisitor(other)
  await signInByLink(other, visitor, 'editor@culture.example')
  const known = { languages: new Set<string>(), countries: new Set<string>() }
  const granting = { db: other.db, roles: houseRoles, publicUrl: 'http://localhost:3000' }
  const request = {
    email: 'editor@culture.example',
    role: 'editor',
    limits: {},
    until: undefined,
    why: 'x',
    known,
  }
  await grantRole(granting, null, request, testNow)
  assert.equal((await visitor.get('/desk')).status, 200)
  await other.close()
})
