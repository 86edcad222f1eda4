import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { access, type AccessRule } from './access.ts'
import { grantRole } from './community/roles/actions.ts'
import type { Limits } from './community/roles/model.ts'
import { plant } from './information/testing.ts'
import { openTestHouse, openVisitor, signInByLink, testNow, type Visitor } from './testing.ts'
import { houseRoles } from './roles.ts'

const house = await openTestHouse({ settings: { demonstration: 'full', trustProxy: 1 } })
after(() => house.close())

/** Every route of the house as Hono knows it, without what every request passes. */
const routes = [
  ...new Set(
    house.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
  ),
]

const limitsOf: Record<string, Limits> = {
  'focal-point': { partner: ['vn'] },
  'organisation-editor': { organisation: ['one'] },
  'organisation-member': { organisation: ['one'] },
}

/** Somebody of each role, somebody without any, and a stranger; with the permissions each has. */
async function openEverybody(): Promise<{ name: string; visitor: Visitor; may: readonly string[] }[]> {
  await plant(house.db, 'organisations', [{ id: 'one', name: 'One' }])
  const everybody = [
    { name: 'a stranger', visitor: openVisitor(house, '192.0.2.200'), may: [] as readonly string[] },
  ]
  for (const role of [undefined, ...houseRoles.all]) {
    const email = `${role?.id ?? 'nobody'}@culture.example`
    const visitor = openVisitor(house, `192.0.2.${everybody.length}`)
    await signInByLink(house, visitor, email)
    if (role) {
      const request = {
        email,
        role: role.id,
        limits: limitsOf[role.id] ?? {},
        until: undefined,
        why: 'to try',
      }
      const known = { languages: new Set<string>(), countries: new Set<string>() }
      const granting = { db: house.db, roles: houseRoles, publicUrl: 'http://localhost:3000' }
      assert.deepEqual(await grantRole(granting, null, { ...request, known }, testNow), [])
    }
    everybody.push({ name: role?.id ?? 'a person without roles', visitor, may: role?.permissions ?? [] })
  }
  return everybody
}

const sample: Record<string, string> = {
  ':name': 'none.css',
  ':slug': 'none',
  ':file{[^/]+\\.ics}': 'none.ics',
  ':file{[^/]+\\.png}': 'none.x.png',
  ':file{house\\.[^/]+\\.png}': 'house.x.png',
  ':file{[^/]+\\.xml}': 'none.xml',
  ':plural{opportunities|events|articles|programmes|organisations}': 'events',
  ':token': 'none',
  ':file': 'none',
  ':picture': 'none',
  ':what{first|remove}': 'first',
  ':key': 'none',
  ':code': 'vn',
  ':id': '00000000-0000-4000-8000-000000000009',
  ':part{email|password}': 'email',
  ':part{read|mail}': 'mail',
  ':what{limit|end}': 'limit',
  ':part{key|end|recovery}': 'key',
  ':what{accept|refuse}': 'accept',
  ':what{send|withdraw}': 'send',
  ':what{role|end}': 'role',
  ':item': 'none',
  ':version': '1',
  ':schedule': '00000000-0000-4000-8000-000000000006',
  ':remark': '00000000-0000-4000-8000-000000000005',
  ':vocabulary': 'discipline',
  ':term': 'dance',
  ':set': 'eu',
  ':what{place|retire|merge}': 'merge',
  ':person': '00000000-0000-4000-8000-000000000008',
  ':invitation': '00000000-0000-4000-8000-000000000007',
}

const addressOf = (path: string) => path.replaceAll(/:\w+(\{[^}]*\})?/g, (name) => sample[name] ?? name)

type Verdict = 'let in' | 'led to sign in' | 'refused'

async function ask(visitor: Visitor, route: string, prefix: string): Promise<Verdict | `answered ${number}`> {
  const [method, path = ''] = route.split(' ')
  const address = prefix + addressOf(path)
  const { cookie } = visitor
  const answer = method === 'GET' ? await visitor.get(address) : await visitor.send(address, {})
  // Signing out must not change who is asking.
  visitor.cookie = cookie
  const location = answer.headers.get('location') ?? ''
  if (answer.status === 403) return 'refused'
  if (answer.status === 401 || /^(\/ur)?\/sign-in(\?next=.*)?$/.test(location)) return 'led to sign in'
  // 404 is a thing that is not there, once one was let in; 409 one in another state; 400, 410, 415 and 422 are about what was sent.
  return [200, 301, 302, 303, 400, 404, 409, 410, 415, 422, 503].includes(answer.status)
    ? 'let in'
    : `answered ${answer.status}`
}

function expected(rule: AccessRule, { name, may }: { name: string; may: readonly string[] }): Verdict {
  if (rule === 'anyone') return 'let in'
  if (name === 'a stranger') return 'led to sign in'
  return rule === 'person' || may.includes(rule.may) ? 'let in' : 'refused'
}

test('every route has a rule, and every rule a route', () => {
  assert.deepEqual(routes.toSorted(), Object.keys(access).toSorted())
})

test('every role is let in by every route that its rule says, in every language, and by no other', async () => {
  const everybody = await openEverybody()
  const wrong: string[] = []
  for (const [route, rule] of Object.entries(access)) {
    // Signing out ends the session for good.
    if (route === 'POST /sign-out' || route === 'POST /account/sessions/others/end') continue
    for (const somebody of everybody) {
      const should = expected(rule, somebody)
      for (const prefix of ['', '/ur']) {
        const answered = await ask(somebody.visitor, route, prefix)
        if (answered !== should) wrong.push(`${route} as ${somebody.name}: ${answered}, not ${should}`)
      }
    }
  }
  assert.deepEqual(wrong, [])
})

test('a private page tells nobody to keep it, whoever asks', async () => {
  const visitor = openVisitor(house, '192.0.2.210')
  for (const [route, rule] of Object.entries(access)) {
    const [method, path = ''] = route.split(' ')
    if (rule === 'anyone' || method !== 'GET') continue
    assert.equal((await visitor.get(addressOf(path))).headers.get('cache-control'), 'no-store', route)
  }
})
