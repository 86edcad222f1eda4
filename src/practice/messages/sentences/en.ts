/** What rules, amounts and dates of calls are in words; the English is the pattern for every other language. */
export const en = {} as const
