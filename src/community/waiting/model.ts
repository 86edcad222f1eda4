/** What waits at the desk for somebody: heaps of the same work, each with the first of it. Pure. */

/** The heaps, what is most urgent first. */
export const heapNames = [
  'failed',
  'sent-back',
  'review',
  'scheduled',
  'claims',
  'typed',
  'drafts',
  'assigned',
  'must',
  'stale',
  'old',
] as const
export type HeapName = (typeof heapNames)[number]

/** How much of a heap there is of one kind of record, since when, and in which languages where it is of texts. */
export type HeapPart = { heap: HeapName; kind: string; count: number; since: Date | null; langs: string[] }

/** One record in a heap: in one of its languages, with when it is from or due, and a word about it. */
export type WaitingRecord = {
  heap: HeapName
  kind: string
  id: string
  title: string
  lang: string
  at: Date | null
  note: string | null
}

/** What waits for somebody: how much of it, and the first records of the heaps that are about single ones. */
export type Waiting = { parts: HeapPart[]; records: WaitingRecord[] }
