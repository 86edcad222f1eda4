/** Who applies: a person, a pair, a team, an organisation, a consortium. Pure. */
import { allOf, fail, pass, unknown, type Verdict } from '../answers/model.ts'
import { within } from '../comparing/model.ts'
import type { ConditionOf } from '../conditions/model.ts'
import type { Facts } from '../facts/model.ts'
import { membersOf } from '../finding/model.ts'

type Allowed = ConditionOf<'shape'>['among'][number]

/** Is the application of this shape, and of its size? A person is one, a pair two. */
export function shapeOf(allowed: Allowed, facts: Facts): Verdict {
  const { shape, formed } = facts.applicant ?? {}
  const at = '/applicant/shape'
  if (shape === undefined) return unknown([at])
  if (shape !== allowed.shape) return fail([at], { kind: 'terms', terms: [shape] })
  const sizes = [
    ...sizeOf('people', allowed.people ?? usualPeople[shape], facts),
    ...sizeOf('organisations', allowed.organisations ?? usualOrganisations[shape], facts),
  ]
  const way =
    allowed.formed === undefined
      ? []
      : formed === undefined
        ? [unknown(['/applicant/formed'])]
        : [formed === allowed.formed ? pass(['/applicant/formed']) : fail(['/applicant/formed'])]
  return allOf([pass([at], { kind: 'terms', terms: [shape] }), ...sizes, ...way])
}

type Size = { from?: number | undefined; to?: number | undefined }
type Sizes = Partial<Record<Allowed['shape'], Size>>

const usualPeople: Sizes = { individual: { from: 1, to: 1 }, pair: { from: 2, to: 2 } }
const usualOrganisations: Sizes = {}

function sizeOf(list: 'people' | 'organisations', size: Size | undefined, facts: Facts): Verdict[] {
  if (size === undefined) return []
  const members =
    list === 'people' ? membersOf(facts, 'people') : membersOf(facts, 'organisations', ['lead', 'partner'])
  if ('missing' in members) return [unknown([members.missing])]
  const count = members.value.length
  return [within({ low: count, high: count, at: [members.at] }, size)]
}
