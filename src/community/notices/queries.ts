import { sql } from 'kysely'
import { type Db, firstRow, json, rows, type Tx } from '../../platform/index.ts'
import { type MailPreference, type Notice, pageSize } from './model.ts'

/** Writes a notice down; answers nothing, as nobody has read it yet. */
export async function insertNotice(
  tx: Tx,
  notice: { personId: string; kind: string; details: object; at: Temporal.Instant },
): Promise<void> {
  await sql`insert into community.notice (person_id, kind, details, told_at)
    values (${notice.personId}::uuid, ${notice.kind}, ${json(notice.details)}, ${notice.at.toString()}::timestamptz)`.execute(
    tx,
  )
}

type Row = Pick<Notice, 'id' | 'kind' | 'details'> & { told_at: Date; read_at: Date | null }

const columns = sql`id, kind, details, told_at, read_at`

const noticeOf = ({ told_at, read_at, ...row }: Row): Notice => ({
  ...row,
  toldAt: told_at.toTemporalInstant(),
  isRead: read_at !== null,
})

/**
 * Answers one page of what a person was told, the latest first: those older than one of theirs, or the latest of all; and
 * whether there are more. None at all after a notice that is not theirs.
 */
export async function listNotices(
  db: Db,
  personId: string,
  before: string | undefined,
): Promise<{ notices: Notice[]; hasMore: boolean }> {
  const last = sql`select told_at from community.notice where id = ${before}::uuid and person_id = ${personId}::uuid`
  const older = before
    ? sql`told_at <= (${last}) and (told_at < (${last}) or id > ${before}::uuid)`
    : sql`true`
  const found = await rows<Row>(
    db,
    sql`select ${columns} from community.notice where person_id = ${personId}::uuid and ${older}
      order by told_at desc, id limit ${pageSize + 1}`,
  )
  return { notices: found.slice(0, pageSize).map(noticeOf), hasMore: found.length > pageSize }
}

/** Writes down that a person has read a notice; answers it, or undefined when it is not theirs. */
export async function saveRead(
  tx: Tx,
  personId: string,
  id: string,
  now: Temporal.Instant,
): Promise<Notice | undefined> {
  const row = await firstRow<Row>(
    tx,
    sql`update community.notice set read_at = coalesce(read_at, ${now.toString()}::timestamptz)
      where id = ${id}::uuid and person_id = ${personId}::uuid returning ${columns}`,
  )
  return row && noticeOf(row)
}

/** Writes down that a person has read a notice and all that they were told before; false when it is not theirs. */
export async function saveAllRead(
  tx: Tx,
  personId: string,
  latestId: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const latest = await firstRow<{ id: string }>(
    tx,
    sql`select id from community.notice where id = ${latestId}::uuid and person_id = ${personId}::uuid`,
  )
  if (!latest) return false
  await sql`update community.notice set read_at = ${now.toString()}::timestamptz
    where person_id = ${personId}::uuid and read_at is null
      and told_at <= (select told_at from community.notice where id = ${latest.id}::uuid)`.execute(tx)
  return true
}

/** Answers how a person wants to hear of notices by mail; undefined when there is no such person. */
export async function findMailPreference(db: Db, personId: string): Promise<MailPreference | undefined> {
  const row = await firstRow<{ preference: MailPreference }>(
    db,
    sql`select notices_by_mail as preference from community.person where id = ${personId}::uuid`,
  )
  return row?.preference
}

/** Writes down how a person wants to hear of notices by mail; false when there is no such person. */
export async function saveMailPreference(
  tx: Tx,
  personId: string,
  preference: MailPreference,
): Promise<boolean> {
  const saved = await firstRow(
    tx,
    sql`update community.person set notices_by_mail = ${preference}, updated_at = now()
      where id = ${personId}::uuid returning id`,
  )
  return saved !== undefined
}

/** Whom notices are mailed to. */
export type Recipient = {
  name: string
  email: string
  language: string
  demonstration: boolean
  preference: MailPreference
}

/** Answers whom notices of a person are mailed to; undefined when there is no such person. */
export function findRecipient(db: Db, personId: string): Promise<Recipient | undefined> {
  return firstRow<Recipient>(
    db,
    sql`select name, email, language, demonstration, notices_by_mail as preference from community.person
      where id = ${personId}::uuid`,
  )
}

/**
 * Answers and holds what has still to be mailed to a person, the latest first: all of some kinds, and of the others what they
 * have not read, if wanted. What another transaction holds is left to it.
 */
export async function holdUnmailed(
  tx: Tx,
  personId: string,
  { urgent, withOthers }: { urgent: readonly string[]; withOthers: boolean },
): Promise<Notice[]> {
  const found = await rows<Row>(
    tx,
    sql`select ${columns} from community.notice where person_id = ${personId}::uuid and mailed_at is null
      and (kind = any(${[...urgent]}::text[]) or (${withOthers} and read_at is null))
      order by told_at desc, id for update skip locked`,
  )
  return found.map(noticeOf)
}

/** Writes down that notices have been mailed. */
export async function saveMailed(tx: Tx, ids: readonly string[], now: Temporal.Instant): Promise<void> {
  await sql`update community.notice set mailed_at = ${now.toString()}::timestamptz
    where id = any(${[...ids]}::uuid[])`.execute(tx)
}

/** Answers who has notices that were neither read nor mailed, in the order of their ids, after one of them; at most `limit`. */
export async function listUnmailedPeople(db: Db, after: string, limit: number): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`select distinct n.person_id as id from community.notice n join community.person p on p.id = n.person_id
      where n.mailed_at is null and n.read_at is null and n.person_id > ${after}::uuid and p.notices_by_mail <> 'never'
      order by n.person_id limit ${limit}`,
  )
  return found.map(({ id }) => id)
}
