/** What somebody who looks a record over says of it, until it is settled. Pure. */

export type Remark = {
  id: string
  /** The language it is about; null: all of the record. */
  lang: string | null
  said: string
  saidAt: Temporal.Instant
  saidBy: { id: string; name: string } | null
  settled: { at: Temporal.Instant; by: string | null } | null
}

export const longestRemark = 4000
