/** The description of the API for programs (OpenAPI 3.1), made of the shapes it answers with and what its lists understand. Pure. */
import { z } from 'zod'
import { meShape } from '../../../community/index.ts'
import type { Locale } from '../../../design/index.ts'
import type { ListDefinition } from '../../lists/model.ts'
import { mostItems, type ResourceName } from '../model.ts'
import { roundShape, textShape } from '../shapes/model.ts'

/** A kind of record as the document describes it. */
export type Described = { name: ResourceName; definition: ListDefinition; item: z.ZodType; detail: z.ZodType }

/** A part of a JSON Schema (2020-12). */
export type Schema = z.core.JSONSchema.BaseSchema

export type Parameter = {
  name: string
  in: 'query' | 'path'
  required?: boolean
  description: string
  schema: Schema
  explode?: boolean
}

export type Operation = { summary: string; parameters?: Parameter[]; [other: string]: unknown }

/** What can be done at an address. */
export type PathItem = { get?: Operation; post?: Operation }

/** What another room answers under `/api/v1`: its addresses, and the shapes they speak of by name. */
export type ApiPart = {
  title(locale: Locale): string
  paths: Readonly<Record<string, PathItem>>
  schemas: Readonly<Record<string, Schema>>
}

export type ApiDocument = {
  openapi: string
  paths: Record<string, PathItem>
  components: { schemas: Record<string, Schema>; [other: string]: unknown }
  [other: string]: unknown
}

/** What each parameter of a list means; the values of a facet are answered with `counts=true`. */
export const meanings: Record<string, string> = {
  q: 'Words that title or summary say, in any language; all of them.',
  type: 'The kind, a term of its vocabulary.',
  discipline: 'A term of `discipline`.',
  theme: 'A term of `theme`.',
  pillar: 'A term of `pillar`.',
  country: 'Where it takes place, or what it is about (ISO 3166-1); `online` for calls and events.',
  citizenship: 'A passport of whoever would apply (ISO 3166-1).',
  residence: 'Where whoever would apply lives (ISO 3166-1).',
  standing: 'How a call stands to what was told: `yes`, `depends`, `not-stated`.',
  covers: 'What is paid, a term of `covers`, or `not-stated`.',
  fee: '`none`, `paid` or `not-stated`.',
  stage: 'A term of `career-stage`, or `not-stated`.',
  language: 'In which one may apply (BCP 47), or `not-stated`.',
  deadline: '`week`, `month`, `later`, `no-date` or `closed`; without it, whatever is open.',
  when: '`on-now`, `coming`, `past` or `undated`; without it and days, what is on or to come.',
  lang: 'A language there is a text in (BCP 47).',
  from: 'Nothing before this day (YYYY-MM-DD).',
  to: 'Nothing after this day (YYYY-MM-DD).',
  sort: 'The order; without it, the one of the page.',
  limit: `How many items, at most ${mostItems}.`,
  cursor: 'The `next` of the answer before; good for the same list with the same choices only.',
  counts: 'Whether to answer `total` and how many records each value of each facet would give.',
}

const problemShape = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional().meta({ description: 'What is wrong, in the language asked for.' }),
    reference: z
      .string()
      .optional()
      .meta({ description: 'Where the fault was ours: what to name when telling us.' }),
  })
  .meta({ description: 'What went wrong (RFC 9457).' })

const nameOf = (name: ResourceName) => name.charAt(0).toUpperCase() + name.slice(1)

/** The whole document. */
export function documentOf(
  described: readonly Described[],
  {
    origin,
    house,
    offered,
    parts = [],
  }: { origin: string; house: string; offered: readonly Locale[]; parts?: readonly ApiPart[] },
): ApiDocument {
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: house,
      version: '1',
      description,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: offered.map((locale) => ({
      url: locale === 'en' ? origin : `${origin}/${locale}`,
      description: locale,
    })),
    // Everything but whom one is may be read without a token; with one, drafts its owner may see are among the rest.
    security: [{}, { token: [] }],
    paths: {
      ...Object.assign({}, ...described.map(pathsOf)),
      '/api/v1/me': { get: me },
      ...Object.assign({}, ...parts.map(({ paths }) => paths)),
    },
    components: {
      schemas: { ...schemasOf(described), ...Object.assign({}, ...parts.map(({ schemas }) => schemas)) },
      headers: {
        etag: { description: 'Names the content; send it as `If-None-Match`.', schema: { type: 'string' } },
      },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token from /account/tokens.' },
      },
    },
  }
}

const description =
  'Calls, events, articles, organisations, programmes and partners, as the pages show them. The address alone decides the ' +
  'language: `/fr/api/v1/events`. Fields may be added; programs ignore those they do not know.'

const refTo = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

function schemasOf(described: readonly Described[]): Record<string, Schema> {
  const named = z.registry<{ id: string }>()
  for (const { name, item, detail } of described) {
    named.add(item, { id: `${nameOf(name)}Item` })
    named.add(detail, { id: `${nameOf(name)}Record` })
  }
  const others = { Round: roundShape, Text: textShape, Problem: problemShape, Me: meShape }
  for (const [id, shape] of Object.entries(others)) named.add(shape, { id })
  const made = z.toJSONSchema(named, { io: 'input', uri: (id) => `#/components/schemas/${id}` })
  const lists = described.map(({ name }): [string, Schema] => [`${nameOf(name)}List`, listSchema(name)])
  const plain = Object.entries(made.schemas).map(([id, schema]): [string, Schema] => {
    const { $schema: _, $id: __, ...rest } = schema
    return [id, rest]
  })
  return Object.fromEntries([...plain, ...lists])
}

