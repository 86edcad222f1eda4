import assert from 'node:assert/strict'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { backUp } from '../backup/backUp.ts'
import { restoreBackup } from '../backup/restore.ts'
import { everythingIn, testFolder } from '../backup/testing.ts'
import { type Db, outsideTransaction, transact, type Tx } from '../database/index.ts'
import { embeddedTestDatabase, testDatabase } from '../database/testing.ts'
import { rows } from '../database/rows.ts'
import { openWork } from '../jobs/index.ts'
import { keptLog, until } from '../testing.ts'
import { erase, type Eraser, listErasures, UnknownKind } from './erase.ts'
import { agreeOnErasures, LedgerFault, ledgerFile, readLedger } from './ledgerFile.ts'

const dataDir = testFolder()
const database = await testDatabase()
const { db } = database
after(() => database.close())

// A kind of subject that is kept as a mark of the house.
const guest: Eraser = {
  kind: 'test.guest',
  erase: async (tx: Tx, id: string) => {
    await sql`delete from platform.house where key = ${`guest-${id}`}`.execute(tx)
  },
}

const welcome = (id: string) =>
  sql`insert into platform.house (key, value) values (${`guest-${id}`}, '"name"')`.execute(db)

const guestsOf = async (db: Db) =>
  (
    await rows<{ key: string }>(db, sql`select key from platform.house where key like 'guest-%' order by key`)
  ).map(({ key }) => key)

for (const id of ['1', '2', '3']) await welcome(id)
await transact(db, (tx) => erase(tx, guest, '1'))
const file = join(dataDir, 'backup')
await backUp(db, file)

test('an erasure is written down with it, and not at all when it is undone', async () => {
  assert.deepEqual(await guestsOf(db), ['guest-2', 'guest-3'])
  await assert.rejects(
    transact(db, async (tx) => {
      await erase(tx, guest, '3')
      throw new Error('undone')
    }),
    /undone/,
  )
  assert.deepEqual(await guestsOf(db), ['guest-2', 'guest-3'])
  assert.deepEqual(
    (await listErasures(db)).map(({ kind, subjectId }) => [kind, subjectId]),
    [['test.guest', '1']],
  )
})

test('a worker writes the ledger beside the database, each erasure once', async () => {
  await transact(db, (tx) => erase(tx, guest, '2'))
  const { log } = keptLog()
  const work = openWork(database, log, { dataDir }, { places: 2, lookSeconds: 0.5, cronSeconds: 45 })
  await outsideTransaction(() => work.start())
  await until(async () => (await readLedger(ledgerFile(dataDir)))?.length === 2)
  await work.stop()
  assert.deepEqual(await readLedger(ledgerFile(dataDir)), await listErasures(db))
  assert.equal(await agreeOnErasures(db, dataDir, []), 0)
  assert.equal(readFileSync(ledgerFile(dataDir), 'utf8').trim().split('\n').length, 2)
})

test('what was erased after the backup is erased again when it is restored over the house', async () => {
  const before = await everythingIn(db)
  await assert.rejects(restoreBackup(db, file, { erasers: [], replace: true }), {
    constructor: UnknownKind,
    message: /test\.guest/,
  })
  assert.deepEqual(await everythingIn(db), before)
  const { erased } = await restoreBackup(db, file, { erasers: [guest], replace: true })
  assert.equal(erased, 1)
  assert.deepEqual(await guestsOf(db), ['guest-3'])
  assert.deepEqual(await listErasures(db), await readLedger(ledgerFile(dataDir)))
})

test('of a house that is lost the ledger file says what to erase again, without it the subject is back', async () => {
  const other = await embeddedTestDatabase()
  const erasures = (await readLedger(ledgerFile(dataDir))) ?? []
  await restoreBackup(other.db, file, { erasers: [guest], erasures })
  assert.deepEqual(await guestsOf(other.db), ['guest-3'])
  await other.close()
  const forgetful = await embeddedTestDatabase()
  await restoreBackup(forgetful.db, file, { erasers: [guest] })
  assert.deepEqual(await guestsOf(forgetful.db), ['guest-2', 'guest-3'])

  // So does a house whose database went back in time.
  assert.equal(await agreeOnErasures(forgetful.db, dataDir, [guest]), 1)
  assert.deepEqual(await guestsOf(forgetful.db), ['guest-3'])
  assert.equal(await agreeOnErasures(forgetful.db, dataDir, [guest]), 0)
  await forgetful.close()
})

test('a line that was cut off is written again; one that says nothing is refused by its number', async () => {
  const path = ledgerFile(dataDir)
  const good = readFileSync(path, 'utf8')
  appendFileSync(path, '{"id":"half')
  assert.equal((await readLedger(path))?.length, 2)
  await transact(db, (tx) => erase(tx, guest, '3'))
  await agreeOnErasures(db, dataDir, [guest])
  assert.deepEqual(await readLedger(path), await listErasures(db))
  assert.ok(readFileSync(path, 'utf8').startsWith(good))
  writeFileSync(path, `${good}nonsense\n`)
  await assert.rejects(readLedger(path), { constructor: LedgerFault, message: /^Line 3 of / })
  assert.equal(await readLedger(join(dataDir, 'none')), undefined)
})
