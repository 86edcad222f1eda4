/** What people read on the pages of calls; the English is the pattern for every other language. */
export const en = {} as const
