/** What a page of the check is answered with: what stands in its fields, and the facts that come of it. Pure. */
import { type Facts, factsShape } from '../../../rules/facts/model.ts'
import type { Page } from '../planning/model.ts'
import { type Asking, type FormFault, nameOf, type Typed } from './fields/model.ts'
import { groupKinds } from './groups/model.ts'
import { plainKinds } from './plain/model.ts'

const kinds = { ...plainKinds, ...groupKinds }

/** The facts with what a page was answered, or what is to be mended; nothing is lost of either. */
export function readPage(
  page: Page,
  typed: Typed,
  asking: Asking,
): { facts: Facts } | { faults: FormFault[] } {
  const reads = page.asked.map((asked) => kinds[asked.kind].read(asked, typed, asking))
  const faults = reads.flatMap((read) => ('faults' in read ? read.faults : []))
  if (faults.length > 0) return { faults }
  const set = reads.flatMap((read) => ('set' in read ? read.set : []))
  const made = set.reduce<unknown>((facts, [pointer, value]) => withFact(facts, pointer, value), asking.facts)
  const read = factsShape.safeParse(made)
  if (read.success) return { facts: read.data }
  return { faults: page.asked.slice(0, 1).map((asked) => ({ field: nameOf(asked), fault: 'long' as const })) }
}

/** What stands in the fields of a page, of the facts given so far. */
export function shownOn(page: Page, asking: Asking): Typed {
  return Object.assign({}, ...page.asked.map((asked) => kinds[asked.kind].show(asked, asking)))
}

/** The facts with one of them set, or taken away. */
export function withFact(facts: unknown, pointer: string, value: unknown): unknown {
  const [key = '', ...rest] = pointer.split('/').slice(1)
  if (Array.isArray(facts)) {
    const list: unknown[] = facts
    return list.map((member, index) => (String(index) === key ? within(member, rest, value) : member))
  }
  const before = typeof facts === 'object' && facts !== null ? Object.entries(facts) : []
  const old: unknown = before.find(([name]) => name === key)?.[1]
  const others = before.filter(([name]) => name !== key)
  const made = within(old, rest, value)
  return Object.fromEntries(made === undefined ? others : [...others, [key, made]])
}

const within = (member: unknown, rest: string[], value: unknown) =>
  rest.length === 0 ? value : withFact(member, `/${rest.join('/')}`, value)
