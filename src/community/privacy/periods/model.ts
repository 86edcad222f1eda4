/** How many days each kind of data is kept. An administrator’s setting would take the place of these, by name. */
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
