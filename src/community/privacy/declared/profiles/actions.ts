/** What people say of themselves. */
import type { HeldDeclaration } from '../../held/model.ts'
import { dropRowsOf } from '../../held/queries.ts'
import { heldWords, sensitiveCitizenships } from '../model.ts'
import { readProfiles } from './queries.ts'

export const profilesHeld: HeldDeclaration = {
  id: 'community.profiles',
  words: heldWords('profiles'),
  ground: 'consent',
  seenBy: ['chosen'],
  covers: ['community.profile', 'community.residence'],
  retention: [],
  sensitive: [sensitiveCitizenships],
  read: (db, { id }) => readProfiles(db, id),
  erase: async (tx, { id }) => {
    await dropRowsOf(tx, 'community.profile', 'person_id', id)
    await dropRowsOf(tx, 'community.residence', 'person_id', id)
  },
}
