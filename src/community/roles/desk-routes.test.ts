import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { anArticle, plant } from '../../information/testing.ts'
import { findLetter, listAudit, listOutbox } from '../../platform/index.ts'
import { giveName, openTestHouse, openVisitor, signInByLink, testNow, type Visitor } from '../../testing.ts'
import { houseRoles } from '../../roles.ts'
import { mailAtOnce } from '../notices/testing.ts'
import { someoneWho } from '../testing.ts'
import { endRole, grantRole } from './actions.ts'
import { listGrants } from './queries.ts'

let now = testNow
const house = await openTestHouse({ settings: { trustProxy: 1 }, clock: () => now })
after(() => house.close())

const granting = { db: house.db, roles: houseRoles, publicUrl: 'http://localhost:3000' }
const known = { languages: new Set(['fr', 'km']), countries: new Set(['VN']) }
const administrator = openVisitor(house)
const first = {
  email: 'first@culture.example',
  role: 'administrator',
  limits: {},
  until: undefined,
  why: 'the first',
  known,
}
assert.deepEqual(await grantRole(granting, null, first, now), [])
await signInByLink(house, administrator, first.email)
await plant(house.db, 'organisations', [
  { id: 'lamps', name: 'House of Lamps' },
  { id: 'lamps-north', name: 'House of Lamps North' },
  { id: 'twin-one', name: 'Twin Museum' },
  { id: 'twin-two', name: 'Twin Museum' },
])
await plant(house.db, 'articles', [
  anArticle({ id: 'draft-fr', title: 'Brouillon caché', original_lang: 'fr', state: 'draft' }),
  anArticle({ id: 'draft-en', title: 'Hidden draft', original_lang: 'en', state: 'draft' }),
])

let count = 0
async function join(): Promise<Visitor & { email: string }> {
  const email = `holder-${(count += 1)}@culture.example`
  const visitor = openVisitor(house, `192.0.2.${100 + count}`)
  await signInByLink(house, visitor, email)
  return Object.assign(visitor, { email })
}

const grant = (fields: Record<string, string>) =>
  administrator.send('/desk/roles', { why: 'because it is their work', ...fields })

async function lettersTo(email: string): Promise<string[]> {
  await mailAtOnce(house.db, now)
  const lines = (await listOutbox(house.db)).filter(
    ({ to, kind }) => to.address === email && kind === 'community.notices',
  )
  const letters = await Promise.all(lines.map(({ id }) => findLetter(house.db, id)))
  return letters.map((letter) => `${letter?.subject}\n${letter?.text}`)
}

async function grantOf(email: string): Promise<string> {
  const { running } = await listGrants(house.db, now)
  return running.find(({ person }) => person.email === email)?.id ?? ''
}

const articles = async (visitor: Visitor) => {
  const { text } = await visitor.get('/articles')
  return ['Brouillon caché', 'Hidden draft'].filter((title) => text.includes(title))
}

