import { isLocale } from '../../design/index.ts'
import { notAllowed, recordAudit, sendLater, type Tx } from '../../platform/index.ts'
import { factorLetter } from '../letters/model.ts'
import type { Member } from '../people/model.ts'
import { findPerson } from '../people/queries.ts'
import type { SigningIn } from '../signing-in/actions.ts'
import type { FactorChange, Factors } from './model.ts'
import { changeOf } from './permissions.ts'

/** Refuses (403) to change somebody's factors in a session that has not shown enough, or not lately. */
export function refuseChange(by: Member, factors: Factors, now: Temporal.Instant): void {
  if (changeOf(by, factors, now) !== 'may')
    throw notAllowed('Sign in again first, with all that you have set up.')
}

/** Writes down what became of somebody's factors, and writes to them in their language at once: it may not have been them. */
export async function noteFactor(
  tx: Tx,
  { publicUrl }: Pick<SigningIn, 'publicUrl'>,
  personId: string,
  change: FactorChange,
  now: Temporal.Instant,
): Promise<void> {
  const person = await findPerson(tx, personId)
  if (!person) throw new Error('Factors changed of somebody who is not there.')
  const language = isLocale(person.language) ? person.language : 'en'
  await sendLater(tx, {
    to: { address: person.email },
    kind: 'community.factor',
    reference: `community.factor/${personId}/${change}/${now.toString()}/${crypto.randomUUID()}`,
    urgency: 'now',
    language,
    ...factorLetter(language, change, { publicUrl, at: now }),
  })
  await recordAudit(tx, {
    who: personId,
    what: `community.${change}`,
    record: { kind: 'people', id: personId },
  })
}
