import { sql } from 'kysely'
import { joinText, mayAnywhere, stranger, type Viewer } from '../../../community/index.ts'
import {
  allOf,
  anyOf,
  type Db,
  type KeptKind,
  type KeptSets,
  readKept,
  readySets,
  takeAll,
} from '../../../platform/index.ts'
import { joinShown } from '../../occurrences/queries.ts'
import { eventTexts, stillFacets } from '../facets/queries.ts'
import { compareEvents, type EventFacts, isOver, newestFirst, nextTurnOf, whenOf } from './model.ts'

const still = stillFacets(stranger)
// Not counted, but the family of an event is known by it.
const asked = [{ name: 'parent', values: sql`array_remove(array[r.parent_id], null)` }]

const notOver = ['on-now', 'coming']

const events: KeptKind<EventFacts> = {
  kind: 'events',
  read: (db, ids, now) =>
    readKept<EventFacts>(
      db,
      {
        from: sql`information.event r ${joinText(eventTexts, stranger, 'en')} ${joinShown(new Date(now))}`,
        where: sql`true`,
        facets: [...still, ...asked],
        facts: sql`jsonb_build_object('startsAt', extract(epoch from o.starts_at) * 1000, 'endsAt', extract(epoch from o.ends_at) * 1000,
          'added', r.created_at,
          'shownUntil', extract(epoch from nullif(o.shown_until, 'infinity')) * 1000,
          'takesPlace', coalesce(r.date_precision = 'day' and o.state in ('tentative', 'confirmed'), false))`,
      },
      ids,
    ),
  moving: (facts, now) => ({ when: [whenOf(facts, now)] }),
  turn: nextTurnOf,
  isOver,
  compare: compareEvents,
  orders: { newest: newestFirst },
  unchosen: { when: notOver },
  counted: ['when', ...still.map(({ name }) => name)],
}

/** The kept sets of events; undefined where there are none, or for who sees more than a stranger. */
export async function readyEvents(db: Db, viewer: Viewer, now: Date): Promise<KeptSets | undefined> {
  if (mayAnywhere(viewer, 'records.seeUnpublished')) return undefined
  return readySets(db, events, now.getTime())
}

/** The ids of the first events on or to come with any of these values of a facet, in the order of the list. */
export function firstToCome(
  sets: KeptSets,
  {
    facet,
    values,
    notOf = null,
    most,
  }: { facet: string; values: readonly string[]; notOf?: string | null; most: number },
): string[] {
  const fit = anyOf([sets.having(facet, ''), ...values.map((value) => sets.having(facet, value))])
  const found = allOf([anyOf(notOver.map((value) => sets.having('when', value))), fit])
  if (notOf !== null) takeAll(found, sets.having('parent', notOf))
  return sets.first(found, most)
}
