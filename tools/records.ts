/** Writes `docs/records/*.json`, the JSON Schema of every kind of file, from the shapes and the vocabularies as shipped. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { publishedCallSchemas } from '../src/practice/calls/testing.ts'
import { publishedSchemas } from '../src/information/shapes/testing.ts'

mkdirSync('docs/records', { recursive: true })
const { known, schemas } = await publishedSchemas()
for (const { kind, schema } of schemas) {
  writeFileSync(`docs/records/${kind}.json`, `${JSON.stringify(schema, null, 2)}\n`)
}

// Calls and the facts of applications belong to another room.
for (const [name, schema] of Object.entries(publishedCallSchemas(known))) {
  writeFileSync(`docs/records/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`)
}
