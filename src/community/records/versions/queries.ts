import { sql } from 'kysely'
import { type Db, firstRow } from '../../../platform/index.ts'
import type { Plain } from '../model.ts'

/** A record as it was in one of its versions; undefined where nobody has kept it. */
export async function readRecordAt(
  db: Db,
  { kind, id, version }: { kind: string; id: string; version: number },
): Promise<Plain | undefined> {
  const found = await firstRow<{ record: Plain }>(
    db,
    sql`select record from community.record where kind = ${kind} and id = ${id} and version = ${version}
      union all select record from community.revision where kind = ${kind} and record_id = ${id} and version = ${version}`,
  )
  return found?.record
}
