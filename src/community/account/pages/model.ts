/** The pages of a person's own, in the order they are offered; each noun adds its own. */
export const accountPages = [
  { path: '/account', key: 'account.page.signingIn' },
  { path: '/account/notices', key: 'account.page.notices' },
] as const

export type AccountPath = (typeof accountPages)[number]['path']
