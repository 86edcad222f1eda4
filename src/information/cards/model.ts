/** Where the pictures are that pages are shared with. Pure. */
import { type Card, cardVersion, hrefIn, type Locale } from '../../design/index.ts'

/** Kinds of records that have a card each. */
export const cardLists = ['opportunities', 'events', 'articles', 'programmes', 'organisations'] as const
export type CardList = (typeof cardLists)[number]

/** The path of a record's card with its language; it changes with what stands on the card, so it may be kept for ever. */
export const cardPath = (locale: Locale, list: CardList, slug: string, card: Card) =>
  `${hrefIn(locale, `/cards/${list}/${slug}`)}.${cardVersion(card)}.png`
