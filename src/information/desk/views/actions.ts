import {
  countTableViews,
  dropTableView,
  longestViewName,
  mayAnywhere,
  type Member,
  putTableView,
  type TableView,
} from '../../../community/index.ts'
import { type Db, isRowId, notAllowed, notFound, transact } from '../../../platform/index.ts'

/** More would be found again no better than by asking anew. */
export const mostViews = 100

/** What is wrong with a view that is to be saved. */
export type ViewFault = 'name' | 'many'

/**
 * Keeps a table as a view; one of the same name takes its place. Answers what is wrong with it. Refuses (403) to share it for
 * who may not publish.
 */
export function saveTableView(
  db: Db,
  by: Member,
  view: Pick<TableView, 'kind' | 'name' | 'query' | 'shared'>,
  now: Temporal.Instant,
): Promise<ViewFault | undefined> {
  if (view.shared && !mayAnywhere(by, 'records.publish')) throw notAllowed()
  return transact(db, async (tx) => {
    if (view.name === '' || Array.from(view.name).length > longestViewName) return 'name'
    if ((await countTableViews(tx, by)) >= mostViews) return 'many'
    await putTableView(tx, by, view, now)
    return undefined
  })
}

/** Takes a view of their own away. Refuses (404) another's. */
export async function removeTableView(db: Db, by: Member, id: string): Promise<void> {
  const kind = isRowId(id) ? await transact(db, (tx) => dropTableView(tx, by, id)) : undefined
  if (kind === undefined) throw notFound()
}
