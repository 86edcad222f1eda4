import { type AddressedTables, findMovedTo, organisationTables, type Viewer } from '../../community/index.ts'
import type { Db } from '../../platform/index.ts'

/** Where records with pages are kept, by what their addresses begin with. */
export const recordTables: Readonly<Record<string, AddressedTables>> = {
  opportunities: {
    table: 'information.opportunity',
    texts: 'information.opportunity_text',
    page: 'page',
  },
  events: { table: 'information.event', texts: 'information.event_text' },
  articles: { table: 'information.article', texts: 'information.article_text' },
  programmes: { table: 'information.programme', texts: 'information.programme_text' },
  organisations: organisationTables,
}

/** The slug today of what had this one; undefined where nobody had it, or the viewer may not see it. */
export async function findMoved(
  db: Db,
  viewer: Viewer,
  plural: string,
  slug: string,
): Promise<string | undefined> {
  const tables = Object.hasOwn(recordTables, plural) ? recordTables[plural] : undefined
  return tables && findMovedTo(db, viewer, { kind: plural, ...tables }, slug)
}
