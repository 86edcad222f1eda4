/** How an event repeats: rules (RFC 5545, 3.3.10) and dates on the wall of the event, as files hold them. Pure. */
import ICAL from 'ical.js'
import { z } from 'zod'
import { day, isDay, listOf, maybe, someWords, timeOfDay } from '../../platform/index.ts'

/** Dates beside or out of one rule beyond which an event is not read; ten years of weeks are half of it. */
export const mostDates = 1000

/** Occurrences of one event that may be changed each for itself. */
export const mostChanges = 1000

/** Occurrences a rule may count; daily, that is more than a quarter of a century. */
export const mostCounted = 10_000

/** Occurrences of one rule on one day. */
const mostADay = 24

/** No programme of events reaches farther back; a rule that does would only be long to read. */
const firstYear = 1900

const count = (number: number) => number.toLocaleString('en')

const start = z
  .string()
  .refine(isStart, 'is not a start of an occurrence (YYYY-MM-DDTHH:MM, or YYYY-MM-DD for whole days)')

function isStart(text: string): boolean {
  const [date = '', time] = text.split('T')
  return isDay(date) && (time === undefined || timeOfDay.safeParse(time).success)
}

const starts = listOf(start)
  .refine((list) => list.length <= mostDates, `lists more than ${count(mostDates)} dates`)
  .transform((list) => [...new Set(list)].toSorted())

/** How an event repeats, as files hold it; `states` are those an occurrence may have of its own. */
export function recurrenceShape<const States extends readonly string[]>(states: States) {
  const change = z.strictObject({
    of: start,
    start_date: day,
    start_time: maybe(timeOfDay),
    end_date: maybe(day),
    end_time: maybe(timeOfDay),
    status: maybe(z.enum(states)),
    title: maybe(someWords),
  })
  return z
    .strictObject({
      rule: maybe(z.string()),
      dates: starts,
      except: starts,
      changes: listOf(change)
        .refine((list) => list.length <= mostChanges, `changes more than ${count(mostChanges)} occurrences`)
        .transform((list) => list.toSorted((a, b) => (a.of < b.of ? -1 : 1))),
    })
    .superRefine((recurrence, context) => {
      if (context.issues.length > 0) return
      const fault = (path: string, message: string, input: unknown) =>
        context.addIssue({ code: 'custom', path: [path], message, input })
      const { rule, dates, changes } = recurrence
      const why = rule === null ? null : ruleFault(rule)
      if (why !== null) fault('rule', why, rule)
      if (rule === null && dates.length === 0) fault('rule', 'is required where there are no dates', rule)
      const twice = changes.find((change, at) => change.of === changes[at - 1]?.of)
      if (twice) fault('changes', `change ${twice.of} twice`, twice.of)
    })
}

/** How an event repeats; all of it is on the wall of the event. */
export type Recurrence = {
  rule: string | null
  /** Starts beside those of the rule, and starts that it would have and has not. */
  dates: string[]
  except: string[]
  changes: Change[]
}

/** One occurrence that was changed, named by the start it had. */
export type Change = {
  of: string
  start_date: string
  start_time: string | null
  end_date: string | null
  end_time: string | null
  status: 'tentative' | 'confirmed' | 'postponed' | 'cancelled' | null
  title: string | null
}

/** A fault of one field within a recurrence. */
type FieldFault = { path: (string | number)[]; reason: string; value: unknown }

/** What of a recurrence does not fit the event that repeats: its first day, and whether it has a time of day. */
export function misfitOf(
  { rule, dates, except, changes }: Recurrence,
  event: { firstDay: string; timed: boolean },
): FieldFault | undefined {
  const wanted = event.timed ? 'a day and a time (YYYY-MM-DDTHH:MM)' : 'a day (YYYY-MM-DD)'
  for (const [field, list] of Object.entries({ dates, except })) {
    const at = list.findIndex((one) => one.includes('T') !== event.timed)
    if (at >= 0)
      return { path: [field, at], reason: `is not ${wanted}, as the event has it`, value: list[at] }
  }
  const reason = rule === null ? null : ruleMisfit(readParts(rule), event)
  if (reason !== null) return { path: ['rule'], reason, value: rule }
  const at = changes.findIndex((change) => changeMisfit(change, event.timed) !== undefined)
  const change = changes[at]
  const fault = change && changeMisfit(change, event.timed)
  return fault && { ...fault, path: ['changes', at, ...fault.path] }
}

function ruleMisfit(parts: RuleParts, { firstDay, timed }: { firstDay: string; timed: boolean }) {
  const hourly = parts.get('FREQ') === 'HOURLY'
  if (hourly && !timed) return 'repeats every hour, and the event has no time of day'
  if (firstDay < String(firstYear)) return `begins before ${firstYear}`
  const until = parts.get('UNTIL')
  if (until === undefined) return null
  const end = untilOf(until)
  if (end === null || until.includes('T') !== timed)
    return `ends at no ${timed ? 'wall time (UNTIL=20271102T100000)' : 'day (UNTIL=20271102)'} that exists`
  const hours = Temporal.PlainDate.from(firstDay).until(end.toPlainDate(), { largestUnit: 'days' }).days * 24
  return hourly && hours > mostCounted ? `repeats every hour for more than ${count(mostCounted)} hours` : null
}

