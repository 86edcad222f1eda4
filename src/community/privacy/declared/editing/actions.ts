/** What who writes at the desk has not saved yet, and the secret links to it. */
import { heldTable } from '../../held/actions.ts'
import { periods } from '../../periods/model.ts'
import { heldWords } from '../model.ts'

export const draftsHeld = heldTable({
  id: 'community.drafts',
  words: heldWords('drafts'),
  ground: 'contract',
  seenBy: ['chosen'],
  table: 'community.draft',
  gives: ['kind', 'record_id', 'lang', 'typed', 'saved_at'],
  goes: { days: periods.draft, since: 'made', moment: 'saved_at' },
})

export const previewsHeld = heldTable({
  id: 'community.previews',
  words: heldWords('previews'),
  ground: 'interest',
  seenBy: ['staff'],
  table: 'community.preview_link',
  column: 'made_by',
  gives: ['kind', 'record_id', 'lang', 'made_at', 'expires_at'],
  goes: { days: periods.runOut, since: 'expired', moment: 'expires_at' },
})
