import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { makePicture } from '../../../community/pictures/actions.ts'
import { readRecord } from '../../../community/records/queries.ts'
import { openOrganisations } from '../../../community/testing.ts'
import { fileNameOf } from '../../../platform/index.ts'
import { aBomb, aPhotograph, aPicture } from '../../../platform/pictures/testing.ts'
import { openTestHouse, openVisitor, type TestAnswer, testNow, type Visitor } from '../../../testing.ts'
import { plant } from '../../testing.ts'

const house = await openTestHouse({ settings: { trustProxy: 1 } })
after(() => house.close())
const people = await openOrganisations(house, ['one'], () => testNow)
const editor = await people.join('editor@culture.example', ['editor', {}])
const nobody = await people.join('nobody@culture.example')
const stranger = openVisitor(house)

const article = (id: string, given: Record<string, unknown> = {}) => ({
  id,
  title: `Article ${id}`,
  summary: 'Words.',
  date: '2027-01-01',
  author: 'Somebody',
  translations: { fr: { title: `Texte ${id}` } },
  ...given,
})
await plant(house.db, 'articles', [article('shown'), article('hidden', { state: 'draft', translations: {} })])

const pathOf = (id: string) => `/desk/articles/${id}/pictures`

/** Sends a file as a form does. */
function upload(
  visitor: Visitor,
  path: string,
  bytes: Uint8Array,
  name = 'picture.jpg',
): Promise<TestAnswer> {
  const body = new FormData()
  body.set('picture', new File([Uint8Array.from(bytes)], name))
  const headers = {
    origin: 'http://localhost:3000',
    'x-forwarded-for': '198.51.100.77',
    ...(visitor.cookie ? { cookie: visitor.cookie } : {}),
  }
  return house.get(path, { method: 'POST', body, headers })
}

const make = (id: string) => makePicture(house.db, house.files, id, { attempt: 1, now: () => testNow })

async function say(visitor: Visitor, path: string, words: Record<string, string>): Promise<TestAnswer> {
  const { text } = await visitor.get(path)
  const seen = /name="seen" value="([^"]*)"/.exec(text)?.[1]?.replaceAll('&quot;', '"') ?? ''
  return visitor.send(path, { x: '50', y: '50', credit: '', seen, ...words })
}

test('a picture is uploaded, made, described, and then shown to everybody in the languages it speaks', async () => {
  const photograph = await aPhotograph(700, 900)
  const id = await fileNameOf(photograph)
  const added = await upload(editor, pathOf('shown'), photograph)
  assert.equal(added.headers.get('location'), `${pathOf('shown')}/${id}?done=added`)
  const page = async () => (await editor.get(pathOf('shown'))).text
  assert.match(await page(), /This picture is being made ready/)
  assert.match(await page(), /Not shown in English and French: it has no alternative text there/)
  assert.doesNotMatch((await stranger.get('/articles/article-shown')).text, /<img/)

  await make(id)
  assert.doesNotMatch(await page(), /being made ready/)
  const file = `/pictures/${id}/640.avif`
  // Without words it is shown to nobody but those who keep the record.
  assert.equal((await stranger.get(file)).status, 404)
  assert.equal((await nobody.get(file)).status, 404)
  const own = await editor.get(file)
  assert.deepEqual([own.status, own.headers.get('cache-control')], [200, 'private, no-store'])

  const words = { 'alt-en': 'A gate at night', 'alt-fr': '', credit: 'Sok Dara', x: '20', y: '75' }
  const saved = await say(editor, `${pathOf('shown')}/${id}`, words)
  assert.equal(saved.headers.get('location'), `${pathOf('shown')}/${id}?done=saved`)
  assert.match(await page(), /Not shown in French/)
  const { text } = await stranger.get('/articles/article-shown')
  assert.match(
    text,
    new RegExp(
      `<source type="image/avif" srcSet="/pictures/${id}/320.avif 320w, /pictures/${id}/640.avif 640w, /pictures/${id}/900.avif 900w"`,
      'i',
    ),
  )
  assert.match(text, /<img class="across-20 down-75" [^>]*width="900" height="700" alt="A gate at night"/)
  assert.match(text, /<figcaption>Picture: Sok Dara<\/figcaption>/)
  assert.doesNotMatch(text, /class="tile"/)
  const french = await stranger.get('/fr/articles/article-shown')
  assert.doesNotMatch(french.text, /<img/)
  assert.match(french.text, /class="tile"/)

  const shown = await stranger.get(file)
  assert.deepEqual(
    [shown.status, shown.headers.get('content-type'), shown.headers.get('cache-control')],
    [200, 'image/avif', 'public, max-age=31536000, immutable'],
  )
  assert.equal((await editor.get(file)).headers.get('cache-control'), 'public, max-age=31536000, immutable')
  for (const none of ['640.jpg', '641.avif', '640.webp.avif', '800.jpeg', '0640.avif'])
    assert.equal((await editor.get(`/pictures/${id}/${none}`)).status, 404, none)
  assert.equal((await stranger.get(`/pictures/${'0'.repeat(64)}/640.avif`)).status, 404)
})

