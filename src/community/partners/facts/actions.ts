import {
  type Db,
  listAudit,
  notAllowed,
  notFound,
  recordAudit,
  transact,
  type Tx,
} from '../../../platform/index.ts'
import type { Member } from '../../people/model.ts'
import { may } from '../../roles/permissions.ts'
import { changedParts, focalRoles, type KeptFacts, type PartnerFacts } from './model.ts'
import { holdFacts, readKeptFacts, readNames, writeAgreement, writeFacts } from './queries.ts'

export type FactsChange = { given: PartnerFacts; version: number; why: string; demonstration: boolean }

/**
 * Saves what a partner says of itself; null is the house itself. Answers the facts as somebody else saved them meanwhile;
 * nothing is written then. Refuses (403) who does not keep this partner.
 */
export function keepFacts(
  db: Db,
  by: Member | null,
  partnerId: string,
  { given, version, why, demonstration }: FactsChange,
  now: Temporal.Instant,
): Promise<KeptFacts | undefined> {
  if (by && !may(by, 'partner.keep', { partner: [partnerId] })) throw notAllowed()
  return transact(db, async (tx) => {
    await holdFacts(tx, partnerId, now)
    const before = await readKeptFacts(tx, partnerId, demonstration)
    const changed = changedParts(before, given)
    // The same again is a second press of the button.
    if (changed.length === 0) return undefined
    if (before.version !== version) return before
    const known = new Set(before.speakers.map(({ id }) => id))
    // Of two who claim to be the same one, the first is.
    const speakers = given.speakers.map((speaker) => ({
      ...speaker,
      id: known.delete(speaker.id) ? speaker.id : undefined,
    }))
    const after = { ...given, speakers, version: before.version + 1, demonstration }
    await writeFacts(tx, partnerId, after, now)
    await audit(tx, by, partnerId, { what: 'community.keepPartnerFacts', after: { changed }, why })
    return undefined
  })
}

function audit(
  tx: Tx,
  by: Member | null,
  partnerId: string,
  change: { what: string; after: object; why?: string },
): Promise<void> {
  return recordAudit(tx, {
    who: by?.personId ?? null,
    record: { kind: 'partners', id: partnerId },
    ...change,
  })
}

/** Whether somebody is a focal point of a partner: keeps it by a role that is limited to it. */
export function isFocalPoint(person: Member, partnerId: string): boolean {
  return person.roles.some(({ id, limits }) => focalRoles.includes(id) && limits.partner?.includes(partnerId))
}

/** Saves whether a focal point agrees to be named on the page. Refuses (404) who is none of this partner. */
export function agreeToBeNamed(
  db: Db,
  by: Member,
  partnerId: string,
  agrees: boolean,
  now: Temporal.Instant,
): Promise<void> {
  if (!isFocalPoint(by, partnerId)) throw notFound()
  return transact(db, async (tx) => {
    await writeAgreement(tx, partnerId, { personId: by.personId, agrees, now })
    await audit(tx, by, partnerId, { what: 'community.agreeToBeNamed', after: { agrees } })
  })
}

/** One change of a partner's facts as those who keep it read it. */
export type Change = { at: Temporal.Instant; who: string | undefined; isHouse: boolean; why: string }

/** Answers who changed a partner's facts, when and why, the latest first. */
export async function listChanges(db: Db, partnerId: string): Promise<Change[]> {
  const audit = await listAudit(db, { kind: 'partners', id: partnerId }, 60)
  const changes = audit.filter(({ what }) => what === 'community.keepPartnerFacts').slice(0, 20)
  const names = await readNames(
    db,
    changes.flatMap(({ who }) => who ?? []),
  )
  return changes.map(({ at, who, why = '' }) => ({
    at,
    who: who === undefined ? undefined : names.get(who),
    isHouse: who === undefined,
    why,
  }))
}