function listSchema(name: ResourceName): Schema {
  const numbers: Schema = { type: 'object', additionalProperties: { type: 'integer' } }
  return {
    type: 'object',
    required: ['items', 'next'],
    properties: {
      items: { type: 'array', items: refTo(`${nameOf(name)}Item`) },
      next: {
        type: ['string', 'null'],
        description: 'The cursor of the items after these; null when there are none.',
      },
      total: { type: 'integer', description: 'With `counts=true`.' },
      counts: {
        type: 'object',
        additionalProperties: numbers,
        description: 'By facet and value, with `counts=true`.',
      },
    },
  }
}

function pathsOf({ name, definition }: Described): ApiDocument['paths'] {
  const parts = [
    ...parametersOf(definition),
    parameter('limit', { type: 'integer', minimum: 1, maximum: mostItems, default: 20 }),
    parameter('cursor', { type: 'string' }),
    parameter('counts', { type: 'boolean', default: false }),
  ]
  const key: Parameter = {
    name: 'key',
    in: 'path',
    required: true,
    description: 'The slug of a record, or its id.',
    schema: { type: 'string' },
  }
  return {
    [`/api/v1/${name}`]: {
      get: {
        operationId: `list${nameOf(name)}`,
        summary: `A list of ${name}, filtered as its page is.`,
        tags: [name],
        parameters: parts,
        responses: answers(`${nameOf(name)}List`, [400, 401, 429, 503]),
      },
    },
    [`/api/v1/${name}/{key}`]: {
      get: {
        operationId: `find${nameOf(name)}`,
        summary: `One of the ${name}, with all its texts.`,
        tags: [name],
        parameters: [key],
        responses: answers(`${nameOf(name)}Record`, [401, 404, 429, 503]),
      },
    },
  }
}

function parametersOf({ facets, days, sorts, words }: ListDefinition): Parameter[] {
  const several = Object.keys(facets).map((name) => ({
    ...parameter(name, { type: 'array', items: { type: 'string' } }),
    explode: true,
  }))
  return [
    ...(words === false ? [] : [parameter('q', { type: 'string', maxLength: 200 })]),
    ...several,
    ...days.map((day) => parameter(day, { type: 'string', format: 'date' })),
    ...(sorts.length > 0 ? [parameter('sort', { type: 'string', enum: [...sorts] })] : []),
  ]
}

const parameter = (name: string, schema: Schema): Parameter => ({
  name,
  in: 'query',
  description: meanings[name] ?? '',
  schema,
})

const refusals: Record<number, string> = {
  400: 'Something of the address is not understood; `detail` says what.',
  401: 'The token is not good (any more).',
  404: 'There is none, or it is not to be seen.',
  429: 'Too many at once; `Retry-After` says after how many seconds to ask again.',
  503: 'Not able to answer just now; `Retry-After` says when.',
}

/** The answers of an operation: the shape of this name, and a problem for each of these refusals. */
export function answers(name: string, refused: readonly number[]) {
  const problem = { 'application/problem+json': { schema: refTo('Problem') } }
  return {
    200: {
      description: 'As asked.',
      headers: { ETag: { $ref: '#/components/headers/etag' } },
      content: { 'application/json': { schema: refTo(name) } },
    },
    304: { description: 'Nothing has changed since the answer with that `ETag`.' },
    ...Object.fromEntries(
      refused.map((status) => [status, { description: refusals[status], content: problem }]),
    ),
  }
}

const me: Operation = {
  operationId: 'me',
  summary: 'Whom a request speaks for.',
  tags: ['me'],
  security: [{ token: [] }],
  responses: answers('Me', [401, 429, 503]),
}

/** A field of an answer as a page tells it: `deadline.rounds[].closesAt`. */
export type Field = { name: string; kind: string; description: string }

/** The fields of a schema of the document, those of its parts behind it. */
export function fieldsOf(document: ApiDocument, name: string): Field[] {
  const resolve = (schema: Schema): Schema => {
    const known = document.components.schemas[schema.$ref?.split('/').at(-1) ?? '']
    return known ? { ...known, ...(schema.description ? { description: schema.description } : {}) } : schema
  }
  const within = (schema: Schema, before: string): Field[] => {
    const { properties = {} } = resolve(schema)
    return Object.entries(properties).flatMap(([key, any]) => {
      const given = plain(any)
      const { inner, isNullable } = withoutNull(resolve(given))
      const part = resolve(inner)
      const items = part.items && resolve(plain(part.items))
      const path = before + key
      const kind = items ? `${kindOf(items)}[]` : kindOf(part)
      const told =
        resolve(given).description ?? part.description ?? (items ? items.description : undefined) ?? ''
      return [
        { name: path, kind: isNullable ? `${kind} | null` : kind, description: told },
        ...within(part, `${path}.`),
        ...(items ? within(items, `${path}[].`) : []),
      ]
    })
  }
  return within(refTo(name), '')
}

// A schema that is true or false says nothing of what is in it; a list of them is not made here.
const plain = (schema: boolean | Schema | (boolean | Schema)[]): Schema =>
  typeof schema === 'boolean' || Array.isArray(schema) ? {} : schema

function withoutNull(schema: Schema): { inner: Schema; isNullable: boolean } {
  const others = schema.anyOf?.map(plain).filter(({ type }) => type !== 'null')
  const [inner] = others ?? []
  return inner
    ? { inner, isNullable: others?.length !== schema.anyOf?.length }
    : { inner: schema, isNullable: false }
}

/** What a value is, in a word or by all it can be. */
export function kindOf({ type, format, enum: values, items }: Schema): string {
  if (type === 'array' && items) return `${kindOf(plain(items))}[]`
  if (values) return values.map(String).join(' | ')
  return format ?? [type ?? 'any'].flat().join(' | ')
}
