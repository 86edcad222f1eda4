/** What the API of lists understands besides the facets: how many, from where, with counts or without. Pure. */

/** Kinds of records, by the last part of their addresses. */
export const resources = [
  'opportunities',
  'events',
  'articles',
  'organisations',
  'programmes',
  'partners',
] as const
export type ResourceName = (typeof resources)[number]

export const mostItems = 100
const usualItems = 20

/** How many items are wanted, from where, and whether with the counts of every facet. */
export type Portion = { limit: number; cursor: string | undefined; counts: boolean }

/** Parameters of a portion; the others narrow the list. Blank ones are as good as absent. */
export function readPortion(
  parameters: URLSearchParams,
): { portion: Portion; others: URLSearchParams } | { unknown: { parameter: string; value: string } } {
  const others = new URLSearchParams(parameters)
  for (const name of ['limit', 'cursor', 'counts']) others.delete(name)
  const given = (name: string) => parameters.get(name)?.trim() || undefined
  const [limit, counts, page] = [given('limit'), given('counts'), given('page')]
  if (limit !== undefined && !(/^[1-9]\d{0,2}$/.test(limit) && Number(limit) <= mostItems))
    return { unknown: { parameter: 'limit', value: limit } }
  if (counts !== undefined && counts !== 'true' && counts !== 'false')
    return { unknown: { parameter: 'counts', value: counts } }
  // Pages of an API are named by cursors.
  if (page !== undefined) return { unknown: { parameter: 'page', value: page } }
  const portion = {
    limit: limit === undefined ? usualItems : Number(limit),
    cursor: given('cursor'),
    counts: counts === 'true',
  }
  return { portion, others }
}
