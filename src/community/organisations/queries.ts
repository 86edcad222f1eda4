import { type RawBuilder, sql } from 'kysely'
import {
  askList,
  askSets,
  type Db,
  type Facet,
  firstRow,
  hasAny,
  type KeptKind,
  type KeptSets,
  type ListAnswer,
  type ListRequest,
  readKept,
  readySets,
  rows,
  showsList,
  showsRecords,
  showsThoseWith,
} from '../../platform/index.ts'
import { entriesOf, labelsOf } from '../indexing/queries.ts'
import { stranger, type Viewer } from '../people/model.ts'
import { mayAnywhere } from '../roles/permissions.ts'
import type { RecordText } from '../texts/model.ts'
import { joinText, readTexts, saysWords, textLangs, visibleText } from '../texts/queries.ts'
import type { Organisation, OrganisationRow } from './model.ts'

export const organisationTexts = 'community.organisation_text'

/** What the index holds of organisations. */
export const organisationEntries = entriesOf({
  kind: 'organisations',
  table: 'community.organisation',
  texts: organisationTexts,
  pieces: [],
  names: sql`r.aliases`,
  besides: sql`array[r.city]`,
  labels: sql`${labelsOf('type', sql`array[r.kind]`)} || ${labelsOf('country', sql`array[r.country]`)}
    || ${labelsOf('discipline', sql`r.disciplines`)}`,
  moments: sql`'{}'::timestamptz[]`,
  until: sql`null::timestamptz`,
})

const columns = sql`r.id, r.slug, r.original_lang as "originalLang", r.kind, r.country, r.city, r.website,
  r.disciplines, r.languages, r.note, r.source_url as "sourceUrl", r.last_checked as "lastChecked"`

/** The organisation at this address with the texts the viewer may see; undefined when there is none to see. */
export async function findOrganisation(
  db: Db,
  viewer: Viewer,
  slug: string,
  locale: string,
): Promise<{ organisation: Organisation; texts: RecordText[] } | undefined> {
  const organisation = await firstRow<Organisation>(
    db,
    sql`select ${columns} from community.organisation r where r.slug = ${slug}`,
  )
  if (!organisation) return undefined
  showsRecords('organisations', organisation.id)
  const texts = await readTexts(db, viewer, organisationTexts, organisation, locale)
  return texts.length > 0 ? { organisation, texts } : undefined
}

/** Organisations at work in a place, of these kinds if any are given, by name; at most `limit`. */
export function listOrganisationsIn(
  db: Db,
  viewer: Viewer,
  locale: string,
  place: string,
  { kinds, limit }: { kinds?: readonly string[]; limit: number },
): Promise<OrganisationRow[]> {
  showsThoseWith('organisations', 'country', [place])
  const ofKind = kinds ? sql`r.kind = any(${kinds}::text[])` : sql`true`
  return rows<OrganisationRow>(
    db,
    sql`select r.id, r.slug, text.*, r.kind, r.country, r.city, r.disciplines
      from community.organisation r ${joinText(organisationTexts, viewer, locale)}
      where r.country = ${place} and ${ofKind} order by text.title collate "und-x-icu", r.id limit ${limit}`,
  )
}

/** These organisations as lists show them, in no order. */
export function readOrganisationRows(
  db: Db,
  viewer: Viewer,
  locale: string,
  ids: string[],
): Promise<OrganisationRow[]> {
  return rows<OrganisationRow>(
    db,
    sql`select r.id, r.slug, text.*, r.kind, r.country, r.city, r.disciplines
      from community.organisation r ${joinText(organisationTexts, viewer, locale)} where r.id = any(${ids})`,
  )
}

/** The directory: facets `type` (its kind), `country`, `discipline` and `lang` (of text), by name, with words if given. */
export async function listOrganisations(
  db: Db,
  viewer: Viewer,
  locale: string,
  request: ListRequest & { words?: string | undefined },
): Promise<ListAnswer<OrganisationRow>> {
  showsList('organisations')
  const from = sql`community.organisation r ${joinText(organisationTexts, viewer, locale)}`
  const columns = sql`r.id, r.slug, text.*, r.kind, r.country, r.city, r.disciplines`
  const sets = request.words ? undefined : await readyOrganisations(db, viewer, locale)
  if (sets) return askSets(db, sets, { from, columns }, request)
  return askList<OrganisationRow>(
    db,
    {
      from,
      where: request.words ? saysWords(organisationTexts, viewer, request.words) : sql<boolean>`true`,
      columns,
      facets: facetsOf(viewer),
      order: sql`text.title collate "und-x-icu", r.id`,
    },
    request,
  )
}

