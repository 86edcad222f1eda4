/** What programs are told of a check, for the description of the API (OpenAPI 3.1). Pure. */
import { z } from 'zod'
import { apiAnswers, type ApiPart, type Schema } from '../../../../information/index.ts'
import { phasesShown } from '../answering/model.ts'

const answer = z.enum(['pass', 'fail', 'unknown'])
const missing = z
  .array(z.object({ fact: z.string(), says: z.string() }))
  .meta({ description: 'Facts that would settle it, by where they would stand (RFC 6901), and in words.' })
const said = {
  rule: z.string(),
  answer,
  says: z.string().meta({ description: 'The rule as a sentence.' }),
  reason: z.string().nullable().meta({ description: 'Why it is not met.' }),
  missing,
}
const amount = z
  .string()
  .nullable()
  .meta({ description: 'Exact decimal text; null where it is not yet known.' })

/** The whole answer, as `answerCheck` makes it. */
export const answerShape = z
  .object({
    call: z.object({ id: z.string(), slug: z.string(), version: z.int() }),
    at: z.string().meta({ description: 'The moment of application the rules were asked for.' }),
    answer: answer.meta({ description: 'By the rules alone; `timing` says whether one can apply just now.' }),
    says: z.string(),
    timing: z.object({
      phase: z.enum(phasesShown),
      round: z.string().nullable(),
      step: z.int(),
      closes: z.string().nullable(),
      changes: z.string().nullable(),
      says: z.string(),
      realDate: z
        .string()
        .nullable()
        .meta({ description: 'Of a demonstration whose dates were moved: what they really were.' }),
    }),
    rules: z.array(z.object(said)),
    priorities: z.array(z.object({ ...said, counts: z.enum(['higher', 'lower']), weight: z.number() })),
    quotas: z.array(
      z.object({
        rule: z.string(),
        says: z.string(),
        groups: z.array(z.object({ group: z.string(), answer, says: z.string() })),
      }),
    ),
    missing,
    amount: z
      .object({
        currency: z.string(),
        from: amount,
        to: amount,
        says: z.string(),
        lines: z
          .array(z.object({ id: z.string(), kind: z.string(), from: amount, to: amount, says: z.string() }))
          .meta({ description: 'They sum to the whole.' }),
        missing,
      })
      .nullable()
      .meta({ description: 'Null where the call states none, and where one may not apply.' }),
  })
  .meta({ description: 'Whether one may apply, why, and how much is likely; in the language asked for.' })

const schemaOf = (shape: z.ZodType): Schema => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'output' })
  return schema
}

/** The address at which programs ask, with the shapes it speaks of. `facts` is the schema of what they send. */
export const eligibilityApi = (facts: Schema): Omit<ApiPart, 'title'> => ({
  schemas: { Facts: facts, Eligibility: schemaOf(answerShape) },
  paths: {
    '/api/v1/calls/{slug}/eligibility': {
      post: {
        operationId: 'checkEligibility',
        summary: 'Whether one may apply, why, and how much is likely; nothing of what is sent is kept.',
        tags: ['calls'],
        parameters: [
          {
            name: 'slug',
            in: 'path',
            required: true,
            description: 'The slug of a call.',
            schema: { type: 'string' },
          },
        ],
        requestBody: {
          required: true,
          description: 'What is known; an empty object is answered too.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Facts' } } },
        },
        responses: apiAnswers('Eligibility', [400, 404, 413, 422, 429, 503]),
      },
    },
  },
})
