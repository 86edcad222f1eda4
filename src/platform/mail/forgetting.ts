/** What becomes of letters in time, and when their recipient is to be forgotten. */
import { sql } from 'kysely'
import type { Db, Tx } from '../database/index.ts'
import { firstRow, rows } from '../database/rows.ts'
import { holdsAddress, type Traces } from '../traces.ts'

const toThem = ({ addresses }: Traces) => sql`lower(to_address) = any(${[...addresses]}::text[])`

// What follows an address after its question mark, and whatever else is long enough to be a token.
const queries = String.raw`(https?://[^\s?#]+)[?#]\S*`
const longWords = String.raw`[\w-]{32,}`

/**
 * Answers the letters written to somebody, latest first, as plain JSON with their text as long as it is kept. What is secret
 * in the addresses in it is not given out: a link may still be good.
 */
export function readLettersTo(db: Db, traces: Traces): Promise<Record<string, unknown>[]> {
  return rows(
    db,
    sql`select kind, to_address as "toAddress", to_name as "toName", language, subject,
        regexp_replace(regexp_replace(text, ${queries}, ${String.raw`\1?…`}, 'g'), ${longWords}, '…', 'g') as text, state,
        written_at as "writtenAt", settled_at as "settledAt"
      from platform.letter where ${toThem(traces)} order by written_at desc, id`,
  )
}

/** Takes away the letters to somebody, sent or not, and the words of those to others that hold their address. */
export async function forgetLettersTo(tx: Tx, traces: Traces): Promise<void> {
  await sql`delete from platform.letter where ${toThem(traces)}`.execute(tx)
  const held = sql`subject || ' ' || text || ' ' || coalesce(html, '') || ' ' || headers::text || ' ' || coalesce(last_reply, '')`
  // One that others still wait for goes out as it was written, and is emptied in time.
  await sql`update platform.letter set subject = '', text = '', html = null, headers = '{}', last_reply = null
    where state not in ('waiting', 'sending') and ${holdsAddress(sql`(${held})`, traces)}`.execute(tx)
}

/** Takes away the letters to these addresses whose reference begins so. */
export async function dropLettersTo(tx: Tx, addresses: readonly string[], beginning: string): Promise<void> {
  await sql`delete from platform.letter where lower(to_address) = any(${[...addresses]}::text[])
    and starts_with(reference, ${beginning})`.execute(tx)
}

/** Empties the letters settled before a moment; one nobody could send until then will not be sent. Answers how many. */
export async function emptyLetters(tx: Tx, before: Temporal.Instant): Promise<number> {
  return count(
    await firstRow<{ count: number }>(
      tx,
      sql`with emptied as (update platform.letter
          set text = '', html = null, headers = '{}', last_reply = null,
            state = case when state = 'waiting' then 'failed' else state end,
            settled_at = coalesce(settled_at, now())
          where coalesce(settled_at, written_at) <= ${before.toString()}::timestamptz
            and state <> 'sending' and (text <> '' or html is not null or headers <> '{}')
          returning 1)
        select count(*) as count from emptied`,
    ),
  )
}

/** Takes away the letters written before a moment, with their addresses. Answers how many. */
export async function dropLetters(tx: Tx, before: Temporal.Instant): Promise<number> {
  return count(
    await firstRow<{ count: number }>(
      tx,
      sql`with dropped as (delete from platform.letter
          where written_at <= ${before.toString()}::timestamptz and state not in ('waiting', 'sending') returning 1)
        select count(*) as count from dropped`,
    ),
  )
}

const count = (row: { count: number } | undefined) => row?.count ?? 0
