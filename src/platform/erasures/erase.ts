/** Erasing: what was erased of whom is written down, so that no backup brings it back. */
import { sql } from 'kysely'
import { rows } from '../database/rows.ts'
import type { Db, Tx } from '../database/transact.ts'
import { later } from '../jobs/later.ts'

/** How a room erases what it keeps of one kind of subject; done again, or where there is none, it does nothing. */
export type Eraser = {
  /** Its lasting name, such as `community.person`. */
  kind: string
  /** Erases, or makes nameless, everything there is about the subject, at whatever age of its data. */
  erase(tx: Tx, id: string): Promise<void>
}

/** One line of the ledger; the moment is an ISO instant. */
export type Erasure = { id: string; kind: string; subjectId: string; erasedAt: string }

/**
 * Erases a subject and writes it down, in the same transaction. `id` must say nothing about anybody once the subject is gone: the
 * id of a row, never an address.
 */
export async function erase(tx: Tx, { kind, erase }: Eraser, id: string): Promise<void> {
  await erase(tx, id)
  await sql`insert into platform.erasure (kind, subject_id) values (${kind}, ${id})`.execute(tx)
  await later(tx, 'platform.keepErasures', {})
}

/** Answers the ledger, oldest first. */
export async function listErasures(db: Db): Promise<Erasure[]> {
  const found = await rows<{ id: string; kind: string; subject_id: string; erased_at: Date }>(
    db,
    sql`select id, kind, subject_id, erased_at from platform.erasure order by erased_at, id`,
  )
  return found.map(({ id, kind, subject_id, erased_at }) => ({
    id,
    kind,
    subjectId: subject_id,
    erasedAt: erased_at.toTemporalInstant().toString(),
  }))
}

/** A ledger names a kind that nobody here can erase. */
export class UnknownKind extends Error {}

/**
 * Erases again what these erasures say and the database does not know of, and answers how many there were. Throws
 * UnknownKind.
 */
export async function eraseAgain(
  tx: Tx,
  erasers: readonly Eraser[],
  erasures: readonly Erasure[],
): Promise<number> {
  const known = new Set((await listErasures(tx)).map(({ id }) => id))
  let done = 0
  for (const { id, kind, subjectId, erasedAt } of erasures) {
    if (known.has(id)) continue
    known.add(id)
    const eraser = erasers.find((eraser) => eraser.kind === kind)
    if (!eraser)
      throw new UnknownKind(`Of the kind “${kind}” something was erased, and nothing here can erase it.`)
    await eraser.erase(tx, subjectId)
    await sql`insert into platform.erasure (id, kind, subject_id, erased_at)
      values (${id}::uuid, ${kind}, ${subjectId}, ${erasedAt}::timestamptz)
      on conflict (id) do nothing`.execute(tx)
    done += 1
  }
  return done
}
