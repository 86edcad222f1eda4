/**
 * Asks a server on this machine as fast as it answers: `load.ts PORT CONNECTIONS SECONDS PATH …`, paths in turn on each connection,
 * one request at a time; as whoever has the session of `COOKIE`, if there is one. Prints a line of JSON. A client of our own because those from npm are slower than what they measure.
 */
import { connect, type Socket } from 'node:net'

const [port = '', connections = '1', seconds = '1', ...paths] = process.argv.slice(2)

const cookie = process.env['COOKIE'] ? `Cookie: ${process.env['COOKIE']}\r\n` : ''
const requests = paths.map((path) =>
  Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept-Encoding: gzip\r\n${cookie}\r\n`),
)
const times: number[] = []
let [refused, bytes] = [0, 0]

const end = Buffer.from('\r\n\r\n')
const lastChunk = Buffer.from('0\r\n\r\n')

/** How long the answer that begins here is, or undefined while it has not come whole; throws at what is none. */
function lengthOf(data: Buffer): number | undefined {
  const body = data.indexOf(end)
  if (body < 0) return undefined
  const head = data.toString('latin1', 0, body).toLowerCase()
  if (!head.startsWith('http/1.1 200')) refused += 1
  const length = /content-length: *(\d+)/.exec(head)?.[1]
  if (length !== undefined) return body + 4 + Number(length)
  if (!head.includes('transfer-encoding: chunked')) throw new Error(`An answer without a length: ${head}`)
  return data.subarray(-5).equals(lastChunk) ? data.length : undefined
}

function ask(socket: Socket, first: number, until: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let turn = first
  let began = 0
  let held: Buffer | undefined
  let wanted: number | undefined
  const send = () => {
    began = performance.now()
    const request = requests[turn++ % requests.length]
    if (request) socket.write(request)
  }
  socket.on('data', (part: Buffer) => {
    held = held ? Buffer.concat([held, part]) : part
    wanted ??= lengthOf(held)
    if (wanted === undefined || held.length < wanted) return
    bytes += held.length
    times.push(performance.now() - began)
    ;[held, wanted] = [undefined, undefined]
    if (performance.now() < until) send()
    else socket.end(resolve)
  })
  socket.on('error', reject)
  socket.on('connect', send)
  return promise
}

const until = performance.now() + Number(seconds) * 1000
const began = performance.now()
await Promise.all(
  Array.from({ length: Number(connections) }, (_, at) =>
    ask(connect({ port: Number(port), host: '127.0.0.1', noDelay: true }), at, until),
  ),
)
const lasted = (performance.now() - began) / 1000
times.sort((one, other) => one - other)
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
process.stdout.write(
  `${JSON.stringify({ perSecond: times.length / lasted, p50: at(0.5), p95: at(0.95), longest: times.at(-1) ?? 0, refused, bytes: Math.round(bytes / times.length) })}\n`,
)
