/** Calls as they are read: with their rules, and as lists show them. Pure. */
import type { RecordText } from '../../../community/index.ts'
import type { Phase, Timing } from '../../rules/dates/model.ts'
import type { Book } from '../../rules/deciding/model.ts'
import type { CallRecord } from '../model.ts'

/** A call with its rules, as it stands at a moment. */
export type Call = {
  id: string
  slug: string
  version: number
  /** The whole call as files hold it; it is a rule book too. */
  record: CallRecord
  /** Its rules with the country sets of the house, ready to be asked. */
  book: Book
  timing: Timing
}

/** The same with the texts the viewer may see, the most useful first. */
export type ShownCall = Call & { originalLang: string; texts: RecordText[] }

/** A call as lists show it. */
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
