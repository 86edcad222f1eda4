/** Links sent by mail: what each is good for, and for how long. */
import type { Locale } from '../../design/index.ts'

/**
 * `sign-in`; of a change of address, that the old mailbox lets go (`leave-address`) and the new one takes it on; that
 * somebody who was invited joins an organisation.
 */
export type Purpose = 'sign-in' | 'leave-address' | 'take-address' | 'join-organisation'

export const linkMinutes: Record<Purpose, number> = {
  'sign-in': 60,
  'leave-address': 24 * 60,
  'take-address': 24 * 60,
  'join-organisation': 14 * 24 * 60,
}

/** What a purpose needs beside the address: where to go on to, in which language, which change, which invitation. */
export type LinkDetails = {
  next?: string
  language?: Locale
  change?: string
  to?: string
  invitation?: string
}

export type OpenLink = { purpose: Purpose; email: string; details: LinkDetails }
