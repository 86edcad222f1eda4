import { listOrganisations, listPartners, type Viewer } from '../../community/index.ts'
import { type Db, foldText } from '../../platform/index.ts'
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
    partners: await searchPartners(db, locale, asked),
  }
}

// There are some fifty of them, and their names are public; a name may be written apart or together (Viet Nam).
async function searchPartners(db: Db, locale: string, asked: { words: string; day: string; shown: number }) {
  const together = (text: string) => foldText(text).replaceAll(' ', '')
  const partners = await listPartners(db, locale, asked.day)
  const found = partners.filter(({ name }) => together(name).includes(together(asked.words)))
  return { rows: found.slice(0, asked.shown), total: found.length }
}
