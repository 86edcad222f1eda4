import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { findLetter, listAudit, listOutbox, rows, transact } from '../../../platform/index.ts'
import { houseRoles } from '../../../roles.ts'
import { giveName, lastLink, openTestHouse, openVisitor, testNow, type Visitor } from '../../../testing.ts'
import { dropRowsBefore } from '../../privacy/held/queries.ts'
import { houseHeld } from '../../../held.ts'
import { applyRetention } from '../../privacy/retention/actions.ts'
import { endRole } from '../../roles/actions.ts'
import { listGrants } from '../../roles/queries.ts'
import { openOrganisations, toldTo } from '../../testing.ts'
import { listPeopleOf } from '../queries.ts'
import { listInvitations } from './queries.ts'

let now = testNow
const house = await openTestHouse({ settings: { trustProxy: 1 }, clock: () => now })
after(() => house.close())
const ids = Array.from({ length: 14 }, (_, at) => `org-${at + 1}`)
const { join } = await openOrganisations(house, ids, () => now)
const { db } = house

let nth = 0
/** An organisation of a test's own with its editor, and how that one invites. */
async function openOrganisation() {
  const id = `org-${(nth += 1)}`
  const page = `/account/organisations/${id}`
  const editor = await join(`editor-${nth}`, ['organisation-editor', { organisation: [id] }])
  const invite = (email: string, role = 'organisation-member', by: Visitor = editor) =>
    by.send(`${page}/invitations`, { email, role })
  const pending = async () => (await listInvitations(db, id)).map(({ id, email }) => ({ id, email }))
  const people = async () =>
    (await listPeopleOf(db, id, now)).map(({ email, role }) => `${email} ${role.split('-')[1]}`).toSorted()
  return { id, page, editor, invite, pending, people }
}

const newVisitor = () => openVisitor(house, `203.0.113.${(network += 1)}`)
let network = 0

async function tokenFor(email: string): Promise<string> {
  const link = (await lastLink(house, email)) ?? ''
  assert.match(link, /\/account\/invitation\?token=/)
  return new URL(link, 'http://localhost').searchParams.get('token') ?? ''
}

const follow = (visitor: Visitor, token: string, fields: Record<string, string> = {}) =>
  visitor.send('/account/invitation', { token, ...fields })

test('a stranger joins by one button, and is then a person, signed in and a member; opening it alone does nothing', async () => {
  const { id, page, editor, invite, people } = await openOrganisation()
  assert.equal((await invite('New@Mailbox.Example')).headers.get('location'), `${page}?done=invited`)
  const token = await tokenFor('new@mailbox.example')
  const visitor = newVisitor()
  for (let at = 0; at < 3; at += 1) {
    const { status, text } = await visitor.get(`/account/invitation?token=${token}`)
    assert.equal(status, 200)
    assert.match(text, new RegExp(`Join House ${id}[\\s\\S]*new@mailbox\\.example`))
  }
  assert.equal((await people()).length, 1)
  const answer = await follow(visitor, token)
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, `${page}?done=joined`])
  assert.match((await visitor.get(`${page}?done=joined`)).text, /Welcome: you belong/)
  assert.deepEqual(await people(), [`${editor.email} editor`, 'new@mailbox.example member'])
  assert.deepEqual(await toldTo(db, editor.personId), ['memberJoined'])
})

test('a link is good once; of two who follow it at the same time one joins, and it says what became of it', async () => {
  const { invite, people } = await openOrganisation()
  await invite('twice@mailbox.example')
  const token = await tokenFor('twice@mailbox.example')
  const answers = await Promise.all([follow(newVisitor(), token), follow(newVisitor(), token)])
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 410],
  )
  assert.equal((await people()).length, 2)
  const again = await newVisitor().get(`/account/invitation?token=${token}`)
  assert.equal(again.status, 410)
  assert.match(again.text, /used already/)
})

test('somebody signed in as another joins nothing until they switch, and then as the one invited', async () => {
  const { id, page, invite, people } = await openOrganisation()
  await invite('owner@mailbox.example', 'organisation-editor')
  const token = await tokenFor('owner@mailbox.example')
  const other = await join(`other-${id}`)
  const shown = await other.get(`/account/invitation?token=${token}`)
  assert.match(shown.text, /for owner@mailbox\.example, and you are signed in as other-/)
  const refused = await follow(other, token)
  assert.equal(refused.status, 409)
  assert.match(refused.text, /Sign out, and join as owner@mailbox\.example/)
  assert.equal((await people()).length, 1)
  assert.equal((await other.get(page)).status, 404)
  const before = other.cookie
  assert.equal((await follow(other, token, { change: 'yes' })).status, 303)
  assert.match((await other.get('/account')).text, /owner@mailbox\.example/)
  assert.ok((await people()).includes('owner@mailbox.example editor'))
  // The session of before is over.
  const former = Object.assign(newVisitor(), { cookie: before })
  assert.equal((await former.get('/account')).status, 303)
})

