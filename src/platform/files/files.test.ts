import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { openLocalFiles } from './localFiles.ts'
import { fileNameOf } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'caravanserai-files-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const bytesOf = (text: string) => new TextEncoder().encode(text)
const everything = (dataDir: string) =>
  readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

test('a file is kept under the hash of its bytes, once, and read back as it was', async () => {
  const files = openLocalFiles(join(folder, 'one'))
  assert.deepEqual([await files.list(), await files.read('0'.repeat(64))], [[], undefined])
  const [name, again] = await Promise.all([files.keep(bytesOf('one')), files.keep(bytesOf('one'))])
  // As `printf one | sha256sum` says.
  assert.equal(name, '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed')
  assert.equal(again, name)
  const other = await files.keep(bytesOf('two'))
  assert.deepEqual(await files.list(), [other, name].toSorted())
  assert.deepEqual(everything(join(folder, 'one')).toSorted(), [other, name].toSorted())
  assert.deepEqual(await files.read(name), bytesOf('one'))
})

test('a file that is let go of is gone, and only that one; let go of again it is none the less', async () => {
  const files = openLocalFiles(join(folder, 'dropped'))
  const [one, two] = [await files.keep(bytesOf('one')), await files.keep(bytesOf('two'))]
  await files.drop(one)
  await files.drop(one)
  await files.drop('../../two')
  assert.deepEqual(await files.list(), [two])
  assert.equal(await files.keep(bytesOf('one')), one)
  assert.deepEqual(await files.read(one), bytesOf('one'))
})

test('what is no name reads nothing, wherever it leads', async () => {
  const files = openLocalFiles(join(folder, 'two'))
  writeFileSync(join(folder, 'secret'), 'secret')
  await files.keep(bytesOf('one'))
  for (const name of ['../../secret', '..', '', 'A'.repeat(64)])
    assert.equal(await files.read(name), undefined)
})

test('a file that was changed on the disk is not taken for what it was, and one cut short is written again', async () => {
  const dataDir = join(folder, 'three')
  const files = openLocalFiles(dataDir)
  const name = await files.keep(bytesOf('whole'))
  const path = join(dataDir, 'files', name.slice(0, 2), name)
  writeFileSync(path, 'wrong')
  await assert.rejects(files.read(name), /is damaged/)
  writeFileSync(path, 'who')
  assert.equal(await files.keep(bytesOf('whole')), name)
  assert.deepEqual(await files.read(name), bytesOf('whole'))
})

test('what was left unfinished is no file, and what cannot be written is said', async () => {
  const dataDir = join(folder, 'four')
  const files = openLocalFiles(dataDir)
  const name = await fileNameOf(bytesOf('late'))
  mkdirSync(join(dataDir, 'files', name.slice(0, 2)), { recursive: true })
  writeFileSync(join(dataDir, 'files', name.slice(0, 2), 'something.part'), 'la')
  assert.deepEqual(await files.list(), [])
  mkdirSync(join(dataDir, 'files', name.slice(0, 2), name))
  await assert.rejects(files.keep(bytesOf('late')), { code: 'EISDIR' })
  assert.deepEqual(everything(dataDir), ['something.part'])
})
