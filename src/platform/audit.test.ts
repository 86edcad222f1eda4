import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { listAudit, recordAudit } from './audit.ts'
import { transact } from './database/index.ts'
import { rows } from './database/rows.ts'
import { testDatabase } from './database/testing.ts'
import { isSecretName } from './secrets.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())

const record = { kind: 'event', id: 'e1' }

test('who did what to which record, and why, with only what changed', async () => {
  const before = { title: 'Biennale', venue: { name: 'Hall', city: 'Hanoi' }, tags: ['a'], seen: 1 }
  const after = {
    title: 'Biennale',
    venue: { name: 'Hall', city: 'Huế' },
    tags: ['a', 'b'],
    opensOn: '2027-05-01',
  }
  const change = {
    who: 'p1',
    what: 'information.publish',
    record,
    before,
    after,
    why: 'The organiser wrote.',
  }
  await transact(db, (tx) => recordAudit(tx, change))
  await transact(db, (tx) =>
    recordAudit(tx, { who: null, what: 'information.import', record, after: { title: 'B' } }),
  )
  await transact(db, (tx) => recordAudit(tx, { who: 'p1', what: 'x.y', record: { kind: 'event', id: 'e2' } }))

  const [imported, published, ...others] = await listAudit(db, record)
  assert.equal(others.length, 0)
  assert.ok(published && Temporal.Now.instant().since(published.at).total('seconds') < 60)
  assert.deepEqual(
    { ...published, at: undefined },
    {
      at: undefined,
      who: 'p1',
      what: 'information.publish',
      room: 'information',
      record,
      before: { venue: { city: 'Hanoi' }, tags: ['a'], seen: 1 },
      after: { venue: { city: 'Huế' }, tags: ['a', 'b'], opensOn: '2027-05-01' },
      why: 'The organiser wrote.',
    },
  )
  assert.deepEqual(
    [imported?.who, imported?.why, imported?.before, imported?.after],
    [undefined, undefined, {}, { title: 'B' }],
  )
})

test('what is rolled back was not done', async () => {
  const undone = transact(db, async (tx) => {
    await recordAudit(tx, { who: 'p1', what: 'information.remove', record })
    throw new Error('no')
  })
  await assert.rejects(undone, /no/)
  assert.equal((await listAudit(db, record)).length, 2)
})

const secretNames = [
  'password',
  'newPassword',
  'password_hash',
  'passport',
  'passportNumber',
  'sessionToken',
  'TOKEN',
  'client-secret',
  'Set-Cookie',
  'iban',
  'payeeIBAN',
  'Authorization',
  'apiKey',
  'api key',
  'importedHash',
]

test('no secret is kept, however deep it is planted', async () => {
  const planted = Object.fromEntries(secretNames.map((name, at) => [name, `planted-${at}`]))
  const deep = {
    person: { name: 'Lan', ...planted, accounts: [{ bank: 'B', ...planted, more: { planted } }] },
  }
  await transact(db, (tx) =>
    recordAudit(tx, {
      who: 'p1',
      what: 'community.signIn',
      record: { kind: 'person', id: 'p1' },
      before: { ...planted, role: 'reader' },
      after: { ...deep, ...planted, 'nul\0name': 'a\0b', role: 'editor' },
    }),
  )
  const kept = JSON.stringify(await rows(db, sql`select * from platform.audit_entry`))
  for (const name of secretNames) assert.ok(!kept.includes(`"${name}"`), name)
  // "planted" itself is a plain name: what is in it is dropped field by field.
  assert.doesNotMatch(kept, /planted-\d/)
  assert.match(kept, /"role":"editor"/)
})

test('words that only begin like a secret are none', () => {
  const plain = ['secretariat', 'secretary', 'hashtag', 'passage', 'title', 'compass', 'urban', 'keyDates']
  assert.deepEqual(plain.filter(isSecretName), [])
  assert.deepEqual(
    secretNames.filter((name) => !isSecretName(name)),
    [],
  )
})
