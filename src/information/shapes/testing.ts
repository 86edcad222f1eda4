/** For tests and tools only: what is published of every kind, with the vocabularies as the house is shipped. */
import { readKnown } from '../../community/index.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { kinds } from '../import/model.ts'
import { schemaOf } from './model.ts'

export async function publishedSchemas() {
  const { db, close } = await testDatabase()
  const known = await readKnown(db, '2027-01-15')
  await close()
  return { known, schemas: kinds.map((kind) => ({ kind, schema: schemaOf(kind, known) })) }
}
