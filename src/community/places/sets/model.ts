/** A country set with the times of its members. Pure. */
import type { Fault, Locale } from '../../../design/index.ts'
import { isDay } from '../../../platform/index.ts'
import { speak } from '../../messages/index.ts'

declare module '../../../platform/index.ts' {
  interface Announcements {
    /** A country set has other members; what was worked out of it is worked out again. */
    'community.setsChanged': { set: string }
  }
}

/** A place in a set from a day on, until the first day on which it is no longer (ISO dates). */
export type Member = { place: string; from: string; until: string | null }

export type DatedSet = { id: string; name: string; note: string | null; version: number; members: Member[] }

export type Typed = Readonly<Record<string, string>>

/** How many empty lines a form has for new members. */
export const freeLines = 3

/** The members as a form holds them, a line each. */
export function typedMembers(members: Member[]): Typed {
  const lines = members.flatMap(({ place, from, until }, at) => [
    [`place-${at}`, place],
    [`from-${at}`, from],
    [`until-${at}`, until ?? ''],
  ])
  return { lines: String(members.length + freeLines), ...Object.fromEntries(lines) }
}

const mostLines = 400

/** How many lines a form has. */
export const linesOf = (typed: Typed) => Math.min(mostLines, Math.max(0, Number(typed['lines']) || 0))

/** Reads the members from a form; a line without a place, or ticked to go, is none. */
export function readMembers(
  typed: Typed,
  places: ReadonlySet<string>,
  locale: Locale,
): { members: Member[] } | { faults: Fault[] } {
  const say = speak(locale)
  const faults: Fault[] = []
  const members: (Member & { at: number })[] = []
  for (let at = 0; at < linesOf(typed); at += 1) {
    const part = (name: string) => (typed[`${name}-${at}`] ?? '').trim()
    const place = part('place')
    if (place === '' || part('remove') !== '') continue
    const [from, until] = [part('from'), part('until')]
    const fault = (name: string, message: string) => faults.push({ field: `${name}-${at}`, message })
    if (!places.has(place)) fault('place', say('sets.fault.place'))
    if (!isDay(from)) fault('from', say('sets.fault.from'))
    else if (until !== '' && !isDay(until)) fault('until', say('sets.fault.until'))
    else if (until !== '' && until <= from) fault('until', say('sets.fault.order'))
    members.push({ place, from, until: until === '' ? null : until, at })
  }
  for (const one of members) {
    const before = members.find((other) => other.at < one.at && overlaps(one, other))
    if (before) faults.push({ field: `from-${one.at}`, message: say('sets.fault.twice') })
  }
  if (faults.length > 0) return { faults }
  return { members: members.map(({ at: _, ...member }) => member).toSorted(inOrder) }
}

const overlaps = (one: Member, other: Member) =>
  one.place === other.place &&
  (other.until === null || one.from < other.until) &&
  (one.until === null || other.from < one.until)

const inOrder = (one: Member, other: Member) =>
  `${one.place} ${one.from}` < `${other.place} ${other.from}` ? -1 : 1
