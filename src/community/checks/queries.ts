import { sql } from 'kysely'
import { type Db, firstRow, putRows, rows, type Tx } from '../../platform/index.ts'
import type { CheckAnswer, ChecklistItem, CheckState } from './model.ts'

/** The whole checklist in its order, with what is switched off. */
export function readChecklist(db: Db): Promise<ChecklistItem[]> {
  return rows<ChecklistItem>(
    db,
    sql`select id, kind, types, level, test, words, position, is_on as "isOn"
      from community.checklist_item order by kind, position, id`,
  )
}

/** Writes an item of the checklist; another under the same id takes its place. */
export async function putItem(tx: Tx, { isOn, ...item }: ChecklistItem): Promise<void> {
  await putRows(tx, 'community.checklist_item', [{ ...item, is_on: isOn }], ['id'])
}

/** Takes an item away; what was answered to it stays until somebody closes their account, for it may come back. */
export async function dropItem(tx: Tx, id: string): Promise<void> {
  await sql`delete from community.checklist_item where id = ${id}`.execute(tx)
}

/** An answer of a person for a record, with who gave it and when. */
export type GivenAnswer = { answer: CheckAnswer; at: Date; by: string | null }

/** What was answered for records of a kind, by their ids. */
export async function readAnswers(
  db: Db,
  kind: string,
  ids: readonly string[],
): Promise<Map<string, Map<string, CheckAnswer>>> {
  const answers = new Map<string, Map<string, CheckAnswer>>()
  if (ids.length === 0) return answers
  const found = await rows<{ id: string; rule: string; answer: CheckAnswer }>(
    db,
    sql`select record_id as id, rule, answer from community.check_answer
      where kind = ${kind} and record_id = any(${[...ids]}::text[])`,
  )
  for (const { id, rule, answer } of found) {
    const ofRecord = answers.get(id) ?? new Map<string, CheckAnswer>()
    answers.set(id, ofRecord.set(rule, answer))
  }
  return answers
}

/** What was answered for one record, by rule, with who gave it. */
export async function readGivenAnswers(db: Db, kind: string, id: string): Promise<Map<string, GivenAnswer>> {
  const found = await rows<{ rule: string } & GivenAnswer>(
    db,
    sql`select a.rule, a.answer, a.answered_at as at, coalesce(nullif(p.name, ''), p.email) as by
      from community.check_answer a left join community.person p on p.id = a.answered_by and p.closed_at is null
      where a.kind = ${kind} and a.record_id = ${id}`,
  )
  return new Map(found.map(({ rule, ...given }) => [rule, given]))
}

type Answering = { kind: string; id: string; rule: string; by: string; at: Date }

/** Writes an answer down in place of the one before it; without one, that is taken back. */
export async function putAnswer(
  tx: Tx,
  asked: Answering & { answer: CheckAnswer | undefined },
): Promise<void> {
  const { kind, id, rule, answer, at, by } = asked
  if (answer === undefined) {
    await sql`delete from community.check_answer where kind = ${kind} and record_id = ${id} and rule = ${rule}`.execute(
      tx,
    )
    return
  }
  const row = {
    kind,
    record_id: id,
    rule,
    answer,
    answered_at: at.toISOString(),
    answered_by: by,
  }
  await putRows(tx, 'community.check_answer', [row], ['kind', 'record_id', 'rule'])
}

/** Writes down what records of a kind fail, by id. */
export async function putStates(
  tx: Tx,
  kind: string,
  states: ReadonlyMap<string, CheckState>,
): Promise<void> {
  const found = [...states].map(([id, { must, should, lookAgain }]) => ({
    kind,
    record_id: id,
    must,
    should,
    look_again: lookAgain,
  }))
  await putRows(tx, 'community.check_state', found, ['kind', 'record_id'])
}

/** What a record was last found to fail. */
export function readState(db: Db, kind: string, id: string): Promise<CheckState | undefined> {
  return firstRow<CheckState>(
    db,
    sql`select must, should, look_again::text as "lookAgain" from community.check_state
      where kind = ${kind} and record_id = ${id}`,
  )
}

type Walk = { after: string; limit: number }

/** The ids of the records of a kind, from the first after `after`. */
export async function findAll(db: Db, kind: string, { after, limit }: Walk): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`select id from community.record where kind = ${kind} and id > ${after} order by id limit ${limit}`,
  )
  return found.map(({ id }) => id)
}

/** Those of them that time alone will have changed by a day (ISO date). */
export async function findOutdated(
  db: Db,
  kind: string,
  day: string,
  { after, limit }: Walk,
): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`select record_id as id from community.check_state
      where kind = ${kind} and look_again <= ${day}::date and record_id > ${after} order by record_id limit ${limit}`,
  )
  return found.map(({ id }) => id)
}
