/** What somebody has done with the tables of the desk. */
import { droppedAfter, heldTable } from '../../held/actions.ts'
import { dropRowsOf } from '../../held/queries.ts'
import { periods } from '../../periods/model.ts'
import { heldWords } from '../model.ts'
import { dropAssignee } from './queries.ts'

export const tableViewsHeld = heldTable({
  id: 'community.tableViews',
  words: heldWords('tableViews'),
  ground: 'contract',
  seenBy: ['staff'],
  table: 'community.table_view',
  gives: ['kind', 'name', 'query', 'shared', 'made_at'],
  also: {
    covers: ['community.table_view', 'community.desk_entry.assigned_to'],
    erase: async (tx, { id }) => {
      await dropRowsOf(tx, 'community.table_view', 'person_id', id)
      await dropAssignee(tx, id)
    },
  },
})

export const bulksHeld = heldTable({
  id: 'community.bulks',
  words: heldWords('bulks'),
  ground: 'interest',
  seenBy: ['nobody'],
  table: 'community.bulk',
  column: 'asked_by',
  gives: ['kind', 'change', 'query', 'stage', 'asked_at', 'done_at', 'undone_at'],
  also: {
    retention: [
      droppedAfter('community.bulks/made', 'community.bulk', {
        days: periods.bulk,
        since: 'made',
        moment: 'asked_at',
      }),
    ],
  },
})