test('a picture of a draft is seen by those who see the draft, and by nobody else', async () => {
  const bytes = await aPicture(400, 300).png().toBuffer()
  const id = await fileNameOf(bytes)
  await upload(editor, pathOf('hidden'), bytes)
  await make(id)
  await say(editor, `${pathOf('hidden')}/${id}`, { 'alt-en': 'Not yet' })
  const file = `/pictures/${id}/320.webp`
  assert.equal((await stranger.get(file)).status, 404)
  assert.equal((await nobody.get(file)).status, 404)
  assert.equal((await editor.get(file)).status, 200)
  const elsewhere = await people.join('elsewhere@culture.example', ['editor', { kind: ['events'] }])
  assert.equal((await elsewhere.get(file)).status, 404)
  assert.equal((await elsewhere.get(pathOf('hidden'))).status, 404)
  // The same picture on a published page is public.
  await upload(editor, pathOf('shown'), bytes)
  await say(editor, `${pathOf('shown')}/${id}`, { 'alt-en': 'Now it is', 'alt-fr': '' })
  assert.equal((await stranger.get(file)).status, 200)
})

test('what is no picture, whatever it is called, is refused with a sentence, and nothing is kept', async () => {
  const before = await house.files.list()
  const refused = async (bytes: Uint8Array, sentence: RegExp, status = 422) => {
    const answer = await upload(editor, pathOf('shown'), bytes)
    assert.equal(answer.status, status)
    assert.match(answer.text, sentence)
    assert.match(answer.text, /class="error-summary"/)
  }
  const text = (words: string) => new TextEncoder().encode(words)
  await refused(text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), /SVG drawing/)
  await refused(text('<!doctype html><script>alert(1)</script>'), /This file is no picture/)
  await refused(text('only words'), /This file is no picture/)
  await refused(text('GIF89a'), /in this format are not taken/)
  await refused(text(''), /Choose a picture/)
  await refused(aBomb(30_000, 30_000), /more than 50 megapixels/)
  await refused(Buffer.from('\xff\xd8\xff nonsense', 'latin1'), /cannot be read/)
  await refused(new Uint8Array(20 * 1024 * 1024 + 1), /larger than 20 MB/, 413)
  await refused(new Uint8Array(22 * 1024 * 1024), /larger than 20 MB/, 413)
  assert.deepEqual(await house.files.list(), before)
})

test('more than a megabyte is taken by this form alone', async () => {
  const large = await aPicture(1400, 1000).png({ compressionLevel: 0 }).toBuffer()
  assert.ok(large.length > 2 * 1024 * 1024)
  assert.equal((await upload(editor, pathOf('hidden'), large)).status, 303)
  const body = 'x'.repeat(2 * 1024 * 1024)
  const elsewhere = await editor.send(`${pathOf('hidden')}/${await fileNameOf(large)}`, { 'alt-en': body })
  assert.equal(elsewhere.status, 413)
})

test('two who describe one picture: the second sees what the first wrote, and what they typed themselves', async () => {
  const bytes = await aPicture(200, 200).png().toBuffer()
  const id = await fileNameOf(bytes)
  await upload(editor, pathOf('shown'), bytes)
  const path = `${pathOf('shown')}/${id}`
  const { text } = await editor.get(path)
  const seen = /name="seen" value="([^"]*)"/.exec(text)?.[1]?.replaceAll('&quot;', '"') ?? ''
  await say(editor, path, { 'alt-en': 'What the first wrote' })
  const late = await editor.send(path, { seen, 'alt-en': 'What the second typed', x: '1', y: '2' })
  assert.equal(late.status, 409)
  assert.match(late.text, /What the first wrote[^]*What the second typed/)
  const again = /name="seen" value="([^"]*)"/.exec(late.text)?.[1]?.replaceAll('&quot;', '"') ?? ''
  assert.equal((await editor.send(path, { seen: again, 'alt-en': 'Both agree', x: '1', y: '2' })).status, 303)
  const wrong = await say(editor, path, { 'alt-en': 'Kept', x: '101', y: 'far' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /two whole numbers from 0 to 100[^]*value="101"[^]*>Kept</)
})

test('pictures are put first and taken away, and come back with their words', async () => {
  const ids = async () =>
    [...(await editor.get(pathOf('shown'))).text.matchAll(/pictures\/([0-9a-f]{64})\/remove/g)].map(
      ([, id]) => id,
    )
  const [first, second, third] = await ids()
  await editor.send(`${pathOf('shown')}/${third}/first`, {})
  assert.deepEqual(await ids(), [third, first, second])
  await editor.send(`${pathOf('shown')}/${first}/remove`, {})
  assert.deepEqual(await ids(), [third, second])
  assert.equal((await editor.send(`${pathOf('shown')}/${first}/remove`, {})).status, 404)
  const { text } = await stranger.get('/articles/article-shown')
  assert.doesNotMatch(text, new RegExp(first ?? ''))
  assert.equal((await stranger.get(`/pictures/${first}/640.avif`)).status, 404)
})

