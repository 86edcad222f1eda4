import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { access } from './access.ts'
import { grantRole } from './community/roles/actions.ts'
import type { Limits } from './community/roles/model.ts'
import { importAll, plant } from './information/testing.ts'
import { callKeeper } from './practice/index.ts'
import { aCall as aFoundationCall } from './practice/calls/testing.ts'
import { houseRoles } from './roles.ts'
import { giveName, openTestHouse, openVisitor, signInByLink, testNow, type Visitor } from './testing.ts'

const house = await openTestHouse({ settings: { trustProxy: 1 } })
after(() => house.close())

// The first word alone is asked for; with another behind it, it is what nobody else may see.
const needle = 'Quietneedle'
const hidden = new RegExp(`${needle} (draft|Person|claim)|${needle}@`, 'i')

let count = 0
async function join(email: string, role?: string, limits: Limits = {}): Promise<Visitor> {
  const visitor = openVisitor(house, `192.0.2.${(count += 1)}`)
  await signInByLink(house, visitor, email)
  if (role === undefined) return visitor
  const known = { languages: new Set<string>(), countries: new Set<string>() }
  const request = { email, role, limits, until: undefined, why: 'to try', known }
  const granting = { db: house.db, roles: houseRoles, publicUrl: 'http://localhost:3000' }
  assert.deepEqual(await grantRole(granting, null, request, testNow), [])
  return visitor
}

const organisation = 'house-of-lamps'
const unknown = '00000000-0000-4000-8000-000000000009'

/** Addresses of a route, as near to what is hidden as somebody can get who knows what it is called. */
function addressesOf(path: string): string[] {
  const slug = path.startsWith('/organisations/:slug/') ? organisation : 'quiet'
  const whole = path
    .replaceAll(':slug', slug)
    .replaceAll(':code', 'vn')
    .replaceAll(':key', 'quiet')
    .replaceAll(/:file\{[^}]*\.(\w+)\}/g, 'quiet.$1')
    .replaceAll(/:(what|part)\{(\w+)[^}]*\}/g, '$2')
    .replaceAll(/:\w+(\{[^}]*\})?/g, unknown)
  return [whole, `/ur${whole}`, `${whole}?q=${needle}`]
}

test('what is private is there, and stands for nobody else on any page, in any feed, search or answer of the API', async () => {
  const draft = { slug: 'quiet', state: 'draft' }
  const words = `${needle} draft`
  await plant(house.db, 'opportunities', [
    { id: 'quiet-call', title: words, ...draft, deadline: '2027-05-31' },
  ])
  await plant(house.db, 'events', [{ id: 'quiet-event', title: words, ...draft, start_date: '2027-05-31' }])
  await plant(house.db, 'articles', [{ id: 'quiet-article', title: words, ...draft, date: '2027-01-01' }])
  await plant(house.db, 'programmes', [{ id: 'quiet-programme', name: words, ...draft }])
  await plant(house.db, 'organisations', [
    { id: 'quiet-house', name: words, ...draft },
    { id: organisation, name: 'House of Lamps' },
  ])
  const calls = [
    aFoundationCall({ id: 'quiet', title: words, ...draft }),
    aFoundationCall({
      id: 'quiet-later',
      title: words,
      dates: { zone: 'UTC', opens: { day: '2027-06-01' }, closes: { day: '2027-07-01' } },
    }),
  ]
  const report = await importAll(house.db, 'calls', calls, {
    guests: { calls: callKeeper },
    now: testNow,
  })
  assert.deepEqual(report.refused, [])
  const owner = await join(`${needle.toLowerCase()}@culture.example`)
  await giveName(owner, `${needle} Person`)
  const claim = {
    standing: `${needle} claim of a director`,
    reason: `${needle} claim because the summary is out of date`,
    proof: `${needle} claim that our website confirms`,
    proofUrl: 'https://lamps.example/team',
  }
  assert.equal((await owner.send(`/organisations/${organisation}/claim`, claim)).status, 303)
  const staff = await join('staff@culture.example', 'administrator')
  for (const [visitor, path] of [
    [owner, '/account/profile'],
    [owner, '/account'],
    [staff, '/desk/claims'],
    [staff, '/opportunities'],
    [staff, '/calls'],
    [staff, '/calls/quiet'],
    [staff, '/events/quiet'],
    [staff, `/search?q=${needle}`],
    [staff, '/api/v1/organisations'],
  ] as const)
    assert.match((await visitor.get(path)).text, hidden, path)

  const others = {
    'a stranger': openVisitor(house, '192.0.2.200'),
    'a person without roles': await join('nobody@culture.example'),
    'a focal point': await join('focal@culture.example', 'focal-point', { partner: ['vn'] }),
    'a member': await join('member@culture.example', 'organisation-member', { organisation: [organisation] }),
    'a moderator': await join('moderator@culture.example', 'moderator'),
  }
  const paths = Object.keys(access).flatMap((route) => {
    const [method, path = ''] = route.split(' ')
    return method === 'GET' ? addressesOf(path) : []
  })
  const seen: string[] = []
  for (const [who, visitor] of Object.entries(others))
    for (const path of new Set(paths)) {
      const { cookie } = visitor
      const { text, status } = await visitor.get(path)
      visitor.cookie = cookie
      assert.ok(status < 500, `${status} ${path}`)
      if (hidden.test(text)) seen.push(`${path} shows it to ${who}`)
    }
  assert.deepEqual(seen, [])
  assert.ok(paths.length > 200, `${paths.length} addresses`)
})
