/** The pages of partners: what is open to the people of a place, and what goes on there. Pure. */
import { type CountrySet, findSet, type Partner } from '../../community/index.ts'

/** How much of each thing a partner's page shows before it leads to the whole list. */
export const shownOfEach = 6

/** How many calls each half of a funding guide holds at most. */
export const longestGuide = 100

/** Kinds of organisations that fund or house travellers. */
export const fundingKinds = ['arts-council', 'foundation', 'funder', 'residency'] as const

/** The places that belong to an organisation: the members of the set that bears one of its names. */
export function membersOf({ aliases }: { aliases: string[] }, sets: CountrySet[]): string[] {
  const found = aliases.map((name) => findSet(sets, name)).find((set) => set !== undefined)
  return found?.places ?? []
}

/** The parts of the partnership in the order they are shown; an organisation is in no region's list. */
export const parts = ['asia', 'europe', 'organisations'] as const
export type Part = (typeof parts)[number]

export function partOf(partner: Partner): Part {
  return partner.kind === 'country' && partner.region !== null ? partner.region : 'organisations'
}

/** The latest day on which any of these was compared with its source; null when none was. */
export function latestCheck(records: { lastChecked: string | null }[]): string | null {
  const days = records.flatMap(({ lastChecked }) => lastChecked ?? [])
  return days.toSorted().at(-1) ?? null
}
