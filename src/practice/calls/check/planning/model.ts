/** Which question comes next: what the gates still need, put together into pages, the most decisive first. Pure. */
import type { TermFact } from '../../../rules/conditions/model.ts'
import type { Facts } from '../../../rules/facts/model.ts'

/** How a fact is asked for and answered. */
export type FieldKind =
  | 'shape'
  | 'formed'
  | 'people'
  | 'organisations'
  | 'countries'
  | 'residence'
  | 'place'
  | 'day'
  | 'period'
  | 'month'
  | 'number'
  | 'money'
  | 'yes-no'
  | 'term'
  | 'terms'
  | 'journey'
  | 'mode'
  | 'travel'
  | 'text'
  | 'coordinates'
  | 'places'
  | 'history'
  | 'visits'
  | 'known-partners'
  | 'costs'
  | 'funding'
  | 'question'

type PageRow = {
  page: string
  /** The facts it asks for, as JSON pointers; digits are any member of a list. */
  at: RegExp
  kind: FieldKind
  term?: TermFact
  /** The pointer that the answer fills, where a page fills more or less than the fact that is missing. */
  fills?: (pointer: string) => string
}

const whole = (length: number) => (pointer: string) => pointer.split('/').slice(0, length).join('/')
const fixed = (pointer: string) => () => pointer

/**
 * Every page there is. The order breaks ties: who, where and whence turn most people away, are known by heart and lead on
 * to the rest; budgets and documents come last.
 */
const rows = [
  { page: 'who', at: /^\/applicant(\/shape)?$/, kind: 'shape', fills: fixed('/applicant/shape') },
  { page: 'people', at: /^\/people$/, kind: 'people' },
  { page: 'citizenship', at: /^\/people\/\d+\/citizenships/, kind: 'countries', fills: whole(4) },
  { page: 'residence', at: /^\/people\/\d+\/residences/, kind: 'residence', fills: whole(4) },
  { page: 'base', at: /^\/people\/\d+\/base/, kind: 'place', fills: whole(4) },
  { page: 'organisations', at: /^\/organisations$/, kind: 'organisations' },
  { page: 'seat', at: /^\/organisations\/\d+\/seat/, kind: 'place', fills: whole(4) },
  {
    page: 'journey',
    at: /^\/legs(\/\d+(\/(from|to)(\/country|\/part)?)?)?$/,
    kind: 'journey',
    fills: fixed('/legs'),
  },
  { page: 'role', at: /^\/people\/\d+\/roles$/, kind: 'terms', term: 'role' },
  { page: 'birth', at: /^\/people\/\d+\/birth_date$/, kind: 'day' },
  { page: 'activity-kind', at: /^\/activity\/kinds$/, kind: 'terms', term: 'activity-kind' },
  { page: 'activity-place', at: /^\/activity\/places/, kind: 'places', fills: whole(3) },
  {
    page: 'activity-dates',
    at: /^\/activity(\/(starts|ends|periods.*))?$/,
    kind: 'period',
    fills: fixed('/activity'),
  },
  {
    page: 'travel-dates',
    at: /^\/legs\/\d+\/(departs|arrives)$/,
    kind: 'travel',
    fills: fixed('/legs/0/departs'),
  },
  { page: 'stay', at: /^\/people\/\d+\/stay/, kind: 'period', fills: whole(4) },
  { page: 'formed', at: /^\/applicant\/formed$/, kind: 'formed' },
  { page: 'organisation-kind', at: /^\/organisations\/\d+\/kind$/, kind: 'term', term: 'organisation-kind' },
  { page: 'legal-entity', at: /^\/organisations\/\d+\/legal_entity$/, kind: 'yes-no' },
  { page: 'legal-form', at: /^\/organisations\/\d+\/legal_form$/, kind: 'term', term: 'legal-form' },
  { page: 'non-profit', at: /^\/organisations\/\d+\/non_profit$/, kind: 'yes-no' },
  { page: 'founded', at: /^\/organisations\/\d+\/founded$/, kind: 'month' },
  {
    page: 'organisation-discipline',
    at: /^\/organisations\/\d+\/disciplines$/,
    kind: 'terms',
    term: 'organisation-discipline',
  },
  {
    page: 'history',
    at: /^\/history(\/applications(\/\d+(\/(scheme|edition|result))?)?)?$/,
    kind: 'history',
    fills: fixed('/history/applications'),
  },
  { page: 'history-when', at: /^\/history\/applications\/\d+\/on$/, kind: 'month' },
  { page: 'visits', at: /^\/history\/visits/, kind: 'visits', fills: whole(3) },
  { page: 'known-partners', at: /^\/history\/partners/, kind: 'known-partners', fills: whole(3) },
  { page: 'discipline', at: /^\/people\/\d+\/disciplines$/, kind: 'terms', term: 'discipline' },
  { page: 'career-stage', at: /^\/people\/\d+\/career_stage$/, kind: 'term', term: 'career-stage' },
  { page: 'career-start', at: /^\/people\/\d+\/career_start$/, kind: 'month' },
  { page: 'languages', at: /^\/people\/\d+\/languages$/, kind: 'terms', term: 'language' },
  { page: 'gender', at: /^\/people\/\d+\/gender$/, kind: 'term', term: 'gender' },
  { page: 'online', at: /^\/activity\/online$/, kind: 'yes-no' },
  { page: 'begun', at: /^\/activity\/begun$/, kind: 'yes-no' },
  { page: 'days-at-host', at: /^\/activity\/days_at_host$/, kind: 'number' },
  { page: 'mode', at: /^\/legs\/\d+\/mode$/, kind: 'mode', fills: fixed('/legs/0/mode') },
  { page: 'cities', at: /^\/legs\/\d+\/to\/city$/, kind: 'text' },
  {
    page: 'coordinates',
    at: /^\/legs\/\d+\/(from|to)\/(latitude|longitude)$/,
    kind: 'coordinates',
    fills: whole(4),
  },
  { page: 'question', at: /^\/answers(\/[a-z0-9-]+)?$/, kind: 'question' },
  { page: 'requested', at: /^\/budget(\/requested)?$/, kind: 'money', fills: fixed('/budget/requested') },
  { page: 'costs', at: /^\/budget\/lines/, kind: 'costs', fills: fixed('/budget/lines') },
  { page: 'funding', at: /^\/budget\/funding/, kind: 'funding', fills: fixed('/budget/funding') },
  { page: 'documents', at: /^\/documents$/, kind: 'terms', term: 'document' },
] as const satisfies readonly PageRow[]

