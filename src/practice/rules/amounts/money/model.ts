/** Exact decimals of an amount: rounded as the call states, never floating. Pure. */
import { Decimal } from 'decimal.js'
import type { AmountRules } from '../model.ts'

/** Enough digits that no sum of a call is rounded on the way, and never powers of ten in what is written. */
export const Money = Decimal.clone({ precision: 40, toExpNeg: -40, toExpPos: 40, defaults: true })
export type Money = Decimal

/** Nothing beyond this is an amount of a call: fifteen digits before the point. */
export const mostMoney = new Money('999999999999999')

/** An amount as text, without zeros at its end: `1250`, `1250.5`. */
export const moneyText = (money: Money): string => new Money(money).toFixed()

const ways = {
  down: Money.ROUND_DOWN,
  up: Money.ROUND_UP,
  'half-up': Money.ROUND_HALF_UP,
  'half-even': Money.ROUND_HALF_EVEN,
} as const

/** Rounds to the step of the call, its own way or the one that is asked for. */
export function rounded(
  money: Money,
  { to, how }: AmountRules['rounding'],
  way: keyof typeof ways = how,
): Money {
  return money.div(to).toDecimalPlaces(0, ways[way]).times(to)
}
