/** Finds the records in the bytes of a JSON file, and says in the words of an editor where it breaks off. Pure. */
import type { Opening } from '../../files/model.ts'
import { FileFault } from '../../import/model.ts'
import { Broken, type Mark, syntaxOf } from '../syntax/model.ts'

/** In bytes; whole books are shorter. */
export const longestRecord = 16 * 1024 * 1024

const decoder = new TextDecoder('utf-8', { fatal: true })
export const decoded = (bytes: Uint8Array) => decoder.decode(bytes)

/** A text from the quotation marks and escapes it has in JSON. */
export const textOf = (json: string) => String(JSON.parse(json))

/** The bytes of each record, as many at once as end in a chunk. Throws FileFault, when it gets there, where the file is not JSON or holds no records. */
export async function* recordsOf(open: Opening): AsyncGenerator<Uint8Array[]> {
  const finder = recordFinder()
  try {
    for await (const chunk of open()) yield finder.read(chunk)
    finder.end()
  } catch (error) {
    throw error instanceof Broken ? new FileFault(await sentenceOf(open, error, finder.index())) : error
  }
}

type Finder = {
  /** Reads on, and answers the records that end in these bytes. Throws Broken. */
  read(chunk: Uint8Array): Uint8Array[]
  /** The file ends here. Throws Broken, or FileFault when no list of records stood in it. */
  end(): void
  /** The record that is being read or comes next; undefined outside the list. */
  index(): number | undefined
}

/** Finds the list `records` in the outermost object, and in it one record after another. */
function recordFinder(): Finder {
  const holder = byteHolder()
  let [name, found, inList, index] = ['', false, false, 0]
  let ended: Uint8Array[] = []

  const enter = ({ at, byte }: Mark) => {
    if (name !== 'records') return
    if (found) throw new Broken(at, 'cannot be read', 'a second list of records begins')
    if (byte !== openingBracket) throw new Broken(at, 'cannot be read', 'what it calls records is no list')
    found = true
    inList = true
  }
  const end = ({ is, at, depth }: Mark) => {
    if (is === 'name') name = textOf(decoded(holder.end(at)))
    else if (depth === 1) inList = false
    else {
      ended.push(holder.end(at))
      index += 1
    }
  }
  const syntax = syntaxOf((mark) => {
    const { is, depth, edge } = mark
    if (depth === 0 || (is === 'name' && depth > 1) || (is === 'value' && depth === 2 && !inList)) return
    if (edge === 'end') end(mark)
    else if (is === 'value' && depth === 1) enter(mark)
    else holder.begin(mark.at)
  })
  return {
    read(chunk) {
      ended = []
      holder.next(chunk)
      syntax.read(chunk)
      holder.keep()
      return ended
    },
    end() {
      syntax.end()
      if (!found) throw new FileFault('The file holds no list of records: { "records": [ … ] } is expected.')
    },
    index: () => (inList ? index : undefined),
  }
}

const openingBracket = 0x5b
const lineFeed = 0x0a

/** Holds bytes from where something begins to where it ends, over as many chunks as that takes. Throws Broken. */
function byteHolder() {
  let [passed, size] = [0, 0]
  let begun: number | undefined
  let chunk: Uint8Array = new Uint8Array()
  let parts: Uint8Array[] = []

  const keepTo = (at: number) => {
    if (begun === undefined) return
    const part = chunk.subarray(Math.max(begun - passed, 0), at - passed)
    size += part.length
    if (size > longestRecord) {
      throw new Broken(
        begun,
        'cannot be read',
        `a record or name is longer than ${longestRecord / 1024 / 1024} MiB`,
      )
    }
    parts.push(part)
  }
  return {
    next(bytes: Uint8Array) {
      passed += chunk.length
      chunk = bytes
    },
    begin(at: number) {
      begun = at
    },
    /** The rest of this chunk belongs to what has begun and not ended. */
    keep() {
      keepTo(passed + chunk.length)
    },
    end(at: number): Uint8Array {
      keepTo(at)
      const [first = new Uint8Array(), ...others] = parts
      const whole = others.length === 0 ? first : joined(parts, size)
      parts = []
      size = 0
      begun = undefined
      return whole
    },
  }
}

function joined(parts: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

async function sentenceOf(
  open: Opening,
  { at, how, message }: Broken,
  index: number | undefined,
): Promise<string> {
  const { line, column } = await placeOf(open, at)
  const record = index === undefined ? '' : `, in record ${index}`
  return `The file ${how} at byte ${at} (line ${line}, column ${column})${record}: ${message}.`
}

/** Line and column from 1, a character a column, as editors count; the file is read again to count them. */
async function placeOf(open: Opening, offset: number): Promise<{ line: number; column: number }> {
  let [line, column, passed] = [1, 1, 0]
  for await (const chunk of open()) {
    const end = Math.min(offset - passed, chunk.length)
    for (let at = 0; at < end; at += 1) {
      const byte = chunk[at] ?? 0
      if (byte === lineFeed) {
        line += 1
        column = 1
      } else if ((byte & 0xc0) !== 0x80) column += 1
    }
    passed += chunk.length
    if (passed >= offset) break
  }
  return { line, column }
}
