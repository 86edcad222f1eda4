/** What people are told. */
import { droppedAfter } from '../../held/actions.ts'
import type { HeldDeclaration } from '../../held/model.ts'
import { periods } from '../../periods/model.ts'
import { heldWords } from '../model.ts'
import { forgetNotices, readNotices } from './queries.ts'

const table = 'community.notice'

export const noticesHeld: HeldDeclaration = {
  id: 'community.notices',
  words: heldWords('notices'),
  ground: 'contract',
  seenBy: ['nobody'],
  covers: [table],
  retention: [
    droppedAfter('community.notices/read', table, {
      days: periods.noticeRead,
      since: 'read',
      moment: 'read_at',
    }),
    droppedAfter('community.notices/made', table, { days: periods.notice, since: 'made', moment: 'told_at' }),
  ],
  read: (db, { id }) => readNotices(db, id),
  erase: forgetNotices,
}
