import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type WebServer = {
  /** The port listened on, which the system chooses when 0 was asked for. */
  port: number
  /** Takes no new requests, finishes those under way within `graceMs`, then closes what is left. */
  close(graceMs?: number): Promise<void>
}

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown

/** Listens on a host and port with limits on how long a request may take to arrive. Throws when the port is taken. */
export async function listen(
  listener: Listener,
  { host, port }: { host: string; port: number },
): Promise<WebServer> {
  // A picture takes its time on a slow line; for everything else the house has stopped waiting long before.
  const server = createServer(
    { requestTimeout: 180_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 },
    (request, response) => void listener(request, response),
  )
  server.maxHeadersCount = 100
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return { port: portOf(server), close: (graceMs = 10_000) => close(server, graceMs) }
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })
}
