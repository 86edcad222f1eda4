import { sql } from 'kysely'
import type { Db } from '../database/index.ts'
import { firstRow, rows } from '../database/rows.ts'
import type { Work } from '../jobs/names.ts'
import type { Outcome } from './outcome.ts'
import type { Outgoing, Relay } from './relay.ts'

/** Answers what sends all letters that wait: those most urgent first, each by one worker, until none is left. */
export function senderTo(relay: Relay): (work: Work) => Promise<void> {
  let busy = false
  let asked = false
  return async (work) => {
    // Whoever is at it looks once more before ending, so nobody need stand beside.
    asked = true
    if (busy) return
    busy = true
    try {
      while (asked && !work.stopping.aborted) {
        asked = false
        await sendWaiting(relay, work)
      }
    } finally {
      busy = false
    }
  }
}

type Round = { rest: string | undefined; counts: Partial<Record<Outcome['kind'], number>> }

async function sendWaiting(relay: Relay, work: Work): Promise<void> {
  const forgotten = await forgetSending(work.db, 15)
  if (forgotten > 0) work.log.warn({ letters: forgotten }, 'letters that may or may not have been sent')
  await dropUseless(work.db)
  const round: Round = { rest: undefined, counts: {} }
  const lines = Array.from({ length: relay.lines }, () => sendAlong(relay, work, round))
  const ended = await Promise.allSettled(lines)
  if (Object.keys(round.counts).length > 0) work.log.info({ letters: round.counts }, 'letters')
  if (round.rest) work.log.warn({ reply: round.rest }, 'the relay takes no letters now; they wait')
  for (const line of ended) if (line.status === 'rejected') throw line.reason
}

// One line to the relay: a letter at a time, so that an urgent one written meanwhile is the next.
async function sendAlong(relay: Relay, { db, signal, stopping }: Work, round: Round): Promise<void> {
  while (!signal.aborted && !stopping.aborted && !round.rest) {
    const letter = await takeNext(db)
    if (!letter) return
    const outcome = await relay.send(letter)
    await settle(db, letter, outcome)
    round.counts[outcome.kind] = (round.counts[outcome.kind] ?? 0) + 1
    if (outcome.rest) round.rest = outcome.reply
  }
}

type Taken = Outgoing & { attempts: number }

// Committed by itself, before the relay hears a word: a letter is never in its hands and still said to wait.
async function takeNext(db: Db): Promise<Taken | undefined> {
  return firstRow<Taken>(
    db,
    sql`update platform.letter set state = 'sending', attempts = attempts + 1, sending_at = now()
      where id = (select id from platform.letter where state = 'waiting' and try_at <= now()
        order by priority, try_at limit 1 for update skip locked)
      returning id, jsonb_build_object('address', to_address, 'name', coalesce(to_name, '')) as to, language, subject,
        text, html, headers, attempts`,
  )
}

const mostAttempts = 28

/** Minutes until a letter is tried again; all of them together are more than four days (RFC 5321, 4.5.4.1). */
export function minutesUntilNext(attempts: number): number {
  return Math.min(3 ** (attempts - 1), 240)
}

async function settle(db: Db, { id, attempts }: Taken, { kind, reply }: Outcome): Promise<void> {
  const again = kind === 'later' && attempts < mostAttempts
  if (again || kind === 'unreachable') {
    const minutes = again ? minutesUntilNext(attempts) : 0
    await sql`update platform.letter set state = 'waiting', last_reply = ${reply}, attempts = ${again ? attempts : attempts - 1},
      try_at = now() + make_interval(mins => ${minutes}) where id = ${id}::uuid and state = 'sending'`.execute(
      db,
    )
    return
  }
  const state = kind === 'sent' || kind === 'unknown' ? kind : 'failed'
  await sql`update platform.letter set state = ${state}, last_reply = ${reply}, settled_at = now()
    where id = ${id}::uuid and state = 'sending'`.execute(db)
}

/** Letters in the hands of a process that is gone may have been sent: only a person can tell. Answers how many. */
export async function forgetSending(db: Db, afterMinutes: number): Promise<number> {
  const forgotten = await rows(
    db,
    sql`update platform.letter set state = 'unknown', settled_at = now(),
        last_reply = 'The process ended while the letter was being handed over.'
      where state = 'sending' and sending_at <= now() - make_interval(mins => ${afterMinutes}) returning id`,
  )
  return forgotten.length
}

async function dropUseless(db: Db): Promise<void> {
  await sql`update platform.letter set state = 'failed', settled_at = now(),
      last_reply = 'It could not be sent while it was of use.'
    where state = 'waiting' and of_use_until < now()`.execute(db)
}
