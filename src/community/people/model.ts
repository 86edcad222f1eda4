import type { HeldRole } from '../roles/model.ts'

/** A person of this house who has signed in, with what they may do at this moment. */
export type Member = {
  kind: 'person'
  personId: string
  /** As they write it; empty as long as they have not. */
  name: string
  email: string
  session: { id: string; way: string; factors: number; openedAt: Temporal.Instant }
  /** What a program that speaks for them is limited to; absent where they are here themselves. */
  scopes?: readonly string[]
  /** The roles in force; none as long as a second factor is missing. */
  roles: readonly HeldRole[]
  /** How many notices they have not read, counted to 100; not known where no page is shown. */
  unread?: number
  /** Whether a role of theirs needs a session with two factors, and this one has shown only one. */
  needsSecondFactor: boolean
}

/** Whoever is looking. Every reading function takes one and looks through what it may see. */
export type Viewer = { kind: 'stranger' } | Member

export const stranger: Viewer = { kind: 'stranger' }

/** A person as the house knows them. */
export type Person = {
  id: string
  name: string
  email: string
  language: string
  demonstration: boolean
}

export const longestName = 300

/**
 * A name as its owner writes it: one field, any script. What would turn the text around it or break its line is taken
 * out; marks of direction and joining, which some scripts need, stay. Undefined when it is too long.
 */
export function readName(given: string): string | undefined {
  const name = given
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  return Array.from(name).length > longestName ? undefined : name
}

/** Whether a name says anything: joining and direction marks alone do not. */
export function saysAName(name: string): boolean {
  return /[\p{L}\p{N}]/u.test(name)
}

/** An e-mail address as the house keeps it. */
export function readEmail(given: string): string {
  // No text of the database can hold a NUL; with a space in its place it is still no address.
  return given.replaceAll('\0', ' ').normalize('NFKC').trim().toLowerCase()
}
