import { type RawBuilder, sql } from 'kysely'
import { textLangs, type Viewer } from '../../../community/index.ts'
import { type Facet, hasAny } from '../../../platform/index.ts'

export const eventTexts = 'information.event_text'

/** Whether an event `r` is on, with the occurrence `o` shown of it. */
// What is known only to its month or year may not have begun, and what is cancelled or postponed never does.
export function isOn(now: Date): RawBuilder<boolean> {
  return sql`(o.starts_at <= ${now} and o.ends_at > ${now} and r.date_precision = 'day'
    and o.state in ('tentative', 'confirmed'))`
}

const any = (name: string, values: RawBuilder<unknown>): Facet => ({ name, values, matches: hasAny(values) })

/** Whether an event is on, to come or over. */
export function whenFacet(now: Date): Facet {
  return any(
    'when',
    sql`array[case when o.ends_at is null then 'undated' when o.ends_at <= ${now} then 'past' when ${isOn(now)} then 'on-now' else 'coming' end]`,
  )
}

/** The facets that only a write changes. */
export function stillFacets(viewer: Viewer): Facet[] {
  return [
    any('type', sql`array_remove(array[r.kind], null)`),
    any('discipline', sql`r.disciplines`),
    any('theme', sql`r.themes`),
    any(
      'country',
      sql`array_remove(array[r.country], null) ||
    case when r.attendance <> 'on-site' then array['online'] else '{}'::text[] end`,
    ),
    any('lang', textLangs(eventTexts, viewer)),
  ]
}
