/** Backups on the disk: written whole or not at all, and read with every doubt about them settled. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { renameDurably } from '../database/durableFiles.ts'
import { BackupRefused, type Header, opening, type Position, readHeader, readPart } from './format.ts'

/** Lines that end in a line feed, and how many of them are rows. */
export type Lines = { text: string; rows: number }

/** How many rows were written, and what the file weighs. */
export type Written = { rows: number; bytes: number }

/** Writes a backup that nobody but its owner may read; there is a file only when all of it is on the disk. */
export async function writeFileOf(path: string, lines: AsyncIterable<Lines>): Promise<Written> {
  if (existsSync(path)) throw new BackupRefused(`${path} is there already; choose another name.`)
  const unfinished = `${path}.unfinished`
  const seal = { rows: 0 }
  try {
    await pipeline(
      Readable.from(sealed(lines, seal)),
      createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } }),
      createWriteStream(unfinished, { flush: true, mode: 0o600 }),
    )
    const { size } = await stat(unfinished)
    await renameDurably(unfinished, path)
    return { rows: seal.rows, bytes: size }
  } catch (error) {
    await rm(unfinished, { force: true })
    if (isOfFiles(error)) throw new BackupRefused(`${path} cannot be written (${error.message}).`)
    throw error
  }
}

async function* sealed(lines: AsyncIterable<Lines>, seal: { rows: number }): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const { text, rows } of lines) {
    const bytes = Buffer.from(text)
    seal.rows += rows
    hash.update(bytes)
    yield bytes
  }
  yield Buffer.from(`${JSON.stringify({ end: { rows: seal.rows, sha256: hash.digest('hex') } })}\n`)
}

/** What a backup holds, in the order it holds it; a row is the text of a JSON list of texts and nulls. */
export type Held =
  | { header: Header }
  | { table: string }
  | { table: string; row: string }
  | { sequences: Position[] }
  | { file: string; piece: string }

/** Reads a backup from beginning to end. Throws BackupRefused, at the latest at its end, if it is not whole. */
export async function* readFileOf(path: string): AsyncGenerator<Held> {
  try {
    yield* held(linesOf(path))
  } catch (error) {
    if (error instanceof BackupRefused)
      throw new BackupRefused(`${path} cannot be restored: ${error.message}`)
    if (isOfFiles(error)) throw new BackupRefused(`${path} cannot be read: ${wordsOf(error)}`)
    throw error
  }
}

/** Answers the header of a backup once all of it has been read and found whole. Throws BackupRefused. */
export async function checkFile(path: string): Promise<Header> {
  let header: Header | undefined
  for await (const part of readFileOf(path)) if ('header' in part) header = part.header
  if (!header) throw new BackupRefused(`${path} cannot be restored: it is empty.`)
  return header
}

async function* held(lines: AsyncGenerator<string>): AsyncGenerator<Held> {
  const hash = createHash('sha256')
  const tables = new Set<string>()
  let header: Header | undefined
  let [table, rows, ended] = ['', 0, false]
  for await (const line of lines) {
    if (ended) throw new BackupRefused('something follows its end; it is damaged.')
    if (!header) {
      header = readHeader(line)
      yield { header }
    } else if (line.startsWith('[')) {
      if (table === '') throw new BackupRefused('it holds rows of no table; it is damaged.')
      rows += 1
      yield { table, row: line }
    } else {
      const part = readPart(line)
      if ('end' in part) {
        const sum = hash.copy().digest('hex')
        if (part.end.sha256 !== sum || part.end.rows !== rows)
          throw new BackupRefused('it is damaged: its sum is wrong.')
        ended = true
      } else if ('table' in part) {
        if (tables.has(part.table))
          throw new BackupRefused(`it holds the table ${part.table} twice; it is damaged.`)
        table = part.table
        tables.add(table)
        yield { table }
      } else if ('sequences' in part || 'file' in part) yield part
    }
    hash.update(line).update('\n')
  }
  if (!ended) throw new BackupRefused('it is cut short.')
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const bytes = createReadStream(path)
  const plain = createZstdDecompress()
  bytes.on('error', (error) => plain.destroy(error))
  let rest: Buffer[] = []
  let begun = false
  for await (const chunk of bytes.pipe(plain)) {
    let from = 0
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      const line = Buffer.concat([...rest, chunk.subarray(from, at)]).toString()
      if (!begun) refuseForeign(line)
      begun = true
      rest = []
      from = at + 1
      yield line
    }
    if (from < chunk.length) rest.push(chunk.subarray(from))
    if (!begun) refuseForeign(Buffer.concat(rest).toString())
  }
  if (rest.length > 0) throw new BackupRefused('it is cut short.')
}

function refuseForeign(start: string): void {
  if (!start.startsWith(opening.slice(0, start.length)))
    throw new BackupRefused('it is no backup of a house.')
}

type FileError = Error & { code: string }

const barred = new Set([
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'EIO',
  'ENAMETOOLONG',
])

// The rows come from the database, whose failures are another matter.
function isOfFiles(error: unknown): error is FileError {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return false
  return barred.has(error.code) || error.code.startsWith('Z')
}

function wordsOf({ code, message }: FileError): string {
  if (code === 'ENOENT') return 'there is no such file.'
  if (code === 'Z_BUF_ERROR') return 'it is cut short.'
  if (code === 'ZSTD_error_prefix_unknown') return 'it is no backup of a house.'
  return code.startsWith('Z') ? `it is damaged (${message}).` : `${message}.`
}
