import { sql } from 'kysely'
import { listOrganisationAddresses, listPartners, stranger } from '../../community/index.ts'
import { type Db, rows, showsList } from '../../platform/index.ts'

/** A page that strangers may see: its path without language, and the day it last changed. */
export type PublicAddress = { path: string; changed: Date | null }

const nouns = [
  ['opportunities', 'information.opportunity'],
  ['events', 'information.event'],
  ['articles', 'information.article'],
  ['programmes', 'information.programme'],
] as const

/** Every record page a stranger may see, for sitemaps; drafts and archived records are not among them. */
export async function listPublicAddresses(db: Db, day: string): Promise<PublicAddress[]> {
  for (const [plural] of nouns) showsList(plural)
  const parts = nouns.map(
    ([plural, table]) => sql`select ${`/${plural}/`}::text || r.slug as path, r.updated_at as changed
      from ${sql.table(table)} r
      where exists (select 1 from ${sql.table(`${table}_text`)} t where t.record_id = r.id and t.state = 'published')`,
  )
  const records = await rows<PublicAddress>(
    db,
    sql<PublicAddress>`select * from (${sql.join(parts, sql` union all `)}) as pages order by path`,
  )
  const organisations = await listOrganisationAddresses(db, stranger)
  const partners = await listPartners(db, 'en', day)
  return [
    ...records,
    ...organisations.map(({ slug, changed }) => ({ path: `/organisations/${slug}`, changed })),
    ...partners.flatMap(({ id, place }) => [
      { path: `/partners/${id}`, changed: null },
      ...(place ? [{ path: `/partners/${id}/funding`, changed: null }] : []),
    ]),
  ]
}
