/** The states of JSON (RFC 8259) in UTF-8 (RFC 3629): which bytes each takes, and what comes next. Pure. */

type Bytes = string | readonly [first: number, last: number]
type Moves = readonly (readonly [Bytes, string])[]

const [space, digit] = [' \t\n\r', '0123456789']
const continuation = [0x80, 0xbf] as const

const aValue: Moves = [
  ['"', 'string'],
  ['{', 'openObject'],
  ['[', 'openList'],
  ['-', 'minus'],
  ['0', 'zero'],
  ['123456789', 'digits'],
  ['t', 't'],
  ['f', 'f'],
  ['n', 'n'],
]
const whatFollows: Moves = [
  [space, 'after'],
  [',', 'comma'],
  ['}', 'closeObject'],
  [']', 'closeList'],
]

/** What each state takes, and what comes next: another state, or an act that finds it. Later lines override. */
const moves = {
  start: [...aValue, [space, 'value'], [[0xef, 0xef], 'mark1']],
  mark1: [[[0xbb, 0xbb], 'mark2']],
  mark2: [[[0xbf, 0xbf], 'value']],
  value: [...aValue, [space, 'value']],
  firstValue: [...aValue, [space, 'firstValue'], [']', 'closeList']],
  firstName: [
    [space, 'firstName'],
    ['"', 'openName'],
    ['}', 'closeObject'],
  ],
  name: [
    [space, 'name'],
    ['"', 'openName'],
  ],
  colon: [
    [space, 'colon'],
    [':', 'value'],
  ],
  after: whatFollows,
  string: [
    [[0x20, 0x7f], 'string'],
    ['"', 'closeString'],
    ['\\', 'escape'],
    [[0xc2, 0xdf], 'last1'],
    [[0xe1, 0xef], 'last2'],
    [[0xe0, 0xe0], 'afterE0'],
    [[0xed, 0xed], 'afterED'],
    [[0xf1, 0xf3], 'last3'],
    [[0xf0, 0xf0], 'afterF0'],
    [[0xf4, 0xf4], 'afterF4'],
  ],
  escape: [
    ['"\\/bfnrt', 'string'],
    ['u', 'hex4'],
  ],
  hex4: [[`${digit}abcdefABCDEF`, 'hex3']],
  hex3: [[`${digit}abcdefABCDEF`, 'hex2']],
  hex2: [[`${digit}abcdefABCDEF`, 'hex1']],
  hex1: [[`${digit}abcdefABCDEF`, 'string']],
  last3: [[continuation, 'last2']],
  last2: [[continuation, 'last1']],
  last1: [[continuation, 'string']],
  // Longer than need be, halves of pairs, and beyond U+10FFFF: none is UTF-8 (RFC 3629).
  afterE0: [[[0xa0, 0xbf], 'last1']],
  afterED: [[[0x80, 0x9f], 'last1']],
  afterF0: [[[0x90, 0xbf], 'last2']],
  afterF4: [[[0x80, 0x8f], 'last2']],
  minus: [
    ['0', 'zero'],
    ['123456789', 'digits'],
  ],
  zero: [...whatFollows, ['.', 'point'], ['eE', 'power']],
  digits: [...whatFollows, [digit, 'digits'], ['.', 'point'], ['eE', 'power']],
  point: [[digit, 'fraction']],
  fraction: [...whatFollows, [digit, 'fraction'], ['eE', 'power']],
  power: [
    ['+-', 'sign'],
    [digit, 'exponent'],
  ],
  sign: [[digit, 'exponent']],
  exponent: [...whatFollows, [digit, 'exponent']],
  t: [['r', 'tr']],
  tr: [['u', 'tru']],
  tru: [['e', 'closeWord']],
  f: [['a', 'fa']],
  fa: [['l', 'fal']],
  fal: [['s', 'fals']],
  fals: [['e', 'closeWord']],
  n: [['u', 'nu']],
  nu: [['l', 'nul']],
  nul: [['l', 'closeWord']],
} satisfies Record<string, Moves>

export const acts = [
  'openObject',
  'openList',
  'openName',
  'closeObject',
  'closeList',
  'closeString',
  'closeWord',
  'comma',
] as const
export type Act = (typeof acts)[number]
type Name = keyof typeof moves | Act

export const states = Object.keys(moves)
const codes = new Map([...states, ...acts].map((name, code) => [name, code]))
/** Where a state does not take a byte. */
export const broken = codes.size
/** The number of a state, or of an act after all states. */
export const codeOf = (name: Name) => codes.get(name) ?? broken

function listed(bytes: Bytes): number[] {
  if (typeof bytes === 'string') return Array.from(bytes, (character) => character.charCodeAt(0))
  const [first, last] = bytes
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

const among = (...some: Name[]) =>
  Uint8Array.from([...codes.keys()], (name) => Number(some.some((one) => one === name)))
export const beforeValue = among('start', 'value', 'firstValue')
export const notInValue = among('mark1', 'value', 'firstValue', 'closeList')
export const inNumber = among('zero', 'digits', 'fraction', 'exponent')
export const afterNumber = among('after', 'comma', 'closeObject', 'closeList')

/** Marks what follows where a value may begin or end, or an act is to be done: for all other bytes nothing is asked. */
export const asks = 0x80

/** What follows a state and a byte, at 256 times the state plus the byte. */
export const table = new Uint8Array(states.length * 256).fill(broken | asks)
for (const [state, taken] of Object.values<Moves>(moves).entries()) {
  for (const [bytes, target] of taken) {
    const next = codes.get(target) ?? broken
    for (const byte of listed(bytes)) table[state * 256 + byte] = isAsked(state, next) ? next | asks : next
  }
}

function isAsked(state: number, next: number): boolean {
  const begins = beforeValue[state] === 1 && notInValue[next] === 0
  const ends = inNumber[state] === 1 && afterNumber[next] === 1
  return begins || ends || next >= states.length
}

const wanted: [RegExp, string][] = [
  [/^(start|mark\d|value)$/, 'a value'],
  [/^firstValue$/, 'a value or “]”'],
  [/^firstName$/, 'a name in quotation marks or “}”'],
  [/^name$/, 'a name in quotation marks'],
  [/^colon$/, '“:”'],
  [/^escape$/, 'an escape such as \\n or \\"'],
  [/^hex\d$/, 'four hexadecimal digits'],
  [/^(minus|point|power|sign)$/, 'a digit'],
  [/^[tfn]/, 'true, false or null'],
]

/** Why a state does not take a byte; in how many objects and lists it stands says whether anything may come. */
export function unexpected(state: number, byte: number, depth: number): string {
  const name = states[state] ?? ''
  if (/^(string|last\d|after..)$/.test(name)) return inText(byte)
  const shown = byte > 0x20 && byte < 0x7f ? `“${String.fromCharCode(byte)}”` : `a byte ${hex(byte)}`
  const [, instead] = wanted.find(([states]) => states.test(name)) ?? []
  if (instead === undefined && depth === 0) return `${shown} stands after its end`
  return `${shown} stands where ${instead ?? '“,” or the end of what was begun'} should`
}

function inText(byte: number): string {
  if (byte < 0x20)
    return `a control character (byte ${hex(byte)}) stands in a text that is not ended before it`
  return `byte ${hex(byte)} is not UTF-8`
}

const hex = (byte: number) => `0x${byte.toString(16).padStart(2, '0').toUpperCase()}`
