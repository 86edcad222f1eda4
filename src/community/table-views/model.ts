/** A table somebody wants to find again. Pure. */

export const longestViewName = 80

/** Its filters, order and columns are its `query`, as it stands in the address of the table. */
export type TableView = {
  id: string
  kind: string
  name: string
  query: string
  shared: boolean
  isOwn: boolean
}
