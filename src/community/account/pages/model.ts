/** The pages of a person's own, in the order they are offered; each noun adds its own. */
export const accountPages = [
  { path: '/account', key: 'account.page.signingIn' },
  { path: '/account/profile', key: 'account.page.profile' },
  { path: '/account/tokens', key: 'account.page.tokens' },
  { path: '/account/notices', key: 'account.page.notices' },
  { path: '/account/organisations', key: 'account.page.organisations' },
  { path: '/account/privacy', key: 'privacy.tab' },
] as const

export type AccountPath = (typeof accountPages)[number]['path']
