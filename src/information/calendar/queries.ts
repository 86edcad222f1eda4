import { sql } from 'kysely'
import { joinText, type Viewer } from '../../community/index.ts'
import { type Db, rows, showsList } from '../../platform/index.ts'
import { eventTexts } from '../events/queries.ts'
import { type DayEvent, type Month, shownADay } from './model.ts'

/**
 * Events of which the days are known, on each of their days in a month: the first few of a day, and how many it has.
 * What is short comes before what is long, so that a reading is not hidden behind four exhibitions.
 */
export function listMonth(db: Db, viewer: Viewer, locale: string, month: Month): Promise<DayEvent[]> {
  showsList('events')
  return rows<DayEvent>(
    db,
    sql`with touching as (
        select r.id, r.slug, o.starts_on, o.ends_on, o.starts_time, o.state, coalesce(o.title, text.title) as title,
          case when o.title is null then text.lang else r.original_lang end as lang
        from information.event r ${joinText(eventTexts, viewer, locale)} join information.occurrence o on o.event_id = r.id
        where r.date_precision = 'day' and o.starts_on <= ${month.last}::date and o.ends_on >= ${month.first}::date
          -- Days are counted in the event's own zone; the instants only lead through the indexes.
          and o.ends_at > ${month.first}::timestamptz - interval '2 days'
          and (o.starts_at between ${month.first}::timestamptz - interval '62 days' and ${month.last}::timestamptz + interval '2 days'
            or o.ends_at - o.starts_at > interval '60 days')
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
