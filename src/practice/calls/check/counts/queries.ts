import { sql } from 'kysely'
import { type Db, rows, type Tx } from '../../../../platform/index.ts'
import type { Answer } from '../../../rules/answers/model.ts'

/** One line of the counts; the rule is null for the whole answer. */
export type CheckCount = { version: number; day: string; rule: string | null; answer: Answer; number: number }

/** Adds one to each of these counts of a call on a day. */
export async function addCounts(
  tx: Tx,
  { callId, version, day }: { callId: string; version: number; day: string },
  counted: readonly { rule: string | null; answer: Answer }[],
): Promise<void> {
  // In one order, so that two that count at once never wait for each other.
  for (const { rule, answer } of counted.toSorted((one, other) =>
    (one.rule ?? '') < (other.rule ?? '') ? -1 : 1,
  ))
    await sql`insert into practice.check_count as kept (call_id, version, day, rule, answer, number)
      values (${callId}, ${version}, ${day}, ${rule ?? ''}, ${answer}, 1)
      on conflict (call_id, version, day, rule, answer) do update set number = kept.number + 1`.execute(tx)
}

/** How often checks of a call came to which answer, and which rules stood against it, day by day. */
export function readCheckCounts(db: Db, callId: string): Promise<CheckCount[]> {
  return rows<CheckCount>(
    db,
    sql`select version, day::text as day, nullif(rule, '') as rule, answer, number from practice.check_count
      where call_id = ${callId} order by day, version, rule nulls first, answer`,
  )
}
