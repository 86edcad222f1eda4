/** What becomes of a text at a wall time, somewhere. Pure. */
import type { Fault } from '../../platform/index.ts'
import type { TextState } from '../texts/model.ts'

export type Becoming = 'published' | 'archived'

/** Why a wall time is none: it cannot be read, no such zone, the clock skips it that night, it is over. */
export type WallFault = { fault: 'wall' | 'zone' | 'skipped' | 'past'; next?: string }

/** The moment that a wall time is; `doubled` where the clock shows it twice that night, of which it is the first. */
export type WallMoment = { due: Temporal.Instant; doubled: boolean }

/** The moment at which the clocks of a zone (IANA) show this (`2027-03-28T02:30`). */
export function momentOf(wall: string, zone: string, now: Temporal.Instant): WallMoment | WallFault {
  if (!isZone(zone)) return { fault: 'zone' }
  const time = wallTime(wall)
  if (!time) return { fault: 'wall' }
  const first = time.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const last = time.toZonedDateTime(zone, { disambiguation: 'later' })
  if (!first.toPlainDateTime().equals(time))
    return { fault: 'skipped', next: last.toPlainTime().toString({ smallestUnit: 'minute' }) }
  const due = first.toInstant()
  if (Temporal.Instant.compare(due, now) <= 0) return { fault: 'past' }
  return { due, doubled: !first.equals(last) }
}

function wallTime(text: string): Temporal.PlainDateTime | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return undefined
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

function isZone(zone: string): boolean {
  // An offset is no zone: its clocks never change.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(zone)) return false
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone) !== undefined
  } catch {
    return false
  }
}

/** From which states a text can be scheduled to become this. */
export const schedulable: Record<Becoming, readonly TextState[]> = {
  published: ['draft', 'in-review', 'scheduled'],
  archived: ['published', 'scheduled'],
}

/** How a schedule ended. */
export type Ending = 'done' | 'withdrawn' | 'failed'

export type Schedule = {
  id: string
  lang: string
  becomes: Becoming
  /** `2027-03-28T02:30` */
  wall: string
  zone: string
  due: Temporal.Instant
  askedBy: { id: string; name: string } | null
  ended: { at: Temporal.Instant; how: Ending; failure: Failure | null } | null
}

/** What a text failed when it was due, so that each reader is told it in their language. */
export type FailedCheck = {
  field: string
  rule: string | null
  /** As the house found it, in English; it is said only where no rule names it. */
  reason: string
  /** Of an item of the checklist: what it asked then, by language. */
  words?: Readonly<Record<string, string>>
}

/** Notes what a fault says for later. */
export function failedCheckOf(
  { field, rule, reason }: Fault,
  checklist: readonly { id: string; words: Readonly<Record<string, string>> }[],
): FailedCheck {
  const words = checklist.find(({ id }) => id === rule)?.words
  return { field, rule: rule ?? null, reason, ...(words ? { words } : {}) }
}

/** Why a schedule was given up: the text was archived, is not what it was, its checks fail, the record is gone. */
export const failures = ['archived', 'changed', 'checks', 'gone'] as const
export type Failure = (typeof failures)[number]
