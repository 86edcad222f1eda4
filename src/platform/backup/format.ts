/**
 * A backup as a file: lines of JSON, compressed as one Zstandard stream. The first line says what it is, the last
 * one how much went before it and its SHA-256; between them, table after table, each row is a list of texts.
 */
import { z } from 'zod'

/** What cannot be backed up or restored as asked; the sentence says why. Nothing was changed. */
export class BackupRefused extends Error {}

/** The second one holds files. */
export const formatVersion = 2

/** The first bytes of every backup, of any version. */
export const opening = '{"backup":"caravanserai","format":'

const headerShape = z.object({
  backup: z.literal('caravanserai'),
  format: z.union([z.literal(1), z.literal(formatVersion)]),
  /** The moment its rows stood as they are (ISO instant). */
  takenAt: z.string(),
  /** The migrations that had run, in order. */
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })).min(1),
  /** The version of the job queue's tables. */
  queue: z.number(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).min(1) })),
})

const partShape = z.union([
  z.strictObject({ table: z.string() }),
  z.strictObject({
    sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
  }),
  // The files that follow, and each of them in pieces one after another, as base64.
  z.strictObject({ files: z.array(z.string()) }),
  z.strictObject({ file: z.string(), piece: z.string() }),
  z.strictObject({ end: z.object({ rows: z.number(), sha256: z.string() }) }),
])

export type Header = z.output<typeof headerShape>

/** Where a sequence stood. */
export type Position = { name: string; value: string; called: boolean }

export type Part = z.output<typeof partShape>

/** Reads the first line. Throws BackupRefused. */
export function readHeader(line: string): Header {
  const format = z.object({ format: z.number() }).safeParse(jsonOf(line))
  if (format.success && format.data.format > formatVersion)
    throw new BackupRefused('it was made by a newer version of the house; put that version in place first.')
  const read = headerShape.safeParse(jsonOf(line))
  if (!read.success) throw new BackupRefused('its first line says nothing that can be understood.')
  return read.data
}

/** Reads a line that is no row. Throws BackupRefused. */
export function readPart(line: string): Part {
  const read = partShape.safeParse(jsonOf(line))
  if (!read.success) throw new BackupRefused('it holds what no backup holds; it is damaged.')
  return read.data
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
