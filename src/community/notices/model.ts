/** What people are told, in one place. Pure. */
import type { Locale } from '../../design/index.ts'

/**
 * Every kind of notice by its lasting name, with the facts it tells (plain JSON: names, ids, ISO moments; no secrets);
 * each noun adds its own by declaration merging and declares its words.
 */
export interface Notices {}

export type NoticeKind = keyof Notices

/** The words of a notice, and the page it leads to, as a path without language. */
export type NoticeWords = { title: string; text: string; path: string }

/** A kind of notice as its noun declares it. */
export type NoticeDeclaration<Kind extends NoticeKind = NoticeKind> = {
  kind: Kind
  words(locale: Locale, details: Notices[Kind]): NoticeWords
}
