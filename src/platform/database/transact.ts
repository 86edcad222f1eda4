import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>

const inside = new AsyncLocalStorage<boolean>()

/**
 * Runs one story in one transaction: all of it is kept, or none. Inside, only the `tx` handed in may be used;
 * asking the outer `db` (or nesting) is an error at once, on both kinds of database, because the embedded one
 * has a single connection and would wait for ever.
 */
export function transact<T>(db: Db, story: (tx: Tx) => Promise<T>): Promise<T> {
  if (db.isTransaction) throw new Error('A transaction cannot hold another: pass its tx on.')
  return db.transaction().execute((tx) => inside.run(true, () => story(tx)))
}

/** Reads many things as they stood at one moment, whatever others write meanwhile. Inside, only `tx` may be used. */
export function readAtOnce<T>(db: Db, story: (tx: Tx) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => inside.run(true, () => story(tx)))
}

/** Throws when called within a transaction; the pool asks it before it hands out a connection. */
export function refuseInsideTransaction(): void {
  if (inside.getStore()) throw new Error('Inside a transaction use only its tx, never the outer db.')
}

/** Runs work that was started within a transaction but does not belong to it, such as a timer or a worker. */
export function outsideTransaction<T>(work: () => T): T {
  return inside.run(false, work)
}
