import type { NodemailerError } from 'nodemailer'

/** How far a letter had got: the line was not open yet, it was being handed over, or all of it was out of our hands. */
export type Handover = 'not begun' | 'begun' | 'complete'

/**
 * What became of a letter handed to the relay: `sent` (taken), `refused` (for good), `later` (not now), `unknown`
 * (all of it was handed over and nothing came back), `unreachable` (the relay did not come into it).
 */
export type Outcome = {
  kind: 'sent' | 'refused' | 'later' | 'unknown' | 'unreachable'
  /** The relay's words, or those about the line to it. */
  reply: string
  /** Whether other letters do well to wait too. */
  rest: boolean
}

/** Reads an error of nodemailer, with how far the letter had got when it came. */
export function outcomeOf(error: NodemailerError, handover: Handover): Outcome {
  const reply = (error.response ?? error.message).slice(0, 1000)
  // An address or a size that never went over the line: trying again would change nothing.
  const ours = error.responseCode === undefined && ['EENVELOPE', 'EMESSAGE'].includes(error.code ?? '')
  if (ours) return { kind: 'refused', reply, rest: false }
  if (handover === 'not begun') return { kind: 'unreachable', reply, rest: true }
  if (error.responseCode !== undefined) {
    // RFC 5321 (4.2.1, 3.8): 4yz is not now, 5yz never; 421 speaks for the relay and not for this letter alone.
    return { kind: error.permanent ? 'refused' : 'later', reply, rest: error.responseCode === 421 }
  }
  // Before its closing dot a letter cannot have been taken (RFC 5321, 4.1.1.4).
  return { kind: handover === 'complete' ? 'unknown' : 'later', reply, rest: false }
}
