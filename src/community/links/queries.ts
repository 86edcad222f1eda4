import { sql } from 'kysely'
import { type Db, firstRow, json, type Tx } from '../../platform/index.ts'
import type { OpenLink, Purpose } from './model.ts'

/** Writes a link down; answers its id. */
export async function insertLink(
  tx: Tx,
  link: OpenLink & { hash: string; madeAt: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<string> {
  const row = await firstRow<{ id: string }>(
    tx,
    sql`insert into community.link (purpose, token_hash, email, details, made_at, expires_at)
      values (${link.purpose}, ${link.hash}, ${link.email}, ${json(link.details)}, ${link.madeAt.toString()}::timestamptz,
        ${link.expiresAt.toString()}::timestamptz) returning id`,
  )
  if (!row) throw new Error('A link was not written.')
  return row.id
}

/** Answers a link that can still be used; undefined when there is none, or it was used, or has run out. */
export function findOpenLink(
  db: Db,
  purpose: Purpose,
  hash: string,
  now: Temporal.Instant,
): Promise<OpenLink | undefined> {
  return firstRow<OpenLink>(
    db,
    sql`select purpose, email, details from community.link where token_hash = ${hash} and purpose = ${purpose}
      and used_at is null and expires_at > ${now.toString()}::timestamptz`,
  )
}

/** Answers a link whether or not it can still be used; undefined when there is none, or it has been cleared away. */
export function findLink(db: Db, purpose: Purpose, hash: string): Promise<OpenLink | undefined> {
  return firstRow<OpenLink>(
    db,
    sql`select purpose, email, details from community.link where token_hash = ${hash} and purpose = ${purpose}`,
  )
}

/** Uses a link, once: of several who try at the same time one is answered what it was for. */
export function consumeLink(
  tx: Tx,
  purpose: Purpose,
  hash: string,
  now: Temporal.Instant,
): Promise<OpenLink | undefined> {
  const at = now.toString()
  return firstRow<OpenLink>(
    tx,
    sql`update community.link set used_at = ${at}::timestamptz
      where token_hash = ${hash} and purpose = ${purpose} and used_at is null and expires_at > ${at}::timestamptz
      returning purpose, email, details`,
  )
}

/** Takes away every unused link to an address. */
export async function dropOpenLinks(tx: Tx, email: string): Promise<void> {
  await sql`delete from community.link where email = ${email} and used_at is null`.execute(tx)
}
