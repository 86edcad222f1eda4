/** Two terms that become one. Pure. */
import type { Term } from '../model.ts'

declare module '../../../platform/index.ts' {
  interface Announcements {
    /** A term was merged into another, which stands for it from now on; whoever holds records with it writes them again. */
    'community.termMerged': { mergeId: string; vocabulary: string; from: string; into: string }
  }
}

/** How far the records of a merged term have been written again; `total` is unknown until they are counted. */
export type Merge = {
  id: string
  vocabulary: string
  from: string
  into: string
  askedAt: Date
  done: number
  total: number | null
  /** Records that could not be read any more, and were left as they are. */
  refused: number
  endedAt: Date | null
}

export type MergeFault = 'itself' | 'missing' | 'over' | 'circle' | 'retired'

/** Why a term cannot be merged into another. */
export function mergeFault(from: Term, into: Term | undefined): MergeFault | undefined {
  if (!into) return 'missing'
  if (into.id === from.id) return 'itself'
  if (from.mergedInto) return 'over'
  if (into.mergedInto === from.id) return 'circle'
  return into.retired ? 'retired' : undefined
}