test('a role is granted, limited and ended: it works at once, is told by mail, and stays as history', async () => {
  const holder = await join()
  assert.equal((await holder.get('/desk')).status, 403)
  assert.deepEqual(await articles(holder), [])
  assert.equal((await grant({ email: holder.email, role: 'editor' })).status, 303)
  assert.equal((await holder.get('/desk')).status, 200)
  assert.deepEqual(await articles(holder), ['Brouillon caché', 'Hidden draft'])
  assert.match((await lettersTo(holder.email))[0] ?? '', /^Your role: Editor[\s\S]*- Sees drafts/)

  const id = await grantOf(holder.email)
  const limited = await administrator.send(`/desk/roles/${id}/limit`, {
    language: 'fr',
    why: 'French is her field',
  })
  assert.equal(limited.headers.get('location'), '/desk/roles?done=limited')
  assert.deepEqual(await articles(holder), ['Brouillon caché'])
  assert.equal((await holder.get('/desk')).status, 200)

  const second = await grantOf(holder.email)
  assert.notEqual(second, id)
  const unsaid = await administrator.send(`/desk/roles/${second}/end`, { why: ' ' })
  assert.equal(unsaid.status, 422)
  await administrator.send(`/desk/roles/${second}/end`, { why: 'she has moved on' })
  assert.equal((await holder.get('/desk')).status, 403)
  assert.deepEqual(await articles(holder), [])
  assert.match((await lettersTo(holder.email))[0] ?? '', /has ended: Editor[\s\S]*she has moved on/)
  assert.equal((await administrator.send(`/desk/roles/${second}/end`, { why: 'again' })).status, 404)

  const { text } = await administrator.get('/desk/roles')
  assert.match(text, /she has moved on/)
  assert.match(text, /Only in French/)
  const { rows } = await sql<{
    id: string
  }>`select id from community.person where email = ${holder.email}`.execute(house.db)
  const audit = await listAudit(house.db, { kind: 'people', id: rows[0]!.id })
  assert.deepEqual(
    audit.map(({ what, why }) => [what, why]),
    [
      ['community.endRole', 'she has moved on'],
      ['community.grantRole', 'French is her field'],
      ['community.endRole', 'French is her field'],
      ['community.grantRole', 'because it is their work'],
      ['community.join', undefined],
    ],
  )
})

test('a role with a last day ends by itself when that day is over', async () => {
  const holder = await join()
  await grant({ email: holder.email, role: 'moderator', until: '2027-01-20' })
  now = Temporal.Instant.from('2027-01-20T23:59:59Z')
  const before = (await holder.get('/desk')).status
  now = Temporal.Instant.from('2027-01-21T00:00:00Z')
  const later = (await holder.get('/desk')).status
  const { text } = await administrator.get('/desk/roles')
  now = testNow
  assert.deepEqual([before, later], [200, 403])
  assert.match(text, /by itself/)
})

test('a wrong request comes back with what was typed and says what to mend; nothing is granted', async () => {
  const holder = await join()
  const cases: [Record<string, string>, RegExp][] = [
    [{ email: 'nobody', role: 'editor' }, /Enter an e-mail address/],
    [{ email: holder.email, role: 'emperor' }, /Choose a role/],
    [{ email: holder.email, role: 'editor', why: '  ' }, /Say why/],
    [{ email: holder.email, role: 'editor', until: '2020-01-01' }, /Choose a day to come/],
    [{ email: holder.email, role: 'editor', until: '2027-02-30' }, /Choose a day to come/],
    [{ email: holder.email, role: 'editor', country: 'VN, QQ' }, /QQ is not known here/],
    [{ email: holder.email, role: 'editor', partner: 'vn' }, /This role cannot be limited so/],
    [{ email: holder.email, role: 'focal-point' }, /This role needs one of these/],
    [
      { email: holder.email, role: 'organisation-editor', organisation: 'nowhere' },
      /nowhere is not known here/,
    ],
  ]
  for (const [fields, fault] of cases) {
    const { status, text } = await grant(fields)
    assert.equal(status, 422, JSON.stringify(fields))
    assert.match(text, fault)
    assert.ok(text.includes(`value="${fields['email']}"`))
  }
  assert.equal(await grantOf(holder.email), '')
  await grant({ email: holder.email, role: 'focal-point', partner: 'vn' })
  const again = await grant({ email: holder.email, role: 'focal-point', partner: 'vn' })
  assert.match(again.text, /They hold this role already/)
  assert.equal((await holder.get('/desk')).status, 403)
})

