import { sql } from 'kysely'
import { type Db, firstRow, rows, type Tx } from '../../../platform/index.ts'
import type { Merge } from './model.ts'

const columns = sql`id, vocabulary, from_id as "from", into_id as "into", asked_at as "askedAt", done, total, refused,
  ended_at as "endedAt"`

/** The latest merges of a vocabulary. */
export function listMerges(db: Db, vocabulary: string, limit: number): Promise<Merge[]> {
  return rows<Merge>(
    db,
    sql`select ${columns} from community.term_merge where vocabulary = ${vocabulary} order by asked_at desc, id limit ${limit}`,
  )
}

/** The merges that came to their end, of each term the latest. */
export function listEndedMerges(db: Db): Promise<{ id: string; from: string }[]> {
  return rows<{ id: string; from: string }>(
    db,
    sql`select distinct on (vocabulary, from_id) id, from_id as "from" from community.term_merge
      where ended_at is not null order by vocabulary, from_id, asked_at desc`,
  )
}

/** Writes down that a term is to be merged; answers the id of the merge. */
export async function insertMerge(
  tx: Tx,
  { vocabulary, from, into, at }: { vocabulary: string; from: string; into: string; at: Temporal.Instant },
): Promise<string> {
  const row = await firstRow<{ id: string }>(
    tx,
    sql`insert into community.term_merge (vocabulary, from_id, into_id, asked_at)
      values (${vocabulary}, ${from}, ${into}, ${at.toString()}) returning id`,
  )
  if (!row) throw new Error('The merge was not kept.')
  return row.id
}

/** Lets a term stand for another, and for all that were merged into that before. */
export async function putMerged(tx: Tx, vocabulary: string, from: string, into: string): Promise<void> {
  await sql`update community.term set merged_into = ${into}, retired = true, version = version + 1
    where vocabulary = ${vocabulary} and (id = ${from} or merged_into = ${from})`.execute(tx)
}

// What people say of themselves is in lists of terms too.
const saidOfThemselves: Record<string, string> = { discipline: 'disciplines', 'applicant-role': 'roles' }

/** Puts one term in the place of another in what people say of themselves. */
export async function replaceInProfiles(
  tx: Tx,
  vocabulary: string,
  from: string,
  into: string,
): Promise<void> {
  const column = saidOfThemselves[vocabulary]
  if (column === undefined) return
  const terms = sql.ref(column)
  await sql`update community.profile set ${terms} =
      (select array_agg(term order by place) from (select term, min(place) as place
        from unnest(array_replace(${terms}, ${from}, ${into})) with ordinality as each_term(term, place) group by term) as terms)
    where ${from} = any(${terms})`.execute(tx)
}

/** The ids of the records, of every kind, that hold this word as a value; some hold it otherwise than as a term. */
export async function listRecordsWith(db: Db, word: string): Promise<{ kind: string; id: string }[]> {
  return rows<{ kind: string; id: string }>(
    db,
    sql`select kind, id from community.record where position(${`"${word}"`} in record::text) > 0 order by kind, id`,
  )
}

/** Writes down how far a merge is. */
export async function putProgress(
  db: Db,
  id: string,
  { done, total, refused }: { done: number; total: number; refused: number },
): Promise<void> {
  await sql`update community.term_merge set done = ${done}, total = ${total}, refused = ${refused} where id = ${id}::uuid`.execute(
    db,
  )
}

/** Writes down that all records of a merge have been written again. */
export async function endMerge(db: Db, id: string, at: Temporal.Instant): Promise<void> {
  await sql`update community.term_merge set ended_at = ${at.toString()} where id = ${id}::uuid`.execute(db)
}
