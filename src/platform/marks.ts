import { sql } from 'kysely'
import { firstRow, json } from './database/rows.ts'
import type { Db } from './database/transact.ts'

/** What the house remembers under a key; undefined when it was never kept. */
export async function readMark<T>(db: Db, key: string): Promise<T | undefined> {
  const row = await firstRow<{ value: T }>(db, sql`select value from platform.house where key = ${key}`)
  return row?.value
}

/** Remembers a value (JSON) under a key, in place of an earlier one. */
export async function keepMark(db: Db, key: string, value: unknown): Promise<void> {
  await sql`insert into platform.house (key, value) values (${key}, ${json(value)})
    on conflict (key) do update set value = excluded.value`.execute(db)
}

/** Remembers a value under a key that has none yet; answers whether it was this call that did. */
export async function keepMarkOnce(db: Db, key: string, value: unknown): Promise<boolean> {
  const row = await firstRow(
    db,
    sql`insert into platform.house (key, value) values (${key}, ${json(value)})
      on conflict (key) do nothing returning key`,
  )
  return row !== undefined
}
