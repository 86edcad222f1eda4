/** What people do at the desk: versions of records, schedules, remarks, and what they look after. */
import { droppedAfter } from '../../held/actions.ts'
import type { HeldDeclaration } from '../../held/model.ts'
import { periods } from '../../periods/model.ts'
import { heldWords } from '../model.ts'
import { makeDeskWorkNameless, readDeskWork } from './queries.ts'

export const deskWorkHeld: HeldDeclaration = {
  id: 'community.deskWork',
  words: heldWords('deskWork', 'deskWork'),
  ground: 'interest',
  seenBy: ['staff'],
  covers: [
    'community.record',
    'community.revision',
    'community.schedule',
    'community.remark',
    'community.assignment',
  ],
  retention: [
    droppedAfter('community.remarks/settled', 'community.remark', {
      days: periods.remark,
      since: 'ended',
      moment: 'settled_at',
    }),
    droppedAfter('community.schedules/ended', 'community.schedule', {
      days: periods.remark,
      since: 'ended',
      moment: 'ended_at',
    }),
  ],
  read: (db, { id }) => readDeskWork(db, id),
  erase: (tx, { id }) => makeDeskWorkNameless(tx, id),
}
