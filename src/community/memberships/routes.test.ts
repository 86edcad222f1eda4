import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { houseRoles } from '../../roles.ts'
import { listAudit } from '../../platform/index.ts'
import { giveName, openTestHouse, testNow, type Visitor } from '../../testing.ts'
import { openOrganisations, someoneWho, toldTo } from '../testing.ts'
import { endRole, grantRole } from '../roles/actions.ts'
import { listGrants } from '../roles/queries.ts'
import { changeMembership, endMembership } from './actions.ts'
import { membershipNotices } from './model.ts'
import { speaksFor } from './permissions.ts'
import { listMembershipsOf, listPeopleOf } from './queries.ts'

let now = testNow
const house = await openTestHouse({ settings: { trustProxy: 1 }, clock: () => now })
after(() => house.close())
const ids = Array.from({ length: 12 }, (_, at) => `org-${at + 1}`)
const { join, grant } = await openOrganisations(house, ids, () => now)
const { db } = house

const editorOf = (...organisation: string[]) => ['organisation-editor', { organisation }] as [string, object]
const memberOf = (...organisation: string[]) => ['organisation-member', { organisation }] as [string, object]
const page = (id: string) => `/account/organisations/${id}`
const rolesIn = async (id: string) => {
  const people = await listPeopleOf(db, id, now)
  return people.map(({ email, role }) => `${email.split('@')[0]}: ${role.split('-')[1]}`).toSorted()
}

test('one sees the organisations one belongs to and what one can do there, and no others', async () => {
  const ada = await join('ada', editorOf('org-1'), memberOf('org-2'))
  const { text } = await ada.get('/account/organisations')
  assert.match(text, /House org-1[\s\S]*keeps its entry[\s\S]*House org-2[\s\S]*cannot change its entry/)
  assert.doesNotMatch(text, /House org-3/)
  assert.equal((await ada.get(page('org-1'))).status, 200)
  assert.equal((await ada.get(page('org-3'))).status, 404)
  assert.equal((await ada.get(page('nowhere'))).status, 404)
  const nobody = await join('nobody')
  assert.match((await nobody.get('/account/organisations')).text, /You belong to no organisation/)
  assert.equal((await nobody.get(page('org-1'))).status, 404)
})

test('an editor changes and ends memberships, each audited and told; a member may only leave', async () => {
  const editor = await join('bea', editorOf('org-3'))
  const member = await join('ben', memberOf('org-3'))
  const path = `${page('org-3')}/people/${member.personId}`
  const refused = await member.send(`${page('org-3')}/people/${editor.personId}/end`, {})
  assert.equal(refused.status, 403)
  assert.equal((await member.send(`${path}/role`, { role: 'organisation-editor' })).status, 403)
  const changed = await editor.send(`${path}/role`, { role: 'organisation-editor' })
  assert.equal(changed.headers.get('location'), `${page('org-3')}?done=changed`)
  assert.deepEqual(await rolesIn('org-3'), ['bea: editor', 'ben: editor'])
  assert.equal((await editor.send(`${path}/role`, { role: 'administrator' })).status, 400)
  assert.equal((await editor.send(`${path}/end`, {})).status, 303)
  assert.deepEqual(await rolesIn('org-3'), ['bea: editor'])
  assert.equal((await member.get(page('org-3'))).status, 404)
  assert.equal((await editor.send(`${path}/end`, {})).status, 404)
  assert.deepEqual(await toldTo(db, member.personId), ['membershipEnded', 'membershipGiven'])
  const audit = await listAudit(db, { kind: 'people', id: member.personId })
  assert.deepEqual(
    audit
      .filter(({ who }) => who === editor.personId)
      .map(({ what }) => what)
      .toSorted(),
    ['community.endRole', 'community.endRole', 'community.grantRole'],
  )
})

test('the last editor stays until there is another, and says so; of two who leave at once one stays', async () => {
  const one = await join('cleo', editorOf('org-4'))
  const two = await join('carl', memberOf('org-4'))
  const pathOf = (who: { personId: string }, what: string) =>
    `${page('org-4')}/people/${who.personId}/${what}`
  const answer = await one.send(pathOf(one, 'end'), {})
  assert.equal(answer.status, 409)
  assert.match(answer.text, /no editor left to speak for it/)
  assert.equal((await one.send(pathOf(one, 'role'), { role: 'organisation-member' })).status, 409)
  // Whoever ends by themselves is no successor.
  const brief = {
    email: 'brief@people.example',
    role: 'organisation-editor',
    limits: { organisation: ['org-4'] },
  }
  await join('brief')
  const known = { languages: new Set<string>(), countries: new Set<string>() }
  const until = now.add({ hours: 24 })
  const granting = { db, roles: houseRoles, publicUrl: 'http://localhost:3000' }
  assert.deepEqual(await grantRole(granting, null, { ...brief, until, why: 'for a day', known }, now), [])
  assert.equal((await one.send(pathOf(one, 'end'), {})).status, 409)
  assert.equal((await one.send(pathOf(two, 'role'), { role: 'organisation-editor' })).status, 303)
  const answers = await Promise.all([one.send(pathOf(one, 'end'), {}), two.send(pathOf(two, 'end'), {})])
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 409],
  )
})

