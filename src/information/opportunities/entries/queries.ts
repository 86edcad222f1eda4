import { sql } from 'kysely'
import { entriesOf, labelsOf } from '../../../community/index.ts'
import { opportunityPieces } from '../model.ts'
import { opportunityTexts } from '../queries.ts'

/** What the index holds of calls. */
export const opportunityEntries = entriesOf({
  kind: 'opportunities',
  table: 'information.opportunity',
  texts: opportunityTexts,
  page: sql`r.page`,
  pieces: opportunityPieces,
  besides: sql`r.partners || r.organiser || r.host_city`,
  labels: sql`${labelsOf('type', sql`array[r.type]`)} || ${labelsOf('country', sql`r.host_countries`)}
    || case when r.online then array['country=online'] else '{}'::text[] end
    || ${labelsOf('discipline', sql`r.disciplines`)} || ${labelsOf('theme', sql`r.themes`)}`,
  moments: sql`r.closings`,
  until: sql`case when not r.cancelled then coalesce(r.closes_at, 'infinity') end`,
})
