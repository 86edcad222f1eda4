/** Writes `database/schema.sql` from a database made by the migrations. */
import { writeFileSync } from 'node:fs'
import { describeSchema } from '../database/schema.ts'
import { testDatabase } from '../src/platform/database/testing.ts'

const database = await testDatabase()
writeFileSync('database/schema.sql', await describeSchema(database.db))
await database.close()
