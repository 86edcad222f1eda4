import { sql } from 'kysely'
import { joinText, mayAnywhere, stranger, type Viewer } from '../../../community/index.ts'
import { type Db, type KeptKind, type KeptSets, readKept, readySets } from '../../../platform/index.ts'
import { joinShown } from '../../occurrences/queries.ts'
import { eventTexts, stillFacets } from '../facets/queries.ts'
import { compareEvents, type EventFacts, isOver, nextTurnOf, whenOf } from './model.ts'

const still = stillFacets(stranger)

const events: KeptKind<EventFacts> = {
  kind: 'events',
  read: (db, ids, now) =>
    readKept<EventFacts>(
      db,
      {
        from: sql`information.event r ${joinText(eventTexts, stranger, 'en')} ${joinShown(new Date(now))}`,
        where: sql`true`,
        facets: still,
        facts: sql`jsonb_build_object('startsAt', extract(epoch from o.starts_at) * 1000, 'endsAt', extract(epoch from o.ends_at) * 1000,
          'shownUntil', extract(epoch from nullif(o.shown_until, 'infinity')) * 1000,
          'takesPlace', coalesce(r.date_precision = 'day' and o.state in ('tentative', 'confirmed'), false))`,
      },
      ids,
    ),
  moving: (facts, now) => ({ when: [whenOf(facts, now)] }),
  turn: nextTurnOf,
  isOver,
  compare: compareEvents,
  unchosen: { when: ['on-now', 'coming'] },
  counted: ['when', ...still.map(({ name }) => name)],
}

/** The kept sets of events; undefined where there are none, or for who sees more than a stranger. */
export async function readyEvents(db: Db, viewer: Viewer, now: Date): Promise<KeptSets | undefined> {
  if (mayAnywhere(viewer, 'records.seeUnpublished')) return undefined
  return readySets(db, events, now.getTime())
}
