import { sql } from 'kysely'
import { type Db, listAuditOfKinds, rows } from '../../../platform/index.ts'

const kinds = ['settings', 'terms', 'sets', 'pages']

/** What was changed in the settings, latest first, from below an id on; who did it has a name where they gave one. */
export async function listChanges(db: Db, below: string | undefined, limit: number) {
  const found = await listAuditOfKinds(db, { kinds, below, limit })
  const ids = [...new Set(found.flatMap(({ who }) => who ?? []))]
  const people = await rows<{ id: string; name: string }>(
    db,
    sql`select id::text as id, name from community.person where id::text = any(${ids}::text[])`,
  )
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return found.map(({ who, ...change }) => ({ ...change, who: (who && names.get(who)) || undefined }))
}
