import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { plant } from '../../information/testing.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { openLocalFiles } from '../../platform/index.ts'
import { aPicture } from '../../platform/pictures/testing.ts'
import { dropUnnamedPictures, makePicture, takePicture } from './actions.ts'
import { listPictures } from './queries.ts'

const database = await testDatabase()
const { db } = database
const folder = mkdtempSync(join(tmpdir(), 'caravanserai-pictures-'))
const files = openLocalFiles(folder)
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.close()
})
const now = Temporal.Instant.from('2027-01-15T12:00:00Z')
const daysAgo = (days: number) => now.subtract({ hours: 24 * days })

async function taken(width: number, at: Temporal.Instant): Promise<{ id: string; bytes: Uint8Array }> {
  const bytes = Uint8Array.from(await aPicture(width, 300).png().toBuffer())
  const answer = await takePicture(db, files, bytes, at)
  assert.ok('id' in answer)
  await makePicture(db, files, answer.id, { attempt: 1, now: () => at })
  return { id: answer.id, bytes }
}
const article = (pictures: string[]) => ({
  id: 'essay',
  title: 'Essay',
  pictures: pictures.map((id) => ({ id, alt: { en: 'A boat' } })),
})
const left = async () => (await listPictures(db)).map(({ id }) => id).toSorted()

test('a picture that nothing names goes after a month with all that was made of it, and no other', async () => {
  const [shown, earlier, fresh, unnamed] = [
    await taken(400, daysAgo(90)),
    await taken(420, daysAgo(90)),
    await taken(440, daysAgo(29)),
    await taken(460, daysAgo(31)),
  ]
  // An earlier version of the record shows it, and can be brought back.
  await plant(db, 'articles', [article([earlier.id, shown.id])])
  await plant(db, 'articles', [article([shown.id])])
  const before = await files.list()
  assert.equal(await dropUnnamedPictures(db, files, now), 1)
  assert.deepEqual(await left(), [shown.id, earlier.id, fresh.id].toSorted())
  assert.equal(await files.read(unnamed.id), undefined)
  assert.deepEqual(await files.read(shown.id), shown.bytes)
  assert.deepEqual(await files.read(earlier.id), earlier.bytes)
  assert.ok(before.length - (await files.list()).length >= 3)
  assert.equal(await dropUnnamedPictures(db, files, now), 0)
})

test('one that comes again counts as new; one that has gone can come again, and is made anew', async () => {
  const { id, bytes } = await taken(480, daysAgo(60))
  await takePicture(db, files, bytes, daysAgo(2))
  assert.equal(await dropUnnamedPictures(db, files, now), 0)
  assert.equal(await dropUnnamedPictures(db, files, now.add({ hours: 24 * 29 })), 2)
  assert.equal(await files.read(id), undefined)
  const again = await taken(480, now)
  assert.deepEqual(await files.read(again.id), bytes)
})