test('whoever was ended a moment ago ends nobody, though their page still stands open', async () => {
  const one = await join('dora', editorOf('org-5'))
  const two = await join('dirk', editorOf('org-5'))
  const three = await join('dana', memberOf('org-5'))
  assert.equal((await one.send(`${page('org-5')}/people/${two.personId}/end`, {})).status, 303)
  // As it was read with their session before.
  const former = {
    ...someoneWho(['organisation.members', 'organisation.belong'], { organisation: ['org-5'] }),
  }
  const by = { ...former, personId: two.personId }
  const place = { organisationId: 'org-5', personId: three.personId }
  await assert.rejects(endMembership(db, by, place, now), { status: 403 })
  await assert.rejects(changeMembership(db, by, { ...place, role: 'organisation-editor' }, now), {
    status: 403,
  })
  assert.deepEqual(await rolesIn('org-5'), ['dana: member', 'dora: editor'])
})

test('an editor of one organisation has no say in another, by any address', async () => {
  const own = await join('eva', editorOf('org-6'), memberOf('org-7'))
  const there = await join('erik', editorOf('org-7'))
  const foreign = await join('emil', editorOf('org-6'))
  for (const [who, path, status] of [
    [own, `${page('org-7')}/people/${there.personId}/end`, 403],
    [own, `${page('org-7')}/invitations`, 403],
    [foreign, `${page('org-7')}/people/${there.personId}/end`, 404],
    [foreign, `${page('org-7')}/invitations`, 404],
    // Somebody of another organisation is nobody here.
    [own, `${page('org-6')}/people/${there.personId}/end`, 404],
  ] as [Visitor, string, number][])
    assert.equal(
      (await who.send(path, { email: 'x@y.example', role: 'organisation-editor' })).status,
      status,
      path,
    )
  assert.deepEqual(await rolesIn('org-7'), ['erik: editor', 'eva: member'])
})

test('a grant of two organisations that ends in one goes on in the other', async () => {
  const editor = await join('fay', editorOf('org-8'))
  const both = await join('fred', editorOf('org-8', 'org-9'))
  assert.equal((await editor.send(`${page('org-8')}/people/${both.personId}/end`, {})).status, 303)
  assert.equal((await both.get(page('org-8'))).status, 404)
  assert.match((await both.get(page('org-9'))).text, /Edit its entry/)
})

test('members see names, and editors addresses too; names from elsewhere stay text', async () => {
  const editor = await join('gina', editorOf('org-10'))
  const member = await join('gus', memberOf('org-10'))
  await giveName(editor, '<b>Gina</b>')
  const seen = (await member.get(page('org-10'))).text
  assert.match(seen, /&lt;b&gt;Gina/)
  assert.doesNotMatch(seen, /gina@people\.example|<b>Gina/)
  assert.match((await editor.get(page('org-10'))).text, /gina@people\.example/)
})

test('a role that has ended speaks for nothing from that moment, for other rooms too', async () => {
  const editor = await join('hope', editorOf('org-11'))
  const viewer = someoneWho(['organisation.edit', 'organisation.belong'], { organisation: ['org-11'] })
  assert.equal(speaksFor(viewer, 'org-11'), true)
  assert.equal(speaksFor(viewer, 'org-1'), false)
  assert.equal(speaksFor({ kind: 'stranger' }, 'org-11'), false)
  const [own] = await listMembershipsOf(db, viewer, 'en')
  assert.deepEqual([own?.organisation.name, own?.role], ['House org-11', 'organisation-editor'])
  const running = (await listGrants(db, now)).running.find(({ person }) => person.email === editor.email)
  const granting = { db, roles: houseRoles, publicUrl: 'http://localhost:3000' }
  await endRole(granting, null, { id: running?.id ?? '', why: 'over' }, now)
  assert.equal((await editor.get(page('org-11'))).status, 404)
  assert.equal((await editor.get(`${page('org-11')}/entry`)).status, 404)
})

test('the page of an organisation asks as much for one of its people as for thirty', async () => {
  const editor = await join('ivan', editorOf('org-12'))
  const count = async () => {
    const before = house.queries.length
    await editor.get(page('org-12'))
    return house.queries.length - before
  }
  const one = await count()
  for (let at = 0; at < 30; at += 1)
    await grant(`many-${at}@people.example`, 'organisation-member', { organisation: ['org-12'] })
  assert.equal(await count(), one)
  assert.equal((await listPeopleOf(db, 'org-12', now)).length, 31)
})

test('what is told leads to the page of the organisation, in every language', () => {
  const details = {
    organisation: 'a/b',
    name: 'House',
    role: 'organisation-editor',
    who: 'Ada',
    person: '1',
  } as const
  for (const { kind, words } of membershipNotices) {
    assert.match(words('en', details).title, /House/, kind)
    assert.doesNotMatch(words('ur', details).path, /a\/b/)
  }
})
