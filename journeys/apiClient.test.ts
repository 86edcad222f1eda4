import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { promisify } from 'node:util'
import { openPortal } from './portal.ts'
import { readList } from '../docs/api/client.ts'

const portal = await openPortal()
after(() => portal.close())

/** A way to the portal that turns every third request away at first, and writes down what was answered. */
const answered: number[] = []
let asked = 0
const way = createServer((request, response) => void pass(request, response))

async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
  asked += 1
  if (asked % 3 === 2) {
    answered.push(429)
    response.writeHead(429, { 'retry-after': '0' }).end()
    return
  }
  const tag = request.headers['if-none-match']
  const headers = tag === undefined ? {} : { 'if-none-match': tag }
  const answer = await fetch(portal.url + (request.url ?? ''), { headers })
  answered.push(answer.status)
  const { status } = answer
  const named = { 'content-type': 'application/json', etag: answer.headers.get('etag') ?? '' }
  response.writeHead(status, named).end(await answer.text())
}

await new Promise<void>((resolve) => void way.listen(0, '127.0.0.1', resolve))
after(() => way.close())
const address: AddressInfo | string | null = way.address()
const url = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`

const all = async (list: string) => (await Array.fromAsync(readList(list))).map(({ id }) => id)

test('the example reads a whole list through its cursors, waits when told to, and is sent nothing twice', async () => {
  const whole: { items: { id: string }[]; next: string | null } = await (
    await fetch(`${portal.url}/api/v1/organisations?limit=100`)
  ).json()
  assert.ok(whole.items.length > 20 && whole.next === null)
  const ids = whole.items.map(({ id }) => id)
  const list = `${url}/api/v1/organisations?limit=9`
  assert.deepEqual(await all(list), ids)
  assert.deepEqual(new Set(answered), new Set([200, 429]))
  answered.length = 0
  assert.deepEqual(await all(list), ids)
  assert.deepEqual(new Set(answered), new Set([304, 429]))
})

test('the example says what the house says of a list it does not understand', async () => {
  await assert.rejects(all(`${portal.url}/api/v1/events?colour=red`), /^Error: 400 .*colour/)
})

test('the example runs by itself, with Node alone', async () => {
  const words = [join(import.meta.dirname, '../docs/api/client.ts'), `${portal.url}/fr/api/v1/partners`]
  const { stdout } = await promisify(execFile)(process.execPath, words)
  assert.match(stdout, /^Viêt Nam|^Vietnam|^Viet Nam/m)
  assert.ok(stdout.includes(`${portal.url}/fr/partners/vn\n`))
})
