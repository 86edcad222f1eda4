import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { plant } from '../../information/testing.ts'
import { erase, listAudit, transact } from '../../platform/index.ts'
import { houseHeld } from '../../held.ts'
import { eraserOf } from '../privacy/closing/actions.ts'
import { listReadingsOf } from '../privacy/readings/queries.ts'
import { openTestHouse, testNow } from '../../testing.ts'
import { listPeopleOf } from '../memberships/queries.ts'
import { openOrganisations, toldTo } from '../testing.ts'
import { listClaimsOf } from './queries.ts'

let now = testNow
const house = await openTestHouse({ settings: { trustProxy: 1 }, clock: () => now })
after(() => house.close())
const ids = Array.from({ length: 60 }, (_, at) => `org-${at + 1}`)
const { join } = await openOrganisations(house, ids, () => now)
const { db } = house
await plant(db, 'organisations', [
  { id: 'hidden', name: 'Hidden house', state: 'draft' },
  { id: 'french', name: 'Maison', country_code: 'FR' },
])
const staff = await join('staff', ['administrator', {}])

const claimOf = {
  standing: 'Director <script>alert(1)</script>',
  reason: 'Our summary is old',
  proof: 'Ask our board',
  proofUrl: 'https://board.example/names',
}
const claiming = (id: string) => `/organisations/house-${id}/claim`
let count = 0
/** Somebody new who claims, and the address of their claim at the desk. */
async function claim(
  id: string,
  email = `claimant-${(count += 1)}`,
  fields: Record<string, string> = claimOf,
) {
  const who = await join(email)
  const answer = await who.send(claiming(id), fields)
  assert.equal(answer.headers.get('location'), `${claiming(id)}?done=made`)
  const [made] = await listClaimsOf(db, who.personId, 'en')
  return { who, id: made?.id ?? '', desk: `/desk/claims/${made?.id}` }
}
const stageOf = async (personId: string) => (await listClaimsOf(db, personId, 'en')).map(({ stage }) => stage)
const editorsOf = async (id: string) =>
  (await listPeopleOf(db, id, now))
    .filter(({ role }) => role === 'organisation-editor')
    .map(({ email }) => email)

