import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { drawCard } from '../../design/index.ts'
import { openTestHouse } from '../../testing.ts'
import { anEvent, importAll, now, plant } from '../testing.ts'

const house = await openTestHouse({ settings: { publicUrl: 'https://culture.example' } })
after(() => house.close())

const cardIn = (text: string) =>
  /<meta property="og:image" content="https:\/\/culture\.example([^"]+)"/.exec(text)?.[1] ?? ''

/** Width and height of a PNG, as its head says them. */
function sizeOf(png: ArrayBuffer): [number, number] {
  const bytes = Buffer.from(png)
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

await plant(house.db, 'events', [
  anEvent({
    id: 'fair',
    title: 'Book fair',
    translations: {
      km: { title: 'ពិព័រណ៍សៀវភៅ', state: 'published' },
      ur: { title: 'Secret ur', state: 'draft' },
    },
  }),
  anEvent({ id: 'hidden', title: 'Secret event', state: 'draft' }),
])

test('a page is shared with a picture of its record, 1200 by 630, in its language', async () => {
  const english = cardIn((await house.get('/events/book-fair')).text)
  const khmer = cardIn((await house.get('/km/events/book-fair')).text)
  assert.match(english, /^\/cards\/events\/book-fair\.\w{8,10}\.png$/)
  assert.match(khmer, /^\/km\/cards\/events\/book-fair\.\w{8,10}\.png$/)
  for (const path of [english, khmer, cardIn((await house.get('/ur/')).text)]) {
    const { status, headers } = await house.get(path)
    assert.equal(status, 200, path)
    assert.equal(headers.get('content-type'), 'image/png')
    assert.match(headers.get('cache-control') ?? '', /immutable/)
    assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin')
  }
})

test('the address of the picture changes with what stands on it, and nothing is drawn for one that was made up', async () => {
  const before = cardIn((await house.get('/events/book-fair')).text)
  await importAll(
    house.db,
    'events',
    [{ id: 'fair', title: 'Book fair, larger', start_date: '2027-02-01' }],
    { now },
  )
  const after = cardIn((await house.get('/events/book-fair')).text)
  assert.notEqual(after, before)
  for (const path of [before, '/cards/events/book-fair.png', '/cards/events/book-fair.madeup.png']) {
    const { status, headers } = await house.get(path)
    assert.deepEqual([status, headers.get('location')], [302, after], path)
  }
})

test('what a stranger may not see has no picture', async () => {
  for (const path of [
    '/cards/events/secret-event.x.png',
    '/cards/events/hidden.x.png',
    '/cards/events/nothing.x.png',
    '/cards/people/one.x.png',
  ])
    assert.equal((await house.get(path)).status, 404, path)
  // In a language that is not published the picture is that of the text anybody reads.
  assert.doesNotMatch((await house.get('/ur/events/book-fair')).text, /Secret/)
})

test('a card is drawn in every script, and one whose letters nobody has without its title', async () => {
  const card = { id: 'one', above: '', below: '', house: 'Caravanserai', lang: 'en' }
  const drawn = new Set<string>()
  for (const [lang, text] of [
    ['en', 'Open call: žvaigždė'],
    ['el', 'Τέχνη και πολιτισμός'],
    ['kk', 'Қазақстан мәдениеті'],
    ['vi', 'Học bổng nghệ thuật'],
    ['th', 'ทุนการเดินทาง'],
    ['lo', 'ສິລະປະລາວ'],
    ['km', 'សិល្បៈខ្មែរ'],
    ['my', 'မြန်မာ့ယဉ်ကျေးမှု'],
    ['hi', 'संस्कृति और कला'],
    ['bn', 'সংস্কৃতি ও শিল্প'],
    ['ur', 'آسیا اور یورپ (2027) Residency'],
    ['zh', '亚欧文化艺术节'],
    ['ja', '日本の芸術祭'],
    ['ko', '한국과 유럽의 문화'],
    ['am', 'ባህል'],
    ['en', `${'word '.repeat(200)}\u0000\ud800`],
    ['en', 'x'.repeat(500)],
    ['en', ''],
  ] as const) {
    const png = await drawCard({ ...card, title: { text, lang } })
    assert.deepEqual(sizeOf(png.buffer), [1200, 630], text)
    drawn.add(Buffer.from(png).toString('base64'))
  }
  // The one in a script without a face, the one without a title: those two are the same.
  assert.equal(drawn.size, 17)
})

test('too many cards at once are refused for the moment, and pages are answered meanwhile', async () => {
  const card = {
    above: '',
    below: '',
    house: 'Caravanserai',
    lang: 'en',
    title: { text: 'One of many', lang: 'en' },
  }
  const asked: Promise<unknown>[] = []
  assert.throws(
    () => {
      for (let at = 0; at < 100; at += 1) asked.push(drawCard({ ...card, id: `many-${at}` }))
    },
    { status: 503 },
  )
  const [first] = await Promise.race([
    house.get('/healthz').then(() => ['page']),
    Promise.all(asked).then(() => ['cards']),
  ])
  assert.equal(first, 'page')
  await Promise.all(asked)
})
