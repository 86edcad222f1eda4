/** How the check goes from one page to the next, and when it ends. Nothing is kept between them but in the form. Pure. */
import { z } from 'zod'
import { amountOf, type Book, decide } from '../../../rules/deciding/model.ts'
import { type Facts, factsShape } from '../../../rules/facts/model.ts'
import { isAskedOn, type Page, pageAgain, planFor, pointersOn } from '../planning/model.ts'

/** All that a check is so far. */
export const checkShape = z.strictObject({
  facts: factsShape.default({}),
  /** The facts that were asked for, whether or not they were known. */
  asked: z.array(z.string().max(120)).max(5000).default([]),
  /** The pages that were answered or passed over, in order: the way back. */
  trail: z.array(z.string().max(80)).max(100).default([]),
  /** Whether one may apply; then, for whoever may, how much is likely. */
  aim: z.enum(['answer', 'amount']).default('answer'),
})
export type Check = z.output<typeof checkShape>

export const beginning: Check = checkShape.parse({})

/** The next page with how many came before and may come after; or that the answer stands. */
export type Step = { kind: 'ask'; page: Page; before: number; more: number } | { kind: 'answer' }

/** What rules, or lines of the amount, are still open: nothing once the answer is sure. */
export function openOf(
  book: Book,
  { facts, aim }: Check,
  now: Temporal.Instant,
): { hangs: readonly string[] }[] {
  const { answer, gates } = decide(book, facts, now)
  if (answer === 'unknown') return gates.filter((gate) => gate.answer === 'unknown')
  if (answer === 'fail' || aim === 'answer') return []
  return amountOf(book, facts, now)?.lines.filter(({ hangs }) => hangs.length > 0) ?? []
}

export function stepAfter(book: Book, check: Check, now: Temporal.Instant): Step {
  const plan = planFor(openOf(book, check, now), check.facts, check.asked)
  if (!plan) return { kind: 'answer' }
  const more = Math.max(plan.more, moreOfOne(book, check, now))
  return { kind: 'ask', page: plan.page, before: check.trail.length, more }
}

// What is asked of people is seen only when there are some: until it is known who applies, as if it were one.
function moreOfOne(book: Book, check: Check, now: Temporal.Instant): number {
  if (check.facts.applicant?.shape !== undefined) return 0
  const facts: Facts = { ...check.facts, applicant: { shape: 'individual' }, people: [{ as: 'lead' }] }
  const plan = planFor(openOf(book, { ...check, facts }, now), facts, check.asked)
  return plan ? plan.more + 1 : 0
}

/** A page of the check by its id, as it is asked or was; undefined where it is not asked of them (any more). */
export function pageOf(book: Book, check: Check, id: string, now: Temporal.Instant): Page | undefined {
  return pageAgain(id, check.facts, openOf(book, check, now))
}

/** The check after a page was answered with these facts, or passed over. */
export function answered(book: Book, check: Check, page: Page, facts: Facts, now: Temporal.Instant): Check {
  const open = openOf(book, check, now)
  // Who takes part, and where it leads, decides what else is asked.
  const leads = ['who', 'people', 'organisations', 'journey'].includes(page.name)
  const again = leads && JSON.stringify(facts) !== JSON.stringify(check.facts)
  const before = again ? [] : check.asked
  return {
    ...check,
    facts,
    asked: [...new Set([...before, ...pointersOn(page, open, check.facts)])],
    trail: check.trail.includes(page.id) ? check.trail : [...check.trail, page.id],
  }
}

/** The check at the page before, which is asked again. */
export function stepBack(check: Check): { check: Check; id: string | undefined } {
  const id = check.trail.at(-1)
  if (id === undefined) return { check, id }
  const asked = check.asked.filter((pointer) => !isAskedOn(id, pointer))
  return { check: { ...check, asked, trail: check.trail.slice(0, -1) }, id }
}
