import {
  type Becoming,
  communityRoles,
  findAssigned,
  isSeen,
  isWriters,
  langsOf,
  listAssignable,
  listRemarks,
  listSchedules,
  listStale,
  type KeptRecord,
  mayPublish,
  maySeeText,
  mayWrite,
  schedulable,
  staleOf,
  stateIn,
  statesAfter,
  titleIn,
  type TextState,
  type Viewer,
} from '../../../community/index.ts'
import type { Db } from '../../../platform/index.ts'
import { keepers } from '../../keepers/actions.ts'
import { informationRoles } from '../../roles/model.ts'
import type { DeskKind } from '../fields/model.ts'
import type { Life } from './model.ts'

const writing = [...communityRoles, ...informationRoles]
  .filter(({ permissions }) => permissions.includes('records.edit'))
  .map(({ id }) => id)

/** Whom records can be given to: everybody who may write something. */
export const listWriters = (db: Db, now: Temporal.Instant) => listAssignable(db, writing, now)

/** Answers how a language of a record stands, and what the viewer can make of it. */
export async function readLife(
  db: Db,
  viewer: Viewer,
  { kind, kept, lang }: { kind: DeskKind; kept: KeptRecord; lang: string },
  now: Temporal.Instant,
): Promise<Life> {
  const { record, id } = kept
  const state = stateIn(record, lang)
  const mayAll = mayPublish(viewer, kind, record, lang)
  const stale = await listStale(db, kind, id)
  const langs = langsOf(record)
    .filter((one) => isSeen(record, one) || maySeeText(viewer, kind, record, one))
    .map((one) => ({ lang: one, state: stateIn(record, one) ?? 'draft', stale: stale.includes(one) }))
  const isShown = (one: { lang: string | null }) =>
    one.lang === null || langs.some((shown) => shown.lang === one.lang)
  return {
    kind,
    id,
    version: kept.version,
    title: titleIn(record, lang),
    lang,
    state,
    langs,
    steps: state ? stepsFrom(state, mayAll, mayWrite(viewer, kind, record, lang)) : [],
    later: mayAll && state ? becomings.filter((becoming) => schedulable[becoming].includes(state)) : [],
    mayPublish: mayAll,
    schedules: (await listSchedules(db, kind, id)).filter(isShown),
    remarks: (await listRemarks(db, kind, id)).filter(isShown),
    assigned: await findAssigned(db, kind, id),
    assignable: mayAll ? await listWriters(db, now) : [],
    stale: stale.includes(lang) ? await staleOf(db, viewer, keepers[kind], id, lang) : undefined,
  }
}

const becomings: readonly Becoming[] = ['published', 'archived']

function stepsFrom(state: TextState, mayAll: boolean, writes: boolean): Life['steps'] {
  return statesAfter(state).flatMap((to) =>
    to !== 'scheduled' && (mayAll || (writes && isWriters(state, to))) ? [to] : [],
  )
}

/** Answers how a language of a record stands, what is scheduled for it, and the remarks on it that wait. */
export async function readTextWork(
  db: Db,
  { kind, kept, lang }: { kind: DeskKind; kept: KeptRecord; lang: string },
) {
  const isOfText = (one: { lang: string | null }) => one.lang === null || one.lang === lang
  const schedules = await listSchedules(db, kind, kept.id)
  const remarks = await listRemarks(db, kind, kept.id)
  return {
    lang,
    state: stateIn(kept.record, lang),
    schedules: schedules.filter((one) => one.ended === null && one.lang === lang),
    remarks: remarks.filter((one) => one.settled === null && isOfText(one)),
  }
}
