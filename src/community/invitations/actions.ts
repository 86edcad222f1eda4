import { isMailAddress, transact } from '../../platform/index.ts'
import { readEmail } from '../people/model.ts'
import { type Granting, grantRole } from '../roles/actions.ts'
import { type SigningIn, writeSignIn } from '../signing-in/actions.ts'

const days = 7

/**
 * Grants a role without limits in the name of the house, and makes a link that signs its holder in once within a week;
 * whoever holds the role already gets the link alone. Answers the link, or a sentence that says what cannot be.
 */
export async function inviteSomebody(
  granting: Granting & Pick<SigningIn, 'publicUrl'>,
  asked: { email: string; role: string },
  now: Temporal.Instant,
): Promise<{ link: string } | { fault: string }> {
  const email = readEmail(asked.email)
  if (!isMailAddress(email)) return { fault: `“${asked.email}” is no e-mail address.` }
  const known = { languages: new Set<string>(), countries: new Set<string>() }
  const request = {
    email,
    role: asked.role,
    limits: {},
    until: undefined,
    why: 'Invited from the command line',
    known,
  }
  const faults = await grantRole(granting, null, request, now)
  const [fault] = faults.filter((found) => found.fault !== 'already')
  if (fault?.field === 'role') return { fault: `“${asked.role}” is no role.` }
  if (fault) return { fault: `The role ${asked.role} needs a ${fault.field}: grant it at /desk/roles.` }
  const link = await transact(granting.db, (tx) =>
    writeSignIn(tx, granting, { email, locale: 'en', next: '/desk', minutes: days * 24 * 60 }, now),
  )
  return { link }
}
