/** The ledger of erasures once more, as a file beside the database, for the day on which the database is lost. */
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Db, transact } from '../database/transact.ts'
import { eraseAgain, type Eraser, type Erasure, listErasures } from './erase.ts'

/** A ledger that cannot be read; the sentence says where. */
export class LedgerFault extends Error {}

const shape = z.object({ id: z.uuid(), kind: z.string(), subjectId: z.string(), erasedAt: z.iso.datetime() })

/** Where the ledger of a house lies. */
export const ledgerFile = (dataDir: string) => join(dataDir, 'erasures.jsonl')

/** Reads a ledger, a line of JSON for each erasure; undefined where there is none. Throws LedgerFault. */
export async function readLedger(path: string): Promise<Erasure[] | undefined> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new LedgerFault(
      `${path} cannot be read (${error instanceof Error ? error.message : String(error)}).`,
    )
  }
  const lines = text.split('\n')
  // What was cut off while it was written stands in the database, and is written again.
  lines.pop()
  return lines.map((line, index) => {
    try {
      return shape.parse(JSON.parse(line))
    } catch {
      throw new LedgerFault(`Line ${index + 1} of ${path} is no erasure.`)
    }
  })
}

/** Appends to the ledger of a house what its database knows and the file does not; it is then on the disk. */
export async function keepErasures(db: Db, dataDir: string): Promise<void> {
  const path = ledgerFile(dataDir)
  const kept = (await readLedger(path)) ?? []
  const known = new Set(kept.map(({ id }) => id))
  const missing = (await listErasures(db)).filter(({ id }) => !known.has(id))
  if (missing.length === 0) return
  await mkdir(dataDir, { recursive: true })
  const file = await open(path, 'a+', 0o600)
  try {
    const text = await file.readFile('utf8')
    await file.truncate(Buffer.byteLength(text.slice(0, text.lastIndexOf('\n') + 1)))
    await file.appendFile(missing.map((erasure) => `${JSON.stringify(erasure)}\n`).join(''))
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * Has the database and the file know the same: a database that went back in time, to a snapshot, forgets again what
 * it had already been made to forget. Answers how many subjects that were. Throws LedgerFault and UnknownKind.
 */
export async function agreeOnErasures(db: Db, dataDir: string, erasers: readonly Eraser[]): Promise<number> {
  const kept = (await readLedger(ledgerFile(dataDir))) ?? []
  const done = kept.length === 0 ? 0 : await transact(db, (tx) => eraseAgain(tx, erasers, kept))
  await keepErasures(db, dataDir)
  return done
}
