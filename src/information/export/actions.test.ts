import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { makePicture, takeMissingPictures, takePicture } from '../../community/pictures/actions.ts'
import { listMissingPictures } from '../../community/pictures/queries.ts'
import { readRecord } from '../../community/records/queries.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { openLocalFiles } from '../../platform/index.ts'
import { aPhotograph, aPicture } from '../../platform/pictures/testing.ts'
import { importWhole, now, plant } from '../testing.ts'
import { exportHouse } from './actions.ts'

const folder = mkdtempSync(join(tmpdir(), 'caravanserai-export-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('pictures go out with an export and come into an empty house, byte for byte and with their words', async () => {
  const house = await testDatabase()
  const files = openLocalFiles(join(folder, 'here'))
  const sent = [await aPhotograph(90, 60), await aPicture(50, 40).png().toBuffer()].map((one) =>
    Uint8Array.from(one),
  )
  const ids: string[] = []
  for (const bytes of sent) {
    const taken = await takePicture(house.db, files, bytes, now)
    ids.push('id' in taken ? taken.id : '')
  }
  const pictures = ids.map((id, at) => ({
    id,
    alt: { en: `Picture ${at}`, km: 'រូប' },
    credit: 'Sok Dara',
    focus: { x: 0.25, y: 0.75 },
  }))
  await plant(house.db, 'articles', [{ id: 'essay', title: 'Essay', pictures }])
  const out = join(folder, 'out')
  await exportHouse(house.db, out, { host: 'portal.example', now, files })
  await house.close()
  assert.deepEqual(readdirSync(join(out, 'files')).toSorted(), [`${ids[0]}.jpg`, `${ids[1]}.png`].toSorted())

  const other = await testDatabase()
  const elsewhere = openLocalFiles(join(folder, 'elsewhere'))
  const report = await importWhole(other.db, join(out, 'articles.json'), { kind: 'articles' })
  assert.deepEqual(report.refused, [])
  assert.deepEqual(await listMissingPictures(other.db), ids.toSorted())
  assert.deepEqual(await takeMissingPictures(other.db, elsewhere, join(out, 'files'), now), ids.toSorted())
  assert.deepEqual(await listMissingPictures(other.db), [])
  for (const [at, id] of ids.entries()) assert.deepEqual(await elsewhere.read(id), sent[at])
  assert.deepEqual((await readRecord(other.db, 'articles', 'essay'))?.record['pictures'], pictures)
  // And they can be shown.
  await makePicture(other.db, elsewhere, ids[0] ?? '', { attempt: 1, now: () => now })
  assert.ok((await elsewhere.list()).length > ids.length)
  await other.close()
})

test('a file that is not what its name says is not taken', async () => {
  const house = await testDatabase()
  const id = 'ab'.repeat(32)
  await plant(house.db, 'articles', [
    { id: 'essay', title: 'Essay', pictures: [{ id, alt: { en: 'A boat' } }] },
  ])
  const strange = mkdtempSync(join(folder, 'strange-'))
  writeFileSync(join(strange, `${id}.png`), await aPicture(20, 20).png().toBuffer())
  const files = openLocalFiles(join(folder, 'empty'))
  assert.deepEqual(await takeMissingPictures(house.db, files, strange, now), [])
  assert.deepEqual(await takeMissingPictures(house.db, files, join(strange, 'none'), now), [])
  assert.deepEqual(await files.list(), [])
  assert.ok(readFileSync(join(strange, `${id}.png`)).length > 0)
  await house.close()
})
