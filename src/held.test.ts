import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { CompiledQuery } from 'kysely'
import { schemas } from '../database/schema.ts'
import { heldInWords } from './community/privacy/held/model.ts'
import { locales } from './design/index.ts'
import { houseHeld } from './held.ts'
import { testDatabase } from './platform/database/testing.ts'

const database = await testDatabase()
after(() => database.close())

type Column = { table: string; column: string; refers: boolean }

/** Every column of the house, and whether it refers to a person. */
async function columnsOf(): Promise<Column[]> {
  const ours = schemas.map((name) => `'${name}'`).join(', ')
  const { rows } = await database.db.executeQuery<Column>(
    CompiledQuery.raw(`
      select n.nspname || '.' || c.relname as table, a.attname as column, exists (
          select 1 from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any(f.conkey)
            and f.confrelid = 'community.person'::regclass) as refers
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and n.nspname in (${ours}) order by 1, 2`),
  )
  return [...rows]
}

/** Words in a column's name that speak of somebody, or of what can hold somebody. */
const speaks =
  /(^|_)(e?mail|address|phone|tel|ip|agent|network|who|whom|by|person|people|author|contact|recipient|sender|owner|member|user|subject|identifier|payload|details|first_name|last_name|full_name|to_name|birth\w*|passport|iban|signature)(_|$)/

/** Columns that only sound so. */
const harmless: Record<string, string> = {
  'information.article.authors':
    'bylines of published articles, as their sources print them; public, and nobody’s account',
  'community.setting.subject': 'which part of the house is set: a page, a vocabulary',
  'information.opportunity.who_test': 'how a call asks where somebody lives',
}

/** Columns about people that no declaration covers. */
function uncovered(columns: readonly Column[], covers: readonly string[]): string[] {
  return columns
    .filter(({ column, refers }) => refers || speaks.test(column))
    .map(({ table, column }) => ({ table, whole: `${table}.${column}` }))
    .filter(({ table, whole }) => !covers.includes(table) && !covers.includes(whole) && !(whole in harmless))
    .map(({ whole }) => whole)
}

const covers = houseHeld.all.flatMap((declared) => declared.covers)

test('every column that refers to a person, or sounds as if, is covered by a declaration', async () => {
  assert.deepEqual(uncovered(await columnsOf(), covers), [])
})

test('a new table about people without a declaration is noticed, and so is a new column', () => {
  const planted = [
    { table: 'practice.review', column: 'reviewer_id', refers: true },
    { table: 'audience.subscriber', column: 'email', refers: false },
    { table: 'information.event', column: 'contact_email', refers: false },
    { table: 'information.event', column: 'emailed', refers: false },
    { table: 'community.session', column: 'ip_address', refers: false },
  ]
  assert.deepEqual(uncovered(planted, covers), [
    'practice.review.reviewer_id',
    'audience.subscriber.email',
    'information.event.contact_email',
  ])
})

test('what is covered exists, is covered once, and what only sounds so is there too', async () => {
  const columns = await columnsOf()
  const names = new Set([
    'jobs.job',
    ...columns.flatMap(({ table, column }) => [table, `${table}.${column}`]),
  ])
  assert.deepEqual(
    [...covers, ...Object.keys(harmless)].filter((name) => !names.has(name)),
    [],
  )
  assert.equal(new Set(covers).size, covers.length)
})

test('declarations and periods have names of their own, and words in every language', () => {
  const ids = houseHeld.all.map(({ id }) => id)
  assert.equal(new Set(ids).size, ids.length)
  const periods = houseHeld.all.flatMap(({ retention }) => retention)
  assert.equal(new Set(periods.map(({ id }) => id)).size, periods.length)
  for (const { id, days } of periods) assert.ok(Number.isInteger(days) && days > 0, id)
  for (const locale of locales)
    for (const declared of houseHeld.all) {
      const { name, what, why, ground, seenBy, howLong } = heldInWords(locale, declared)
      assert.ok([name, what, why, ground, ...seenBy, ...howLong].every((words) => words.length > 1))
      assert.ok(seenBy.length > 0 && howLong.length > 0, declared.id)
    }
})
