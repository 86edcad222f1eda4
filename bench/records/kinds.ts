/** The kinds of records that can be made. `series` are events that all repeat. */
import { article } from './articles.ts'
import { event, series } from './events.ts'
import { opportunity } from './opportunities.ts'
import { organisation } from './organisations.ts'
import { programme } from './programmes.ts'
import type { RecordMaker } from './world.ts'

export const recordKinds = [
  'opportunities',
  'events',
  'series',
  'articles',
  'organisations',
  'programmes',
] as const
export type RecordKind = (typeof recordKinds)[number]

export const makers: Record<RecordKind, RecordMaker> = {
  opportunities: opportunity,
  events: event,
  series,
  articles: article,
  organisations: organisation,
  programmes: programme,
}
