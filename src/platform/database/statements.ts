import type pg from 'pg'
import { refuseInsideTransaction } from './transact.ts'

/** Runs statements on a connection of the pool, and leaves no broken transaction behind on it. */
export async function runStatements(
  pool: pg.Pool,
  text: string,
  values?: unknown[],
): Promise<{ rows: unknown[] }> {
  refuseInsideTransaction()
  const client = await pool.connect()
  let broken = false
  try {
    return await (values ? client.query(text, values) : client.query(text))
  } catch (error) {
    // The embedded database has one session for ever: a transaction broken here would break all that follows.
    broken = !(await client.query('rollback').then(
      () => true,
      () => false,
    ))
    throw error
  } finally {
    client.release(broken)
  }
}
