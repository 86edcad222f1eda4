/** Which answers are kept for other readers, and until when. */
import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { carriesIdentity, type HouseEnv } from './community/index.ts'
import { findNextTurn } from './information/index.ts'
import { findNextCallTurn } from './practice/index.ts'
import {
  type Database,
  type Db,
  type Front,
  inFront,
  keepableTags,
  keepAnswer,
  keepSets,
  kindOf,
  openPageCache,
} from './platform/index.ts'

type Listener = Parameters<typeof inFront>[1]

/**
 * The house with its kept pages in front. They are kept only while what changes is heard of, from whichever process it
 * comes. Answers what serves, and what ends the hearing.
 */
export async function withKeptPages(
  behind: Listener,
  { database, clock, mostBytes }: { database: Database; clock: Front['clock']; mostBytes: number },
): Promise<{ listener: Listener; cache: Front['cache']; stop(): Promise<void> }> {
  const cache = openPageCache(mostBytes)
  const sets = keepSets(database.db)
  const stop = await database.listen('changed', {
    // The sets first: a page must not be made of what they were.
    heard(word) {
      sets.changed(word)
      cache.changed(word)
    },
    lost() {
      sets.pause()
      cache.pause()
    },
    again() {
      sets.resume()
      if (mostBytes > 0) cache.resume()
    },
  })
  return { listener: inFront({ cache, clock, isForAnybody }, behind), cache, stop }
}

function isForAnybody({ headers }: IncomingMessage): boolean {
  return !carriesIdentity(headers)
}

/** An answer as a page that is kept, where it is the same for anybody and says what it shows; undefined else. */
export async function keptAnswer(
  c: Context<HouseEnv>,
  { db, clock }: { db: Db; clock(): Temporal.Instant },
  shared: Readonly<Record<string, string>>,
  written?: Uint8Array<ArrayBuffer>,
): Promise<Response | undefined> {
  const tags = keepableTags()
  const { res } = c
  if (!tags || res.status !== 200) return undefined
  if (res.headers.has('set-cookie') || res.headers.has('cache-control')) return undefined
  const { now } = c.var.visit
  const kinds = new Set([...tags].map(kindOf))
  const turns = [await findNextTurn(db, kinds, now), await findNextCallTurn(db, kinds, now)]
  const [turn] = turns.filter((at) => at !== undefined).toSorted(Temporal.Instant.compare)
  const quarter = nextQuarter(now)
  const until = turn && Temporal.Instant.compare(turn, quarter) < 0 ? turn : quarter
  const headers = new Headers(res.headers)
  for (const [name, value] of Object.entries(shared)) headers.set(name, value)
  const page = keepAnswer(headers, written ?? new Uint8Array(await res.arrayBuffer()), until)
  const sent = await page?.sent(c.req.header('accept-encoding'), clock().epochMilliseconds)
  return sent && new Response(Uint8Array.from(sent.body), { status: 200, headers: pairsOf(sent.headers) })
}

function pairsOf(headers: string[]): [string, string][] {
  return Array.from({ length: headers.length / 2 }, (_, at) => [
    headers[2 * at] ?? '',
    headers[2 * at + 1] ?? '',
  ])
}

// Midnight falls on a quarter of an hour in every zone, and with it turns what pages say of days.
function nextQuarter(now: Temporal.Instant): Temporal.Instant {
  const quarter = 15 * 60_000
  return Temporal.Instant.fromEpochMilliseconds((Math.floor(now.epochMilliseconds / quarter) + 1) * quarter)
}
