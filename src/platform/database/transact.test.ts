import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { keepMark, readMark } from '../marks.ts'
import { testDatabase } from './testing.ts'
import { outsideTransaction, transact } from './transact.ts'

const database = await testDatabase()
after(() => database.close())
const { db } = database

test('a story that fails leaves nothing behind', async () => {
  await assert.rejects(
    transact(db, async (tx) => {
      await keepMark(tx, 'told', 'half')
      throw new Error('the rest never came')
    }),
    /never came/,
  )
  assert.equal(await readMark(db, 'told'), undefined)
})

test('inside a transaction the outer database is an error at once, and so is a transaction within', async () => {
  await assert.rejects(
    transact(db, () => readMark(db, 'told')),
    /use only its tx/,
  )
  await assert.rejects(
    transact(db, (tx) => transact(tx, () => Promise.resolve())),
    /cannot hold another/,
  )
  await assert.rejects(
    transact(db, () => transact(db, () => Promise.resolve())),
    /use only its tx/,
  )
})

test('work begun within a transaction but outside its story may use the database once that is over', async () => {
  let later: Promise<unknown> | undefined
  await transact(db, (tx) => {
    later = outsideTransaction(() =>
      new Promise((resolve) => setTimeout(resolve, 5)).then(() => readMark(db, 'x')),
    )
    return keepMark(tx, 'y', 1)
  })
  assert.equal(await later, undefined)
})