/** The pages by name; each question of the call's own has one under `question`. */
export type PageName = (typeof rows)[number]['page']

/** One thing asked on a page: the fact that its answer fills. */
export type Asked = {
  page: PageName
  at: string
  kind: FieldKind
  term: TermFact | null
  /** Whose it is, where several people or organisations are asked of. */
  of: { list: 'people' | 'organisations' | 'legs'; index: number } | null
}

/** A page of the check; `id` is its name, with the question's id behind it where it is the call's own. */
export type Page = { id: string; name: PageName; asked: Asked[] }

/** The missing facts that a page asks for, as they are remembered once it was answered or passed over. */
export const pointersOn = (page: Page, open: readonly Open[], facts: Facts): string[] => [
  ...new Set(
    open.flatMap(({ hangs }) => asFirstAsked(hangs, facts)).filter((pointer) => isOn(page, pointer)),
  ),
]

/** Whether a missing fact is asked for on the page of that id. */
export const isAskedOn = (id: string, pointer: string): boolean => {
  const asked = askedFor(pointer)
  return asked !== undefined && idOf(asked) === id
}

/** What is asked for a missing fact; undefined for a fact that no question asks for. */
export function askedFor(pointer: string): Asked | undefined {
  const row: PageRow | undefined = rows.find(({ at }) => at.test(pointer))
  const name = rows.find(({ at }) => at.test(pointer))?.page
  if (!row || !name) return undefined
  const at = row.fills?.(pointer) ?? pointer
  const [, list, index] = /^\/(people|organisations|legs)\/(\d+)\//.exec(at) ?? []
  const of: Asked['of'] =
    list === 'people' || list === 'organisations' || list === 'legs' ? { list, index: Number(index) } : null
  return { page: name, at, kind: row.kind, term: row.term ?? null, of }
}

const idOf = ({ page, at }: Asked) => (page === 'question' ? `question-${at.split('/')[2] ?? ''}` : page)
const rankOf = (name: PageName) => rows.findIndex(({ page }) => page === name)

/** The pages on which facts are asked for, each with all that it asks. */
export function pagesFor(pointers: readonly string[]): Page[] {
  const pages = new Map<string, Page>()
  for (const asked of pointers.flatMap((pointer) => askedFor(pointer) ?? [])) {
    const id = idOf(asked)
    const page = pages.get(id) ?? { id, name: asked.page, asked: [] }
    pages.set(id, page)
    if (!page.asked.some(({ at }) => at === asked.at)) page.asked.push(asked)
  }
  for (const page of pages.values()) page.asked.sort((one, other) => byIndex(one) - byIndex(other))
  return [...pages.values()].sort((one, other) => rankOf(one.name) - rankOf(other.name))
}

