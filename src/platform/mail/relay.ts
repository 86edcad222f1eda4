import type { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import { type Handover, type Outcome, outcomeOf } from './outcome.ts'

/** A letter on its way out. */
export type Outgoing = {
  id: string
  to: { address: string; name: string }
  language: string
  subject: string
  text: string
  html: string | undefined
  headers: Record<string, string>
}

/** The way out for letters: a server that takes them by SMTP (RFC 5321) and brings them on. */
export type Relay = {
  /** How many letters it is given at the same time. */
  lines: number
  /** Hands a letter over, once, and answers what became of it; never throws. */
  send(letter: Outgoing): Promise<Outcome>
  /** Ends the connections that are not in use. */
  close(): void
}

export type Patience = { connectSeconds: number; replySeconds: number }

// RFC 5321 (4.5.3.2) would wait up to ten minutes for the last reply; a relay of one's own answers sooner.
const usualPatience: Patience = { connectSeconds: 30, replySeconds: 120 }
const lines = 4

/** Opens the relay at an address such as `smtps://user:password@host`; letters are from `from` (`Portal <post@host>`). */
export function openRelay(smtpUrl: string, from: string, patience: Patience = usualPatience): Relay {
  const begun = new Map<string, Readable>()
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: lines,
    // Otherwise a letter is handed over again where the line broke, and may arrive twice.
    maxRequeues: 0,
    // Shorter than any relay's patience: a line it has closed meanwhile costs the next letter a minute.
    idleTimeout: 15_000,
    connectionTimeout: patience.connectSeconds * 1000,
    greetingTimeout: patience.connectSeconds * 1000,
    socketTimeout: patience.replySeconds * 1000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // Its errors do not say how far a letter had got; the stream it is read from does.
  transport.use('stream', (mail, done) => {
    mail.message.processFunc((stream) => {
      begun.set(String(mail.data.messageId), stream)
      return stream
    })
    done()
  })

  const send = (letter: Outgoing) =>
    new Promise<Outcome>((resolve) => {
      const messageId = `<${letter.id}@${domainOf(from)}>`
      transport.sendMail(messageOf(letter, from, messageId), (error, info) => {
        const handover = handoverOf(begun.get(messageId))
        begun.delete(messageId)
        resolve(error ? outcomeOf(error, handover) : { kind: 'sent', reply: info.response, rest: false })
      })
    })
  return { lines, send, close: () => transport.close() }
}

function messageOf(letter: Outgoing, from: string, messageId: string) {
  return {
    messageId,
    from,
    to: letter.to,
    envelope: { from: addressOf(from), to: letter.to.address },
    subject: letter.subject,
    text: letter.text,
    ...(letter.html === undefined ? {} : { html: letter.html }),
    // RFC 3834: no holiday notices in answer, please. RFC 3282 names the language.
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language, ...letter.headers },
    // However slowly it goes on, it must be settled before anybody takes it for forgotten.
    signal: AbortSignal.timeout(10 * 60_000),
  }
}

function handoverOf(stream: Readable | undefined): Handover {
  if (!stream) return 'not begun'
  return stream.readableEnded ? 'complete' : 'begun'
}

const addressOf = (from: string) => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim()
const domainOf = (from: string) => addressOf(from).split('@').at(-1) ?? 'localhost'
