/** For tests only: a relay that takes letters by SMTP and does with them what the recipient's name says. */
import { setTimeout } from 'node:timers/promises'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

export type Received = { to: string; from: string; message: string }

export type TestRelay = { url: string; port: number; received: Received[]; close(): Promise<void> }

/**
 * `later…@` is told 451, `gone…@` 550, `closing…@` 421; `cut…@` loses the line when all has been handed over,
 * `early…@` before anything has; `slow…@` waits a moment for its answer and `stall…@` for ever. All others are taken.
 */
export async function openTestRelay(port = 0): Promise<TestRelay> {
  const received: Received[] = []
  const server: SMTPServer = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 10,
    onRcptTo({ address }, session, done) {
      if (address.startsWith('early')) return cut(session)
      return done(refusalOf(address))
    },
    async onData(stream, session, done) {
      const parts: Buffer[] = []
      for await (const part of stream) parts.push(part)
      const { mailFrom, rcptTo } = session.envelope
      const to = rcptTo[0]?.address ?? ''
      if (to.startsWith('slow')) await setTimeout(150)
      received.push({ to, from: mailFrom ? mailFrom.address : '', message: Buffer.concat(parts).toString() })
      if (to.startsWith('stall')) return
      if (to.startsWith('cut')) return cut(session)
      done(to.startsWith('full') ? refused(452, 'Mailbox full') : null)
    },
  })
  server.on('error', () => undefined)
  const cut = (session: SMTPServerSession) => {
    for (const connection of server.connections)
      if (connection.session.id === session.id) connection._socket.destroy()
  }
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  const bound = server.server.address()
  const used = typeof bound === 'object' && bound ? bound.port : port
  const close = () => new Promise<void>((done) => server.close(done))
  return { url: `smtp://127.0.0.1:${used}`, port: used, received, close }
}

function refusalOf(address: string): Error | null {
  if (address.startsWith('later')) return refused(451, 'Come back in a while')
  if (address.startsWith('gone')) return refused(550, 'No such person here')
  if (address.startsWith('closing')) return refused(421, 'We are closing')
  return null
}

function refused(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode })
}
