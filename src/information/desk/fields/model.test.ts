import assert from 'node:assert/strict'
import test from 'node:test'
import { z } from 'zod'
import { readKnown } from '../../../community/index.ts'
import { testDatabase } from '../../../platform/database/testing.ts'
import { shapes } from '../../shapes/model.ts'
import { deskKinds, type DeskKind, type Field, fieldAt, fieldsOf } from './model.ts'

const database = await testDatabase()
const known = await readKnown(database.db, '2027-01-15')
await database.close()

type Schema = z.core.JSONSchema.BaseSchema

const schemaOf = (kind: DeskKind): Schema =>
  z.toJSONSchema(shapes[kind](known), { io: 'input', unrepresentable: 'any' })

/** The schema of a field, where it can be null the other one. */
function inside(schema: Schema | boolean | undefined): Schema {
  if (typeof schema !== 'object') return {}
  return schema.anyOf?.find((part) => typeof part === 'object' && part.type !== 'null') ?? schema
}

function faultsOf(schema: Schema, fields: readonly Field[], path: string): string[] {
  const properties = schema.properties ?? {}
  const names = new Set<string>(fields.map(({ name }) => name))
  const within = fields.flatMap(({ name, input }) => {
    if (input.is !== 'rows') return []
    const { items } = inside(properties[name])
    const row = Array.isArray(items) ? {} : inside(items)
    // Whatever else an edition says has no names known here.
    const free = row.additionalProperties === false ? {} : { facts: {} }
    return faultsOf({ ...row, properties: { ...row.properties, ...free } }, input.columns, `${path}.${name}`)
  })
  return [
    ...Object.keys(properties).flatMap((name) =>
      names.has(name) ? [] : [`${path}.${name} is not described`],
    ),
    ...[...names].flatMap((name) => (name in properties ? [] : [`${path}.${name} is in no shape`])),
    ...within,
  ]
}

for (const kind of deskKinds) {
  test(`every field of the shape is described, once, and no other: ${kind}`, () => {
    assert.deepEqual(faultsOf(schemaOf(kind), fieldsOf[kind], kind), [])
    const names = fieldsOf[kind].map(({ name }) => name)
    assert.equal(new Set(names).size, names.length)
  })

  test(`what is said in each language is what a translation can hold: ${kind}`, () => {
    const { additionalProperties: text } = inside(schemaOf(kind).properties?.['translations'])
    const pieces = Object.keys(inside(text).properties ?? {})
    const own = fieldsOf[kind].filter(({ inEachLanguage }) => inEachLanguage).map(({ name }) => name)
    const others = ['title', 'name', 'state', 'demonstration']
    assert.deepEqual(
      own.filter((name) => name !== 'title' && name !== 'name').toSorted(),
      pieces.filter((name) => !others.includes(name)).toSorted(),
    )
    assert.ok(own.some((name) => pieces.includes(name)))
  })
}

test('a field that a shape gains without a description is noticed', () => {
  const schema = schemaOf('articles')
  const grown = { ...schema, properties: { ...schema.properties, mood: {} } }
  assert.deepEqual(faultsOf(grown, fieldsOf.articles, 'articles'), ['articles.mood is not described'])
  const short = fieldsOf.articles.filter(({ name }) => name !== 'author')
  assert.deepEqual(faultsOf(schema, short, 'articles'), ['articles.author is not described'])
})

test('choices are those of the shape, and terms those of a vocabulary the house has', () => {
  for (const kind of deskKinds) {
    for (const { name, input } of fieldsOf[kind]) {
      const schema = inside(schemaOf(kind).properties?.[name])
      if (input.is === 'choice')
        assert.deepEqual(input.options.toSorted(), schema.enum?.map(String).toSorted(), `${kind}.${name}`)
      if (input.is === 'term' || input.is === 'terms')
        assert.ok(known.vocabularies[input.vocabulary], input.vocabulary)
    }
  }
})

test('a field is found by its name, and by the path of a piece of a translation', () => {
  assert.equal(fieldAt('programmes', 'translations.km.title')?.name, 'name')
  assert.equal(fieldAt('opportunities', 'translations.km.fee_reason')?.name, 'fee_reason')
  assert.equal(fieldAt('opportunities', 'deadline')?.group, 'closing')
  assert.equal(fieldAt('articles', 'deadline'), undefined)
})
