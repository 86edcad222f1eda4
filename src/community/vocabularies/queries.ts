import { sql } from 'kysely'
import { type Db, rows } from '../../platform/index.ts'
import type { Term, Vocabularies } from './model.ts'

/** All vocabularies at once; they are small, and every page names terms. */
export async function readVocabularies(db: Db): Promise<Vocabularies> {
  const terms = await rows<Term & { vocabulary: string }>(
    db,
    sql`select vocabulary, id, names, retired from community.term order by vocabulary, position, id`,
  )
  const vocabularies: Vocabularies = {}
  for (const { vocabulary, ...term } of terms) (vocabularies[vocabulary] ??= []).push(term)
  return vocabularies
}