test('the last administrator can neither go nor be given an end, until there is another', async () => {
  const id = await grantOf(first.email)
  assert.equal((await administrator.send(`/desk/roles/${id}/end`, { why: 'enough' })).status, 409)
  assert.equal(
    (await administrator.send(`/desk/roles/${id}/limit`, { until: '2027-03-01', why: 'soon' })).status,
    409,
  )
  const inFrench = await administrator.send(`/fr/desk/roles/${id}/end`, { why: 'assez' })
  assert.match(inFrench.text, /Il doit rester quelqu’un pour attribuer les rôles/)
  assert.equal((await administrator.get('/desk/roles')).status, 200)
  const [one, two] = [await join(), await join()]
  await grant({ email: one.email, role: 'administrator', until: '2027-03-01' })
  assert.equal((await administrator.send(`/desk/roles/${id}/end`, { why: 'enough' })).status, 409)
  await grant({ email: two.email, role: 'administrator' })
  // Both leave at the same moment: one of them stays.
  const [mine, theirs] = [await grantOf(first.email), await grantOf(two.email)]
  const answers = await Promise.all([
    administrator.send(`/desk/roles/${mine}/end`, { why: 'enough' }),
    two.send(`/desk/roles/${theirs}/end`, { why: 'enough' }),
  ])
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 409],
  )
  await grantRole(granting, null, first, now)
})

test('whoever may not grant cannot, by any way', async () => {
  const holder = await join()
  await grant({ email: holder.email, role: 'editor' })
  const id = await grantOf(first.email)
  const request = { email: holder.email, role: 'administrator', why: 'I would like to' }
  assert.equal((await holder.send('/desk/roles', request)).status, 403)
  assert.equal((await holder.send(`/desk/roles/${id}/end`, { why: 'x' })).status, 403)
  assert.equal((await holder.get(`/desk/roles/${id}`)).status, 403)
  assert.throws(() => void endRole(granting, someoneWho(['desk.open']), { id, why: 'x' }, now), {
    status: 403,
  })
  await assert.rejects(
    grantRole(granting, someoneWho(['desk.open']), { ...first, email: holder.email }, now),
    { status: 403 },
  )
})

test('names and reasons from elsewhere stay text', async () => {
  const holder = await join()
  await giveName(holder, '<img src=x onerror=alert(1)>')
  await grant({ email: holder.email, role: 'moderator', why: '</td><script>alert(2)</script>' })
  const { text } = await administrator.get('/desk/roles')
  assert.doesNotMatch(text, /<img src=x|<script>alert/)
})

test('limits are chosen by their names in the reader’s language, several of each kind', async () => {
  const { text } = await administrator.get('/fr/desk/roles')
  assert.match(text, /value="KH"[^>]*\/><label for="country-\d+">Cambodge</)
  assert.match(text, /<input type="checkbox" id="partner[^"]*" name="partner" value="vn"/)
  const holder = await join()
  await administrator.send('/desk/roles', {
    email: holder.email,
    role: 'focal-point',
    partner: 'vn,fr',
    why: 'both',
  })
  const page = await administrator.get(`/desk/roles/${await grantOf(holder.email)}`)
  for (const partner of ['vn', 'fr'])
    assert.match(page.text, new RegExp(`name="partner" value="${partner}" checked`))
})

test('an organisation is found by its name, and chosen from those it may be', async () => {
  const holder = await join()
  const asked = { email: holder.email, role: 'organisation-editor' }
  const unknown = await grant({ ...asked, 'organisation-names': 'house of lamps; Nowhere' })
  assert.equal(unknown.status, 422)
  assert.match(unknown.text, /Nowhere is not known here/)
  const none = await grant(asked)
  assert.match(none.text, /id="organisation" name="organisation-names" aria-invalid="true"/)
  assert.match(unknown.text, /value="lamps" checked=""\/><label[^>]*>House of Lamps</)
  assert.match(unknown.text, /name="organisation-names"[^>]*value="Nowhere"/)
  const several = await grant({ ...asked, 'organisation-names': 'Twin Museum' })
  assert.equal(several.status, 422)
  assert.match(several.text, /href="#organisation">Choose which “Twin Museum” you mean/)
  assert.match(several.text, /value="twin-two"\/>/)
  assert.equal(await grantOf(holder.email), '')
  assert.equal(
    (await grant({ ...asked, organisation: 'twin-two', 'organisation-names': 'House of Lamps' })).status,
    303,
  )
  const { running } = await listGrants(house.db, now)
  const found = running.find(({ person }) => person.email === holder.email)
  assert.deepEqual(found?.limits, { organisation: ['twin-two', 'lamps'] })
})
