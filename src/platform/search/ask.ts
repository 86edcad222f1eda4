/** Asks the index: what is found, in which order, how much of it there is, and what to filter by. */
import { type RawBuilder, sql } from 'kysely'
import { rows } from '../database/rows.ts'
import type { Db } from '../database/transact.ts'
import {
  begunQuery,
  broadQuery,
  type Corrections,
  type Proof,
  proofsOf,
  type Question,
  strictQuery,
} from './question.ts'

/** Who looks, and how. */
export type Looking = {
  /** What the viewer may see, as a condition on the alias `t` of entries: their `kind`, `record_id`, `lang` and `state`. */
  visible: RawBuilder<boolean>
  /** The reader's language, first among equals. */
  lang: string
  now: Date
}

export type SearchRequest = Looking & {
  question: Question
  corrections?: Corrections
  /** Values chosen by facet: `kind`, `lang`, or the first part of a label. */
  chosen: Record<string, string[]>
  /** From 1. */
  page: number
  pageSize: number
}

/** A record that was found, in the language that fits best. */
export type Hit = {
  kind: string
  id: string
  lang: string
  path: string
  title: string
  /** The beginning of what it says, long enough for an excerpt. */
  text: string
}

export type SearchAnswer = {
  hits: Hit[]
  /** Records that fit what was chosen. */
  total: number
  /** Records without anything chosen. */
  all: number
  /**
   * For each facet: how many records each value would give, the other facets being as chosen; of more records than
   * `mostCandidates`, only among the closest, but for `kind` and `lang`.
   */
  counts: Record<string, Record<string, number>>
}

/** No more records than this are shown, or counted by their labels: the closest, where there are more. */
export const mostCandidates = 1_000

const longestText = 20_000

/**
 * Answers one page of what a question finds and the viewer may see, each record once, with counts by facet; one query.
 * The order: called exactly so, then so in the title, then as whole words, then parts of words and labels; within each what
 * is open or to come, the soonest first, and of equals the reader's language.
 */
export async function askSearch(db: Db, request: SearchRequest): Promise<SearchAnswer> {
  const { page, pageSize, chosen } = request
  const facets = Object.keys(chosen).filter((name) => (chosen[name] ?? []).length > 0)
  const fits = (but?: string) =>
    allOf(
      facets.filter((name) => name !== but && name !== 'lang').map((name) => fitOf(name, chosen[name] ?? [])),
    )
  const ofLang = chosen['lang']?.length
    ? sql<boolean>`lang = any(${chosen['lang']}::text[])`
    : sql<boolean>`true`
  // What a facet would give if nothing of it were chosen: among the closest again.
  const countWithout = (name: string) => sql`union all select ${`-${name}`}::text, label, count(*), null
    from (select labels from best where ${fits(name)} order by ${order(request.lang)} limit ${mostCandidates}) closest,
      unnest(labels) as label where starts_with(label, ${`${name}=`}) group by label`
  const found = await rows<Found>(
    db,
    sql<Found>`with ${hitsOf(request)},
      best as materialized (
        select distinct on (hash, kind, record_id) * from hits where ${ofLang}
        order by hash, kind, record_id, tier, lang = ${request.lang} desc, lang
      ),
      ranked as materialized (
        select * from best where ${fits()} order by ${order(request.lang)} limit ${mostCandidates}
      ),
      page as (
        select row_number() over () as place, p.* from (
          select * from ranked order by ${order(request.lang)} limit ${pageSize} offset ${(page - 1) * pageSize}
        ) p
      )
      select 'hit' as what, null as value, p.place as count, json_build_object(
          'kind', e.kind, 'id', e.record_id, 'lang', e.lang, 'path', e.path, 'title', e.title, 'text', left(e.text, ${longestText})) as hit
        from page p join platform.search_entry e on e.kind = p.kind and e.record_id = p.record_id and e.lang = p.lang
      union all select 'total', null, count(*), null from best where ${fits()}
      union all select 'all', null, count(*), null from ${
        chosen['lang']?.length ? sql`(select distinct kind, record_id from hits) records` : sql`best`
      }
      union all select 'kind', kind, count(*), null from best where ${fits('kind')} group by kind
      union all select 'lang', lang, count(*), null from hits where ${fits('lang')} group by lang
      union all select 'label', label, count(*), null from ranked, unnest(labels) as label group by label
      ${sql.join(facets.filter((name) => name !== 'kind' && name !== 'lang').map(countWithout), sql` `)}`,
  )
  return sorted(found)
}

type Found = { what: string; value: string | null; count: number; hit: Hit | null }

function sorted(found: Found[]): SearchAnswer {
  const answer: SearchAnswer = { hits: [], total: 0, all: 0, counts: { kind: {}, lang: {} } }
  const hits = found.filter(({ what }) => what === 'hit').toSorted((a, b) => a.count - b.count)
  answer.hits = hits.flatMap(({ hit }) => hit ?? [])
  // Counts without a chosen facet stand after those with it, and replace them.
  for (const { what, value, count } of found) {
    if (what === 'total' || what === 'all') answer[what] = count
    else if (what === 'kind' || what === 'lang') put(answer, what, value ?? '', count)
    else if (what !== 'hit') putLabel(answer, value ?? '', count)
  }
  return answer
}

