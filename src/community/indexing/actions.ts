import {
  type Db,
  dropEntriesBetween,
  dropUnusedWords,
  holdEntries,
  putEntries,
  transact,
  type Tx,
} from '../../platform/index.ts'
import type { EntrySource } from './queries.ts'

/** Takes these records into the index as they are now, or out of it where they are gone; in the transaction of the write. */
export function keepEntries(tx: Tx, source: EntrySource, ids: readonly string[]): Promise<void> {
  return putEntries(tx, source.kind, ids, () => source.read(tx, ids))
}

const batchSize = 200

/**
 * Makes the index anew from the records, 200 in a transaction; answers how many records. Others may write meanwhile, and
 * it can be stopped and begun again.
 */
export async function rebuildEntries(
  db: Db,
  sources: readonly EntrySource[],
  { stopped = () => false, progress }: RebuildOptions = {},
): Promise<number> {
  let done = 0
  for (const source of sources) {
    let after: string | null = null
    while (!stopped()) {
      const ids: string[] = await transact(db, (tx) => rebuildBatch(tx, source, after))
      done += ids.length
      await progress?.(done)
      if (ids.length < batchSize) break
      after = ids.at(-1) ?? null
    }
  }
  if (!stopped()) await transact(db, dropUnusedWords)
  return done
}

export type RebuildOptions = { stopped?: () => boolean; progress?: (done: number) => Promise<void> }

// Read while nobody else writes: what another is about to write it will write after this, and no entry is dropped for it.
async function rebuildBatch(tx: Tx, source: EntrySource, after: string | null): Promise<string[]> {
  await holdEntries(tx, source.kind)
  const ids = await source.idsAfter(tx, after, batchSize)
  await keepEntries(tx, source, ids)
  const isLast = ids.length < batchSize
  await dropEntriesBetween(tx, source.kind, { after, until: isLast ? null : (ids.at(-1) ?? null), but: ids })
  return ids
}
