import type { HeldDeclaration, Retention } from './model.ts'
import { dropRowsBefore, dropRowsOf, readRowsOf } from './queries.ts'

type Whole = Pick<HeldDeclaration, 'id' | 'words' | 'ground' | 'seenBy'> & {
  table: string
  /** The column that refers to the person; `person_id` if not said. */
  column?: string
  /** The columns that are given out: no secret, and nothing about anybody else. */
  gives: readonly string[]
  /** When rows go by themselves: so many days after the moment in a column. */
  goes?: { days: number; since: Retention['since']; moment: string }
  also?: Partial<Pick<HeldDeclaration, 'covers' | 'erase' | 'files' | 'retention' | 'sensitive'>>
}

/** Declares a table whose rows are each about one person and go when their account is closed. */
export function heldTable({
  table,
  column = 'person_id',
  gives,
  goes,
  also = {},
  ...declared
}: Whole): HeldDeclaration {
  return {
    ...declared,
    covers: [table],
    read: (db, { id }) => readRowsOf(db, { table, column, gives }, id),
    erase: (tx, { id }) => dropRowsOf(tx, table, column, id),
    ...also,
    retention: [
      ...(goes === undefined ? [] : [droppedAfter(`${declared.id}/${goes.since}`, table, goes)]),
      ...(also.retention ?? []),
    ],
  }
}

/** A period after which rows of a table go: so many days after the moment in a column. */
export function droppedAfter(
  id: string,
  table: string,
  { days, since, moment }: { days: number; since: Retention['since']; moment: string },
): Retention {
  return { id, days, since, part: 'whole', apply: (tx, before) => dropRowsBefore(tx, table, moment, before) }
}
