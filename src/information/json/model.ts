/**
 * Records of a JSON file, `{ "records": [ … ] }`, one after another. The file is read twice: once to see that it is
 * whole, then for its records. Only where each begins and ends is our own reading; what it holds is read by JSON.parse.
 * Pure; nothing is kept but the record at hand.
 */
import type { Fault } from '../../platform/index.ts'
import type { Opening, Piece, Place } from '../files/model.ts'
import { isObject, textAt } from '../import/model.ts'
import { decoded, recordsOf, textOf } from './finding/model.ts'

/** No shape is nearly as deep, and what asks them may go down by calling itself. */
export const deepestRecord = 64

/** What a first reading of the whole file says: how many records it holds, and the fields of the first ones. */
export type Survey = { total: number; fields: string[] }

const surveyed = 20

/** Reads the whole file once. Throws FileFault, with the place, where it is not JSON or holds no list of records. */
export async function surveyRecords(open: Opening): Promise<Survey> {
  const fields = new Set<string>()
  let total = 0
  for await (const records of recordsOf(open)) {
    for (const bytes of records.slice(0, Math.max(surveyed - total, 0))) {
      for (const field of fieldsIn(bytes)) fields.add(field)
    }
    total += records.length
  }
  return { total, fields: [...fields] }
}

function fieldsIn(bytes: Uint8Array): string[] {
  const raw: unknown = JSON.parse(decoded(bytes))
  return isObject(raw) ? Object.keys(raw) : []
}

/** Every record of a file that was surveyed, with its own text as it stands there. */
export async function* readRecords(open: Opening): AsyncGenerator<Piece> {
  let index = 0
  for await (const records of recordsOf(open)) {
    for (const bytes of records) {
      yield pieceOf(decoded(bytes), { index, line: null })
      index += 1
    }
  }
}

function pieceOf(text: string, place: Place): Piece {
  const raw: unknown = JSON.parse(text)
  const fault = faultIn(text)
  if (fault) return { place, id: textAt(raw, 'id'), faults: [fault], text }
  return { place, raw, text, origin: null }
}

/** What JSON allows and no record can be: a field given twice, of which all but the last would be lost, and bombs. */
function faultIn(text: string): Fault | undefined {
  const names: (Set<string> | undefined)[] = []
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '{') names.push(new Set())
    else if (character === '[') names.push(undefined)
    else if (character === '}' || character === ']') names.pop()
    else if (character === '"') {
      const end = endOfText(text, at)
      const name = nameAt(text, at, end)
      if (name !== undefined && names.at(-1)?.has(name)) return twice(name)
      if (name !== undefined) names.at(-1)?.add(name)
      at = end - 1
    }
    if (names.length > deepestRecord) return tooDeep(text)
  }
  return undefined
}

const twice = (name: string): Fault => ({ field: name, value: null, reason: 'stands twice in one record' })

const tooDeep = (text: string): Fault => ({
  field: '(record)',
  value: text.slice(0, 200),
  reason: `is nested deeper than ${deepestRecord} levels`,
})

/** Where a text in quotation marks ends: after the first mark that an even number of backslashes precedes. */
function endOfText(text: string, begin: number): number {
  for (let end = text.indexOf('"', begin + 1); ; end = text.indexOf('"', end + 1)) {
    let before = end
    while (text[before - 1] === '\\') before -= 1
    if ((end - before) % 2 === 0) return end + 1
  }
}

const colon = /[ \t\n\r]*:/y

function nameAt(text: string, begin: number, end: number): string | undefined {
  colon.lastIndex = end
  if (!colon.test(text)) return undefined
  const name = text.slice(begin, end)
  return name.includes('\\') ? textOf(name) : name.slice(1, -1)
}
