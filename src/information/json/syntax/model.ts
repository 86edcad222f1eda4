/**
 * JSON (RFC 8259) in UTF-8, byte by byte: what may follow what, and where names and values near the top begin and end.
 * Pure; nothing of the text is kept, so a file of any size is checked in the same memory.
 *
 * Libraries were measured beside it: `@streamparser/json` took four times as long and tells neither invalid UTF-8 nor
 * the place of most faults, and `stream-json` tells no places and is, by its own words, not for hostile files.
 */

import { FileFault } from '../../import/model.ts'
import {
  type Act,
  acts,
  afterNumber,
  asks,
  beforeValue,
  broken,
  codeOf,
  inNumber,
  notInValue,
  states,
  table,
  unexpected,
} from '../states/model.ts'

/** Where a name or value begins (its first byte) or ends (the byte after it), in bytes from the start of the file. */
export type Mark = {
  edge: 'begin' | 'end'
  is: 'name' | 'value'
  /** How many objects and lists it stands in. */
  depth: number
  at: number
  /** The first byte of what begins. */
  byte: number
}

/** Marks are told of what stands in no more objects and lists than this. */
const deepestMark = 2

/** Deeper than any file is but one made to break readers. */
export const deepest = 1024 * 1024

/** Where a file cannot be read on, in bytes from its start, and why. */
export class Broken extends Error {
  readonly at: number
  readonly how: 'is not JSON' | 'cannot be read'
  constructor(at: number, how: Broken['how'], why: string) {
    super(why)
    this.at = at
    this.how = how
  }
}

const [start, value, firstValue] = [codeOf('start'), codeOf('value'), codeOf('firstValue')]
const [firstName, name, colon] = [codeOf('firstName'), codeOf('name'), codeOf('colon')]
const [after, string] = [codeOf('after'), codeOf('string')]

export type Syntax = {
  /** Reads on; the bytes are the file's next. Throws Broken. */
  read(bytes: Uint8Array): void
  /** The file ends here. Throws Broken, or FileFault when nothing stood in it. */
  end(): void
}

/** The syntax of one file, from its first byte; marks are told as they are met. */
export function syntaxOf(tell: (mark: Mark) => void): Syntax {
  const within: Kind[] = []
  const { mark, act } = nesting(within, tell)
  const byCode = acts.map((name) => act[name])
  let [state, passed] = [start, 0]

  /** Where a value begins or ends, or an act is to be done. */
  const turn = (from: number, next: number, at: number, byte: number): number => {
    if (next === broken) throw notJson(at, from, byte, within)
    if (beforeValue[from] && !notInValue[next]) mark('begin', at, byte)
    if (inNumber[from] && afterNumber[next]) mark('end', at)
    return byCode[next - states.length]?.(at, byte) ?? next
  }
  return {
    read(bytes) {
      let current = state
      for (let at = 0; at < bytes.length; at += 1) {
        const byte = bytes[at] ?? 0
        const next = table[current * 256 + byte] ?? broken
        // Most bytes change nothing, and a processor that guesses so need not wait for the table.
        if (next === current) continue
        current = next < asks ? next : turn(current, next - asks, passed + at, byte)
      }
      state = current
      passed += bytes.length
    },
    end() {
      if (within.length === 0 && (state === after || inNumber[state])) return
      if (within.length === 0 && beforeValue[state]) throw new FileFault('The file is empty.')
      throw new Broken(passed, 'is not JSON', 'it ends too early')
    },
  }
}

type Kind = 'object' | 'list'

/** What opens and closes; each act answers the state that follows it. */
function nesting(within: Kind[], tell: (mark: Mark) => void) {
  let inName = false
  const mark = (edge: Mark['edge'], at: number, byte = 0) => {
    const depth = within.length
    if (depth <= deepestMark) tell({ edge, is: inName ? 'name' : 'value', depth, at, byte })
  }
  const open = (kind: Kind, next: number) => (at: number) => {
    if (within.length === deepest) {
      throw new Broken(at, 'cannot be read', `it is nested deeper than ${deepest} levels`)
    }
    within.push(kind)
    return next
  }
  const close = (kind: Kind) => (at: number, byte: number) => {
    if (within.at(-1) !== kind) throw notJson(at, after, byte, within)
    within.pop()
    mark('end', at + 1)
    return after
  }
  const closeText = (at: number) => {
    mark('end', at + 1)
    const next = inName ? colon : after
    inName = false
    return next
  }
  const act: Record<Act, (at: number, byte: number) => number> = {
    openObject: open('object', firstName),
    openList: open('list', firstValue),
    closeObject: close('object'),
    closeList: close('list'),
    openName(at, byte) {
      inName = true
      mark('begin', at, byte)
      return string
    },
    closeString: closeText,
    closeWord: closeText,
    comma(at, byte) {
      if (within.length === 0) throw notJson(at, after, byte, within)
      return within.at(-1) === 'object' ? name : value
    },
  }
  return { mark, act }
}

const notJson = (at: number, state: number, byte: number, within: Kind[]) =>
  new Broken(at, 'is not JSON', unexpected(state, byte, within.length))
