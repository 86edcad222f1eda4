/** The shape of every kind of file, and what is published of it as JSON Schema (draft 2020-12). Pure. */
import { z } from 'zod'
import { type Known, organisationShape, partnerShape } from '../../community/index.ts'
import { articleShape } from '../articles/model.ts'
import { conveningShape } from '../convenings/model.ts'
import { eventShape } from '../events/model.ts'
import type { Kind } from '../import/model.ts'
import { opportunityShape } from '../opportunities/model.ts'
import { programmeShape } from '../programmes/model.ts'
import { fileMeanings, meaningOf } from './meanings/model.ts'

export const shapes: Record<Kind, (known: Known) => z.ZodType> = {
  opportunities: opportunityShape,
  events: eventShape,
  articles: articleShape,
  organisations: organisationShape,
  partners: partnerShape,
  convenings: conveningShape,
  programmes: programmeShape,
}

type Schema = z.core.JSONSchema.BaseSchema
type Inner = Schema | boolean

/**
 * What a file of a kind may hold. It says what stands where; that days, zones and terms exist, and that fields agree with
 * one another, only an import can tell.
 */
export function schemaOf(kind: Kind, known: Known): Schema {
  const { $schema: _, ...record } = z.toJSONSchema(shapes[kind](known), {
    io: 'input',
    unrepresentable: 'any',
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: kind,
    description: fileMeanings[kind],
    type: 'object',
    properties: { records: { type: 'array', items: described(record, kind, []) } },
    required: ['records'],
  }
}

/** A schema with the meaning of each field within it. */
function described(schema: Schema, kind: Kind, path: string[]): Schema {
  const { properties, items, anyOf, additionalProperties } = schema
  const inner = (part: Inner) => (typeof part === 'boolean' ? part : described(part, kind, path))
  return {
    ...schema,
    ...(properties && { properties: fieldsOf(properties, kind, path) }),
    ...(items !== undefined && { items: Array.isArray(items) ? items.map(inner) : inner(items) }),
    ...(anyOf && { anyOf: anyOf.map((part) => described(part, kind, path)) }),
    ...(additionalProperties !== undefined && { additionalProperties: inner(additionalProperties) }),
  }
}

function fieldsOf(properties: Record<string, Inner>, kind: Kind, path: string[]): Record<string, Inner> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, field]) => {
      if (typeof field === 'boolean') return [name, field]
      const meaning = meaningOf(kind, [...path, name])
      const { description, ...rest } = described(field, kind, [...path, name])
      const words = [meaning, description].filter((part) => part !== undefined).join('; ')
      return [name, words === '' ? rest : { description: words, ...rest }]
    }),
  )
}
