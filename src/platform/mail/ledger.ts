import { sql } from 'kysely'
import type { Db, Tx } from '../database/index.ts'
import { firstRow, rows } from '../database/rows.ts'
import { isRowId } from '../ids.ts'
import { type LetterState, wakeSender } from './letters.ts'

/** A letter as the ledger knows it, without its text. */
export type LetterLine = {
  id: string
  reference: string
  kind: string
  to: { address: string; name: string | undefined }
  language: string
  subject: string
  state: LetterState
  attempts: number
  /** What the relay, or the line to it, last said. */
  lastReply: string | undefined
  writtenAt: Temporal.Instant
  settledAt: Temporal.Instant | undefined
}

export type WholeLetter = LetterLine & {
  text: string
  html: string | undefined
  headers: Record<string, string>
}

type LineRow = {
  id: string
  reference: string
  kind: string
  to_address: string
  to_name: string | null
  language: string
  subject: string
  state: LetterState
  attempts: number
  last_reply: string | null
  written_at: Date
  settled_at: Date | null
}

const lineColumns = sql`id, reference, kind, to_address, to_name, language, subject, state, attempts, last_reply,
  written_at, settled_at`

/** Answers the letters written last, latest first, whatever became of them; for the outbox of the demonstration. */
export async function listOutbox(db: Db, limit = 100): Promise<LetterLine[]> {
  const found = await rows<LineRow>(
    db,
    sql`select ${lineColumns} from platform.letter order by written_at desc, id limit ${limit}`,
  )
  return found.map(lineOf)
}

/** Answers the letters somebody should look at: refused by the relay, or perhaps sent; latest first. */
export async function listTroubledLetters(db: Db, limit = 100): Promise<LetterLine[]> {
  const found = await rows<LineRow>(
    db,
    sql`select ${lineColumns} from platform.letter where state in ('failed', 'unknown')
      order by written_at desc, id limit ${limit}`,
  )
  return found.map(lineOf)
}

/** Answers a letter with its text (empty some time after it was sent); undefined when there is none of this id. */
export async function findLetter(db: Db, id: string): Promise<WholeLetter | undefined> {
  if (!isRowId(id)) return undefined
  const row = await firstRow<
    LineRow & { text: string; html: string | null; headers: Record<string, string> }
  >(db, sql`select ${lineColumns}, text, html, headers from platform.letter where id = ${id}::uuid`)
  return row && { ...lineOf(row), text: row.text, html: row.html ?? undefined, headers: row.headers }
}

/** Answers how many letters wait to be sent. */
export async function countWaiting(db: Db): Promise<number> {
  const row = await firstRow<{ count: number }>(
    db,
    sql`select count(*) as count from platform.letter where state = 'waiting'`,
  )
  return row?.count ?? 0
}

/** Has a letter that failed, or may not have been sent, sent again, because a person said so. Answers whether there was one that still has its text. */
export async function sendAgain(tx: Tx, id: string): Promise<boolean> {
  if (!isRowId(id)) return false
  const row = await firstRow(
    tx,
    sql`update platform.letter set state = 'waiting', attempts = 0, try_at = now(), settled_at = null,
        of_use_until = null
      where id = ${id}::uuid and state in ('failed', 'unknown') and text <> '' returning id`,
  )
  if (row) await wakeSender(tx)
  return row !== undefined
}

function lineOf(row: LineRow): LetterLine {
  const { id, reference, kind, language, subject, state, attempts } = row
  return {
    id,
    reference,
    kind,
    to: { address: row.to_address, name: row.to_name ?? undefined },
    language,
    subject,
    state,
    attempts,
    lastReply: row.last_reply ?? undefined,
    writtenAt: row.written_at.toTemporalInstant(),
    settledAt: row.settled_at?.toTemporalInstant(),
  }
}
