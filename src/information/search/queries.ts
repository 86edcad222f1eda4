import { listOrganisations, searchPartners, type Viewer } from '../../community/index.ts'
import type { Db } from '../../platform/index.ts'
import { listArticles } from '../articles/queries.ts'
import { listEvents } from '../events/queries.ts'
import { listOpportunities } from '../opportunities/queries.ts'
import { listProgrammes } from '../programmes/queries.ts'
import { everyDeadline, everyWhen, type FoundRecords } from './model.ts'

/** Looks for words in titles and summaries of every kind of record the viewer may see, past ones too. */
export async function searchRecords(
  db: Db,
  viewer: Viewer,
  locale: string,
  asked: { words: string; now: Date; day: string; shown: number },
): Promise<FoundRecords> {
  const { words, now } = asked
  const request = { words, now, page: 1, pageSize: asked.shown }
  const told = { citizenship: [], residence: [] }
  return {
    opportunities: await listOpportunities(db, viewer, locale, {
      ...request,
      told,
      chosen: { deadline: everyDeadline },
    }),
    events: await listEvents(db, viewer, locale, { ...request, chosen: { when: everyWhen } }),
    articles: await listArticles(db, viewer, locale, { ...request, chosen: {} }),
    organisations: await listOrganisations(db, viewer, locale, { ...request, chosen: {} }),
    programmes: await listProgrammes(db, viewer, locale, { ...request, chosen: {} }),
    partners: await searchPartners(db, locale, asked.day, words, asked.shown),
  }
}
