/** Opaque places in a list, handed out and taken back (the cursors of an API). */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { After } from './lists.ts'

// The last one may be gone when the next page is asked for; then the one before it says where to go on.
const remembered = 3
const longest = 2000

/**
 * The place behind these records, the last one of the page last, `places` of which were passed altogether. It is good only
 * for the list it was made for (`list` names it with what was chosen of it).
 */
export function cursorAfter(list: string, ids: readonly string[], places: number): string {
  const text = JSON.stringify([places, ...ids.slice(-remembered).toReversed()])
  return Buffer.from(sumOf(list, text) + text).toString('base64url')
}

/** The place a cursor of this list names; undefined for what is none of it. It tells no more than a place, so it needs no key. */
export function readCursor(list: string, cursor: string): After | undefined {
  if (cursor.length > longest || !/^[\w-]+$/.test(cursor)) return undefined
  const text = Buffer.from(cursor, 'base64url').toString()
  const held = text.slice(sumLength)
  if (held === '' || text.slice(0, sumLength) !== sumOf(list, held)) return undefined
  const read = placeShape.safeParse(held)
  if (!read.success) return undefined
  const [places, ...ids] = read.data
  return { places, ids }
}

// Whoever knows how a sum is made can make one up, so what is in it is looked at like anything from outside.
const placeShape = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue('is not JSON')
      return z.NEVER
    }
  })
  .pipe(z.tuple([z.int().min(0).max(10_000_000)], z.string().regex(/^[^\0]*$/)))

const sumLength = 12
const sumOf = (list: string, text: string) =>
  createHash('sha256').update(`${list}\n${text}`).digest('base64url').slice(0, sumLength)
