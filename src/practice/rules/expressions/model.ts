/** Conditions in the Common Expression Language (CEL), where the vocabulary ends. Pure. */
import { type Verdict, unknown } from '../answers/model.ts'
import type { Scope } from '../evaluating/model.ts'
import type { Facts } from '../facts/model.ts'

/** Answers an expression; one that needs what is not yet known is not yet known. */
export function evaluateExpression(_cel: string, _facts: Facts, _scope: Scope): Verdict {
  return unknown(['/'])
}