function putLabel(answer: SearchAnswer, label: string, count: number): void {
  const cut = label.indexOf('=')
  put(answer, label.slice(0, cut), label.slice(cut + 1), count)
}

function put(answer: SearchAnswer, facet: string, value: string, count: number): void {
  const values = (answer.counts[facet] ??= {})
  values[value] = count
}

function fitOf(name: string, values: string[]): RawBuilder<boolean> {
  if (name === 'kind') return sql<boolean>`kind = any(${values}::text[])`
  return sql<boolean>`labels && ${values.map((value) => `${name}=${value}`)}::text[]`
}

const order = (lang: string) =>
  sql`tier, coming desc, lang = ${lang} desc, soonest nulls last, latest desc nulls last, kind, record_id`

/** `hits`: every language of every record that is found, and how well. Numbers sort faster than ids, which begin alike. */
function hitsOf({ question, corrections, visible, now }: SearchRequest): RawBuilder<unknown> {
  const strict = strictQuery(question)
  const broad = broadQuery(question, corrections)
  const proofs = proofsOf(question)
  // By the index: to look into the words of each entry costs more than to look them all up.
  const asWords = sql<boolean>`t.ctid in (select s.ctid from platform.search_entry s where s.words @@ ${asked(strict)})`
  const inTitle = sql<boolean>`t.ctid in (select s.ctid from platform.search_entry s where s.title_words @@ ${asked(strict)})`
  const best = strict === broad ? sql`2` : sql`case when ${asWords} then 2 else 3 end`
  return sql`hits as materialized (
    select t.kind, t.record_id, hashtextextended(t.record_id, 0) as hash, t.lang, t.labels, coalesce(t.until > ${now}, false) as coming,
      case when not coalesce(t.until > ${now}, false) then null when cardinality(t.moments) < 2 then t.moments[1]
        else (select min(m) from unnest(t.moments) m where m > ${now}) end as soonest,
      t.moments[cardinality(t.moments)] as latest,
      case when ${inTitle}
        then case when ${question.whole} = any(t.names) then 0 else 1 end else ${best} end as tier
    from platform.search_entry t
    where t.words @@ ${asked(broad)} and ${visible}
      ${sql.join(
        proofs.map((proof) => sql`and ${proven(proof, asWords)}`),
        sql` `,
      )}
  )`
}

// Not known to the planner: of a common word it would read the whole table, and does not see that its vectors lie apart.
const asked = (query: string) => sql`(select ${query}::tsquery)`

function proven({ units, not, label, needed }: Proof, asWords: RawBuilder<boolean>): RawBuilder<boolean> {
  const held = sql<boolean>`t.running like ${`% ${units} %`}`
  if (not) return sql<boolean>`not ${held}`
  const ways = [
    ...(needed === 'unless-strict' ? [asWords] : []),
    ...(label === undefined ? [] : [sql<boolean>`${label} = any(t.labels)`]),
    held,
  ]
  return sql<boolean>`(${sql.join(ways, sql` or `)})`
}

/**
 * Records of a kind that a question finds and the viewer may see, as a condition on an id; for lists that have an order of
 * their own.
 */
export function isFoundBy(
  question: Question,
  kind: string,
  id: RawBuilder<unknown>,
  visible: RawBuilder<boolean>,
): RawBuilder<boolean> {
  const strict = sql<boolean>`t.words @@ ${asked(strictQuery(question))}`
  const proofs = proofsOf(question).map((proof) => sql`and ${proven(proof, strict)}`)
  return sql<boolean>`${id} in (select t.record_id from platform.search_entry t
    where t.kind = ${kind} and t.words @@ ${asked(broadQuery(question))} and ${visible} ${sql.join(proofs, sql` `)})`
}

export type Suggestion = Omit<Hit, 'text'>

const mostBegun = 400

/** Records whose title or name goes on as was typed, at most `limit`; those that begin so first. */
export function suggest(
  db: Db,
  question: Question,
  { visible, lang, now }: Looking,
  limit: number,
): Promise<Suggestion[]> {
  const proofs = proofsOf(question).map(
    ({ units }) => sql`and array_to_string(t.names, '  ') like ${`%${units}%`}`,
  )
  return rows<Suggestion>(
    db,
    sql<Suggestion>`with begun as materialized (
        select t.kind, t.record_id, t.lang, t.path, t.title, t.names, coalesce(t.until > ${now}, false) as coming
        from platform.search_entry t where t.title_words @@ ${asked(begunQuery(question))} and ${visible}
          ${sql.join(proofs, sql` `)} limit ${mostBegun}
      ), best as (
        select distinct on (kind, record_id) *, exists (select 1 from unnest(names) n where starts_with(n, ${question.whole})) as first
        from begun order by kind, record_id, lang = ${lang} desc, lang
      )
      select kind, record_id as id, lang, path, title from best
      order by first desc, coming desc, lang = ${lang} desc, length(title), title, kind, record_id limit ${limit}`,
  )
}

function allOf(conditions: RawBuilder<boolean>[]): RawBuilder<boolean> {
  return conditions.length > 0 ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`true`
}
