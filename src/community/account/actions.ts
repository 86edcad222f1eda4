import type { Locale } from '../../design/index.ts'
import { type Db, notFound, recordAudit, Refusal, sendLater, transact } from '../../platform/index.ts'
import { triesOfPassword } from '../attempts/model.ts'
import { countAttempt } from '../attempts/queries.ts'
import { passwordLetter } from '../letters/model.ts'
import type { Member } from '../people/model.ts'
import { findPasswordHash, savePasswordHash } from '../people/queries.ts'
import { faultOf, hashPassword, verifyPassword } from '../passwords/actions.ts'
import type { PasswordFault } from '../passwords/model.ts'
import { dropOtherSessions, dropSession } from '../sessions/queries.ts'
import type { SigningIn } from '../signing-in/actions.ts'
import { isFresh } from '../signing-in/model.ts'

export type PasswordAnswer = { wrong: true } | { fault: PasswordFault } | undefined

/**
 * Gives a person a new password, ends their other sessions and tells them. Whoever came by link a moment ago, or has no
 * password, need not know the current one. Answers what stands in the way.
 */
export async function changePassword(
  { db, publicUrl }: Pick<SigningIn, 'db' | 'publicUrl'>,
  by: Member,
  given: { current: string; next: string; locale: Locale },
  now: Temporal.Instant,
): Promise<PasswordAnswer> {
  const held = await findPasswordHash(db, by.personId)
  // A session in wrong hands must not be a place to guess the password at.
  const tries = await countAttempt(db, `password:${by.personId}`, triesOfPassword, now)
  if (tries.count > triesOfPassword.most) throw new Refusal(429, '', tries.wait)
  const isKnown =
    held === undefined || isFresh(by.session, now) || (await verifyPassword(held, given.current))
  if (!isKnown) return { wrong: true }
  const fault = faultOf(given.next, [by.name, by.email])
  if (fault) return { fault }
  const hash = await hashPassword(given.next)
  await transact(db, async (tx) => {
    await savePasswordHash(tx, by.personId, hash)
    await dropOtherSessions(tx, by.personId, by.session.id)
    await sendLater(tx, {
      to: { address: by.email },
      kind: 'community.password',
      reference: `community.password/${by.personId}/${now.toString()}`,
      urgency: 'now',
      language: given.locale,
      ...passwordLetter(given.locale, { publicUrl, at: now }),
    })
    await recordAudit(tx, {
      who: by.personId,
      what: 'community.changePassword',
      record: { kind: 'people', id: by.personId },
    })
  })
  return undefined
}

/** Ends a session of one's own. Refuses (404) another person's. */
export function endSession(db: Db, by: Member, id: string): Promise<void> {
  return transact(db, async (tx) => {
    if (!(await dropSession(tx, by.personId, id))) throw notFound()
  })
}

/** Ends all sessions of one's own but the one that asks. */
export function endOtherSessions(db: Db, by: Member): Promise<void> {
  return transact(db, (tx) => dropOtherSessions(tx, by.personId, by.session.id))
}