test('the page of an organisation leads to claiming it, for who is signed in; an editor is led to the entry', async () => {
  const stranger = await house.get('/organisations/house-org-1')
  assert.match(stranger.text, /href="\/organisations\/house-org-1\/claim">Is this your organisation\?/)
  const led = await house.get(claiming('org-1'))
  assert.equal(led.headers.get('location'), `/sign-in?next=${encodeURIComponent(claiming('org-1'))}`)
  const editor = await join('editor-1', ['organisation-editor', { organisation: ['org-1'] }])
  assert.match((await editor.get('/organisations/house-org-1')).text, /org-1\/entry">Edit this entry/)
  assert.match((await editor.get(claiming('org-1'))).text, /You speak for this organisation already/)
  assert.equal((await editor.get('/organisations/hidden/claim')).status, 404)
  assert.equal((await editor.send('/organisations/hidden/claim', claimOf)).status, 404)
  assert.equal((await editor.get('/organisations/nowhere/claim')).status, 404)
})

test('a claim is accepted: its maker speaks for the organisation and is told, and all of it is audited', async () => {
  const { who, id, desk } = await claim('org-2')
  assert.match((await who.get(claiming('org-2'))).text, /Your claim waits/)
  const { text } = await staff.get(desk)
  assert.match(text, /Address is of another domain[\s\S]*Ask our board[\s\S]*https:\/\/board\.example\/names/)
  assert.doesNotMatch(text, /<script>alert/)
  const answer = await staff.send(`${desk}/accept`, {})
  assert.equal(answer.headers.get('location'), '/desk/claims?done=accepted')
  assert.deepEqual(await editorsOf('org-2'), [who.email])
  assert.match((await who.get('/account/organisations/org-2')).text, /Invite somebody/)
  assert.deepEqual(await toldTo(db, who.personId), ['claimAccepted', 'membershipGiven'])
  const audit = await listAudit(db, { kind: 'organisations', id: 'org-2' })
  assert.deepEqual(audit.map(({ what }) => what).toSorted(), ['community.acceptClaim', 'community.claim'])
  assert.equal(
    audit.every(({ after }) => after['claim'] === id),
    true,
  )
  assert.doesNotMatch(JSON.stringify(audit), /@/)
})

test('a claim is refused with a reason, which its maker reads; they may claim again', async () => {
  const { who, desk } = await claim('org-3')
  const empty = await staff.send(`${desk}/refuse`, { why: '  ' })
  assert.equal(empty.status, 422)
  assert.match(empty.text, /Say why it is refused/)
  assert.deepEqual(await stageOf(who.personId), ['waiting'])
  assert.equal((await staff.send(`${desk}/refuse`, { why: 'The board does not know you <b>' })).status, 303)
  assert.match((await who.get('/account/organisations')).text, /The board does not know you &lt;b&gt;/)
  assert.deepEqual(await toldTo(db, who.personId), ['claimRefused'])
  assert.deepEqual(await editorsOf('org-3'), [])
  now = testNow.add({ hours: 1 })
  assert.equal((await who.send(claiming('org-3'), claimOf)).status, 303)
  assert.deepEqual(await stageOf(who.personId), ['waiting', 'refused'])
  now = testNow
})

test('a mailbox of the website’s domain is marked, and still waits for the staff', async () => {
  const { who, desk } = await claim('org-4', 'ada@mail.org-4.org', { ...claimOf, proof: '', proofUrl: '' })
  assert.match((await staff.get(desk)).text, /Address matches/)
  assert.match((await staff.get('/desk/claims')).text, /Address matches/)
  assert.deepEqual(await editorsOf('org-4'), [])
  assert.deepEqual(await stageOf(who.personId), ['waiting'])
})

test('what was typed comes back with what to mend, and nothing is claimed', async () => {
  const who = await join('careless')
  for (const [fields, fault] of [
    [{ standing: '' }, /Say who you are there/],
    [{ reason: ' \n ' }, /Say why you ask/],
    [{ proof: '' }, /Say what shows that you belong/],
    [{ proofUrl: 'javascript:alert(1)' }, /Enter a web address/],
    [{ proofUrl: '' }, /Enter a web address/],
    [{ reason: 'x'.repeat(2001) }, /At most 2,000 characters/],
    [{ standing: 'x'.repeat(201) }, /At most 200 characters/],
  ] as const) {
    const { status, text } = await who.send(claiming('org-5'), { ...claimOf, ...fields })
    assert.equal(status, 422)
    assert.match(text, fault)
    if (!('standing' in fields)) assert.match(text, /value="Director &lt;script/)
  }
  assert.deepEqual(await stageOf(who.personId), [])
})

test('two claims to one organisation are each decided by themselves, and the staff sees both and the editors', async () => {
  const existing = await join('existing', ['organisation-editor', { organisation: ['org-6'] }])
  const one = await claim('org-6')
  const two = await claim('org-6')
  assert.deepEqual(await toldTo(db, existing.personId), ['claimMade', 'claimMade'])
  const shown = (await staff.get(one.desk)).text
  assert.ok(shown.includes(`${two.desk}"`))
  assert.match(shown, /existing@people\.example/)
  await staff.send(`${one.desk}/accept`, {})
  assert.deepEqual(await stageOf(two.who.personId), ['waiting'])
  assert.match((await staff.get(two.desk)).text, new RegExp(`${one.who.email}[\\s\\S]*accepted`))
  await staff.send(`${two.desk}/accept`, {})
  assert.deepEqual(
    (await editorsOf('org-6')).toSorted(),
    [one.who.email, two.who.email, existing.email].toSorted(),
  )
})

test('of two clicks, and of two people who decide at once, one counts and the other reads what became of it', async () => {
  const second = await join('second-staff', ['administrator', {}])
  const { who, desk } = await claim('org-7')
  const answers = await Promise.all([
    staff.send(`${desk}/accept`, {}),
    staff.send(`${desk}/accept`, {}),
    second.send(`${desk}/refuse`, { why: 'I would not' }),
  ])
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 409, 409],
  )
  const [stage] = await stageOf(who.personId)
  const late = answers.find(({ status }) => status === 409)
  assert.match(late?.text ?? '', new RegExp(`This claim is over already: ${stage}`))
  assert.equal((await editorsOf('org-7')).length, stage === 'accepted' ? 1 : 0)
  assert.doesNotMatch((await staff.get(desk)).text, /Accept claim/)
})

test('one’s own claim is withdrawn by oneself alone, and once; made twice it is one claim', async () => {
  const { who, id, desk } = await claim('org-8')
  const again = await who.send(claiming('org-8'), claimOf)
  assert.equal(again.headers.get('location'), claiming('org-8'))
  assert.deepEqual(await stageOf(who.personId), ['waiting'])
  const other = await join('other')
  assert.equal((await other.send(`/account/claims/${id}/withdraw`, {})).status, 404)
  assert.equal((await who.send(`/account/claims/${id}/withdraw`, {})).status, 303)
  assert.equal((await who.send(`/account/claims/${id}/withdraw`, {})).status, 409)
  const late = await staff.send(`${desk}/accept`, {})
  assert.deepEqual([late.status, /over already: withdrawn/.test(late.text)], [409, true])
  assert.deepEqual(await editorsOf('org-8'), [])
})

