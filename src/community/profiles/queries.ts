import { sql } from 'kysely'
import { type Db, firstRow, rows, type Tx } from '../../platform/index.ts'
import type { GivenProfile, OwnProfile, PersonPage, Profile, Residence, ShowableField } from './model.ts'

type Row = {
  personId: string
  name: string
  latinName: string
  languages: string[]
  disciplines: string[]
  roles: string[]
  citizenships: string[]
  base_country: string | null
  base_city: string
  residences: Residence[]
  version: number
  slug: string | null
  shown: ShowableField[]
  isPublic: boolean
  findable: boolean
}

const columns = sql`p.id as "personId", p.name, coalesce(f.latin_name, '') as "latinName",
  coalesce(f.languages, '{}') as languages, coalesce(f.disciplines, '{}') as disciplines,
  coalesce(f.roles, '{}') as roles, coalesce(f.citizenships, '{}') as citizenships,
  f.base_country, coalesce(f.base_city, '') as base_city, coalesce(f.version, 0) as version,
  f.slug, coalesce(f.shown, '{}') as shown, f.public_since is not null as "isPublic",
  coalesce(f.findable, false) as findable,
  (select coalesce(jsonb_agg(jsonb_build_object('country', r.place_code, 'since', r.since) order by r.id desc), '[]')
    from community.residence r where r.person_id = p.id) as residences
  from community.person p left join community.profile f on f.person_id = p.id`

/**
 * Answers what a person says of themselves, for every room that would otherwise ask again (an application takes its own
 * copy); undefined when there is no such person. Countries are ISO 3166-1 alpha-2 or XK, languages tags of BCP 47,
 * disciplines and roles terms of the vocabularies `discipline` and `applicant-role`; `residence.since` is a month
 * (`2021-03`) or a day (`2021-03-14`), as precise as it was said. What was not said is empty or null. It shows all, the
 * citizenships too: ask whether the viewer may read them.
 */
export async function readProfile(db: Db, personId: string): Promise<Profile | undefined> {
  const row = await firstRow<Row>(db, sql`select ${columns} where p.id = ${personId}::uuid`)
  return row && profileOf(row)
}

/** Answers a person's profile and page, for themselves; undefined when there is no such person. */
export async function readOwnProfile(db: Db, personId: string): Promise<OwnProfile | undefined> {
  const row = await firstRow<Row>(db, sql`select ${columns} where p.id = ${personId}::uuid`)
  return row && { ...profileOf(row), page: pageOf(row) }
}

/** Answers the profile that is shown at an address now; people of a demonstration are shown in one only. */
export async function findShownProfile(
  db: Db,
  slug: string,
  demonstration: boolean,
): Promise<OwnProfile | undefined> {
  const row = await firstRow<Row>(
    db,
    sql`select ${columns} where f.slug = ${slug} and f.public_since is not null
      and (${demonstration} or not p.demonstration)`,
  )
  return row && { ...profileOf(row), page: pageOf(row) }
}

/** The slug of every page of a person that search engines may list, and when it last changed. */
export function listFindableProfiles(db: Db): Promise<{ slug: string; changed: Date }[]> {
  return rows(
    db,
    sql<{ slug: string; changed: Date }>`select f.slug, f.changed_at as changed
      from community.profile f join community.person p on p.id = f.person_id
      where f.public_since is not null and f.findable and not p.demonstration order by f.slug`,
  )
}

function profileOf(row: Row): Profile {
  const [residence = null, ...earlierResidences] = row.residences
  return {
    personId: row.personId,
    name: row.name,
    latinName: row.latinName,
    languages: row.languages,
    disciplines: row.disciplines,
    roles: row.roles,
    citizenships: row.citizenships,
    residence,
    earlierResidences,
    base: { country: row.base_country, city: row.base_city },
    version: row.version,
  }
}

function pageOf({ slug, shown, isPublic, findable }: Row): PersonPage {
  return { slug, shown, isPublic, findable }
}

/** Keeps others from saving the same profile until the transaction ends, and makes it if there is none. */
export async function holdProfile(tx: Tx, personId: string, now: Temporal.Instant): Promise<void> {
  await sql`insert into community.profile (person_id, changed_at) values (${personId}::uuid, ${now.toString()}::timestamptz)
    on conflict (person_id) do nothing`.execute(tx)
  await sql`select 1 from community.profile where person_id = ${personId}::uuid for update`.execute(tx)
}

/** Writes what a person says of themselves, but where they live. */
export async function writeProfile(
  tx: Tx,
  personId: string,
  given: GivenProfile,
  now: Temporal.Instant,
): Promise<void> {
  const list = (values: string[]) => sql`${values}::text[]`
  await sql`update community.profile set version = version + 1, latin_name = ${given.latinName},
      languages = ${list(given.languages)}, disciplines = ${list(given.disciplines)}, roles = ${list(given.roles)},
      citizenships = ${list(given.citizenships)}, base_country = ${given.base.country}, base_city = ${given.base.city},
      changed_at = ${now.toString()}::timestamptz where person_id = ${personId}::uuid`.execute(tx)
}

/**
 * Writes where a person lives. Another country is a new row; the same one again corrects since when; none forgets all
 * that was said of it.
 */
export async function writeResidence(
  tx: Tx,
  personId: string,
  residence: Residence | null,
  now: Temporal.Instant,
): Promise<void> {
  if (!residence) {
    await sql`delete from community.residence where person_id = ${personId}::uuid`.execute(tx)
    return
  }
  const { country, since } = residence
  const corrected = await firstRow(
    tx,
    sql`update community.residence set since = ${since} where place_code = ${country}
      and id = (select max(id) from community.residence where person_id = ${personId}::uuid) returning id`,
  )
  if (corrected) return
  await sql`insert into community.residence (person_id, place_code, since, stated_at)
    values (${personId}::uuid, ${country}, ${since}, ${now.toString()}::timestamptz)`.execute(tx)
}

/** Writes what the page shows and to whom. */
export async function writePage(
  tx: Tx,
  personId: string,
  page: Omit<PersonPage, 'slug'>,
  now: Temporal.Instant,
): Promise<void> {
  const at = sql`${now.toString()}::timestamptz`
  await sql`update community.profile set version = version + 1, shown = ${page.shown}::text[],
      findable = ${page.findable}, changed_at = ${at},
      public_since = case when ${page.isPublic} then coalesce(public_since, ${at}) end
      where person_id = ${personId}::uuid`.execute(tx)
}

/** Gives a person the first free of these addresses, unless they have one; false when none is free. */
export async function claimSlug(tx: Tx, personId: string, wanted: readonly string[]): Promise<boolean> {
  for (const slug of wanted) {
    const claimed = await firstRow(
      tx,
      sql`update community.profile set slug = ${slug} where person_id = ${personId}::uuid
        and not exists (select 1 from community.profile other where other.slug = ${slug}) returning slug`,
    )
    if (claimed) return true
  }
  return false
}

/** Lets one transaction after another choose an address, so that two people cannot take the same one. */
export async function holdSlugs(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7240613)`.execute(tx)
}
