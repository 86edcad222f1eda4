/** How many days each kind of data is kept. An administrator’s setting takes the place of some of them, by the names below. */
export const periods = {
  /** Sessions, links and counted attempts, once they have run out. */
  runOut: 1,
  /** Networks somebody came from, after they last did. */
  network: 180,
  /** The words of a letter: long enough to find out why it did not arrive. */
  letterText: 30,
  /** That a letter was written to an address. */
  letter: 365,
  /** Notices once they are read, and any. */
  noticeRead: 180,
  notice: 2 * 365,
  /** What was typed at the desk and never saved. */
  draft: 90,
  /** Tokens of programs, once they ran out or were ended. */
  token: 30,
  /** Invitations to join an organisation, once they are over. */
  invitation: 180,
  /** The words of a claim that is over, with what was to show it, and that there was one. */
  claimText: 2 * 365,
  claim: 6 * 365,
  /** Who could speak for a partner, once they no longer may. */
  speaker: 6 * 365,
  /** One change to many records, and how it is undone. */
  bulk: 180,
  /** Remarks about records once they are settled, and schedules once they are over. */
  remark: 2 * 365,
  /** An account made for somebody who never came. */
  unused: 365,
  /** Who was shown something sensitive: long enough for somebody to wonder and ask. */
  reading: 2 * 365,
  /** What exactly changed in somebody’s account. */
  auditDetails: 3 * 365,
  /** Who did something: claims between people end after six years in Singapore, and earlier in most of the EU. */
  audit: 6 * 365,
  role: 6 * 365,
  /** The log of what went, which holds nobody’s data. */
  retentionLog: 6 * 365,
} as const

/**
 * The fewest days that may be set for a kind of data, by the lasting name of its period. Below them, what was done to an account could
 * not be followed up any more, a letter that did not arrive not looked into, an objection not answered. What is not named here is not set.
 */
const least: Readonly<Record<string, number>> = {
  'community.networks/seen': 30,
  'community.notices/read': 30,
  'community.notices/made': 90,
  'community.tokens/ended': 7,
  'community.invitations/ended': 30,
  'community.claims/text': 180,
  'community.claims/ended': 365,
  'community.partnerSpeakers/ended': 365,
  'community.people/unused': 90,
  'community.readings/made': 365,
  'community.roles/ended': 365,
  'platform.letters/text': 7,
  'platform.letters/made': 90,
  'platform.audit/details': 365,
  'platform.audit/who': 2 * 365,
}

/** Ten years: what nobody may need any more is not kept for longer. */
export const mostDays = 3650

/** The periods that may be set, by their lasting names. */
export const settablePeriods = Object.keys(least)

/** The fewest days that may be set for a period; undefined where none may be. */
export const leastDays = (id: string): number | undefined =>
  Object.hasOwn(least, id) ? least[id] : undefined
