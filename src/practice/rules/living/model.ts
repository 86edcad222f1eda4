/** How long somebody has lived where a condition asks. Pure. */
import { type Verdict, fail, pass, unknown } from '../answers/model.ts'
import type { Facts } from '../facts/model.ts'
import { earliestOf, latestOf } from '../finding/model.ts'

type Home = NonNullable<NonNullable<Facts['people']>[number]['residences']>[number]

/**
 * Have they lived there for so many months on that day? `at` points to the residence. Whoever moved within the places that
 * are asked for has lived there all the while.
 */
export function lived(
  facts: Facts,
  at: string,
  day: string,
  months: number,
  isThere: (home: Home, at: string) => Verdict,
): Verdict {
  const [, , person, , residence] = at.split('/')
  const list = at.slice(0, at.lastIndexOf('/'))
  const homes = (facts.people?.[Number(person)]?.residences ?? []).map((home, index) => ({
    home,
    at: `${list}/${index}`,
  }))
  const latest = Temporal.PlainDate.from(day).subtract({ months }).toString()
  let now = homes[Number(residence)]
  for (const _ of homes) {
    const since = now?.home.since
    if (!now || since === undefined) return unknown([`${now?.at ?? at}/since`])
    const hangs = [`${now.at}/since`]
    if (latestOf(since) <= latest) return pass(hangs)
    const before = homes.find(({ home }) => endsAt(home, since))
    const there = before && isThere(before.home, before.at)
    if (there?.answer === 'unknown') return there
    if (!there || there.answer === 'fail')
      return earliestOf(since) > latest ? fail(hangs, { kind: 'day', day: since }) : unknown(hangs)
    now = before
  }
  return unknown([`${at}/since`])
}

/** Did they leave that home when they came to the next, as far as is known of both days? */
function endsAt({ since, until }: Home, next: string): boolean {
  if (until === undefined || (since !== undefined && earliestOf(since) >= earliestOf(next))) return false
  const dayAfter = Temporal.PlainDate.from(latestOf(until)).add({ days: 1 }).toString()
  return dayAfter >= earliestOf(next)
}
