/** For tests and tools only: a call with nothing but what a test says about it, and what is published of call files. */
import type { Known } from '../../community/index.ts'
import { callSchema, factsSchema } from './api/model.ts'

/** The schemas that are published in `docs/records`, by name. */
export const publishedCallSchemas = (known: Known) => ({ call: callSchema(known), facts: factsSchema() })

/** A call for nationals of Indonesia and Viet Nam, open in January 2027 unless said otherwise. */
export function aCall(given: Record<string, unknown>): Record<string, unknown> {
  return {
    id: 'a-call',
    format: 1,
    version: 1,
    title: 'A call',
    scheme: 'test-scheme',
    opportunity: { type: 'mobility-grant', online: false },
    currency: 'EUR',
    dates: { zone: 'UTC', opens: { day: '2027-01-01' }, closes: { day: '2027-02-01' } },
    rules: [
      {
        id: 'nationals',
        kind: 'gate',
        must: { test: 'place', of: 'citizenship', which: 'any', in: ['ID', 'VN'] },
      },
    ],
    examples: [
      { id: 'a-national', facts: { people: [{ citizenships: ['VN'] }] }, expect: { answer: 'pass' } },
    ],
    ...given,
  }
}
