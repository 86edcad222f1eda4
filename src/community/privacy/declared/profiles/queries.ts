import { sql } from 'kysely'
import { type Db, rows } from '../../../../platform/index.ts'

/** Answers what a person says of themselves and shows of it, and where they said they live and lived. */
export async function readProfiles(db: Db, personId: string): Promise<Record<string, unknown>[]> {
  return [
    ...(await rows<Record<string, unknown>>(
      db,
      sql`select 'profile' as kind, latin_name as "latinName", languages, disciplines, roles, citizenships,
          base_country as "baseCountry", base_city as "baseCity", slug, shown, public_since as "publicSince", findable,
          changed_at as "changedAt"
        from community.profile where person_id = ${personId}::uuid`,
    )),
    ...(await rows<Record<string, unknown>>(
      db,
      sql`select 'residence' as kind, place_code as country, since, stated_at as "statedAt"
        from community.residence where person_id = ${personId}::uuid order by id`,
    )),
  ]
}
