export { allOf, anyOf, type Bits, takeAll } from './bits.ts'
export type { KeptKind, KeptRow, KeptSets } from './keptSets.ts'
export { askSets, keepSets, type Keeping, knownTurn, readKept, readySets } from './read.ts'
