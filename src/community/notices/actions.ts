import type { Tx } from '../../platform/index.ts'
import type { NoticeKind, Notices } from './model.ts'
import { insertNotice } from './queries.ts'

/**
 * Tells a person something, in the transaction in which it becomes true: it stands among their notices, and reaches
 * them by mail as they want it.
 */
export async function tell<Kind extends NoticeKind>(
  tx: Tx,
  personId: string,
  kind: Kind,
  details: Notices[Kind],
  now: Temporal.Instant,
): Promise<void> {
  await insertNotice(tx, { personId, kind, details, at: now })
}
