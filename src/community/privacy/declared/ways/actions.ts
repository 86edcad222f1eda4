/** What somebody signs in with besides a password, and what their programs show. */
import { dropOldTokens } from '../../../tokens/queries.ts'
import { droppedAfter, heldTable } from '../../held/actions.ts'
import type { HeldDeclaration } from '../../held/model.ts'
import { dropRowsOf, readRowsOf } from '../../held/queries.ts'
import { periods } from '../../periods/model.ts'
import { heldWords } from '../model.ts'
import { readCodes } from './queries.ts'

export const passkeysHeld = heldTable({
  id: 'community.passkeys',
  words: heldWords('passkeys'),
  ground: 'contract',
  seenBy: ['nobody'],
  table: 'community.passkey',
  gives: ['name', 'transports', 'made_at', 'used_at'],
})

export const codesHeld: HeldDeclaration = {
  id: 'community.codes',
  words: heldWords('codes'),
  ground: 'contract',
  seenBy: ['nobody'],
  covers: ['community.authenticator', 'community.recovery_code'],
  retention: [],
  read: (db, { id }) => readCodes(db, id),
  erase: async (tx, { id }) => {
    await dropRowsOf(tx, 'community.authenticator', 'person_id', id)
    await dropRowsOf(tx, 'community.recovery_code', 'person_id', id)
  },
}

const runsOut = { days: periods.runOut, since: 'expired', moment: 'expires_at' } as const

/** Signing in that has begun and not ended; a visit to a provider is nobody's until they come back. */
export const stepsHeld: HeldDeclaration = {
  id: 'community.steps',
  words: heldWords('steps'),
  ground: 'contract',
  seenBy: ['nobody'],
  covers: ['community.second_step', 'community.passkey_challenge', 'community.provider_visit'],
  retention: [
    droppedAfter('community.secondSteps/expired', 'community.second_step', runsOut),
    droppedAfter('community.challenges/expired', 'community.passkey_challenge', runsOut),
    droppedAfter('community.providerVisits/expired', 'community.provider_visit', runsOut),
  ],
  read: (db, { id }) =>
    readRowsOf(
      db,
      { table: 'community.second_step', column: 'person_id', gives: ['way', 'tries', 'expires_at'] },
      id,
    ),
  erase: async (tx, { id }) => {
    await dropRowsOf(tx, 'community.second_step', 'person_id', id)
    await dropRowsOf(tx, 'community.passkey_challenge', 'person_id', id)
  },
}

export const tokensHeld = heldTable({
  id: 'community.tokens',
  words: heldWords('tokens'),
  ground: 'contract',
  seenBy: ['nobody'],
  table: 'community.token',
  gives: ['name', 'scopes', 'factors', 'made_at', 'expires_at', 'ended_at', 'last_used_on'],
  also: {
    retention: [
      {
        id: 'community.tokens/ended',
        days: periods.token,
        part: 'whole',
        since: 'ended',
        apply: dropOldTokens,
      },
    ],
  },
})
