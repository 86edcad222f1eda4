/** What a kind of record is, and what can be asked of one. Pure. */
import type { Db, Fault, Tx } from '../../platform/index.ts'
import type { CheckRule } from '../checks/model.ts'
import type { Known } from '../known/model.ts'
import type { Member, Viewer } from '../people/model.ts'
import type {
  Authority,
  Doubt,
  Fields,
  Giving,
  KeptRecord,
  Likeness,
  Outcome,
  Plain,
  Provenance,
  Source,
} from '../records/model.ts'

/** What records are kept with: the house's words, and the moment. */
export type Keeping = { known: Known; at: Date }

/** A record as its kind reads it; where an export says so, with where it comes from. */
export type AnyRecord = { id: string; provenance?: Provenance | null }

/** How records of a kind are read, completed and written to the tables of the kind. */
export type RecordKind<R extends AnyRecord> = {
  name: string
  /** What a record says of which nothing is said; needed where the shape asks for more than an id and a title. */
  empty?: object
  /** A record by the shape of the kind, or every fault of it. */
  read(known: Known, raw: unknown): { record: R } | { faults: Fault[] }
  /**
   * The table that keeps addresses of this kind, what they begin with, and those a record wants; absent where it has none. Where
   * `texts` is named, a record nobody could read so far takes up the address of its words when it is first published.
   */
  addresses?: {
    table: string
    plural: string
    texts?: string
    of(record: R, known: Known): { id: string; wanted: string }[]
  }
  /** The record as the house keeps it: with its addresses, and with what it knows from the one before. */
  completed(
    record: R,
    given: { before: Plain | undefined; slugs: ReadonlyMap<string, string>; on: string },
  ): R
  /** Why some of these records cannot be kept now, by their place; `waits` for what it is a part of. */
  faultsOf?(
    tx: Tx,
    records: R[],
    taken: ReadonlySet<string>,
    keeping: Keeping,
  ): Promise<ReadonlyMap<number, Fault[] | 'waits'>>
  /** Writes the tables of the kind; the records are new or changed. */
  save(tx: Tx, records: Written<R>[], keeping: Keeping): Promise<void>
  /** Which records somebody keeps who may not edit all of them, and which fields of one are theirs. */
  own?: { may(by: Viewer, id: string): by is Member; has(record: Plain, field: string): boolean }
  /** By what a record is recognised under another id. */
  likeness?(record: R): Likeness
  /** What is asked of its records before they are published; the records of a kind without rules are not looked at. */
  rules?: readonly CheckRule[]
  /** The fields that are its texts, in the language it was written in. */
  texts?: readonly string[]
  /** Why a language of a record cannot be published, as it stands. */
  faultsToPublish?(tx: Tx, record: R, lang: string): Promise<Fault[]>
}

/** A record to be written to the tables of its kind, with the dates it has in this house. */
export type Written<R> = { record: R; isNew: boolean; addedAt: string; changedAt: string }

/** Where a batch of records comes from, and what may be done with it. */
export type Giver = Keeping & {
  source: Source
  authority: Authority
  dryRun: boolean
  /** Ids that went in from this file so far. */
  taken: ReadonlySet<string>
  /** In a dry run: by what those were recognised, since the house does not hold them. */
  recognised: Map<string, string>
}

export type Taken = { outcome: Outcome; doubts: Doubt[] }

/** Records given together: each is read when it is added, all are kept in one transaction. */
export type Batch = {
  add(raw: unknown, properties: Giving['properties']): { id: string } | { faults: Fault[] }
  keep(tx: Tx): Promise<Taken[]>
}

/** What imports and edits ask of a kind of record. */
export type RecordKeeper = {
  kind: string
  openBatch(giver: Giver): Batch
  edit(db: Db, by: Viewer, asked: EditRequest, keeping: Keeping): Promise<EditAnswer | Conflict>
  /** Makes a record of what a person says of it: a draft, under an id the house has given out. */
  create(db: Db, by: Viewer, asked: CreateRequest, keeping: Keeping): Promise<CreateAnswer>
  /** Writes a record as it would be with these fields, whoever asks, in a transaction that is to be undone. */
  pretend(tx: Tx, asked: Pretended, keeping: Keeping): Promise<{ record: Plain } | { faults: Fault[] }>
  /** Puts values in place of what sources give of a record that is held, and asks nobody's permission. */
  rewrite(tx: Tx, kept: KeptRecord, change: Rewrite, keeping: Keeping): Promise<Rewritten>
  /** Why a language of a record cannot be published, as it stands. */
  faultsToPublish(tx: Tx, record: Plain, lang: string, known: Known): Promise<Fault[]>
  /** The fields that are texts of its records. */
  texts: readonly string[]
}

/** What is put in place of what sources give; by nobody where the house does it. */
export type Rewrite = { fields: Fields; by: string | null; why?: string | undefined }
export type Rewritten = { version: number; before: Plain; after: Plain } | { faults: Fault[] }

/** Fields to change, by name (`translations.fr.title` for a translation): null takes a value away, undefined gives it back to its sources. */
export type EditRequest = { id: string; version: number; fields: Fields; why?: string }
export type EditAnswer = { version: number } | { faults: Fault[] }

/** Somebody else has saved the record meanwhile, and so it stands; nothing was changed. */
export type Conflict = { conflict: { version: number; record: Plain } }

export type CreateRequest = { id: string; fields: Fields; why?: string }
/** `there`: a record has this id already, which is what sending a form twice comes to. */
export type CreateAnswer = { version: number; doubts: Doubt[] } | { faults: Fault[] } | { there: true }

/** Fields of a record that may not be there yet; states among them. */
export type Pretended = { id: string; fields: Fields }

/** The ids of those that the house held before. */
export function keptBefore<R extends AnyRecord>(written: Written<R>[]): string[] {
  return written.flatMap(({ record, isNew }) => (isNew ? [] : [record.id]))
}
