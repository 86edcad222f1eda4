export { type Bits, addAll, keepBoth, takeAll } from './bits.ts'
export type { KeptKind, KeptRow, KeptSets } from './keptSets.ts'
export { askSets, keepSets, type Keeping, readKept, readySets } from './read.ts'
