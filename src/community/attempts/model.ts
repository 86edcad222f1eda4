/** How often something may be tried; none of it stands in the way of an owner who comes by link or from a network of theirs. */
export type Limit = { most: number; seconds: number }

/** Failed sign-ins from one network: as many as a visitor can mistype, in quick succession. */
export const fromNetwork: Limit = { most: 10, seconds: 10 }

/** Failed sign-ins to one account, from networks its owner has never come from. */
export const toAccount: Limit = { most: 30, seconds: 15 * 60 }

/** Links written to one mailbox; the last ones stay good, so nobody is locked out. */
export const linksToMailbox: Limit = { most: 5, seconds: 15 * 60 }

/** Links asked for from one network. */
export const linksFromNetwork: Limit = { most: 60, seconds: 15 * 60 }

/** Other addresses asked for by one person; each writes to a mailbox that need not be theirs. */
export const addressesByPerson: Limit = { most: 10, seconds: 60 * 60 }

/** New passwords tried by one person who is signed in. */
export const triesOfPassword: Limit = { most: 10, seconds: 15 * 60 }

/** Wrong codes of one kind for one account: from each network its owner has come from, and from all others together. */
export const triesOfCode: Limit = { most: 10, seconds: 60 * 60 }

/** Things to sign with a passkey that are asked for from one network. */
export const challengesFromNetwork: Limit = { most: 300, seconds: 15 * 60 }
