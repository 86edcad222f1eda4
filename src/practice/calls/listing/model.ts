/** A call as lists show it. Pure. */
import type { Phase } from '../../rules/dates/model.ts'

export type CallRow = {
  id: string
  slug: string
  version: number
  scheme: string
  edition: string | null
  programme: string | null
  title: string
  summary: string | null
  lang: string
  demonstration: boolean
  opensAt: Date
  closesAt: Date | null
  /** Where its days are counted (IANA). */
  zone: string
  phase: Phase
  /** In a demonstration: what the moved dates really were. */
  realDates: Record<string, string> | null
}

/** How many calls stand on a page of the list. */
export const pageSize = 30

/** The page an address asks for; undefined for what is no page. */
export function pageAsked(given: string | undefined): number | undefined {
  if (given === undefined) return 1
  return /^[1-9]\d{0,4}$/.test(given) ? Number(given) : undefined
}

/** The last day on which one may apply (ISO date): at its end the call is closed. */
export function lastDayOf({ closesAt, zone }: Pick<CallRow, 'closesAt' | 'zone'>): string | null {
  if (closesAt === null) return null
  const last = closesAt.toTemporalInstant().subtract({ milliseconds: 1 })
  return last.toZonedDateTimeISO(zone).toPlainDate().toString()
}