test('a file that breaks while it is made is said to be damaged, and may be sent again', async () => {
  const whole = await aPhotograph(500, 400)
  const bytes = whole.subarray(0, whole.length - 2000)
  const id = await fileNameOf(bytes)
  await upload(editor, pathOf('hidden'), bytes)
  await make(id)
  assert.match((await editor.get(pathOf('hidden'))).text, /Nothing could be made of this file/)
})

test('a record that names a picture the house does not have says so, and shows none', async () => {
  const id = 'ab'.repeat(32)
  await plant(house.db, 'articles', [article('far', { pictures: [{ id, alt: { en: 'Far away' } }] })])
  assert.match((await editor.get(pathOf('far'))).text, /The file of this picture is not in the house/)
  assert.doesNotMatch((await stranger.get('/articles/article-far')).text, /<img/)
})

test('there is no way in for who may not edit the record', async () => {
  assert.equal((await stranger.get(pathOf('shown'))).status, 303)
  assert.equal((await nobody.get(pathOf('shown'))).status, 403)
  assert.equal((await upload(nobody, pathOf('shown'), await aPicture(9, 9).png().toBuffer())).status, 403)
  assert.equal((await editor.get('/desk/articles/none/pictures')).status, 404)
  assert.equal((await editor.get('/desk/partners/vn/pictures')).status, 404)
  assert.equal((await editor.get(`${pathOf('shown')}/${'0'.repeat(64)}`)).status, 404)
})

test('as many pictures as there may be, and none twice', async () => {
  await plant(house.db, 'articles', [article('full', { pictures: idsOf(24).map((id) => ({ id })) })])
  const bytes = await aPicture(30, 30).png().toBuffer()
  assert.match((await upload(editor, pathOf('full'), bytes)).text, /as many pictures as it can have/)
  await upload(editor, pathOf('far'), bytes)
  assert.match((await upload(editor, pathOf('far'), bytes)).text, /has this picture already/)
})

const idsOf = (count: number) => Array.from({ length: count }, (_, at) => String(at).padStart(64, '0'))

test('who writes and does not publish changes the pictures of drafts, and sees those of what is published', async () => {
  const writer = await people.join('writer@culture.example', ['writer', {}])
  const bytes = await aPicture(60, 40).png().toBuffer()
  const page = await writer.get(pathOf('shown'))
  assert.match(page.text, /changed by those who may publish it/)
  assert.doesNotMatch(page.text, /type="file"/)
  assert.equal((await upload(writer, pathOf('shown'), bytes)).status, 403)
  assert.equal((await upload(writer, pathOf('hidden'), bytes)).status, 303)
})

test('who translates into one language says what pictures show in it, and changes nothing else of them', async () => {
  const translator = await people.join('translator@culture.example', ['editor', { language: ['fr'] }])
  const bytes = await aPicture(70, 50).png().toBuffer()
  const id = await fileNameOf(bytes)
  await plant(house.db, 'articles', [
    article('told', {
      translations: { fr: { title: 'Conté' }, km: { title: 'និទាន' } },
      pictures: [{ id, alt: { en: 'A boat', km: 'ទូក' }, credit: 'Sok Dara', focus: { x: 0.123, y: 0.5 } }],
    }),
  ])
  const path = `${pathOf('told')}/${id}`
  const { text } = await translator.get(path)
  assert.match(text, /what the pictures show, in French[^]*A boat[^]*name="alt-fr"/)
  assert.doesNotMatch(text, /name="(alt-en|alt-km|credit|x|y)"/)
  const more = { 'alt-fr': 'Un bateau', 'alt-en': 'Mine', 'alt-km': '', credit: 'Mine', x: '1', y: '1' }
  assert.equal((await say(translator, path, more)).status, 303)
  const told = await readRecord(house.db, 'articles', 'told')
  assert.deepEqual(told?.record['pictures'], [
    {
      id,
      alt: { en: 'A boat', km: 'ទូក', fr: 'Un bateau' },
      credit: 'Sok Dara',
      focus: { x: 0.123, y: 0.5 },
    },
  ])
  assert.equal((await translator.send(`${path}/remove`, {})).status, 403)
  assert.equal((await upload(translator, pathOf('told'), bytes)).status, 403)

  // One who writes that language without publishing it says it while it is a draft, and no longer.
  const writes = await people.join('fr-writer@culture.example', ['writer', { language: ['fr'] }])
  assert.equal((await say(writes, path, { 'alt-fr': 'Autre' })).status, 403)
  assert.doesNotMatch((await writes.get(path)).text, /name="alt-/)
  const elsewhere = await people.join('events@culture.example', ['writer', { kind: ['events'] }])
  assert.equal((await elsewhere.get(path)).status, 404)
})
