/** Calls as they are kept in memory, for lists without words; moments are milliseconds since 1970. Pure. */

export type CallFacts = {
  title: string
  cancelled: boolean
  closings: number[]
  /** As the database writes moments, which sort as they are. */
  added: string
  checked: string | null
}

const day = 86_400_000

const nextClosing = ({ closings }: CallFacts, now: number) => closings.find((closing) => closing > now)

/** The values of the facet `deadline` at a moment. */
export function deadlineValues(call: CallFacts, now: number): string[] {
  const next = nextClosing(call, now)
  if (call.cancelled || (call.closings.length > 0 && next === undefined)) return ['closed']
  if (next === undefined) return ['no-date']
  if (next <= now + 7 * day) return ['week', 'month']
  return next <= now + 30 * day ? ['month'] : ['later']
}

/** The next moment at which these values, or the place among others, change. */
export function nextTurnOf({ closings }: CallFacts, now: number): number {
  const turns = closings.flatMap((closing) => [closing - 30 * day, closing - 7 * day, closing])
  return Math.min(...turns.filter((turn) => turn > now))
}

/** What closes next comes first, then what closed last; by title where that is the same. */
export function compareCalls(one: CallFacts, other: CallFacts, now: number): number {
  const next = (call: CallFacts) => nextClosing(call, now) ?? Infinity
  const last = (call: CallFacts) => call.closings.at(-1) ?? Infinity
  return (
    order(next(one), next(other)) || order(last(other), last(one)) || titles.compare(one.title, other.title)
  )
}

/** What came last comes first; of what came together, what was checked last. */
export const newestFirst = (one: CallFacts, other: CallFacts): number =>
  orderOf(other.added, one.added) || orderOf(other.checked ?? '', one.checked ?? '')

const titles = new Intl.Collator('en')
const order = (one: number, other: number) => (one === other ? 0 : one < other ? -1 : 1)
const orderOf = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1)
