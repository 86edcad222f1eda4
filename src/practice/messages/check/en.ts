/** What people read in the two-minute check; the English is the pattern for every other language. */
export const en = {} as const
