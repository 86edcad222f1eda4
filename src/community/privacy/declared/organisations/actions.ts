/** Invitations to join an organisation, and claims to speak for one; memberships themselves are roles. */
import { dropOldInvitations } from '../../../memberships/invitations/queries.ts'
import { droppedAfter } from '../../held/actions.ts'
import type { HeldDeclaration } from '../../held/model.ts'
import { periods } from '../../periods/model.ts'
import { heldWords, sensitiveClaims } from '../model.ts'
import {
  emptyClaimsBefore,
  makeClaimsNameless,
  makeInvitationsNameless,
  readClaims,
  readInvitations,
} from './queries.ts'

export const invitationsHeld: HeldDeclaration = {
  id: 'community.invitations',
  words: heldWords('invitations', 'invitations'),
  ground: 'contract',
  seenBy: ['editors'],
  covers: ['community.membership_invitation'],
  retention: [
    {
      id: 'community.invitations/ended',
      days: periods.invitation,
      part: 'whole',
      since: 'ended',
      apply: dropOldInvitations,
    },
  ],
  read: readInvitations,
  erase: makeInvitationsNameless,
}

export const claimsHeld: HeldDeclaration = {
  id: 'community.claims',
  words: heldWords('claims', 'claims'),
  ground: 'interest',
  seenBy: ['administrators'],
  covers: ['community.claim'],
  retention: [
    {
      id: 'community.claims/text',
      days: periods.claimText,
      part: 'text',
      since: 'ended',
      apply: emptyClaimsBefore,
    },
    droppedAfter('community.claims/ended', 'community.claim', {
      days: periods.claim,
      since: 'ended',
      moment: 'decided_at',
    }),
  ],
  sensitive: [sensitiveClaims],
  read: (db, { id }) => readClaims(db, id),
  erase: (tx, { id }) => makeClaimsNameless(tx, id),
}
