/** What is said of people, organisations, the journey and the activity, in terms and as yes or no. Pure. */
import { allOf, fail, pass, unknown, type Verdict } from '../answers/model.ts'
import type { ConditionOf, PlainFact, TermFact } from '../conditions/model.ts'
import type { Facts, Organisation, Person } from '../facts/model.ts'
import { membersOf, overMembers } from '../finding/model.ts'

type Judge = (terms: readonly string[], at: string) => Verdict
const listed = (term: string | undefined) => (term === undefined ? undefined : [term])

const ofPeople: Partial<Record<TermFact, [string, (person: Person) => readonly string[] | undefined]>> = {
  role: ['roles', ({ roles }) => roles],
  'career-stage': ['career_stage', ({ career_stage }) => listed(career_stage)],
  gender: ['gender', ({ gender }) => listed(gender)],
  discipline: ['disciplines', ({ disciplines }) => disciplines],
  language: ['languages', ({ languages }) => languages],
}
const ofOrganisations: Partial<
  Record<TermFact, [string, (organisation: Organisation) => readonly string[] | undefined]>
> = {
  'organisation-kind': ['kind', ({ kind }) => listed(kind)],
  'legal-form': ['legal_form', ({ legal_form }) => listed(legal_form)],
  'organisation-discipline': ['disciplines', ({ disciplines }) => disciplines],
}

/** Asks the terms that a fact names, of whom the condition says. */
export function termsOf(condition: ConditionOf<'term'>, facts: Facts, judge: Judge): Verdict {
  const { of, whose, as } = condition
  const person = ofPeople[of]
  if (person) {
    const [field, read] = person
    return overMembers(membersOf(facts, 'people', as), whose, (one, at) =>
      judged(read(one), `${at}/${field}`, judge),
    )
  }
  const organisation = ofOrganisations[of]
  if (organisation) {
    const [field, read] = organisation
    return overMembers(membersOf(facts, 'organisations', as), whose, (one, at) =>
      judged(read(one), `${at}/${field}`, judge),
    )
  }
  if (of === 'activity-kind') return judged(facts.activity?.kinds, '/activity/kinds', judge)
  if (of === 'document') return documentsOf(condition, facts)
  return modesOf(facts, judge)
}

const judged = (terms: readonly string[] | undefined, at: string, judge: Judge): Verdict =>
  terms ? judge(terms, at) : unknown([at])

/** Documents are asked the other way round: those that are named must be at hand, every one of them or any. */
function documentsOf({ in: wanted, which }: ConditionOf<'term'>, { documents }: Facts): Verdict {
  const at = '/documents'
  if (!documents) return unknown([at])
  const lacking = wanted.filter((one) => !documents.includes(one))
  const enough = which === 'every' ? lacking.length === 0 : lacking.length < wanted.length
  return enough
    ? pass([at], { kind: 'terms', terms: documents })
    : fail([at], { kind: 'terms', terms: lacking })
}

function modesOf({ legs }: Facts, judge: Judge): Verdict {
  if (!legs) return unknown(['/legs'])
  return allOf(
    legs.map(({ mode }, at) => (mode ? judge([mode], `/legs/${at}/mode`) : unknown([`/legs/${at}/mode`]))),
  )
}

/** Is it as the condition says? */
export function isSaid(
  { of, whose, as, is }: Pick<ConditionOf<'is'>, 'of' | 'whose' | 'as' | 'is'>,
  facts: Facts,
): Verdict {
  const judge = (value: boolean | undefined, at: string): Verdict =>
    value === undefined ? unknown([at]) : value === is ? pass([at]) : fail([at])
  if (of === 'non-profit' || of === 'legal-entity') {
    const field = of === 'non-profit' ? 'non_profit' : 'legal_entity'
    return overMembers(membersOf(facts, 'organisations', as), whose, (one, at) =>
      judge(one[field], `${at}/${field}`),
    )
  }
  return judge(...plainFact(of, facts))
}

function plainFact(
  of: Exclude<PlainFact, 'non-profit' | 'legal-entity'>,
  facts: Facts,
): [boolean | undefined, string] {
  const { activity, organisations, people } = facts
  const takesPart = (as: 'host' | 'partner') => organisations?.some((one) => one.as === as)
  switch (of) {
    case 'online':
      return [activity?.online, '/activity/online']
    case 'begun':
      return [activity?.begun, '/activity/begun']
    case 'has-host':
      return [takesPart('host'), '/organisations']
    case 'has-partner':
      return [takesPart('partner'), '/organisations']
    default:
      return people ? sameStay(people, activity) : [undefined, '/people']
  }
}

/** All of them at the same time; whoever says nothing else is there for the whole of it. */
function sameStay(people: readonly Person[], activity: Facts['activity']): [boolean | undefined, string] {
  const ends = (['starts', 'ends'] as const).map((end) => ({
    end,
    days: new Set(people.map(({ stay }) => stay?.[end] ?? activity?.[end])),
  }))
  if (ends.some(({ days }) => [...days].filter((day) => day !== undefined).length > 1))
    return [false, '/people']
  // Somebody says when, and when all the others are there is not yet known.
  const open = ends.find(({ days }) => days.size > 1)
  return open ? [undefined, `/activity/${open.end}`] : [true, '/people']
}
