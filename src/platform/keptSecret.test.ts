import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { keptSecret } from './keptSecret.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'caravanserai-secret-'))
after(() => rmSync(dataDir, { recursive: true }))

test('a secret is made once, long and for its owner’s eyes, and is the same ever after', async () => {
  const [first, second] = await Promise.all([keptSecret(dataDir), keptSecret(dataDir)])
  assert.ok(first.length >= 64)
  assert.equal(second, first)
  assert.equal(await keptSecret(dataDir), first)
  assert.equal(statSync(join(dataDir, 'secret')).mode & 0o777, 0o600)
})

test('a secret that was emptied is no secret', async () => {
  writeFileSync(join(dataDir, 'secret'), '')
  await assert.rejects(keptSecret(dataDir), /holds no secret/)
})
