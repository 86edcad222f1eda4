import { isLocale, type Locale } from '../../design/index.ts'
import {
  type Db,
  isMailAddress,
  type Letter,
  recordAudit,
  Refusal,
  sendLater,
  transact,
  type Tx,
} from '../../platform/index.ts'
import { addressesByPerson, linksToMailbox } from '../attempts/model.ts'
import { countAttempt } from '../attempts/queries.ts'
import { addressLetter, leaveLetter, takeLetter, takenLetter } from '../letters/model.ts'
import { hashOf, makeLink } from '../links/actions.ts'
import type { OpenLink, Purpose } from '../links/model.ts'
import { consumeLink, dropOpenLinks, findOpenLink } from '../links/queries.ts'
import { type Member, type Person, readEmail } from '../people/model.ts'
import { findPerson, findPersonByEmail, saveEmail } from '../people/queries.ts'
import { dropOtherSessions } from '../sessions/queries.ts'
import type { SigningIn } from '../signing-in/actions.ts'
import { type AddressChange, confirmSide, finishChange, insertChange } from './queries.ts'

/**
 * Writes to the old and the new mailbox of a person who wants another address. Somebody else's address is answered
 * like any other; its owner is told, and nothing can come of it. Answers what is wrong with the address.
 * Refuses (429) who asks too often.
 */
export async function askForAddress(
  signingIn: SigningIn,
  by: Member,
  asked: { email: string; locale: Locale },
  now: Temporal.Instant,
): Promise<'fault' | 'same' | undefined> {
  const { db, publicUrl } = signingIn
  const to = readEmail(asked.email)
  if (!isMailAddress(to)) return 'fault'
  if (to === by.email) return 'same'
  const asking = await countAttempt(db, `addresses:${by.personId}`, addressesByPerson, now)
  if (asking.count > addressesByPerson.most) throw new Refusal(429, '', asking.wait)
  const limit = await countAttempt(db, signingIn.keyOf('links-to', to), linksToMailbox, now)
  const { locale } = asked
  await transact(db, async (tx) => {
    const owner = await findPersonByEmail(tx, to)
    const change = await insertChange(tx, { personId: by.personId, from: by.email, to, now })
    const details = { change, language: locale, to }
    const leave = await makeLink(tx, { purpose: 'leave-address', email: by.email, details }, now)
    await write(tx, by.email, locale, `leave/${leave.id}`, leaveLetter(locale, { publicUrl, ...leave, to }))
    if (limit.count > linksToMailbox.most) return
    if (owner)
      return await write(tx, to, languageOf(owner), `taken/${change}`, takenLetter(languageOf(owner)))
    const take = await makeLink(tx, { purpose: 'take-address', email: to, details }, now)
    await write(tx, to, locale, `take/${take.id}`, takeLetter(locale, { publicUrl, ...take }))
  })
  return undefined
}

function write(
  tx: Tx,
  address: string,
  language: Locale,
  reference: string,
  letter: Pick<Letter, 'subject' | 'text'>,
): Promise<void> {
  const kind = 'community.address'
  return sendLater(tx, {
    to: { address },
    kind,
    reference: `${kind}/${reference}`,
    urgency: 'now',
    language,
    ...letter,
  }).then(() => undefined)
}

const languageOf = ({ language }: Person): Locale => (isLocale(language) ? language : 'en')

const sides: [Purpose, 'left' | 'taken'][] = [
  ['leave-address', 'left'],
  ['take-address', 'taken'],
]

/** Answers what a link of a change of address is for, without using it; undefined when it is no good. */
export async function readAddressLink(
  db: Db,
  token: string,
  now: Temporal.Instant,
): Promise<OpenLink | undefined> {
  for (const [purpose] of sides) {
    const link = await findOpenLink(db, purpose, hashOf(token), now)
    if (link) return link
  }
  return undefined
}

/** Confirms one side of a change of address; with the second the address is another, and all sessions are ended. */
export function confirmAddress(
  db: Db,
  token: string,
  now: Temporal.Instant,
): Promise<'half' | 'done' | 'gone'> {
  return transact(db, async (tx) => {
    for (const [purpose, side] of sides) {
      const link = await consumeLink(tx, purpose, hashOf(token), now)
      const change = link?.details.change && (await confirmSide(tx, link.details.change, side, now))
      if (change) return change.left && change.taken ? await carryOut(tx, change, now) : 'half'
    }
    return 'gone'
  })
}

async function carryOut(tx: Tx, change: AddressChange, now: Temporal.Instant): Promise<'done' | 'gone'> {
  const person = await findPerson(tx, change.person_id)
  if (person?.email !== change.from_email) return 'gone'
  if (!(await saveEmail(tx, person.id, change.to_email))) return 'gone'
  await finishChange(tx, change.id, now)
  // A link to the old mailbox would open the account for whoever reads it now.
  await dropOpenLinks(tx, change.from_email)
  await dropOtherSessions(tx, person.id, null)
  const letter = addressLetter(languageOf(person), change.to_email)
  await write(tx, change.from_email, languageOf(person), `left/${change.id}`, letter)
  await write(tx, change.to_email, languageOf(person), `new/${change.id}`, letter)
  await recordAudit(tx, {
    who: person.id,
    what: 'community.changeAddress',
    record: { kind: 'people', id: person.id },
    before: { email: change.from_email },
    after: { email: change.to_email },
  })
  return 'done'
}