function changeMisfit(change: Change, timed: boolean): FieldFault | undefined {
  const { of, start_date, start_time, end_date, end_time } = change
  if (of.includes('T') !== timed) {
    return { path: ['of'], reason: 'is not written as the starts of the event are', value: of }
  }
  if (!timed && start_time !== null) {
    return {
      path: ['start_time'],
      reason: 'is a time of day, and the event is of whole days',
      value: start_time,
    }
  }
  if (start_time === null && end_time !== null) {
    return { path: ['start_time'], reason: 'is required with an end_time', value: start_time }
  }
  const lastDay = end_date ?? start_date
  if (lastDay < start_date) return { path: ['end_date'], reason: 'is before start_date', value: end_date }
  const backwards = end_time !== null && lastDay === start_date && end_time <= (start_time ?? '')
  return backwards ? { path: ['end_time'], reason: 'is not after start_time', value: end_time } : undefined
}

/** The parts of a rule by name. */
export type RuleParts = ReadonlyMap<string, string>

/** Takes a rule apart, whatever it says; of a part stated twice the last. */
export function readParts(rule: string): Map<string, string> {
  const parts = rule
    .split(';')
    .filter((part) => part !== '')
    .map((part) => part.split('='))
  return new Map(parts.map(([name = '', value = '']) => [name, value] as const))
}

/** A moment of a rule on the wall, as `UNTIL` writes it; null for anything else. A day is its first moment. */
export function untilOf(until: string): Temporal.PlainDateTime | null {
  const [, year, month, date, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?$/.exec(until) ?? []
  if (!isDay(`${year}-${month}-${date}`)) return null
  try {
    return Temporal.PlainDateTime.from(`${year}-${month}-${date}T${hour}:${minute}:${second}`)
  } catch {
    return null
  }
}

/** Why this is no rule that can be kept: by the grammar, or because it would fill a calendar by itself. */
export function ruleFault(rule: string): string | null {
  const parts = readParts(rule)
  return grammarFault(rule, parts) ?? tableFault(parts) ?? excessFault(parts)
}

const partNames =
  /^(FREQ|INTERVAL|COUNT|UNTIL|WKST|RSCALE|SKIP|BY(DAY|MONTH|MONTHDAY|YEARDAY|WEEKNO|SETPOS|HOUR|MINUTE|SECOND))$/

function grammarFault(rule: string, parts: RuleParts): string | null {
  const scale = parts.get('RSCALE') ?? 'GREGORIAN'
  if (scale !== 'GREGORIAN') return `counts by the ${scale.toLowerCase()} calendar, which is not known here`
  if ((parts.get('SKIP') ?? 'OMIT') !== 'OMIT')
    return 'moves days that do not exist (SKIP), which is not known here'
  const strange = [...parts.keys()].find((name) => !partNames.test(name))
  if (strange !== undefined) return `has a part “${strange.slice(0, 40)}”, which no rule has`
  if (!parts.has('FREQ')) return 'says not how often (FREQ)'
  const interval = parts.get('INTERVAL')
  if (interval !== undefined && !/^0*[1-9]\d{0,8}$/.test(interval))
    return 'has an INTERVAL that is no number from 1'
  try {
    ICAL.Recur.fromString(rule)
    return null
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return `is no rule: ${error.message}`
  }
}

/** The parts a frequency may not have, from the table of RFC 5545, 3.3.10. */
const notWith: Record<string, readonly string[]> = {
  HOURLY: ['BYWEEKNO'],
  DAILY: ['BYWEEKNO', 'BYYEARDAY'],
  WEEKLY: ['BYWEEKNO', 'BYYEARDAY', 'BYMONTHDAY'],
  MONTHLY: ['BYWEEKNO', 'BYYEARDAY'],
}

function tableFault(parts: RuleParts): string | null {
  const frequency = parts.get('FREQ') ?? ''
  const other = notWith[frequency]?.find((name) => parts.has(name))
  if (other !== undefined) return `has ${other}, which a ${frequency.toLowerCase()} rule cannot have`
  const numbered = /\d/.test(parts.get('BYDAY') ?? '')
  const countable = frequency === 'MONTHLY' || (frequency === 'YEARLY' && !parts.has('BYWEEKNO'))
  if (numbered && !countable) return 'counts days of the week (BYDAY) in what is no month or year'
  const alone = parts.has('BYSETPOS') && ![...parts.keys()].some((name) => /^BY(?!SETPOS)/.test(name))
  return alone ? 'chooses (BYSETPOS) among nothing' : null
}

function excessFault(parts: RuleParts): string | null {
  const [frequency = '', counted = ''] = [parts.get('FREQ'), parts.get('COUNT')]
  if (frequency === 'SECONDLY' || frequency === 'MINUTELY')
    return `repeats ${frequency.toLowerCase()}; no event does`
  if (frequency === 'HOURLY' && counted === '' && !parts.has('UNTIL'))
    return 'repeats every hour without an end'
  if (counted !== '' && Number(counted) < 1) return 'counts no occurrence'
  if (Number(counted) > mostCounted) return `counts more than ${count(mostCounted)} occurrences`
  const times = timesADay(parts)
  return times > mostADay ? `repeats ${count(times)} times a day; ${mostADay} are read` : null
}

/** How often on one day at most, by the times it lists; an hourly rule fills the hours by itself. */
export function timesADay(parts: RuleParts): number {
  const listed = (name: string, otherwise = 1) => parts.get(name)?.split(',').length ?? otherwise
  const hours = listed('BYHOUR', parts.get('FREQ') === 'HOURLY' ? 24 : 1)
  return hours * listed('BYMINUTE') * listed('BYSECOND')
}
