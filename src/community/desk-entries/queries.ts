import { type RawBuilder, sql } from 'kysely'
import { locales } from '../../design/index.ts'
import {
  askList,
  askRows,
  type Db,
  type Facet,
  hasAny,
  isFoundBy,
  type KeptKind,
  type KeptSets,
  type ListAnswer,
  type ListOf,
  readKept,
  readQuestion,
  readySets,
  rows,
  type Tx,
} from '../../platform/index.ts'
import type { Viewer } from '../people/model.ts'
import { type Limits, recordKinds } from '../roles/model.ts'
import { rolesWith } from '../roles/permissions.ts'
import { type DeskAsked, deskFacets, type DeskRow, type DeskSort } from './model.ts'

/**
 * Writes down anew what tables show of these records, from what is kept of them now; in the transaction of the change. Whoever
 * changes what an entry is made of beside the record (stale translations, who looks after it) calls it as well.
 */
export async function keepDeskEntries(tx: Tx, kind: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0 || !recordKinds.some((name) => name === kind)) return
  await sql`insert into community.desk_entry select * from community.desk_entries_of(${kind}, ${[...ids]}::text[])
    on conflict (kind, id) do update set slug = excluded.slug, original_lang = excluded.original_lang,
      title = excluded.title, titles = excluded.titles, texts = excluded.texts, stale = excluded.stale,
      countries = excluded.countries, disciplines = excluded.disciplines, themes = excluded.themes, type = excluded.type,
      on_date = excluded.on_date, checked_on = excluded.checked_on, sources = excluded.sources,
      assigned_to = excluded.assigned_to, demonstration = excluded.demonstration, added_at = excluded.added_at,
      changed_at = excluded.changed_at`.execute(tx)
}

/** Which texts of a kind somebody may see: all, or those that are published and those that one of the conditions on `x` fits. */
type Sight = 'all' | Within[]

/** One limited role: conditions on a text's language, its record's id and its record's countries; absent is no condition. */
type Within = Pick<Limits, 'language' | 'record' | 'country'>

function sightOf(kind: string, viewer: Viewer): Sight {
  const within = rolesWith(viewer, 'records.seeUnpublished').flatMap(({ limits }): Within[] => {
    const { kind: kinds, partner, organisation, ...others } = limits
    // A record says nothing of partners, and an organisation's own drafts are its people's: what is not said does not fit.
    if (partner || organisation || (kinds && !kinds.includes(kind))) return []
    return [others]
  })
  return within.some((limits) => Object.keys(limits).length === 0) ? 'all' : within
}

const langOf = sql`split_part(x, ':', 1)`

/** A condition on a text `x` of the entry `r`. */
function isSeen(sight: Within[]): RawBuilder<boolean> {
  const ways = sight.map(({ language, record, country }) =>
    allOf([
      ...(language ? [sql<boolean>`${langOf} = any(${[...language]}::text[])`] : []),
      ...(record ? [sql<boolean>`r.id = any(${[...record]}::text[])`] : []),
      ...(country ? [sql<boolean>`r.countries && ${[...country]}::text[]`] : []),
    ]),
  )
  return sql<boolean>`(${sql.join([sql`split_part(x, ':', 2) = 'published'`, ...ways], sql` or `)})`
}

