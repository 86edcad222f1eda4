import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { access } from './access.ts'
import { openOrganisations } from './community/testing.ts'
import { plant } from './information/testing.ts'
import { rows } from './platform/index.ts'
import { openTestHouse, openVisitor, testNow } from './testing.ts'

const house = await openTestHouse({ settings: { trustProxy: 1 } })
after(() => house.close())
const { join } = await openOrganisations(house, ['one'], () => testNow)

const names =
  `email password current token next way code recovery answer passkeyName name scopes until latest mail open
  version do shown findable latinName languages languages-more disciplines roles citizenships citizenships-more residence
  since-day since-month since-year baseCountry baseCity role change standing reason proof proofUrl why language country kind
  partner organisation record organisation-names office-lang office-name phone website address speaker-1-id speaker-1-name
  speaker-1-function speaker-1-from speaker-1-until agree title summary body slug start_date recurrence.rule id asked giveback
  disciplines-more citizenship-unstated rounds.0.deadline name-en summary-en city country_code languages-other`.split(
    /\s+/,
  )

const form = (valuesOf: (name: string) => string[]) => ({
  body: new URLSearchParams(names.flatMap((name) => valuesOf(name).map((value) => [name, value]))),
})
const sent = (type: string, body: string) => ({ body, headers: { 'content-type': type } })
const signed = { clientDataJSON: 'a', authenticatorData: 'a', signature: 'a' }
const key = JSON.stringify({ id: 'a\0', rawId: 'a', type: 'public-key', response: signed })
const right: Record<string, string> = { version: '0', role: 'editor', why: 'to try', until: '2027-06-01' }

function files(): RequestInit {
  const body = new FormData()
  for (const name of names) body.append(name, new File(['words'], 'words.txt'))
  return { body }
}

const bodies: Record<string, () => RequestInit> = {
  nothing: () => ({}),
  JSON: () => sent('application/json', '{"email":["a"]}'),
  'JSON with NUL': () => sent('application/json', JSON.stringify({ email: 'a\0@x.example', password: '\0' })),
  'plain words': () => sent('text/plain', 'words'),
  'parts without their boundary': () => sent('multipart/form-data; boundary=y', '--x\r\nwords'),
  files,
  NUL: () => form((name) => (name === 'answer' ? [key] : ['a\0@b.example'])),
  'NUL beside what is right': () => form((name) => [right[name] ?? 'a\0b']),
  'half of a sign': () =>
    sent('application/x-www-form-urlencoded', 'email=%ED%A0%80@x.example&name=%FF&why=%FF&version=0'),
  'long words': () => form(() => ['x'.repeat(5000)]),
  'every field sixty times': () => form(() => Array.from({ length: 60 }, (_, at) => `v${at}`)),
}

test('whatever is sent to a form, it is answered in words and never with a failure', async () => {
  const member = await join(
    'everything',
    ['administrator', {}],
    ['editor', {}],
    ['organisation-editor', { organisation: ['one'] }],
  )
  await plant(house.db, 'events', [{ id: 'planted', title: 'Planted', start_date: '2027-03-01' }])
  const other = await join('other')
  const claiming = { standing: 'Head', reason: 'Ours', proof: 'Papers', proofUrl: 'https://x.example/' }
  assert.equal((await other.send('/organisations/house-one/claim', claiming)).status, 303)
  await member.send('/account/organisations/one/invitations', {
    email: 'guest@x.example',
    role: 'organisation-member',
  })
  const idIn = async (table: string) =>
    (await rows<{ id: string }>(house.db, sql`select id from ${sql.table(table)} limit 1`))[0]?.id ?? ''
  const [claim, invitation, grant] = [
    await idIn('community.claim'),
    await idIn('community.membership_invitation'),
    await idIn('community.role_grant'),
  ]
  const [partner] = await rows<{ id: string }>(house.db, sql`select id from community.partner limit 1`)
  const addressOf = (path: string) =>
    path
      .replace(/:plural\{[^}]*\}\/:id/, 'events/planted')
      .replace(/:plural\{[^}]*\}/, 'events')
      .replace(':slug', 'house-one')
      .replace(':code', partner?.id ?? '')
      .replace(':invitation', invitation)
      .replace(':person', member.personId)
      .replace('/organisations/:id', '/organisations/one')
      .replace('/claims/:id', `/claims/${claim}`)
      .replace('/roles/:id', `/roles/${grant}`)
      .replace(':id', claim)
  const failed: string[] = []
  let network = 0
  for (const route of Object.keys(access)) {
    const [method, path = ''] = route.split(' ')
    if (method !== 'POST' || /sign-out|closing|others\/end/.test(path)) continue
    for (const [what, body] of Object.entries(bodies)) {
      for (const { cookie } of [member, openVisitor(house)]) {
        const init = body()
        const headers = new Headers(init.headers)
        headers.set('origin', 'http://localhost:3000')
        headers.set('x-forwarded-for', `10.${(network >> 8) & 255}.${(network += 1) & 255}.1`)
        if (cookie) headers.set('cookie', cookie)
        const { status } = await house.get(addressOf(path), { ...init, method, headers })
        if (status >= 500) failed.push(`${route}: ${what}: ${status}`)
      }
    }
  }
  assert.deepEqual(failed, [])
})

test('nobody writes to any number of mailboxes by asking for another address', async () => {
  const somebody = await join('somebody')
  const answers: number[] = []
  for (let time = 0; time < 11; time += 1)
    answers.push((await somebody.send('/account/email', { email: `m${time}@elsewhere.example` })).status)
  assert.deepEqual(answers, [...Array<number>(10).fill(303), 429])
  const [written] = await rows<{ count: number }>(
    house.db,
    sql`select count(*)::int as count from platform.letter where to_address like '%@elsewhere.example'`,
  )
  assert.equal(written?.count, 10)
})
