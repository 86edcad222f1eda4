/** The least a server can do: `node:http` that answers so many bytes. Says its port. */
import { createServer } from 'node:http'

const body = Buffer.alloc(Number(process.argv[2] ?? 20_000), 'a')
const server = createServer((_, response) => {
  response.writeHead(200, {
    'content-type': 'text/html; charset=UTF-8',
    'content-length': String(body.length),
  })
  response.end(body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' && address ? address.port : ''}\n`)
})
