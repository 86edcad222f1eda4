/** What people are told, in one place. Pure. */
import type { Locale } from '../../design/index.ts'

/**
 * Every kind of notice by its lasting name, with the facts it tells (plain JSON: names, ids, ISO moments; no secrets);
 * whoever else it is about is named in `who` and by their id in `person`, so that they can be forgotten;
 * each noun adds its own by declaration merging and declares its words.
 */
export interface Notices {}

export type NoticeKind = keyof Notices

/** The words of a notice, and the page it leads to, as a path without language. */
export type NoticeWords = {
  title: string
  /** Lines, of which those that begin with "- " are a list. */
  text: string
  path: string
  /** What a letter says before the address of that page, where there is something better than "Read more here". */
  opening?: string
}

/** A kind of notice as its noun declares it. */
export type NoticeDeclaration<Kind extends NoticeKind = NoticeKind> = {
  kind: Kind
  /**
   * `at-once`: mailed now, read or not, whatever its reader wants to hear by mail; for what concerns the safety of an account
   * and what somebody may do. Others are mailed as their reader wants it.
   */
  urgency?: 'at-once'
  words(locale: Locale, details: Notices[Kind]): NoticeWords
}

/** Every kind of notice of the house. */
export type NoticeRegistry = {
  /** The kinds that are mailed at once. */
  urgent: readonly string[]
  find(kind: string): NoticeDeclaration | undefined
}

/** Puts the kinds of notices of all rooms together. */
export function noticeRegistryOf(...rooms: readonly (readonly NoticeDeclaration[])[]): NoticeRegistry {
  const all = rooms.flat()
  const byKind = new Map<string, NoticeDeclaration>(all.map((declared) => [declared.kind, declared]))
  const urgent = all.filter(({ urgency }) => urgency === 'at-once').map(({ kind }) => kind)
  return { urgent, find: (kind) => byKind.get(kind) }
}

/** A notice as it is written down. */
export type Notice = {
  id: string
  /** Of a room that may be gone by now. */
  kind: string
  details: Notices[NoticeKind]
  toldAt: Temporal.Instant
  isRead: boolean
}

/** How somebody wants to hear by mail of what they are told; `daily` is one letter a day with all that is new. */
export const mailPreferences = ['at-once', 'daily', 'never'] as const
export type MailPreference = (typeof mailPreferences)[number]

/** When the letter of the day is written, UTC: before work in Europe, around noon in the east of Asia. */
export const digestTime = '05:00'

/** How many notices one letter holds; of more it says how many there are. */
export const mostInLetter = 50

/** How many notices one page shows. */
export const pageSize = 30
