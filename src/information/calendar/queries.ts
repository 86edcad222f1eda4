import { sql } from 'kysely'
import { joinText, type Viewer } from '../../community/index.ts'
import { type Db, rows } from '../../platform/index.ts'
import { eventTexts } from '../events/queries.ts'
import { type DayEvent, type Month, shownADay } from './model.ts'

/**
 * Events of which the days are known, on each of their days in a month: the first few of a day, and how many it has.
 * What is short comes before what is long, so that a reading is not hidden behind four exhibitions.
 */
export function listMonth(db: Db, viewer: Viewer, locale: string, month: Month): Promise<DayEvent[]> {
  return rows<DayEvent>(
    db,
    sql`with touching as (
        select r.id, r.slug, r.starts_on, r.ends_on, r.starts_time, r.state, text.title, text.lang
        from information.event r ${joinText(eventTexts, viewer, locale)}
        where r.date_precision = 'day' and r.starts_on <= ${month.last}::date and r.ends_on >= ${month.first}::date
          -- Days are counted in the event's own zone; the instants only lead through the index.
          and r.ends_at > ${month.first}::timestamptz - interval '2 days'
      ), placed as (
        select day::date as day, touching.*, count(*) over (partition by day) as total,
          row_number() over (partition by day order by ends_on - starts_on, starts_time nulls first, starts_on, id) as place
        from generate_series(${month.first}::timestamp, ${month.last}::timestamp, interval '1 day') as day
          join touching on day::date between touching.starts_on and touching.ends_on
      )
      select day, total, slug, title, lang, starts_on as "startsOn", state
      from placed where place <= ${shownADay} order by day, place`,
  )
}
