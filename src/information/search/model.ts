/** What a search over every kind of record answers. Pure. */
import type { OrganisationRow, Partner } from '../../community/index.ts'
import type { ListAnswer } from '../../platform/index.ts'
import type { ArticleRow } from '../articles/model.ts'
import type { EventRow } from '../events/model.ts'
import type { OpportunityRow } from '../opportunities/model.ts'
import type { ProgrammeRow } from '../programmes/model.ts'

/** What was found of one kind: the first few, and how many there are. */
export type Found<Row> = Pick<ListAnswer<Row>, 'rows' | 'total'>

export type FoundRecords = {
  opportunities: Found<OpportunityRow>
  events: Found<EventRow>
  articles: Found<ArticleRow>
  organisations: Found<OrganisationRow>
  programmes: Found<ProgrammeRow>
  partners: Found<Partner>
}

/** Every value of the facets that otherwise hide what is over. */
export const everyDeadline = ['week', 'month', 'later', 'no-date', 'closed']
export const everyWhen = ['on-now', 'coming', 'past', 'undated']
