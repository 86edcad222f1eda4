import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'
import { json, rows } from '../database/rows.ts'
import { later } from '../jobs/later.ts'

/**
 * The life of a letter. `unknown`: it was in the relay's hands when the line broke or the process ended, so it may
 * have been sent; only a person can have it sent again.
 */
export type LetterState = 'waiting' | 'sending' | 'sent' | 'failed' | 'unknown'

/** `now`: somebody waits at the door for it; `soon`: a letter to one person; `bulk`: a mailing. The first go first. */
export type Urgency = 'now' | 'soon' | 'bulk'

const priorities: Record<Urgency, number> = { now: 0, soon: 1, bulk: 2 }

/** A letter to one recipient. */
export type Letter = {
  to: { address: string; name?: string }
  /** What kind of letter it is, as the rooms call it: `community.signIn`. */
  kind: string
  /** Names this very letter, so that the same one written twice is sent once: `newsletter/12/subscriber/7`. */
  reference: string
  urgency: Urgency
  /** Language tag of its words (BCP 47). */
  language: string
  subject: string
  text: string
  html?: string
  /** It is of no use after this moment, such as a link that has run out; always of use if not said. */
  until?: Temporal.Instant
  /** Further headers, such as List-Unsubscribe (RFC 2369, RFC 8058). */
  headers?: Record<string, string>
}

// RFC 5321 allows quoted and bracketed forms that no mailbox of a visitor has.
const addressForm = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.)*[\p{L}\p{N}-]{1,63}$/u

/** Is this the address of one mailbox, of a form mail can be sent to (RFC 5321, RFC 6531)? */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && addressForm.test(text) && !text.includes('..')
}

/**
 * Writes letters in this transaction, to be sent after it; a reference already known is passed over. Line breaks in
 * names, subjects and headers become spaces, so that nobody writes headers of their own. Answers how many were written.
 * Throws for an address or a header name that cannot be: ask `isMailAddress` where an address comes in.
 */
export async function sendLater(tx: Tx, letters: Letter | readonly Letter[]): Promise<number> {
  const written = [letters].flat().map(rowOf)
  let count = 0
  for (let at = 0; at < written.length; at += 500) count += await writeRows(tx, written.slice(at, at + 500))
  if (count > 0) await wakeSender(tx)
  return count
}

/** Has whatever waits sent after this transaction. */
export async function wakeSender(tx: Tx): Promise<void> {
  await later(tx, 'platform.sendMail', {}, { keptDays: 1, atMostMinutes: 6 * 60, priority: 1 })
}

type Row = ReturnType<typeof rowOf>

async function writeRows(tx: Tx, written: Row[]): Promise<number> {
  const answered = await rows(
    tx,
    sql`insert into platform.letter
      (reference, kind, priority, to_address, to_name, language, subject, text, html, headers, of_use_until)
      select reference, kind, priority, to_address, to_name, language, subject, text, html, headers, of_use_until
      from jsonb_to_recordset(${json(written)}) as given (reference text, kind text, priority smallint,
        to_address text, to_name text, language text, subject text, text text, html text, headers jsonb,
        of_use_until timestamptz)
      on conflict (reference) do nothing returning 1 as written`,
  )
  return answered.length
}

function rowOf(letter: Letter) {
  const { address, name } = letter.to
  if (!isMailAddress(address))
    throw new Error(`The letter ${letter.reference} has no address mail can be sent to.`)
  return {
    reference: letter.reference,
    kind: letter.kind,
    priority: priorities[letter.urgency],
    to_address: address,
    to_name: name === undefined ? null : onOneLine(name),
    language: letter.language,
    subject: onOneLine(letter.subject),
    text: withoutNul(letter.text),
    html: letter.html === undefined ? null : withoutNul(letter.html),
    headers: Object.fromEntries(Object.entries(letter.headers ?? {}).map(headerOf)),
    of_use_until: letter.until?.toString() ?? null,
  }
}

// These say who it is from and for and how it is put together, which is not the writer's to say twice.
const ownHeaders =
  /^(from|sender|to|cc|bcc|subject|date|message-id|mime-version|content-.*|return-path|received|dkim-.*)$/i

function headerOf([name, value]: [string, string]): [string, string] {
  if (!/^[A-Za-z][A-Za-z0-9-]{0,75}$/.test(name) || ownHeaders.test(name)) {
    throw new Error(`A letter cannot be given the header ${JSON.stringify(name)}.`)
  }
  return [name, onOneLine(value)]
}

function onOneLine(text: string): string {
  // The other line and paragraph separators of Unicode are line breaks to some readers.
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

const withoutNul = (text: string) => text.replaceAll('\0', '')
