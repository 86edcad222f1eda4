import {
  conflict,
  type Db,
  isRowId,
  notAllowed,
  notFound,
  recordAudit,
  transact,
  type Tx,
} from '../../platform/index.ts'
import { countAttempt } from '../attempts/queries.ts'
import { holdPeople, nameOf, putMembership } from '../memberships/actions.ts'
import { speaksFor } from '../memberships/permissions.ts'
import { listPeopleOf } from '../memberships/queries.ts'
import { tell } from '../notices/actions.ts'
import type { Organisation } from '../organisations/model.ts'
import type { Member } from '../people/model.ts'
import { holdGrants } from '../roles/queries.ts'
import type { SigningIn } from '../signing-in/actions.ts'
import {
  addressMatches,
  canBecome,
  type Claim,
  type ClaimFault,
  type Claiming,
  claimsByPerson,
  type ClaimStage,
  faultsOf,
} from './model.ts'
import { canDecide } from './permissions.ts'
import { findClaim, holdClaim, insertClaim, saveStage } from './queries.ts'

export type ClaimAnswer = { faults: ClaimFault[] } | { kind: 'made' | 'waits' | 'yours' | 'often' }

/**
 * Claims an entry of the directory, and tells those who speak for it. Answers what is to be mended, that a claim of theirs waits
 * already, that they speak for it already, or that they have claimed too often.
 */
export async function claimOrganisation(
  { db, keyOf }: Pick<SigningIn, 'db' | 'keyOf'>,
  by: Member,
  organisation: Pick<Organisation, 'id' | 'website'>,
  given: Claiming,
  now: Temporal.Instant,
): Promise<ClaimAnswer> {
  if (speaksFor(by, organisation.id)) return { kind: 'yours' }
  const matches = addressMatches(by.email, organisation.website)
  const faults = faultsOf(given, matches)
  if (faults.length > 0) return { faults }
  const { count } = await countAttempt(db, keyOf('claims-by', by.personId), claimsByPerson, now)
  if (count > claimsByPerson.most) return { kind: 'often' }
  return transact(db, async (tx) => {
    const claim = {
      ...given,
      organisationId: organisation.id,
      personId: by.personId,
      addressMatches: matches,
    }
    const id = await insertClaim(tx, claim, now)
    if (id === undefined) return { kind: 'waits' }
    await audit(tx, by, 'community.claim', { id, organisationId: organisation.id, stage: 'waiting' })
    await tellEditors(tx, organisation.id, by, now)
    return { kind: 'made' }
  })
}

async function tellEditors(tx: Tx, organisationId: string, by: Member, now: Temporal.Instant): Promise<void> {
  const people = await listPeopleOf(tx, organisationId, now)
  const details = {
    organisation: organisationId,
    name: await nameOf(tx, organisationId),
    // Their address is nobody's who has not shown to need it.
    who: by.name,
    person: by.personId,
  }
  for (const { personId, role } of people)
    if (role === 'organisation-editor') await tell(tx, personId, 'community.claimMade', details, now)
}

// The reason stands in the claim alone, from where it goes with what else was said.
function audit(
  tx: Tx,
  by: Member,
  what: string,
  { id, organisationId, stage }: { id: string; organisationId: string; stage: ClaimStage },
): Promise<void> {
  const record = { kind: 'organisations', id: organisationId }
  return recordAudit(tx, { who: by.personId, what, record, after: { claim: id, stage } })
}

/** What became of a claim: decided, or over already, by somebody else or by another click. */
export type Decision = 'decided' | 'over'

/**
 * Accepts a claim: who made it speaks for the organisation from now on, beside those who do already, and is told. Other claims to
 * it stay as they are. Refuses (403) who may not decide, and everybody on a claim of their own; (404) what is not there.
 */
export function acceptClaim(db: Db, by: Member, id: string, now: Temporal.Instant): Promise<Decision> {
  return decide(db, by, id, { stage: 'accepted', why: null }, now, async (tx, claim) => {
    const { organisation, claimant } = claim
    const people = await holdPeople(tx, organisation.id, now)
    const held = people.find(({ personId }) => personId === claimant.id)
    if (held?.role !== 'organisation-editor' || held.until !== undefined) {
      const person = { personId: claimant.id, grants: held?.grants ?? [], until: undefined }
      const why = 'Claimed the organisation, and the claim was accepted'
      await putMembership(
        tx,
        by,
        { organisationId: organisation.id, person, role: 'organisation-editor', why },
        now,
      )
    }
    const details = { organisation: organisation.id, name: organisation.name }
    await tell(tx, claimant.id, 'community.claimAccepted', details, now)
  })
}

/** Refuses a claim and tells who made it why. Answers and refuses as accepting does. */
export function refuseClaim(
  db: Db,
  by: Member,
  { id, why }: { id: string; why: string },
  now: Temporal.Instant,
): Promise<Decision> {
  return decide(db, by, id, { stage: 'refused', why }, now, async (tx, { organisation, claimant }) => {
    const details = { organisation: organisation.id, name: organisation.name, why }
    await tell(tx, claimant.id, 'community.claimRefused', details, now)
  })
}

async function decide(
  db: Db,
  by: Member,
  id: string,
  decision: { stage: ClaimStage; why: string | null },
  now: Temporal.Instant,
  carryOut: (tx: Tx, claim: Claim) => Promise<void>,
): Promise<Decision> {
  const seen = isRowId(id) ? await findClaim(db, by, id, 'en') : undefined
  if (!seen) throw notFound()
  if (!canDecide(by, seen)) throw notAllowed()
  return transact(db, async (tx) => {
    // The grants first, as whoever closes their account does: so neither waits for the other.
    await holdGrants(tx)
    const claim = await holdClaim(tx, id)
    if (!claim || !canBecome(claim, decision.stage)) return 'over'
    await saveStage(tx, claim, { ...decision, by: by.personId }, now)
    const what = decision.stage === 'accepted' ? 'community.acceptClaim' : 'community.refuseClaim'
    const { stage } = decision
    await audit(tx, by, what, { id, organisationId: claim.organisation.id, stage })
    await carryOut(tx, claim)
    return 'decided'
  })
}

/** Withdraws a claim of one's own. Refuses (404) another's, (409) one that is over. */
export function withdrawClaim(db: Db, by: Member, id: string, now: Temporal.Instant): Promise<void> {
  return transact(db, async (tx) => {
    const claim = isRowId(id) ? await holdClaim(tx, id) : undefined
    if (claim?.claimant.id !== by.personId) throw notFound()
    if (!canBecome(claim, 'withdrawn')) throw conflict()
    await saveStage(tx, claim, { stage: 'withdrawn', by: by.personId, why: null }, now)
    await audit(tx, by, 'community.withdrawClaim', {
      id,
      organisationId: claim.organisation.id,
      stage: 'withdrawn',
    })
  })
}
