import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { afterEach } from 'node:test'
import { answerAsked, AskedInVain, askForSnapshot } from './asked.ts'
import { holdFolder } from './folder.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'caravanserai-asked-'))
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

test('whoever holds the folder answers each who asks, or says why not, and nothing is left behind', async () => {
  const release = holdFolder(dataDir)
  const given = ['one', 'two']
  const stop = answerAsked(dataDir, async () => {
    const name = given.shift()
    if (name === undefined) throw new Error('there is no room')
    return name
  })
  const answers = await Promise.all([askForSnapshot(dataDir), askForSnapshot(dataDir)])
  assert.deepEqual(answers.toSorted(), ['one', 'two'])
  await assert.rejects(askForSnapshot(dataDir), { constructor: AskedInVain, message: 'there is no room' })
  await stop()
  await assert.rejects(askForSnapshot(dataDir, 0.3), {
    constructor: AskedInVain,
    message: /not answered for 0\.3 seconds/,
  })
  assert.deepEqual(readdirSync(join(dataDir, 'asked')), [])
  release()
})

test('where nobody holds the folder any more there is nobody to ask', async () => {
  const release = holdFolder(dataDir)
  const asked = askForSnapshot(dataDir)
  release()
  assert.equal(await asked, undefined)
})
