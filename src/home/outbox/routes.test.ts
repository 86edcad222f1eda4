import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sendLater, transact } from '../../platform/index.ts'
import { openTestHouse } from '../../testing.ts'

const house = await openTestHouse({ settings: { demonstration: 'full' } })
after(() => house.close())

test('in a demonstration every letter can be read, as text and nothing else', async () => {
  assert.match((await house.get('/outbox')).text, /Nothing has been written yet/)
  await transact(house.db, (tx) =>
    sendLater(tx, {
      to: { address: 'artist@demo.example', name: 'An artist' },
      kind: 'test',
      reference: 'test-1',
      urgency: 'now',
      language: 'km',
      subject: 'សួស្តី <script>',
      text: 'Follow https://culture.example/x\n<script>alert(1)</script>',
    }),
  )
  const list = (await house.get('/outbox')).text
  assert.match(list, /artist@demo\.example/)
  const address = /href="(\/outbox\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? ''
  const { status, text } = await house.get(address)
  assert.equal(status, 200)
  assert.match(text, /<pre class="letter" lang="km"/)
  assert.match(text, /&lt;script&gt;alert\(1\)/)
  assert.doesNotMatch(text, /<script>/)
})

test('a letter that is not there, or no letter at all, is not found', async () => {
  for (const id of ['11111111-1111-4111-8111-111111111111', 'x', "1'; drop table platform.letter"])
    assert.equal((await house.get(`/outbox/${encodeURIComponent(id)}`)).status, 404, id)
})