const allOf = (conditions: RawBuilder<boolean>[]) =>
  conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`

// As `isSeen`, on the entries `t` of the search, which know no countries.
function isFoundIn(kind: string, sight: Sight): RawBuilder<boolean> {
  if (sight === 'all') return sql<boolean>`true`
  const ways = sight.map(({ language, record, country }) =>
    allOf([
      ...(language ? [sql<boolean>`t.lang = any(${[...language]}::text[])`] : []),
      ...(record ? [sql<boolean>`t.record_id = any(${[...record]}::text[])`] : []),
      ...(country
        ? [
            sql<boolean>`t.record_id in (select c.id from community.desk_entry c
              where c.kind = ${kind} and c.countries && ${[...country]}::text[])`,
          ]
        : []),
    ]),
  )
  return sql<boolean>`(${sql.join([sql`t.state = 'published'`, ...ways], sql` or `)})`
}

/** Entries `r`, and beside each what of its texts is seen: `v.texts`, `v.stale`, `v.title` and its `v.lang`. */
function entriesSeen(sight: Sight): RawBuilder<unknown> {
  if (sight === 'all')
    return sql`community.desk_entry r
      cross join lateral (select r.texts, r.stale, r.title, r.original_lang as lang) v`
  return sql`community.desk_entry r
    cross join lateral (select array(select x from unnest(r.texts) as x where ${isSeen(sight)}) as texts) seen
    cross join lateral (select case when exists (select 1 from unnest(seen.texts) as x where ${langOf} = r.original_lang)
      then r.original_lang else (select min(${langOf}) from unnest(seen.texts) as x) end as lang) best
    cross join lateral (select seen.texts, best.lang, r.titles ->> best.lang as title,
      array(select l from unnest(r.stale) as l
        where exists (select 1 from unnest(seen.texts) as x where ${langOf} = l)) as stale) v`
}

/** The day a year before a moment: what was checked on it or before is old. */
const yearBefore = (now: Date) =>
  now.toTemporalInstant().toZonedDateTimeISO('UTC').toPlainDate().subtract({ years: 1 }).toString()

/** Whether something among what a record fails is of it as a whole, or of a text that is seen. */
const failsOf = (
  level: 'must' | 'should',
) => sql<boolean>`exists (select 1 from unnest(${sql.ref(`s.${level}`)}) as f
  where position('@' in f) = 0 or exists (select 1 from unnest(v.texts) as x where ${langOf} = split_part(f, '@', 2)))`

/** The values of every facet that time does not change. */
const still: readonly Pick<Facet, 'name' | 'values'>[] = [
  { name: 'state', values: sql`array(select distinct split_part(x, ':', 2) from unnest(v.texts) as x)` },
  { name: 'text', values: sql`v.texts` },
  {
    name: 'missing',
    values: sql`array(select l from unnest(${[...locales]}::text[]) as l
      where not exists (select 1 from unnest(v.texts) as x where ${langOf} = l))`,
  },
  { name: 'stale', values: sql`v.stale` },
  { name: 'discipline', values: sql`r.disciplines` },
  { name: 'theme', values: sql`r.themes` },
  { name: 'country', values: sql`r.countries` },
  { name: 'type', values: sql`array_remove(array[r.type], null)` },
  { name: 'source', values: sql`case when r.sources = '{}' then array['-'] else r.sources end` },
  { name: 'assigned', values: sql`array[coalesce(r.assigned_to::text, 'nobody')]` },
  {
    name: 'check',
    values: sql`array[coalesce((select case when ${failsOf('must')} then 'must' when ${failsOf('should')} then 'should'
      end from community.check_state s where s.kind = r.kind and s.record_id = r.id), 'fine')]`,
  },
  { name: 'demonstration', values: sql`array[case when r.demonstration then 'yes' else 'no' end]` },
]

const checkedValues = (now: Date) => sql`case when r.checked_on is null then array['never']
  when r.checked_on <= ${yearBefore(now)}::date then array['old'] else array['fresh'] end`

const orders: Record<DeskSort, RawBuilder<unknown>> = {
  title: sql`v.title collate "und-x-icu"`,
  date: sql`coalesce(r.on_date, '-infinity'::date)`,
  checked: sql`coalesce(r.checked_on, '-infinity'::date)`,
  changed: sql`r.changed_at`,
  added: sql`r.added_at`,
  type: sql`coalesce(r.type, '')`,
}

const columns = sql`r.id, r.slug, v.title, v.lang, v.texts, v.stale, r.countries, r.disciplines, r.themes, r.type,
  r.on_date as date, r.checked_on as checked, r.sources, r.demonstration, r.added_at as added, r.changed_at as changed,
  (select json_build_object('id', p.id, 'name', p.name) from community.person p where p.id = r.assigned_to) as assigned`

/** A table as data; the words narrow where rows come from. */
function tableOf(viewer: Viewer, { kind, words, sort, descending, now }: DeskAsked): ListOf {
  const sight = sightOf(kind, viewer)
  const question = words === undefined ? undefined : readQuestion(words)
  const facets = [...still, { name: 'checked', values: checkedValues(now) }]
  return {
    from: entriesSeen(sight),
    where: allOf([
      sql<boolean>`r.kind = ${kind}`,
      ...(sight === 'all' ? [] : [sql<boolean>`v.texts <> '{}'`]),
      ...(words === undefined
        ? []
        : [
            sql<boolean>`(r.id = ${words} or r.slug = ${words}
              ${question ? sql`or ${isFoundBy(question, kind, sql`r.id`, isFoundIn(kind, sight))}` : sql``})`,
          ]),
    ]),
    columns,
    facets: facets.map(({ name, values }) => ({ name, values, matches: hasAny(values) })),
    order: descending ? sql`${orders[sort]} desc, r.id desc` : sql`${orders[sort]}, r.id`,
  }
}

type CheckedFacts = { checked: string | null }

const yearAfter = (day: string) =>
  Temporal.PlainDate.from(day).add({ years: 1 }).toZonedDateTime('UTC').epochMilliseconds

const age = ({ checked }: CheckedFacts, now: number) =>
  checked === null ? 'never' : checked <= yearBefore(new Date(now)) ? 'old' : 'fresh'

// Entries of all kinds are announced under one word, so each kind asks for its own among them.
const keptOf = (kind: string): KeptKind<CheckedFacts> => ({
  kind: 'desk',
  read: (db, ids) =>
    readKept<CheckedFacts>(
      db,
      {
        from: entriesSeen('all'),
        where: sql<boolean>`r.kind = ${kind}`,
        facets: still,
        facts: sql`jsonb_build_object('checked', r.checked_on)`,
      },
      ids,
    ),
  moving: (facts, now) => ({ checked: [age(facts, now)] }),
  turn: (facts, now) =>
    facts.checked !== null && age(facts, now) === 'fresh' ? yearAfter(facts.checked) : Infinity,
  compare: () => 0,
  unchosen: {},
  counted: deskFacets,
})
const kept = new Map(recordKinds.map((kind): [string, KeptKind<CheckedFacts>] => [kind, keptOf(kind)]))

/** Sets of a whole table, for who sees all of it; undefined where there are none, or for words, which no set knows. */
async function readyTable(
  db: Db,
  viewer: Viewer,
  { kind, words, now }: DeskAsked,
): Promise<KeptSets | undefined> {
  const how = kept.get(kind)
  if (!how || words !== undefined || sightOf(kind, viewer) !== 'all') return undefined
  return readySets(db, how, now.getTime(), `desk:${kind}`)
}

/**
 * One page of a table with the counts of every facet, in two queries however many rows: records of a kind through what the viewer
 * may see of their texts, found by words in any language, by id or by slug.
 */
export async function listDeskRows(
  db: Db,
  viewer: Viewer,
  asked: DeskAsked & { page: number; pageSize: number },
): Promise<ListAnswer<DeskRow>> {
  const table = tableOf(viewer, asked)
  const sets = await readyTable(db, viewer, asked)
  if (!sets) return askList<DeskRow>(db, table, asked)
  const { ids: _, ...counted } = sets.ask({ chosen: asked.chosen, page: 1, pageSize: 1 })
  const offset = (asked.page - 1) * asked.pageSize
  const found = await askRows<DeskRow>(db, table, { chosen: asked.chosen, limit: asked.pageSize, offset })
  return { rows: found, ...counted }
}

/** A part of what a table finds, without counts: so many rows after so many. */
export function readDeskRows(
  db: Db,
  viewer: Viewer,
  asked: DeskAsked,
  part: { limit: number; offset: number },
): Promise<DeskRow[]> {
  return askRows<DeskRow>(db, tableOf(viewer, asked), { chosen: asked.chosen, ...part })
}

/** What a table finds, or of these ids only those that the viewer may see: ids with titles, in its order; no more than `limit`. */
export function readDeskIds(
  db: Db,
  viewer: Viewer,
  asked: DeskAsked & { ids?: readonly string[] | undefined },
  limit: number,
): Promise<{ id: string; title: string }[]> {
  const table = tableOf(viewer, asked)
  const only = asked.ids ? sql<boolean>`r.id = any(${[...asked.ids]}::text[])` : sql<boolean>`true`
  return askRows(
    db,
    { ...table, columns: sql`r.id, v.title`, where: allOf([table.where, only]) },
    { chosen: asked.chosen, limit, offset: 0 },
  )
}

/** Who looks after records of a kind, by id, with their names. */
export function listAssignees(db: Db, kind: string): Promise<{ id: string; name: string }[]> {
  return rows<{ id: string; name: string }>(
    db,
    sql`select p.id, p.name from community.person p where p.id in (
      select assigned_to from community.desk_entry where kind = ${kind} and assigned_to is not null)`,
  )
}