test('somebody signed in with the invited mailbox joins and stays in their session', async () => {
  const { page, invite } = await openOrganisation()
  const person = await join('already@mailbox.example')
  await invite(person.email)
  const { cookie } = person
  const answer = await follow(person, await tokenFor(person.email))
  assert.deepEqual([answer.headers.get('location'), person.cookie], [`${page}?done=joined`, cookie])
})

test('withdrawn, run out, sent again, foreign and broken links each have a clear page and change nothing', async () => {
  const { page, editor, invite, pending, people } = await openOrganisation()
  const gone = async (token: string, words: RegExp) => {
    const visitor = newVisitor()
    for (const answer of [
      await visitor.get(`/account/invitation?token=${token}`),
      await follow(visitor, token),
    ]) {
      assert.equal(answer.status, 410)
      assert.match(answer.text, words)
    }
    assert.equal(visitor.cookie, undefined)
  }
  await invite('withdrawn@mailbox.example')
  const withdrawn = await tokenFor('withdrawn@mailbox.example')
  const [one] = await pending()
  assert.equal((await editor.send(`${page}/invitations/${one?.id}/withdraw`, {})).status, 303)
  await gone(withdrawn, /has withdrawn it/)
  const twice = await editor.send(`${page}/invitations/${one?.id}/withdraw`, {})
  assert.equal(twice.status, 409)
  assert.match(twice.text, /taken up or withdrawn meanwhile/)
  assert.equal((await editor.send(`${page}/invitations/${one?.id}/send`, {})).status, 409)

  await invite('late@mailbox.example')
  const late = await tokenFor('late@mailbox.example')
  const [two] = await pending()
  now = testNow.add({ hours: 14 * 24 })
  await gone(late, /has run out/)
  assert.match((await editor.get(page)).text, /late@mailbox\.example[\s\S]*has run out/)
  // Sent again it is good again, by the new letter.
  assert.equal((await editor.send(`${page}/invitations/${two?.id}/send`, {})).status, 303)
  const renewed = await tokenFor('late@mailbox.example')
  await gone(late, /Look for the latest letter/)
  assert.equal((await newVisitor().get(`/account/invitation?token=${renewed}`)).status, 200)
  await transact(db, (tx) => dropRowsBefore(tx, 'community.link', 'expires_at', now))
  await gone(late, /Look for the latest letter/)
  await gone('nonsense', /not copied whole/)
  await gone('', /not copied whole/)
  now = testNow
  assert.equal((await people()).length, 1)
})

test('an invitation that ran out can be made anew, with another role', async () => {
  const { invite, pending, people } = await openOrganisation()
  await invite('anew@mailbox.example')
  assert.match((await invite('anew@mailbox.example')).text, /has an invitation already/)
  now = testNow.add({ hours: 15 * 24 })
  assert.equal((await invite('anew@mailbox.example', 'organisation-editor')).status, 303)
  assert.equal((await pending()).length, 1)
  await follow(newVisitor(), await tokenFor('anew@mailbox.example'))
  assert.ok((await people()).includes('anew@mailbox.example editor'))
  now = testNow
})

test('the invitations of somebody who is no editor any more are no good until another editor sends them again', async () => {
  const { id, page, editor, invite, pending, people } = await openOrganisation()
  const second = await join(`second-${id}`, ['organisation-editor', { organisation: [id] }])
  await invite('friend@mailbox.example', 'organisation-editor', second)
  const token = await tokenFor('friend@mailbox.example')
  const running = (await listGrants(db, now)).running.find(({ person }) => person.email === second.email)
  const granting = { db, roles: houseRoles, publicUrl: 'http://localhost:3000' }
  await endRole(granting, null, { id: running?.id ?? '', why: 'misuse' }, now)
  const answer = await follow(newVisitor(), token)
  assert.equal(answer.status, 410)
  assert.match(answer.text, /has withdrawn it/)
  assert.match((await editor.get(page)).text, /no good: whoever sent it is no editor/)
  const [one] = await pending()
  await editor.send(`${page}/invitations/${one?.id}/send`, {})
  assert.equal((await follow(newVisitor(), await tokenFor('friend@mailbox.example'))).status, 303)
  assert.equal((await people()).length, 2)
})

test('an invitation makes a member an editor, and never an editor a member', async () => {
  const { id, invite, people, editor } = await openOrganisation()
  const member = await join(`member-${id}`)
  await invite(member.email)
  await follow(member, await tokenFor(member.email))
  assert.match(
    (await invite(member.email, 'organisation-editor')).text,
    /They belong to the organisation already/,
  )
  // Asked as a member; made an editor meanwhile; then the letter is opened.
  await invite('rising@mailbox.example')
  const token = await tokenFor('rising@mailbox.example')
  const rising = await join('rising@mailbox.example', ['organisation-editor', { organisation: [id] }])
  assert.equal((await follow(rising, token)).status, 303)
  assert.deepEqual(await people(), [
    `${editor.email} editor`,
    `${member.email} member`,
    'rising@mailbox.example editor',
  ])
})

