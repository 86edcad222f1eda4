import { timingSafeEqual } from 'node:crypto'
import { isLocale, type Locale } from '../../design/index.ts'
import { type Db, isRowId, later, notFound, sendLater, transact, type Tx } from '../../platform/index.ts'
import type { MailPreference, Notice, NoticeKind, NoticeRegistry, Notices } from './model.ts'
import { letterOf } from './letters/model.ts'
import {
  findRecipient,
  holdUnmailed,
  insertNotice,
  saveAllRead,
  saveMailed,
  saveMailPreference,
  saveRead,
} from './queries.ts'

/**
 * Tells a person something, in the transaction in which it becomes true: it stands among their notices, and reaches
 * them by mail as they want it.
 */
export async function tell<Kind extends NoticeKind>(
  tx: Tx,
  personId: string,
  kind: Kind,
  details: Notices[Kind],
  now: Temporal.Instant,
): Promise<void> {
  await insertNotice(tx, { personId, kind, details, at: now })
  await later(tx, 'community.mailNotices', { personId }, { keptDays: 1 })
}

/** Writes down that a notice was read; answers it. Refuses (404) another person's. */
export function readNotice(db: Db, personId: string, id: string, now: Temporal.Instant): Promise<Notice> {
  return transact(db, async (tx) => {
    const notice = isRowId(id) ? await saveRead(tx, personId, id, now) : undefined
    if (!notice) throw notFound()
    return notice
  })
}

/** Writes down that a notice was read and all before it, so that none told meanwhile is missed. Refuses (404) another person's. */
export function readNoticesUpTo(db: Db, personId: string, id: string, now: Temporal.Instant): Promise<void> {
  return transact(db, async (tx) => {
    if (!isRowId(id) || !(await saveAllRead(tx, personId, id, now))) throw notFound()
  })
}

/** Changes how a person hears of notices by mail; what waits goes out if they want it at once. False when there is no such person. */
export function chooseMail(db: Db, personId: string, preference: MailPreference): Promise<boolean> {
  return transact(db, async (tx) => {
    if (!(await saveMailPreference(tx, personId, preference))) return false
    if (preference === 'at-once') await later(tx, 'community.mailNotices', { personId }, { keptDays: 1 })
    return true
  })
}

type KeyOf = (kind: string, text: string) => string

/** A token with which whoever holds it can choose how one person hears of notices by mail, and nothing else; it lasts. */
export function mailToken(keyOf: KeyOf, personId: string): string {
  return `${personId}.${keyOf('notices-by-mail', personId)}`
}

/** Answers whose token this is; undefined when it is none of ours. */
export function readMailToken(keyOf: KeyOf, token: string): string | undefined {
  const [personId = ''] = token.split('.')
  if (!isRowId(personId)) return undefined
  const [given, right] = [Buffer.from(token), Buffer.from(mailToken(keyOf, personId))]
  return given.length === right.length && timingSafeEqual(given, right) ? personId : undefined
}

/** What notices are mailed with. */
export type NoticeMail = {
  notices: NoticeRegistry
  publicUrl: string
  /** Whether people of a demonstration get letters. */
  demonstration: boolean
  keyOf: KeyOf
}

/**
 * Writes one letter of all that is to be mailed to a person now: what is urgent and, on the day of a digest or for who wants
 * it at once, whatever else they have not read. What is in a letter is marked so in its transaction, and a day has one
 * digest, so that nothing is mailed twice however many do this. Answers whether a letter was written.
 */
export function mailNotices(
  db: Db,
  mail: NoticeMail,
  { personId, day }: { personId: string; day?: string },
  now: Temporal.Instant,
): Promise<boolean> {
  return transact(db, async (tx) => {
    const person = await findRecipient(tx, personId)
    if (!person || (person.demonstration && !mail.demonstration)) return false
    const { preference } = person
    const withOthers = preference === 'at-once' || (preference === 'daily' && day !== undefined)
    const due = await holdUnmailed(tx, personId, { urgent: mail.notices.urgent, withOthers })
    const [latest] = due
    if (!latest) return false
    const locale = languageOf(person)
    const letter = letterOf(locale, mail.notices, due, {
      publicUrl: mail.publicUrl,
      token: mailToken(mail.keyOf, personId),
    })
    const written = await sendLater(tx, {
      to: { address: person.email, name: person.name },
      kind: 'community.notices',
      reference: `community.notices/${personId}/${day ?? latest.id}`,
      urgency: 'soon',
      language: locale,
      ...letter,
    })
    if (written > 0)
      await saveMailed(
        tx,
        due.map(({ id }) => id),
        now,
      )
    return written > 0
  })
}

const languageOf = ({ language }: { language: string }): Locale => (isLocale(language) ? language : 'en')