function facetsOf(viewer: Viewer): Facet[] {
  const any = (name: string, values: RawBuilder<unknown>): Facet => ({
    name,
    values,
    matches: hasAny(values),
  })
  return [
    any('type', sql`array_remove(array[r.kind], null)`),
    any('country', sql`array_remove(array[r.country], null)`),
    any('discipline', sql`r.disciplines`),
    any('lang', textLangs(organisationTexts, viewer)),
  ]
}

const titles = new Intl.Collator('en')

// Names differ by language, and so does the order of the list.
const keptIn = (locale: string): KeptKind<{ title: string }> => ({
  kind: 'organisations',
  read: (db, ids) =>
    readKept<{ title: string }>(
      db,
      {
        from: sql`community.organisation r ${joinText(organisationTexts, stranger, locale)}`,
        where: sql`true`,
        facets: facetsOf(stranger),
        facts: sql`jsonb_build_object('title', text.title)`,
      },
      ids,
    ),
  moving: () => ({}),
  turn: () => Infinity,
  compare: (one, other) => titles.compare(one.title, other.title),
  unchosen: {},
  counted: ['type', 'country', 'discipline', 'lang'],
})

async function readyOrganisations(db: Db, viewer: Viewer, locale: string): Promise<KeptSets | undefined> {
  if (mayAnywhere(viewer, 'records.seeUnpublished')) return undefined
  // Nothing of an organisation changes by itself.
  return readySets(db, keptIn(locale), 0, `organisations in ${locale}`)
}

/** Is there any organisation at all, seen or unseen? */
export async function hasOrganisations(db: Db): Promise<boolean> {
  return (await firstRow(db, sql`select 1 from community.organisation limit 1`)) !== undefined
}

/** Where organisations and their texts are kept, for listing their addresses. */
export const organisationTables = { table: 'community.organisation', texts: organisationTexts }

/** The organisation whose visible name is this one, for linking a name to its page. */
export function findOrganisationByName(
  db: Db,
  viewer: Viewer,
  name: string,
): Promise<{ slug: string } | undefined> {
  showsThoseWith('organisations', 'title', [name])
  return firstRow(
    db,
    sql<{
      slug: string
    }>`select r.slug from community.organisation r join ${sql.table(organisationTexts)} t on t.record_id = r.id
      where t.title = ${name} and ${visibleText(organisationTexts, viewer)} limit 1`,
  )
}

/** The names of organisations by id, in the reader's language where there is one; those unseen are called by their id. */
export async function listOrganisationNames(
  db: Db,
  viewer: Viewer,
  locale: string,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return []
  const found = await rows<{ id: string; name: string }>(
    db,
    sql`select r.id, text.title as name from community.organisation r ${joinText(organisationTexts, viewer, locale)}
      where r.id = any(${[...ids]}::text[])`,
  )
  const names = new Map(found.map(({ id, name }) => [id, name]))
  return ids.map((id) => ({ id, name: names.get(id) ?? id }))
}

/** Organisations whose texts say these words, with all their names; those called exactly so first, at most `limit`. */
export function searchOrganisationNames(
  db: Db,
  viewer: Viewer,
  locale: string,
  words: string,
  limit: number,
): Promise<{ id: string; names: string[] }[]> {
  const visible = visibleText(organisationTexts, viewer)
  return rows<{ id: string; names: string[] }>(
    db,
    sql`select r.id, array(select t.title from ${sql.table(organisationTexts)} t
        where t.record_id = r.id and ${visible}) as names
      from community.organisation r ${joinText(organisationTexts, viewer, locale)}
      where ${saysWords(organisationTexts, viewer, words)}
      order by exists (select 1 from ${sql.table(organisationTexts)} t
        where t.record_id = r.id and ${visible} and lower(t.title) = lower(${words})) desc,
        text.title collate "und-x-icu", r.id limit ${limit}`,
  )
}
