import { sql } from 'kysely'
import { joinText, mayAnywhere, stranger, type Viewer } from '../../../community/index.ts'
import {
  allOf,
  anyOf,
  type Bits,
  type Db,
  type KeptKind,
  type KeptSets,
  readKept,
  readySets,
  takeAll,
} from '../../../platform/index.ts'
import type { Told } from '../../eligibility/model.ts'
import { facetsOf, opportunityTexts } from '../facets/queries.ts'
import { type CallFacts, compareCalls, deadlineValues, newestFirst, nextTurnOf } from './model.ts'

const beginning = new Date(0)
const moving = ['deadline', 'standing']
const still = facetsOf(stranger, beginning).filter(({ name }) => !moving.includes(name))
// Not counted, but the standing of a reader is made of them.
const asked = [
  { name: 'who', values: sql`array[r.who_test]` },
  { name: 'citizens', values: sql`r.citizenship_places` },
  { name: 'residents', values: sql`r.residence_places` },
  { name: 'programme', values: sql`array_remove(array[r.programme], null)` },
]

const open = ['week', 'month', 'later', 'no-date']

const calls: KeptKind<CallFacts> = {
  kind: 'opportunities',
  read: (db, ids) =>
    readKept<CallFacts>(
      db,
      {
        from: sql`information.opportunity r ${joinText(opportunityTexts, stranger, 'en')}`,
        where: sql`true`,
        facets: [...still, ...asked],
        facts: sql`jsonb_build_object('title', text.title, 'cancelled', r.cancelled, 'added', r.created_at, 'checked', r.last_checked,
          'closings', (select coalesce(jsonb_agg(extract(epoch from c) * 1000 order by c), '[]') from unnest(r.closings) as c))`,
      },
      ids,
    ),
  moving: (facts, now) => ({ deadline: deadlineValues(facts, now) }),
  turn: nextTurnOf,
  compare: compareCalls,
  orders: { newest: newestFirst },
  unchosen: { deadline: open },
  counted: ['deadline', ...still.map(({ name }) => name)],
}

/** The kept sets of calls; undefined where there are none, or for who sees more than a stranger. */
export async function readyCalls(db: Db, viewer: Viewer, now: Date): Promise<KeptSets | undefined> {
  if (mayAnywhere(viewer, 'records.seeUnpublished')) return undefined
  return readySets(db, calls, now.getTime())
}

/** Which calls are open to who told this, depend on more, or do not state it: as `standingOf` in `facets`. */
export function standingSets(sets: KeptSets, told: Told) {
  const who = (test: string) => sets.having('who', test)
  const any = (...parts: Bits[]) => anyOf(parts)
  const both = (one: Bits, other: Bits) => allOf([one, other])
  const sure = (facet: string, places: string[]) =>
    any(...['*', ...places].map((place) => sets.having(facet, place)))
  const perhaps = (facet: string, places: string[]) =>
    any(sure(facet, places), places.length === 0 ? sets.everything() : sets.having(facet, '?'))
  const [citizen, resident] = [sure('citizens', told.citizenship), sure('residents', told.residence)]
  const [maybeCitizen, maybeResident] = [
    perhaps('citizens', told.citizenship),
    perhaps('residents', told.residence),
  ]
  const [one, together] = [any(citizen, resident), both(citizen, resident)]
  const yes = any(
    who('anyone'),
    both(who('citizenship'), citizen),
    both(any(who('residence'), who('base')), resident),
    both(who('either'), one),
    both(any(who('both'), who('unclear')), together),
  )
  const depends = any(
    both(who('citizenship'), maybeCitizen),
    both(any(who('residence'), who('base')), maybeResident),
    both(who('both'), both(maybeCitizen, maybeResident)),
    both(any(who('either'), who('unclear'), who('member')), any(maybeCitizen, maybeResident)),
  )
  takeAll(depends, yes)
  const values = new Map([
    ['yes', yes],
    ['depends', depends],
    ['not-stated', who('not-stated')],
  ])
  const grouped = told.citizenship.length + told.residence.length > 0
  return { name: 'standing', values, unchosen: [...values.keys()], grouped }
}

/** The ids of the first open calls that fit, in the order of the list. */
export function firstOpen(sets: KeptSets, fit: Bits, most: number): string[] {
  return sets.first(allOf([anyOf(open.map((value) => sets.having('deadline', value))), fit]), most)
}

/** The calls with any of these values of a facet. */
export const callsWith = (sets: KeptSets, facet: string, values: readonly (string | null)[]): Bits =>
  anyOf([sets.having(facet, ''), ...values.map((value) => sets.having(facet, value ?? ''))])

/** The calls that say what they pay for. */
export const callsPaying = (sets: KeptSets): Bits =>
  callsWith(
    sets,
    'covers',
    sets.valuesOf('covers').filter((value) => value !== 'not-stated'),
  )
