import { sql } from 'kysely'
import { type Db, firstRow } from '../../platform/index.ts'

/**
 * The next moment after `now` at which a page that shows these kinds may say something else although nothing was written:
 * a call closes, or comes within the week or the month; an event begins or ends. Undefined when there is none to come.
 */
export async function findNextTurn(
  db: Db,
  kinds: ReadonlySet<string>,
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  const at = sql`${now.toString()}::timestamptz`
  const closings = [0, 7, 30].map(
    (days) => sql`select min(closes_at) - ${days} * interval '1 day' as at from information.opportunity
      where closes_at > ${at} + ${days} * interval '1 day'`,
  )
  const rounds = sql`select min(c - days * interval '1 day') from information.opportunity r, unnest(r.closings) as c,
    unnest(array[0, 7, 30]) as days
    where cardinality(r.closings) > 1 and c - days * interval '1 day' > ${at}`
  const times = [
    sql`select min(starts_at) from information.occurrence where starts_at > ${at}`,
    sql`select min(ends_at) from information.occurrence where ends_at > ${at}`,
  ]
  const parts = [
    ...(kinds.has('opportunities') ? [...closings, rounds] : []),
    ...(kinds.has('events') ? times : []),
  ]
  if (parts.length === 0) return undefined
  const row = await firstRow<{ at: Date | null }>(
    db,
    sql`select min(at) as at from (${sql.join(parts, sql` union all `)}) as turns (at)`,
  )
  return row?.at?.toTemporalInstant()
}
