/** What this room and the platform below it hold about people. */
import { dropLettersTo } from '../../../platform/index.ts'
import { droppedAfter, heldTable } from '../held/actions.ts'
import type { HeldDeclaration } from '../held/model.ts'
import { dropRowsOf } from '../held/queries.ts'
import { periods } from '../periods/model.ts'
import { listReadingsOf } from '../readings/queries.ts'
import { deskWorkHeld } from './desk/actions.ts'
import { claimsHeld, invitationsHeld } from './organisations/actions.ts'
import { agreementsHeld, partnerFactsHeld } from './partners/actions.ts'
import { auditHeld, carriedHeld, erasuresHeld, lettersHeld } from './platform/actions.ts'
import { draftsHeld, previewsHeld } from './editing/actions.ts'
import { profilesHeld } from './profiles/actions.ts'
import { noticesHeld } from './notices/actions.ts'
import { codesHeld, passkeysHeld, stepsHeld, tokensHeld } from './ways/actions.ts'
import { dropUnreferred, findUnused, makeNameless, readPerson } from '../subjects/queries.ts'
import { heldWords, sensitiveAddress, sensitiveRoles } from './model.ts'
import {
  dropAttemptsOf,
  dropGrantsEnded,
  dropLinks,
  findWanted,
  makeGrantsNameless,
  readAccounts,
  readGrants,
  readLinks,
} from './queries.ts'

const sessionsHeld = heldTable({
  id: 'community.sessions',
  words: heldWords('sessions'),
  ground: 'contract',
  seenBy: ['nobody'],
  table: 'community.session',
  gives: ['way', 'factors', 'second_way', 'user_agent', 'ip_address', 'created_at', 'expires_at'],
  goes: { days: periods.runOut, since: 'expired', moment: 'expires_at' },
})

const passwordsHeld: HeldDeclaration = {
  id: 'community.passwords',
  words: heldWords('passwords'),
  ground: 'contract',
  seenBy: ['nobody'],
  covers: ['community.account'],
  retention: [],
  read: (db, { id }) => readAccounts(db, id),
  erase: (tx, { id }) => dropRowsOf(tx, 'community.account', 'person_id', id),
}

const linksHeld: HeldDeclaration = {
  id: 'community.links',
  words: heldWords('links'),
  ground: 'contract',
  seenBy: ['nobody'],
  covers: ['community.link', 'community.address_change', 'community.verification'],
  retention: [
    droppedAfter('community.links/expired', 'community.link', {
      days: periods.runOut,
      since: 'expired',
      moment: 'expires_at',
    }),
    droppedAfter('community.verifications/expired', 'community.verification', {
      days: periods.runOut,
      since: 'expired',
      moment: 'expires_at',
    }),
    droppedAfter('community.addressChanges/made', 'community.address_change', {
      days: periods.letter,
      since: 'made',
      moment: 'asked_at',
    }),
  ],
  read: readLinks,
  erase: async (tx, person) => {
    // The mailbox was never theirs; that they wanted it is.
    await dropLettersTo(tx, await findWanted(tx, person.id), 'community.address/take/')
    await dropLinks(tx, person)
  },
}

const networksHeld = heldTable({
  id: 'community.networks',
  words: heldWords('networks'),
  ground: 'interest',
  seenBy: ['nobody'],
  table: 'community.known_network',
  gives: ['seen_at'],
  goes: { days: periods.network, since: 'seen', moment: 'seen_at' },
  also: {
    covers: ['community.known_network', 'community.attempt'],
    retention: [
      droppedAfter('community.attempts/expired', 'community.attempt', {
        days: periods.runOut,
        since: 'expired',
        moment: 'until',
      }),
    ],
    erase: async (tx, { id }) => {
      await dropRowsOf(tx, 'community.known_network', 'person_id', id)
      await dropAttemptsOf(tx, id)
    },
  },
})

const rolesHeld: HeldDeclaration = {
  id: 'community.roles',
  words: heldWords('roles', 'roles'),
  ground: 'interest',
  seenBy: ['administrators'],
  covers: ['community.role_grant'],
  retention: [
    {
      id: 'community.roles/ended',
      days: periods.role,
      part: 'whole',
      since: 'ended',
      apply: dropGrantsEnded,
    },
  ],
  sensitive: [sensitiveRoles],
  read: (db, { id }) => readGrants(db, id),
  erase: (tx, { id }) => makeGrantsNameless(tx, id),
}

const readingsHeld: HeldDeclaration = {
  id: 'community.readings',
  words: heldWords('readings', 'readings'),
  ground: 'interest',
  seenBy: ['administrators'],
  covers: ['community.reading', 'community.reading_of'],
  retention: [
    droppedAfter('community.readings/made', 'community.reading', {
      days: periods.reading,
      since: 'made',
      moment: 'at',
    }),
  ],
  read: (db, { id }) => listReadingsOf(db, id, 100_000),
  // Who looked at others must remain known; who looked at them no longer matters.
  erase: (tx, { id }) => dropRowsOf(tx, 'community.reading_of', 'person_id', id),
}

/** Comes last, when it is seen whether anything still refers to the person. */
const peopleHeld: HeldDeclaration = {
  id: 'community.people',
  words: heldWords('people', 'people'),
  ground: 'contract',
  seenBy: ['administrators'],
  covers: ['community.person'],
  retention: [
    {
      id: 'community.people/unused',
      days: periods.unused,
      part: 'unused',
      since: 'made',
      apply: async (tx, before, forget) => {
        const unused = await findUnused(tx, before, 500)
        for (const { id } of unused) await forget(id)
        return unused.length
      },
    },
  ],
  sensitive: [sensitiveAddress],
  read: (db, { id }) => readPerson(db, id),
  erase: async (tx, { id, pseudonym }) => {
    await makeNameless(tx, id, pseudonym)
    await dropUnreferred(tx, id)
  },
}

/** In the order in which they are told and erased: the person is the first to be told and the last to go. */
export const communityHeld: readonly HeldDeclaration[] = [
  peopleHeld,
  sessionsHeld,
  passwordsHeld,
  passkeysHeld,
  codesHeld,
  stepsHeld,
  linksHeld,
  networksHeld,
  tokensHeld,
  profilesHeld,
  rolesHeld,
  invitationsHeld,
  claimsHeld,
  agreementsHeld,
  partnerFactsHeld,
  deskWorkHeld,
  draftsHeld,
  previewsHeld,
  noticesHeld,
  lettersHeld,
  readingsHeld,
  auditHeld,
  carriedHeld,
  erasuresHeld,
]
