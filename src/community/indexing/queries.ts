import { type RawBuilder, sql } from 'kysely'
import { type Db, rows, type SearchEntry } from '../../platform/index.ts'

/** Where the entries of a kind are read, one for each language of each record, published or not. */
export type EntrySource = {
  kind: string
  /** Ids of records in their order, from the first after `after`. */
  idsAfter(db: Db, after: string | null, limit: number): Promise<string[]>
  read(db: Db, ids: readonly string[]): Promise<SearchEntry[]>
}

/** A kind of records with texts; the expressions are of its row `r`. */
type TextSource = {
  kind: string
  table: string
  texts: string
  /** The texts beside title, summary and body. */
  pieces: readonly string[]
  /** Its page, where that is not of its kind: `text`, or null. */
  page?: RawBuilder<unknown>
  /** What it is called besides its title, if anything: `text[]`. */
  names?: RawBuilder<unknown>
  /** What it can be found by besides its texts: `text[]`. */
  besides: RawBuilder<unknown>
  /** What it can be filtered by: `text[]` such as `country=VN`. */
  labels: RawBuilder<unknown>
  /** When it closes or ends: `timestamptz[]` in order; and until when it is open or goes on. */
  moments: RawBuilder<unknown>
  until: RawBuilder<unknown>
}

/** Reads the entries of a kind from its tables. */
export function entriesOf(source: TextSource): EntrySource {
  const {
    kind,
    table,
    texts,
    pieces,
    page = sql`null`,
    names = sql`'{}'::text[]`,
    besides,
    labels,
    moments,
    until,
  } = source
  const said = sql.join(['summary', 'body', ...pieces].map((piece) => sql`t.${sql.ref(piece)}`))
  return {
    kind,
    idsAfter: (db, after, limit) => readIds(db, table, after, limit),
    read: (db, ids) =>
      rows<SearchEntry>(
        db,
        sql<SearchEntry>`select r.id, t.lang, t.state, coalesce(${page}, ${`/${kind}/`}::text || r.slug) as path, t.title, ${names} as names,
            array_remove(array[${said}], null) as texts, array_remove(${besides}, null) as besides,
            ${labels} as labels, (${moments})::text[] as moments, (${until})::text as until
          from ${sql.table(table)} r join ${sql.table(texts)} t on t.record_id = r.id
          where r.id = any(${[...ids]})`,
      ),
  }
}

/** Ids of a table in their order, from the first after `after`. */
export async function readIds(db: Db, table: string, after: string | null, limit: number): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`select id from ${sql.table(table)}
      ${after === null ? sql`` : sql`where id collate "C" > ${after}`} order by id collate "C" limit ${limit}`,
  )
  return found.map(({ id }) => id)
}

/** Labels of one facet, of a `text[]` expression. */
export const labelsOf = (facet: string, values: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`array(select ${`${facet}=`}::text || value from unnest(${values}) as value where value is not null)`