test('what was typed comes back with what to mend; who may not invite is refused', async () => {
  const { id, page, editor, invite } = await openOrganisation()
  for (const [email, role, words] of [
    ['nobody', 'organisation-member', /Enter an e-mail address/],
    ['a@b.example', 'administrator', /Choose editor or member/],
    ['a@b.example', '', /Choose editor or member/],
  ] as const) {
    const { status, text } = await invite(email, role)
    assert.equal(status, 422)
    assert.match(text, words)
    assert.ok(text.includes(`value="${email}"`))
  }
  const member = await join(`plain-${id}`, ['organisation-member', { organisation: [id] }])
  assert.equal((await invite('a@b.example', 'organisation-member', member)).status, 403)
  assert.equal((await invite('a@b.example', '', member)).status, 403)
  assert.doesNotMatch((await member.get(page)).text, /Invite somebody/)
  const other = await openOrganisation()
  await other.invite('theirs@mailbox.example')
  const [theirs] = await other.pending()
  for (const what of ['send', 'withdraw'])
    assert.equal((await editor.send(`${page}/invitations/${theirs?.id}/${what}`, {})).status, 404)
  assert.equal((await editor.send(`${page}/invitations/none/send`, {})).status, 404)
})

test('nobody is made a mailer of this house: letters are limited by mailbox and by who sends', async () => {
  const { page, editor, invite, pending } = await openOrganisation()
  await invite('often@mailbox.example')
  const [one] = await pending()
  const sent = []
  for (let at = 0; at < 5; at += 1)
    sent.push((await editor.send(`${page}/invitations/${one?.id}/send`, {})).status)
  assert.deepEqual(sent, [303, 303, 303, 429, 429])
  const statuses = []
  for (let at = 0; at < 30; at += 1) statuses.push((await invite(`many-${at}@mailbox.example`)).status)
  assert.ok(statuses.indexOf(429) > 20)
  const last = await invite('kept@mailbox.example')
  assert.deepEqual([last.status, /Try again tomorrow/.test(last.text)], [429, true])
  assert.match(last.text, /value="kept@mailbox\.example"/)
  const letters = (await listOutbox(db, 1000)).filter(({ to }) => to.address === 'often@mailbox.example')
  assert.equal(letters.length, 4)
})

test('no address stands in the audit, no token in the database, and no name of an inviter becomes a link', async () => {
  const { id, editor, invite } = await openOrganisation()
  await giveName(editor, 'Win at https://evil.example now')
  await invite('quiet@mailbox.example')
  const token = await tokenFor('quiet@mailbox.example')
  await follow(newVisitor(), token)
  const audit = JSON.stringify(await listAudit(db, { kind: 'organisations', id }))
  assert.match(audit, /inviteMember/)
  assert.match(audit, /joinOrganisation/)
  assert.doesNotMatch(audit, /quiet@mailbox/)
  const links = await rows(db, sql`select * from community.link`)
  assert.ok(!JSON.stringify(links).includes(token))
  const line = (await listOutbox(db, 1000)).find(({ to }) => to.address === 'quiet@mailbox.example')
  const letter = line && (await findLetter(db, line.id))
  assert.doesNotMatch(letter?.text ?? 'evil', /evil/)
  assert.match(letter?.text ?? '', /invites you to join House/)
})

test('an invitation is forgotten half a year after it is over, withdrawn or run out', async () => {
  const { id, page, editor, invite, pending } = await openOrganisation()
  await invite('withdrawn@mailbox.example')
  const [one] = await pending()
  assert.equal((await editor.send(`${page}/invitations/${one?.id}/withdraw`, {})).status, 303)
  await invite('forgotten@mailbox.example')
  const left = async (days: number) => {
    await applyRetention(db, houseHeld, now.add({ hours: days * 24 }))
    const found = await rows<{ email: string }>(
      db,
      sql`select email from community.membership_invitation where organisation_id = ${id} order by email`,
    )
    return found.map(({ email }) => email)
  }
  assert.deepEqual(await left(179), ['forgotten@mailbox.example', 'withdrawn@mailbox.example'])
  assert.deepEqual(await left(180), ['forgotten@mailbox.example'])
  assert.deepEqual(await left(193), ['forgotten@mailbox.example'])
  assert.deepEqual(await left(194), [])
})

test('a link from another site signs nobody in', async () => {
  const { invite } = await openOrganisation()
  await invite('cross@mailbox.example')
  const visitor = newVisitor()
  const token = await tokenFor('cross@mailbox.example')
  const answer = await visitor.send('/account/invitation', { token }, { origin: 'https://evil.example' })
  assert.deepEqual([answer.status, visitor.cookie], [403, undefined])
})
