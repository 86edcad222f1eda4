/** What is asked for by the fields of a page: what was typed, what is wrong with it, how a kind of field is read. Pure. */
import type { countryChoices } from '../../../../../community/index.ts'
import type { TermFact } from '../../../../rules/conditions/model.ts'
import type { Facts } from '../../../../rules/facts/model.ts'
import type { RuleBook } from '../../../../rules/model.ts'
import type { Question } from '../../../model.ts'
import type { Asked } from '../../planning/model.ts'

/** What was typed or ticked, by the name of the field. */
export type Typed = Readonly<Record<string, readonly string[]>>

/** What is wrong with a field; `value` is what was typed, where the sentence names it. */
export type FormFault = { field: string; fault: FaultName; value?: string }
export type FaultName =
  | 'choose'
  | 'one-or-none'
  | 'country'
  | 'empty'
  | 'date'
  | 'future'
  | 'order'
  | 'number'
  | 'few'
  | 'money'
  | 'coordinates'
  | 'long'

/** All that a field is read by besides what was typed. */
export type Asking = {
  facts: Facts
  rules: RuleBook
  /** What earlier applications to this programme are called. */
  scheme: string
  questions: readonly Question[]
  countries: ReturnType<typeof countryChoices>
  /** The terms that a question offers. */
  termsOf(fact: TermFact): readonly string[]
  now: Temporal.Instant
}

/** Facts by the pointer at which they belong (undefined takes a fact away), or what is to be mended. */
export type Read = { set: readonly (readonly [pointer: string, value: unknown])[] } | { faults: FormFault[] }

/** How one kind of field is read, and what stands in it for facts that were given. */
export type KindOfField = {
  read(asked: Asked, typed: Typed, asking: Asking): Read
  show(asked: Asked, asking: Asking): Typed
}

/** The value that says that nothing of what is offered is true; a term can not be called so. */
export const noneOfThese = '-'

/** The name of a field, and its id on the page. */
export const nameOf = ({ at }: Asked): string => at.slice(1).replaceAll('/', '.')