test('nobody decides on their own claim, and nobody without the permission sees any', async () => {
  const own = await join('own-staff', ['editor', {}])
  await own.send(claiming('org-9'), claimOf)
  const [made] = await listClaimsOf(db, own.personId, 'en')
  const desk = `/desk/claims/${made?.id}`
  assert.match((await own.get(desk)).text, /somebody else decides on it/)
  for (const what of ['accept', 'refuse'])
    assert.equal((await own.send(`${desk}/${what}`, { why: 'x' })).status, 403)
  const moderator = await join('moderator', ['moderator', {}])
  for (const path of ['/desk/claims', desk]) assert.equal((await moderator.get(path)).status, 403)
  assert.equal((await moderator.send(`${desk}/accept`, {})).status, 403)
  assert.deepEqual(await stageOf(own.personId), ['waiting'])
})

test('an editor whose role is limited decides within it, and finds nothing beyond', async () => {
  const { desk } = await claim('org-10')
  const sees = async (name: string, limits: object) => {
    const who = await join(name, ['editor', limits])
    const list = (await who.get('/desk/claims')).text.includes(desk)
    const one = (await who.get(desk)).status
    return [list, one, (await who.send(`${desk}/refuse`, { why: '' })).status]
  }
  assert.deepEqual(await sees('viet', { country: ['VN'] }), [true, 200, 422])
  assert.deepEqual(await sees('french', { country: ['FR'] }), [false, 404, 404])
  assert.deepEqual(await sees('record', { record: ['org-10'] }), [true, 200, 422])
  assert.deepEqual(await sees('events', { kind: ['events'] }), [false, 404, 404])
  assert.deepEqual(await sees('tongue', { language: ['fr'] }), [false, 404, 404])
})

test('a claim makes a member an editor, and one who claims too often waits a day', async () => {
  const member = await join('member', ['organisation-member', { organisation: ['org-11'] }])
  await member.send(claiming('org-11'), claimOf)
  const [made] = await listClaimsOf(db, member.personId, 'en')
  await staff.send(`/desk/claims/${made?.id}/accept`, {})
  assert.deepEqual(await editorsOf('org-11'), [member.email])
  assert.equal((await listPeopleOf(db, 'org-11', now)).length, 1)
  const statuses = []
  for (const id of ['org-12', 'org-13', 'org-14', 'org-15', 'org-16'])
    statuses.push((await member.send(claiming(id), claimOf)).status)
  assert.deepEqual(statuses, [303, 303, 303, 303, 429])
})

test('the queue has the oldest first, and asks as much for one claim as for thirty', async () => {
  const counted = await openTestHouse({ settings: { trustProxy: 1 }, clock: () => now })
  const opened = await openOrganisations(counted, ids, () => now)
  const admin = await opened.join('admin', ['administrator', {}])
  const ask = async () => {
    const before = counted.queries.length
    const { text } = await admin.get('/desk/claims')
    return { asked: counted.queries.length - before, text }
  }
  const people = [await opened.join('p-0')]
  await people[0]?.send(claiming('org-1'), claimOf)
  // What the house knows is read once.
  await ask()
  const one = await ask()
  for (let at = 1; at < 30; at += 1) {
    now = testNow.add({ hours: -at })
    const who = await opened.join(`p-${at}`)
    await who.send(claiming(`org-${at + 1}`), claimOf)
  }
  now = testNow
  const thirty = await ask()
  assert.equal(thirty.asked, one.asked)
  const order = ['House org-30<', 'House org-12<', 'House org-1<'].map((name) => thirty.text.indexOf(name))
  assert.ok(order.every((at) => at > 0))
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b),
  )
  await counted.close()
})

test('staff who are shown claims leave one record for a page, of who claims and who speaks for the organisation', async () => {
  const editor = await join('recorded-editor', ['organisation-editor', { organisation: ['org-40'] }])
  const { who, desk } = await claim('org-40')
  const closed = await claim('org-41')
  const looks = async (personId: string) => (await listReadingsOf(db, personId, 100)).length
  const before = await looks(who.personId)
  await staff.get('/desk/claims')
  assert.deepEqual([await looks(who.personId), await looks(editor.personId)], [before + 1, 0])
  await staff.get(desk)
  assert.deepEqual([await looks(who.personId), await looks(editor.personId)], [before + 2, 1])
  assert.deepEqual((await listReadingsOf(db, editor.personId, 1))[0]?.what, [
    'community.address',
    'community.claims',
  ])
  assert.match(
    (await who.get('/account/privacy')).text,
    /your e-mail address and a claim to your organisation/,
  )

  // Who has closed their account since is named by nothing that was theirs.
  await staff.send(`${closed.desk}/refuse`, { why: 'No such person there' })
  await transact(db, (tx) => erase(tx, eraserOf(houseHeld), closed.who.personId))
  const { text } = await staff.get(closed.desk)
  assert.match(text, /Former member/)
  assert.doesNotMatch(text, /claimant-\d+@|No such person|Ask our board|closed:/)
})
