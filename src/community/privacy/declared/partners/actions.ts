/** Focal points who are named, and what partners say of themselves. */
import { droppedAfter, heldTable } from '../../held/actions.ts'
import type { HeldDeclaration } from '../../held/model.ts'
import { periods } from '../../periods/model.ts'
import { heldWords } from '../model.ts'
import { emptyContacts, readContacts } from './queries.ts'

export const agreementsHeld = heldTable({
  id: 'community.agreements',
  words: heldWords('agreements'),
  ground: 'consent',
  seenBy: ['everyone'],
  table: 'community.partner_agreement',
  gives: ['partner_id', 'agreed_at'],
})

/**
 * Who speaks for a partner is a public function that the partner states, of people who mostly have no account here: a name alone
 * does not say that it is somebody's. An address does.
 */
export const partnerFactsHeld: HeldDeclaration = {
  id: 'community.partnerFacts',
  words: heldWords('partnerFacts', 'partnerFacts'),
  ground: 'interest',
  seenBy: ['everyone'],
  covers: ['community.partner_contact', 'community.partner_speaker'],
  retention: [
    droppedAfter('community.partnerSpeakers/ended', 'community.partner_speaker', {
      days: periods.speaker,
      since: 'ended',
      moment: 'valid_until',
    }),
  ],
  read: readContacts,
  erase: emptyContacts,
}
