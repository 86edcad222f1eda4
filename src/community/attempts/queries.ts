import { sql } from 'kysely'
import { type Db, firstRow } from '../../platform/index.ts'
import type { Limit } from './model.ts'

/** How things stand for one who tries: seconds to wait from this network and for this account, 0 where there is no need. */
export type Standing = { networkWait: number; accountWait: number; known: boolean }

/** Answers, in one query, whether a network or an account has had too many failures, and whether its owner comes from there. */
export async function findStanding(
  db: Db,
  asked: { network: string; account: string; email: string; now: Temporal.Instant },
  most: { network: number; account: number },
): Promise<Standing> {
  const at = asked.now.toString()
  const wait = (
    key: string,
    limit: number,
  ) => sql`coalesce((select ceil(extract(epoch from until - ${at}::timestamptz))::int
    from community.attempt where key = ${key} and until > ${at}::timestamptz and count >= ${limit}::int), 0)`
  const found = await firstRow<Standing>(
    db,
    sql`select ${wait(asked.network, most.network)} as "networkWait", ${wait(asked.account, most.account)} as "accountWait",
      exists (select 1 from community.known_network k join community.person p on p.id = k.person_id
        where p.email = ${asked.email} and k.network_hash = ${asked.network}) as known`,
  )
  return found ?? { networkWait: 0, accountWait: 0, known: false }
}

/** Counts one more attempt; answers how many there have been since the limit's time began, and seconds until it is over. */
export async function countAttempt(
  db: Db,
  key: string,
  limit: Limit,
  now: Temporal.Instant,
): Promise<{ count: number; wait: number }> {
  const at = now.toString()
  const until = now.add({ seconds: limit.seconds }).toString()
  const row = await firstRow<{ count: number; wait: number }>(
    db,
    sql`insert into community.attempt as a (key, since, until, count)
      values (${key}, ${at}::timestamptz, ${until}::timestamptz, 1)
      on conflict (key) do update set
        count = case when a.until <= excluded.since then 1 else a.count + 1 end,
        since = case when a.until <= excluded.since then excluded.since else a.since end,
        until = case when a.until <= excluded.since then excluded.until else a.until end
      returning count, ceil(extract(epoch from until - ${at}::timestamptz))::int as wait`,
  )
  return row ?? { count: 1, wait: limit.seconds }
}

/** Takes one attempt back, as it did not fail. */
export async function uncountAttempt(db: Db, key: string): Promise<void> {
  await sql`update community.attempt set count = greatest(count - 1, 0) where key = ${key}`.execute(db)
}

/** Whether a person has come from a network before. */
export async function isKnownNetwork(db: Db, personId: string, network: string): Promise<boolean> {
  const found = await firstRow(
    db,
    sql`select 1 from community.known_network where person_id = ${personId}::uuid and network_hash = ${network}`,
  )
  return found !== undefined
}

/** Remembers that a person came from a network. */
export async function keepNetwork(
  db: Db,
  personId: string,
  network: string,
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into community.known_network (person_id, network_hash, seen_at)
    values (${personId}::uuid, ${network}, ${now.toString()}::timestamptz)
    on conflict (person_id, network_hash) do update set seen_at = excluded.seen_at`.execute(db)
}
