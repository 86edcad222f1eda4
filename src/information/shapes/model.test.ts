import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { z } from 'zod'
import { readShape } from '../../platform/index.ts'
import { isObject, type Kind, recordsIn } from '../import/model.ts'
import { schemaOf, shapes } from './model.ts'
import { publishedSchemas } from './testing.ts'

const root = join(import.meta.dirname, '../../..')
const { known, schemas } = await publishedSchemas()

const published = (kind: Kind): Record<string, unknown> => {
  const schema: unknown = JSON.parse(readFileSync(join(root, 'docs/records', `${kind}.json`), 'utf8'))
  assert.ok(isObject(schema))
  return schema
}

function validatorOf(kind: Kind) {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
  formats.default(ajv)
  const validate = ajv.compile(published(kind))
  return (file: unknown) => (validate(file) ? [] : (validate.errors ?? []))
}

test('what is published of every kind is its shape today (npm run records)', () => {
  for (const { kind, schema } of schemas) assert.deepEqual(published(kind), schema, kind)
  const files = readdirSync(join(root, 'docs/records')).filter((name) => name.endsWith('.json'))
  // Those of calls are of another room, and held to their shapes there.
  const others = ['call.json', 'facts.json']
  assert.deepEqual(files.toSorted(), [...others, ...schemas.map(({ kind }) => `${kind}.json`)].toSorted())
})

test('a shape that changed is noticed', () => {
  const others = { ...known, vocabularies: { ...known.vocabularies, theme: [] } }
  assert.notDeepEqual(published('events'), schemaOf('events', others))
})

const demo: Record<Kind, string> = {
  opportunities: 'opportunities',
  events: 'events',
  articles: 'articles',
  organisations: 'organisations',
  partners: 'partners',
  convenings: 'culture-ministers-meetings',
  programmes: 'programmes',
}

for (const { kind } of schemas) {
  test(`every record of the demonstration is as published: ${kind}`, () => {
    const path = join(root, 'database/demo', `${demo[kind]}.json`)
    const records = recordsIn(readFileSync(path, 'utf8'))
      .filter(isObject)
      .map((record) => ({ ...record, id: String(record['id']) }))
    const faults = validatorOf(kind)
    assert.ok(records.length >= 8)
    assert.deepEqual(faults({ source: 'other keys are allowed', records }), [])
    assert.notDeepEqual(faults({ records: [...records, { ...records[0], id: 7 }] }), [])
    assert.notDeepEqual(faults({ entries: records }), [])
  })
}

type Schema = z.core.JSONSchema.BaseSchema

const objectsOf = (schema: Schema | undefined): Schema | undefined =>
  [schema, ...(schema?.anyOf ?? [])].find((part) => part?.properties !== undefined)

function recordSchema(kind: Kind): Schema {
  const { schema } = schemas.find((one) => one.kind === kind) ?? {}
  const records = schema?.properties?.['records']
  assert.ok(records !== undefined && typeof records !== 'boolean' && !Array.isArray(records.items))
  assert.ok(typeof records.items === 'object')
  return records.items
}

/** Every field of a kind by its path, with its schema. */
function fieldsIn(schema: Schema, path: string[] = []): { path: string[]; field: Schema }[] {
  const inner = [schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])].flat()
  const deeper = inner.flatMap((part) => (typeof part === 'object' ? fieldsIn(part, path) : []))
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    typeof field === 'boolean' ? [] : [{ path: [...path, name], field }, ...fieldsIn(field, [...path, name])],
  )
  return [...own, ...deeper]
}

test('every field says what it means, in the words of the trade', () => {
  const words = readFileSync(join(root, 'docs/words.md'), 'utf8')
  for (const { kind } of schemas) {
    const fields = fieldsIn(recordSchema(kind))
    assert.ok(fields.length > 15)
    const silent = fields.filter(({ field }) => field.description === undefined)
    assert.deepEqual(
      silent.map(({ path }) => path.join('.')),
      [],
      kind,
    )
    const strange = fields.map(({ path }) => path.at(-1)).filter((name) => !words.includes(`\`${name}\``))
    assert.deepEqual([...new Set(strange)], [], `${kind}: not in docs/words.md`)
  }
})

test('what a schema refuses, an import refuses too', () => {
  const values = [
    null,
    '',
    'x',
    7,
    -1.5,
    true,
    [],
    [7],
    ['x'],
    {},
    { x: 7 },
    { en: { title: 7 } },
    [{ surprise: 1 }],
  ]
  for (const { kind } of schemas) {
    const faults = validatorOf(kind)
    const least = { id: 'a', name: 'A', title: 'A' }
    const { properties = {} } = recordSchema(kind)
    const needed = Object.fromEntries(Object.entries(least).filter(([name]) => name in properties))
    const refused = [...Object.keys(properties), 'surprise'].flatMap((name) =>
      values
        .map((value) => ({ ...needed, [name]: value }))
        .filter((record) => faults({ records: [record] }).length > 0),
    )
    assert.deepEqual(faults({ records: [needed] }), [], kind)
    assert.ok(refused.length > 50)
    for (const record of refused) {
      assert.ok('faults' in readShape(shapes[kind](known), record), `${kind}: ${JSON.stringify(record)}`)
    }
  }
})

test('terms are given as examples, as the house may change them', () => {
  const { properties } = recordSchema('events')
  const kind = properties?.['kind']
  assert.ok(typeof kind === 'object' && objectsOf(kind) === undefined)
  const text = JSON.stringify(kind)
  assert.match(text, /which sort of record this is/)
  assert.match(text, /a term of the vocabulary “event-kind”.*"biennale"/)
  assert.doesNotMatch(text, /enum/)
})
