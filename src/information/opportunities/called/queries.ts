/** Opportunities that are written of a call of the house. */
import { sql } from 'kysely'
import { type Db, firstRow, rows, type Tx } from '../../../platform/index.ts'

/** Those of these ids that are opportunities written of a call. */
export async function readCalled(db: Db, ids: string[]): Promise<Set<string>> {
  const found = await rows<{ id: string }>(
    db,
    sql`select id from information.opportunity where id = any(${ids}::text[]) and page is not null`,
  )
  return new Set(found.map(({ id }) => id))
}

/** Says which page shows each of these opportunities. */
export async function putPages(tx: Tx, pages: readonly { id: string; page: string }[]): Promise<void> {
  const given = JSON.stringify(pages)
  await sql`update information.opportunity o set page = given.page
    from json_to_recordset(${given}::json) as given (id text, page text)
    where o.id = given.id and o.page is distinct from given.page`.execute(tx)
}

/** The page that shows the opportunity with this id, where it is written of a call. */
export async function findPage(db: Db, id: string): Promise<string | undefined> {
  const found = await firstRow<{ page: string | null }>(
    db,
    sql`select page from information.opportunity where id = ${id}`,
  )
  return found?.page ?? undefined
}

/** Forgets what became of the deadlines of these opportunities. */
export async function dropChanges(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from information.opportunity_change where opportunity_id = any(${ids}::text[])`.execute(tx)
}

/** Takes away the texts of these opportunities in all languages but those. */
export async function dropOtherTexts(tx: Tx, all: readonly { id: string; langs: string[] }[]): Promise<void> {
  for (const { id, langs } of all) {
    await sql`delete from information.opportunity_text
      where record_id = ${id} and lang <> all(${langs}::text[])`.execute(tx)
  }
}
