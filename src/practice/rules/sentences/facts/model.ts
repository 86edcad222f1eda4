/** The facts that have a name and a question of their own, and which of them a JSON pointer means. Pure. */
import type { Facts, Organisation, Person } from '../../facts/model.ts'

type Of<T> = Extract<keyof NonNullable<T>, string>
type Leg = NonNullable<Facts['legs']>[number]

/** Every fact a rule can hang on; a new one without words does not compile. */
export type FactName =
  | 'people'
  | `people.${Exclude<Of<Person>, 'id' | 'as'>}`
  | 'organisations'
  | `organisations.${Exclude<Of<Organisation>, 'id' | 'as'>}`
  | 'legs'
  | `legs.${Exclude<Of<Leg>, 'back'>}`
  | 'activity'
  | `activity.${Of<Facts['activity']>}`
  | 'budget'
  | `budget.${Exclude<Of<Facts['budget']>, 'currency'>}`
  | 'history'
  | `history.${Of<Facts['history']>}`
  | `applicant.${Of<Facts['applicant']>}`
  | 'documents'
  | 'submitted_at'
  | 'since'
  | 'coordinates'

const names: Record<FactName, true> = {
  people: true,
  'people.citizenships': true,
  'people.residences': true,
  'people.base': true,
  'people.birth_date': true,
  'people.gender': true,
  'people.roles': true,
  'people.career_start': true,
  'people.career_stage': true,
  'people.disciplines': true,
  'people.stay': true,
  'people.languages': true,
  organisations: true,
  'organisations.kind': true,
  'organisations.seat': true,
  'organisations.legal_form': true,
  'organisations.legal_entity': true,
  'organisations.non_profit': true,
  'organisations.founded': true,
  'organisations.disciplines': true,
  legs: true,
  'legs.from': true,
  'legs.to': true,
  'legs.departs': true,
  'legs.arrives': true,
  'legs.mode': true,
  activity: true,
  'activity.kinds': true,
  'activity.starts': true,
  'activity.ends': true,
  'activity.periods': true,
  'activity.places': true,
  'activity.online': true,
  'activity.begun': true,
  'activity.days_at_host': true,
  budget: true,
  'budget.requested': true,
  'budget.lines': true,
  'budget.funding': true,
  history: true,
  'history.applications': true,
  'history.visits': true,
  'history.partners': true,
  'applicant.shape': true,
  'applicant.formed': true,
  documents: true,
  submitted_at: true,
  since: true,
  coordinates: true,
}

/** All names, in the order of the shape of the facts. */
export const factNames = Object.keys(names).filter(isFactName)

function isFactName(text: string): text is FactName {
  return Object.hasOwn(names, text)
}

/** Which member of a list a pointer leads through; null where it names the list or no list at all. */
export type PointedAt =
  | { kind: 'fact'; name: FactName; of: 'people' | 'organisations' | 'legs' | null; member: number }
  | { kind: 'answer'; question: string }
  | { kind: 'unnamed'; words: string }

/** What a JSON pointer into the facts means: `/people/1/birth_date` is the birth date of the second person. */
export function pointedAt(pointer: string): PointedAt {
  const segments = pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
  const [root, second] = segments
  if (root === 'answers' && second !== undefined) return { kind: 'answer', question: second }
  const path = segments.filter((segment) => !/^\d+$/.test(segment))
  const name = nameOf(path)
  const list = (['people', 'organisations', 'legs'] as const).find((known) => known === root)
  const isOfMember = list !== undefined && second !== undefined && /^\d+$/.test(second)
  if (!name) return { kind: 'unnamed', words: path.join(' ').replaceAll(/[_-]/g, ' ') }
  return { kind: 'fact', name, of: isOfMember ? list : null, member: isOfMember ? Number(second) : 0 }
}

function nameOf(path: readonly string[]): FactName | undefined {
  const last = path.at(-1)
  if (last === 'latitude' || last === 'longitude') return 'coordinates'
  if (path[1] === 'residences' && last === 'since') return 'since'
  for (let length = path.length; length > 0; length--) {
    const name = path.slice(0, length).join('.')
    if (isFactName(name)) return name
  }
  return undefined
}
