import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { openTestHouse } from '../../testing.ts'
import { aCall, anArticle, anEvent, anOrganisation, plant } from '../testing.ts'

const house = await openTestHouse()
const { db } = house
after(() => house.close())

const page = async (path: string) => {
  const answer = await house.get(path)
  assert.equal(answer.status, 200, `${path} ${answer.status}`)
  return answer.text
}

await plant(db, 'opportunities', [
  ...Array.from({ length: 7 }, (_, at) =>
    aCall({ title: `Lantern call ${at}`, deadline: at === 0 ? '2020-01-01' : '2027-05-01' }),
  ),
  aCall({ title: 'Lantern secret', state: 'draft' }),
])
await plant(db, 'events', [
  anEvent({ title: 'Lantern night', start_date: '2019-01-01' }),
  anEvent({ title: 'Hidden lantern', state: 'archived' }),
])
await plant(db, 'articles', [
  anArticle({ title: 'On light', summary: 'Why a lantern is <b>not</b> a lamp.' }),
  anArticle({
    title: 'Đèn lồng',
    original_lang: 'vi',
    translations: { fr: { title: 'La lanterne', state: 'draft' } },
  }),
])
await plant(db, 'organisations', [anOrganisation({ title: 'Lantern House' })])
await plant(db, 'programmes', [{ id: 'lanterns', name: 'Lanterns abroad' }])

test('without words the page asks for some', async () => {
  for (const path of ['/search', '/search?q=', '/search?q=%20%20', '/search?q=%CC%81'])
    assert.match(await page(path), /Type a few words to search/, path)
})

test('words are looked for in titles and summaries of every kind, past records too, with counts', async () => {
  const text = await page('/search?q=lantern')
  assert.match(text, /11 records for “lantern”/)
  assert.match(text, /<h2>Calls<span class="count"> 7<\/span>/)
  assert.match(text, /<h2>Events<span class="count"> 1<\/span>/)
  assert.match(text, /<h2>Articles<span class="count"> 1<\/span>/)
  assert.match(text, /<h2>Directory<span class="count"> 1<\/span>/)
  assert.match(text, /<h2>Programmes<span class="count"> 1<\/span>/)
  assert.match(text, /Lantern night/)
  assert.match(text, /noindex/)
})

test('what is not published is neither found nor counted', async () => {
  assert.doesNotMatch(await page('/search?q=lantern'), /secret|Hidden/)
  assert.match(await page('/search?q=lantern+secret'), /Nothing was found for “lantern secret”/)
  assert.match(await page('/fr/search?q=lanterne'), /Aucun|aucun|Rien|rien/)
})

test('the rest of a kind is one link away, in the list that then shows the past too', async () => {
  const text = await page('/search?q=lantern')
  const [, href = ''] = /<a class="more" href="([^"]+)">See 2 more<\/a>/.exec(text) ?? []
  const list = await page(href.replaceAll('&amp;', '&'))
  assert.match(list, /<h1>Open calls<span class="count"> 7<\/span>/)
})

test('case and accents do not matter, and the original is found and marked in any language of the page', async () => {
  const text = await page('/fr/search?q=DEN%20LONG')
  assert.match(text, /<a href="\/fr\/articles\/den-long" lang="vi" dir="ltr">Đèn lồng<\/a>/)
})

test('partners are found by any name in any language', async () => {
  assert.match(await page('/search?q=vietnam'), /<a href="\/partners\/vn">/)
  assert.match(await page('/search?q=Lietuva'), /<a href="\/partners\/lt">/)
  assert.match(await page('/fr/search?q=Germany'), /<a href="\/fr\/partners\/de"[^>]*>Allemagne</)
})

test('long, odd and hostile words are only words', async () => {
  for (const q of [
    '%25',
    '%5C',
    '%27%3B%20drop%20table%20x%3B--',
    '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
    '%F0%9F%8F%AE',
    '%ED%A0%80',
    '%01%02',
    'a+'.repeat(3000),
    '%E0%BA%A5%E0%BA%B2%E0%BA%A7'.repeat(300),
  ]) {
    const text = await page(`/search?q=${q}`)
    assert.doesNotMatch(text, /<script>alert/)
  }
  assert.equal((await house.get('/search?colour=red')).status, 400)
})

test('a search makes the same number of queries whatever it finds', async () => {
  const asked = async (path: string) => {
    await page(path)
    const before = house.queries.length
    await page(path)
    return house.queries.length - before
  }
  assert.equal(await asked('/search?q=nothing-here'), await asked('/search?q=lantern'))
})
