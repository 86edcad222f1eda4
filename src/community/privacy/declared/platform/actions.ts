/** What the platform below this room holds about people. */
import {
  dropAuditors,
  dropLetters,
  emptyAudit,
  emptyAuditBy,
  emptyLetters,
  forgetCarried,
  forgetInAudit,
  forgetLettersTo,
  readAuditOf,
  readCarried,
  readLettersTo,
} from '../../../../platform/index.ts'
import type { HeldDeclaration } from '../../held/model.ts'
import { periods } from '../../periods/model.ts'
import { heldWords } from '../model.ts'

export const lettersHeld: HeldDeclaration = {
  id: 'platform.letters',
  words: heldWords('letters'),
  ground: 'contract',
  seenBy: ['operators'],
  covers: ['platform.letter'],
  retention: [
    {
      id: 'platform.letters/text',
      days: periods.letterText,
      part: 'text',
      since: 'sent',
      apply: emptyLetters,
    },
    { id: 'platform.letters/made', days: periods.letter, part: 'whole', since: 'made', apply: dropLetters },
  ],
  read: readLettersTo,
  erase: forgetLettersTo,
}

export const carriedHeld: HeldDeclaration = {
  id: 'platform.carried',
  words: heldWords('carried'),
  ground: 'contract',
  seenBy: ['operators'],
  covers: ['jobs.job', 'platform.announcement'],
  // The queue itself lets go of what is done.
  retention: [],
  read: readCarried,
  erase: forgetCarried,
}

// What a grant was says nothing of a person, and decisions must remain explicable.
const keptInAudit = ['role', 'limits', 'until']

export const auditHeld: HeldDeclaration = {
  id: 'platform.audit',
  words: heldWords('audit', 'audit'),
  ground: 'interest',
  seenBy: ['operators'],
  covers: ['platform.audit_entry'],
  retention: [
    {
      id: 'platform.audit/details',
      days: periods.auditDetails,
      part: 'details',
      since: 'made',
      apply: (tx, before) => emptyAudit(tx, ['people', 'tokens'], before),
    },
    { id: 'platform.audit/who', days: periods.audit, part: 'who', since: 'made', apply: dropAuditors },
  ],
  read: (db, { id }) => readAuditOf(db, { kind: 'people', id }),
  erase: async (tx, person) => {
    await forgetInAudit(tx, { kind: 'people', id: person.id }, keptInAudit, person)
    // A token has a name its owner gave it.
    await emptyAuditBy(tx, person.id, 'tokens')
  },
}

export const erasuresHeld: HeldDeclaration = {
  id: 'platform.erasures',
  words: heldWords('erasures', 'erasures'),
  ground: 'duty',
  seenBy: ['operators'],
  covers: ['platform.erasure'],
  // A backup of any age can be restored.
  retention: [],
  read: () => Promise.resolve([]),
  erase: () => Promise.resolve(),
}