const byIndex = ({ of }: Asked) => of?.index ?? 0

/** What one open rule still hangs on. */
type Open = { hangs: readonly string[] }

/** How the check goes on: a page to ask, how many more there may be; nothing where all was asked that can be. */
export type Plan = { page: Page; more: number } | null

/**
 * The next page: of those asking for what open rules hang on, the one that can settle most rules by itself; then the one
 * that most rules wait for; then the first in the order above. What was asked before, and not known, is not asked again.
 */
export function planFor(open: readonly Open[], facts: Facts, asked: readonly string[]): Plan {
  const needed = open.map(({ hangs }) =>
    asFirstAsked(hangs, facts).filter((pointer) => !asked.includes(pointer)),
  )
  const pages = pagesFor(needed.flat())
  const first = pages
    .map((page) => ({ page, weight: weightOf(page, needed) }))
    .toSorted((one, other) => other.weight - one.weight || rankOf(one.page.name) - rankOf(other.page.name))[0]
  return first ? { page: first.page, more: pages.length - 1 } : null
}

const aRuleSettled = 1000

function weightOf(page: Page, needed: readonly (readonly string[])[]): number {
  const waits = needed.filter((pointers) => pointers.some((pointer) => isOn(page, pointer)))
  const settled = waits.filter((pointers) => pointers.every((pointer) => isOn(page, pointer)))
  // Who applies decides which of the other questions are asked at all.
  const leads = page.name === 'who' ? 1_000_000 : 0
  return leads + settled.length * aRuleSettled + waits.length
}

const isOn = (page: Page, pointer: string) => isAskedOn(page.id, pointer)

/** Nobody is asked of people before it is known who applies. */
function asFirstAsked(pointers: readonly string[], { applicant }: Facts): string[] {
  if (applicant?.shape !== undefined) return [...pointers]
  return pointers.map((pointer) => (pointer === '/people' ? '/applicant/shape' : pointer))
}

/** The fact at a pointer; undefined where it is not given. */
export function factAt(facts: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((found, key) => partOf(found, key), facts)
}

function partOf(whole_: unknown, key: string): unknown {
  return typeof whole_ === 'object' && whole_ !== null
    ? Object.entries(whole_).find(([name]) => name === key)?.[1]
    : undefined
}

/** The page that was answered before, as it is shown again: what is given there, and what is still open. */
export function pageAgain(id: string, facts: Facts, open: readonly Open[]): Page | undefined {
  const missing = open.flatMap(({ hangs }) => asFirstAsked(hangs, facts))
  return pagesFor([...givenPointers(facts), ...missing]).find((page) => page.id === id)
}

/** The pages that the facts given so far answer, in the order of the check. */
export const pagesGiven = (facts: Facts): Page[] => pagesFor(givenPointers(facts))

function givenPointers(facts: Facts): string[] {
  const people = (facts.people ?? []).flatMap((person, index) =>
    Object.keys(person).map((key) => `/people/${index}/${key}`),
  )
  const organisations = (facts.organisations ?? []).flatMap((organisation, index) =>
    Object.keys(organisation).map((key) => `/organisations/${index}/${key}`),
  )
  const legs = (facts.legs ?? []).flatMap((leg, index) =>
    Object.keys(leg)
      .filter((key) => key === 'departs' || key === 'arrives' || key === 'mode')
      .map((key) => `/legs/${index}/${key}`),
  )
  const places = (facts.legs ?? []).flatMap((leg, index) =>
    (['from', 'to'] as const)
      .filter((end) => leg[end]?.latitude !== undefined)
      .map((end) => `/legs/${index}/${end}/latitude`),
  )
  const inside = (['applicant', 'activity', 'budget', 'history', 'answers'] as const).flatMap((key) =>
    Object.keys(facts[key] ?? {}).map((part) => `/${key}/${part}`),
  )
  const lists = (['people', 'organisations', 'legs', 'documents'] as const)
    .filter((key) => facts[key] !== undefined)
    .map((key) => `/${key}`)
  const earlier = (facts.history?.applications ?? []).flatMap(({ on }, index) =>
    on === undefined ? [] : [`/history/applications/${index}/on`],
  )
  return [...inside, ...earlier, ...lists, ...people, ...organisations, ...legs, ...places]
}
