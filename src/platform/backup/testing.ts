/** For tests only: everything a house holds, told without the code that backs it up. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { CompiledQuery } from 'kysely'
import { describeSchema } from '../../../database/schema.ts'
import { type Db, transact } from '../database/transact.ts'

/** A folder that goes with the tests of this file. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'caravanserai-backup-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Every row of every table of every schema as text, where every sequence stands, and the schema in words. */
export async function everythingIn(db: Db) {
  const schema = await describeSchema(db)
  return transact(db, async (tx) => {
    const ask = async <Row>(statement: string) => [
      ...(await tx.executeQuery<Row>(CompiledQuery.raw(statement))).rows,
    ]
    await ask(`set local timezone = 'Asia/Vientiane'`)
    const tables = await ask<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema', 'jobs') order by 1`,
    )
    const held: Record<string, string[]> = {}
    for (const { name } of [...tables, { name: `jobs.job` }]) {
      const which = name === 'jobs.job' ? `where name = 'house'` : ''
      const rows = await ask<{ row: string }>(
        `select row_to_json(whole)::text || whole::text as row from ${name} whole ${which} order by 1`,
      )
      held[name] = rows.map(({ row }) => row)
    }
    const sequences = await ask<{ sequence: string; last: string | null }>(
      `select format('%I.%I', schemaname, sequencename) as sequence, last_value::text as last from pg_sequences
        where schemaname <> 'jobs' order by 1`,
    )
    return { schema, held, sequences }
  })
}
