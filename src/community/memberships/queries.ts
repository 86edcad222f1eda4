import { sql } from 'kysely'
import { type Db, rows } from '../../platform/index.ts'
import type { Viewer } from '../people/model.ts'
import { listGrantsWithin } from '../roles/queries.ts'
import { type Membership, type NamedOrganisation, type OrganisationPerson, peopleIn } from './model.ts'
import { organisationsOf, speaksFor } from './permissions.ts'

/** Answers these organisations by name, those that are there; in the reader's language if it has one. */
export async function nameOrganisations(
  db: Db,
  ids: readonly string[],
  locale: string,
): Promise<Map<string, NamedOrganisation>> {
  if (ids.length === 0) return new Map()
  const found = await rows<NamedOrganisation>(
    db,
    sql`select r.id, r.slug, text.title as name, text.lang, text.state = 'published' as published
      from community.organisation r join lateral (
        select t.title, t.lang, t.state from community.organisation_text t where t.record_id = r.id
        order by t.state = 'published' desc, t.lang = ${locale} desc, t.lang = r.original_lang desc, t.lang limit 1
      ) text on true where r.id = any(${[...ids]}::text[])`,
  )
  return new Map(found.map((organisation) => [organisation.id, organisation]))
}

/** Answers one organisation by name; undefined when there is none. */
export async function nameOrganisation(
  db: Db,
  id: string,
  locale: string,
): Promise<NamedOrganisation | undefined> {
  return (await nameOrganisations(db, [id], locale)).get(id)
}

/**
 * Answers the organisations the viewer belongs to, by name in a language, with what they are there; none for a stranger. One
 * query at most.
 */
export async function listMembershipsOf(db: Db, viewer: Viewer, locale: string): Promise<Membership[]> {
  const named = await nameOrganisations(db, organisationsOf(viewer), locale)
  return [...named.values()]
    .map((organisation): Membership => {
      const isEditor = speaksFor(viewer, organisation.id)
      return { organisation, role: isEditor ? 'organisation-editor' : 'organisation-member' }
    })
    .toSorted((a, b) => a.organisation.name.localeCompare(b.organisation.name))
}

/** Answers an organisation's people at a moment, the earliest first. */
export async function listPeopleOf(
  db: Db,
  organisationId: string,
  now: Temporal.Instant,
): Promise<OrganisationPerson[]> {
  return peopleIn(await listGrantsWithin(db, organisationId, now))
}
