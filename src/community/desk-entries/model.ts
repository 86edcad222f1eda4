/** What the tables of the desk show of records: one narrow entry for each. Pure. */

/** What a table can be put in the order of. */
export const deskSorts = ['title', 'date', 'checked', 'changed', 'added', 'type'] as const
export type DeskSort = (typeof deskSorts)[number]

/** What a table can be filtered by. */
export const deskFacets = [
  'state',
  'text',
  'missing',
  'stale',
  'discipline',
  'theme',
  'country',
  'type',
  'source',
  'assigned',
  'checked',
  'check',
  'demonstration',
] as const
export type DeskFacet = (typeof deskFacets)[number]

/** One record as a table shows it; `texts` are languages with their states, such as `km:draft`. */
export type DeskRow = {
  id: string
  slug: string | null
  title: string
  lang: string
  texts: string[]
  stale: string[]
  countries: string[]
  disciplines: string[]
  themes: string[]
  type: string | null
  date: string | null
  checked: string | null
  sources: string[]
  assigned: { id: string; name: string } | null
  demonstration: boolean
  added: Date
  changed: Date
}

/** What somebody asks of a table of one kind. */
export type DeskAsked = {
  kind: string
  chosen: Record<string, string[]>
  words?: string | undefined
  sort: DeskSort
  descending: boolean
  now: Date
}
