/** Numbers against bounds, as far as they are known. Pure. */
import { Decimal } from 'decimal.js'
import { fail, pass, unknown, type Verdict } from '../answers/model.ts'

/** A number that lies between two, both counted, and where it was read; or what is missing to know it. */
export type Measured = { low: Decimal | number; high: Decimal | number; at: string[] } | { missing: string[] }

export const exactly = (number: Decimal | number, ...at: string[]): Measured => ({
  low: number,
  high: number,
  at,
})
export const missing = (...at: string[]): Measured => ({ missing: at })

type Bound = number | string | undefined
export type Range = { from?: Bound; to?: Bound }

/** Is a number within bounds, both counted? Of a number of which only the limits are known: as far as they decide. */
export function within(measured: Measured, { from, to }: Range): Verdict {
  if ('missing' in measured) return unknown(measured.missing)
  const { low, high, at } = measured
  const found = { kind: 'number', number: Number(low) } as const
  if (isBelow(high, from) || isAbove(low, to)) return fail(at, found)
  if (!isBelow(low, from) && !isAbove(high, to)) return pass(at, found)
  return unknown(at)
}

const isBelow = (number: Decimal | number, bound: Bound) => bound !== undefined && compare(number, bound) < 0
const isAbove = (number: Decimal | number, bound: Bound) => bound !== undefined && compare(number, bound) > 0

function compare(number: Decimal | number, bound: number | string): number {
  if (typeof number === 'number' && typeof bound === 'number') return number - bound
  return new Decimal(number).comparedTo(bound)
}

/** How many of these hold, against bounds. */
export function countWithin(verdicts: readonly Verdict[], range: Range, at: string): Verdict {
  const holding = verdicts.filter(({ answer }) => answer === 'pass').length
  const open = verdicts.filter(({ answer }) => answer === 'unknown')
  const said = within({ low: holding, high: holding + open.length, at: [at] }, range)
  if (said.answer !== 'unknown') return said
  return unknown([...new Set(open.flatMap(({ hangs }) => hangs))])
}
