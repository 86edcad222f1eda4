import { randomInt } from 'node:crypto'
import { flatten, type KeptRecord, type Member, readRecord, readRecordAt } from '../../../community/index.ts'
import { type Db, notFound } from '../../../platform/index.ts'
import type { DeskKind } from '../fields/model.ts'
import type { Flat } from '../form/model.ts'
import { mayOpen } from './permissions.ts'

/** Answers a record for the desk as it is kept; refuses (404) what is not there, and what is not theirs to write. */
export async function openRecord(db: Db, by: Member, kind: DeskKind, id: string): Promise<KeptRecord> {
  const kept = await readRecord(db, kind, id)
  if (!kept || !mayOpen(by, kind, kept.record)) throw notFound()
  return kept
}

/** The record that a form was made from, flat; undefined where nobody has kept that version. */
export async function readBase(
  db: Db,
  kind: DeskKind,
  kept: KeptRecord,
  version: number,
): Promise<Flat | undefined> {
  if (version === kept.version) return flatten(kept.record)
  const base = await readRecordAt(db, { kind, id: kept.id, version })
  return base && flatten(base)
}

// Without the letters and figures that are taken for one another.
const letters = '23456789abcdefghjkmnpqrstvwxyz'

/** An id for a record that is to begin here, given out before it is there, so that sending its form twice makes it once. */
export const newRecordId = (kind: DeskKind): string =>
  `${kind}-${Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')}`

/** Whether the house has given out an id for a record of this kind. */
export const isGivenOut = (kind: DeskKind, id: string): boolean =>
  id.startsWith(`${kind}-`) && /^[2-9a-hj-km-np-tv-z]{12}$/.test(id.slice(kind.length + 1))
