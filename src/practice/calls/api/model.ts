/** What the API answers of calls, and the schemas of their files. Pure. */
import { z } from 'zod'
import type { Known } from '../../../community/index.ts'
import { apiAnswers, type ApiPart, type Schema } from '../../../information/index.ts'
import { speak } from '../../messages/index.ts'
import { factsShape } from '../../rules/facts/model.ts'
import { eligibilityApi } from '../check/api/model.ts'
import { callShape } from '../model.ts'

export const mostItems = 100
export const usualItems = 20

/** How many calls an address asks for; undefined for what is no number of them. */
export function limitAsked(given: string | undefined): number | undefined {
  if (given === undefined) return usualItems
  const limit = /^[1-9]\d{0,2}$/.test(given) ? Number(given) : mostItems + 1
  return limit <= mostItems ? limit : undefined
}

const phases = ['open', 'closed', 'full', 'cancelled', 'not-yet-open'] as const
export type ShownPhase = (typeof phases)[number]

const itemFields = {
  id: z.string(),
  slug: z.string(),
  address: z.string().meta({ description: 'Its page.', format: 'uri' }),
  opportunity: z.string().meta({ description: 'The id of its opportunity, which is its own.' }),
  title: z.string(),
  summary: z.string().nullable(),
  lang: z.string().meta({ description: 'The language of title and summary (BCP 47).' }),
  scheme: z
    .string()
    .meta({ description: 'The scheme it is a call of, which stays the same over its editions.' }),
  edition: z.string().nullable(),
  programme: z.string().nullable().meta({ description: 'The id of its programme.' }),
  version: z.int().meta({ description: 'Of its rules; a version that was used never changes.' }),
  phase: z.enum(phases).meta({ description: 'How it stands now.' }),
  opensAt: z.iso.datetime().meta({ description: 'When it opens.' }),
  closesAt: z.iso
    .datetime()
    .nullable()
    .meta({ description: 'The first moment at which it is closed: of the next closing, or the last.' }),
  realDates: z
    .object({ dates: z.record(z.string(), z.string()), notice: z.string().nullable() })
    .nullable()
    .meta({
      description:
        'In a demonstration, whose dates are moved: what they really were, and a sentence that says so.',
    }),
}

const text = z.object({
  lang: z.string(),
  state: z.string(),
  title: z.string(),
  summary: z.string().nullable(),
  body: z.string().nullable(),
})

export const callItemShape = z.object(itemFields).meta({ description: 'A call as lists show it.' })
export const callDetailShape = z
  .object({
    ...itemFields,
    originalLang: z.string(),
    texts: z.array(text),
    rules: z.record(z.string(), z.unknown()).meta({
      description:
        'Currency, dates, sets, routes, conditions, rules, amount, terms and questions, as `/api/v1/schemas/call.json` describes them.',
    }),
  })
  .meta({ description: 'A call with all its texts and rules.' })

const schemaOfShape = (shape: z.ZodType): Schema => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'input' })
  return schema
}

const parameter = (name: string, schema: Schema, description: string) => ({
  name,
  in: 'query' as const,
  description,
  schema,
})

const eligibility = eligibilityApi(schemaOfShape(factsShape))

/** What the API answers of calls, for its description. */
export const callsApi: ApiPart = {
  title: (locale) => speak(locale)('calls.title'),
  schemas: {
    CallItem: schemaOfShape(callItemShape),
    CallRecord: schemaOfShape(callDetailShape),
    CallList: {
      type: 'object',
      required: ['items', 'next'],
      properties: {
        items: { type: 'array', items: { $ref: '#/components/schemas/CallItem' } },
        next: { type: ['string', 'null'], description: 'The cursor of the items after these.' },
      },
    },
    ...eligibility.schemas,
    JsonSchema: { type: 'object', description: 'A JSON Schema (draft 2020-12).' },
  },
  paths: {
    '/api/v1/calls': {
      get: {
        operationId: 'listCalls',
        summary: 'The calls of the foundation itself: those that are open first.',
        tags: ['calls'],
        parameters: [
          parameter(
            'limit',
            { type: 'integer', minimum: 1, maximum: mostItems, default: usualItems },
            `How many items, at most ${mostItems}.`,
          ),
          parameter('cursor', { type: 'string' }, 'The `next` of the answer before.'),
        ],
        responses: apiAnswers('CallList', [400, 401, 429, 503]),
      },
    },
    '/api/v1/calls/{slug}': {
      get: {
        operationId: 'findCall',
        summary: 'One call, with its texts and its rules.',
        tags: ['calls'],
        parameters: [
          {
            name: 'slug',
            in: 'path',
            required: true,
            description: 'The slug of a call, or its id.',
            schema: { type: 'string' },
          },
        ],
        responses: apiAnswers('CallRecord', [401, 404, 429, 503]),
      },
    },
    ...eligibility.paths,
    '/api/v1/schemas/call.json': {
      get: {
        operationId: 'callSchema',
        summary: 'What a file of calls may hold.',
        tags: ['calls'],
        responses: apiAnswers('JsonSchema', [429, 503]),
      },
    },
    '/api/v1/schemas/facts.json': {
      get: {
        operationId: 'factsSchema',
        summary: 'What may be said of an application, whole or in part, to ask whether it may be made.',
        tags: ['calls'],
        responses: apiAnswers('JsonSchema', [429, 503]),
      },
    },
  },
}

const draft = 'https://json-schema.org/draft/2020-12/schema'

/**
 * What a file of calls may hold. It says what stands where; that rules agree with one another and that examples come out as
 * they say, only an import can tell.
 */
export function callSchema(known: Known): Schema {
  const { $schema: _, ...record } = z.toJSONSchema(callShape(known), { io: 'input', unrepresentable: 'any' })
  // What conditions are made of is named in the record's own schema, and is found from the top of the file's.
  const { $defs, ...call } = record
  return {
    $schema: draft,
    title: 'calls',
    description:
      'Calls of the foundation: texts, dates, rules and amounts, with examples that an import tries.',
    type: 'object',
    properties: { records: { type: 'array', items: call } },
    required: ['records'],
    ...($defs ? { $defs } : {}),
  }
}

/** What may be said of an application. */
export function factsSchema(): Schema {
  const { $schema: _, ...facts } = z.toJSONSchema(factsShape, { io: 'input', unrepresentable: 'any' })
  return {
    $schema: draft,
    title: 'facts',
    description: 'The facts of one application; whatever is left out is not yet known.',
    ...facts,
  }
}
