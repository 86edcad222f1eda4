import type { z } from 'zod'
import { type Fault, putRows, readShape, type Tx } from '../../platform/index.ts'
import { keepEntries } from '../indexing/actions.ts'
import type { EntrySource } from '../indexing/queries.ts'
import type { Known } from '../known/model.ts'
import { type AnyRecord, type Keeping, keptBefore, type RecordKind, type Written } from './model.ts'
import type { Likeness, Plain } from '../records/model.ts'
import { keepUses } from '../pictures/actions.ts'
import type { RecordPicture } from '../pictures/model.ts'
import { keepTexts } from '../texts/actions.ts'
import { slugWanted, type TextState } from '../texts/model.ts'

type TextRecord = AnyRecord & {
  slug: string | null
  original_lang: string
  state: TextState
  translations: Record<string, Record<string, unknown> & { state: TextState; demonstration: boolean }>
  pictures?: RecordPicture[]
} & Record<string, unknown>

/** A kind of records with an address and texts: one row in a table of its own, and one for each language. */
export type TextKind<R extends TextRecord> = {
  name: string
  shape(known: Known): z.ZodType<R>
  table: string
  texts: string
  /** The texts beside title, summary and body. */
  pieces: readonly string[]
  /** The slug where neither words nor id make one, and those that are taken by pages. */
  slug: { otherwise: string; not?: string }
  /** The columns of its table, but for id, slug, original language and dates. */
  row(record: R, keeping: Keeping): Record<string, unknown>
  likeness(record: R): Likeness
  /** What the index holds of its records. */
  entries: EntrySource
  completed?(record: R, given: { before: Plain | undefined; on: string }): Partial<R>
  faultsOf?: NonNullable<RecordKind<R>['faultsOf']>
  own?: NonNullable<RecordKind<R>['own']>
  faultsToPublish?: NonNullable<RecordKind<R>['faultsToPublish']>
  /** What is written besides. */
  saved?(tx: Tx, written: Written<R>[], keeping: Keeping): Promise<void>
}

/** Makes a kind of its shape and its columns. */
export function textKind<R extends TextRecord>(kind: TextKind<R>): RecordKind<R> {
  return {
    name: kind.name,
    read: shaped(kind.shape),
    addresses: {
      table: kind.table,
      plural: kind.name,
      texts: kind.texts,
      of: (record) => [{ id: record.id, wanted: wantedOf(kind, record) }],
    },
    completed: (record, { before, slugs, on }) => ({
      ...record,
      ...kind.completed?.(record, { before, on }),
      slug: slugs.get(record.id) ?? record.slug,
    }),
    ...(kind.faultsOf ? { faultsOf: kind.faultsOf } : {}),
    ...(kind.own ? { own: kind.own } : {}),
    ...(kind.faultsToPublish ? { faultsToPublish: kind.faultsToPublish } : {}),
    texts: ['title', 'name', 'summary', 'body', ...kind.pieces],
    save: (tx, written, keeping) => saveAll(tx, kind, written, keeping),
    likeness: (record) => kind.likeness(record),
  }
}

/** Reads records by the shape of a kind; making a shape costs more than reading a record by it. */
export function shaped<R>(shape: (known: Known) => z.ZodType<R>) {
  const made = new WeakMap<Known, z.ZodType<R>>()
  return (known: Known, raw: unknown): { record: R } | { faults: Fault[] } => {
    const kept = made.get(known) ?? shape(known)
    made.set(known, kept)
    return readShape(kept, raw)
  }
}

function wantedOf<R extends TextRecord>({ slug }: TextKind<R>, record: R): string {
  const wanted = slugWanted(record, slug.otherwise)
  return wanted === slug.not ? `${wanted}-${slug.otherwise}` : wanted
}

async function saveAll<R extends TextRecord>(
  tx: Tx,
  kind: TextKind<R>,
  written: Written<R>[],
  keeping: Keeping,
): Promise<void> {
  const rows = written.map(({ record, addedAt, changedAt }) => ({
    id: record.id,
    slug: record.slug,
    original_lang: record.original_lang,
    created_at: addedAt,
    updated_at: changedAt,
    ...kind.row(record, keeping),
  }))
  await putRows(tx, kind.table, rows, ['id'])
  const records = written.map(({ record }) => record)
  await keepTexts(tx, kind.texts, records, { pieces: kind.pieces, before: keptBefore(written) })
  await keepUses(tx, kind.name, written)
  await kind.saved?.(tx, written, keeping)
  await keepEntries(
    tx,
    kind.entries,
    records.map(({ id }) => id),
  )
}
