/** Opportunities that are written of a call of the house. */
import { sql } from 'kysely'
import { type Db, firstRow, rows, type Tx } from '../../../platform/index.ts'
import { callSource } from './model.ts'

/** Those of these ids that are opportunities written of a call. */
export async function readCalled(db: Db, ids: string[]): Promise<Set<string>> {
  const found = await rows<{ id: string }>(
    db,
    sql`select id from community.record where kind = 'opportunities' and id = any(${ids}::text[])
      and ${isCalled()}`,
  )
  return new Set(found.map(({ id }) => id))
}

const isCalled = () => sql`sources::jsonb @> ${JSON.stringify([{ name: callSource }])}::jsonb`

/** Says which page shows each of these opportunities. */
export async function putPages(tx: Tx, pages: readonly { id: string; page: string }[]): Promise<void> {
  const given = JSON.stringify(pages)
  await sql`update information.opportunity o set page = given.page
    from json_to_recordset(${given}::json) as given (id text, page text)
    where o.id = given.id and o.page is distinct from given.page`.execute(tx)
}

/** The page that shows the opportunity with this slug or id, where it is another than its own; undefined where there is none. */
export async function findPage(db: Db, slug: string): Promise<string | undefined> {
  const found = await firstRow<{ page: string | null }>(
    db,
    sql`select page from information.opportunity where slug = ${slug}`,
  )
  return found?.page ?? undefined
}
