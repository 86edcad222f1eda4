import { sql } from 'kysely'
import { type Db, firstRow, json, rows, type Tx } from '../../platform/index.ts'
import type { Term, Vocabularies } from './model.ts'

/** All vocabularies at once; they are small, and every page names terms. */
export async function readVocabularies(db: Db): Promise<Vocabularies> {
  const terms = await rows<Term & { vocabulary: string }>(
    db,
    sql`select vocabulary, id, names, retired, merged_into as "mergedInto" from community.term
      order by vocabulary, position, id`,
  )
  const vocabularies: Vocabularies = {}
  for (const { vocabulary, ...term } of terms) (vocabularies[vocabulary] ??= []).push(term)
  return vocabularies
}

export type KeptTerm = Term & { version: number }

const columns = sql`id, names, retired, merged_into as "mergedInto", version`

/** The terms of one vocabulary in their order, with how often each was changed. */
export function listTerms(db: Db, vocabulary: string): Promise<KeptTerm[]> {
  return rows<KeptTerm>(
    db,
    sql`select ${columns} from community.term where vocabulary = ${vocabulary} order by position, id`,
  )
}

/** A term; undefined where there is none. */
export function findTerm(db: Db, vocabulary: string, id: string): Promise<KeptTerm | undefined> {
  return firstRow<KeptTerm>(
    db,
    sql`select ${columns} from community.term where vocabulary = ${vocabulary} and id = ${id}`,
  )
}

/** Holds a vocabulary until the end of the transaction: nobody else changes it meanwhile. */
export async function holdVocabulary(tx: Tx, vocabulary: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`community.term ${vocabulary}`}, 0))`.execute(tx)
}

/** Adds a term behind all others. */
export async function insertTerm(
  tx: Tx,
  vocabulary: string,
  { id, names }: Pick<Term, 'id' | 'names'>,
): Promise<void> {
  await sql`insert into community.term (vocabulary, id, names, position)
    select ${vocabulary}, ${id}, ${json(names)}, coalesce(max(position), 0) + 1 from community.term
      where vocabulary = ${vocabulary}`.execute(tx)
}

/** Writes down what a term is called, and whether it is retired. */
export async function updateTerm(
  tx: Tx,
  vocabulary: string,
  { id, names, retired }: Pick<Term, 'id' | 'names' | 'retired'>,
): Promise<void> {
  await sql`update community.term set names = ${json(names)}, retired = ${retired}, version = version + 1
    where vocabulary = ${vocabulary} and id = ${id}`.execute(tx)
}

/** Puts the terms of a vocabulary into this order. */
export async function putOrder(tx: Tx, vocabulary: string, ids: string[]): Promise<void> {
  await sql`update community.term t set position = o.position
    from unnest(${ids}::text[]) with ordinality as o(id, position)
    where t.vocabulary = ${vocabulary} and t.id = o.id and t.position <> o.position`.execute(tx)
}
