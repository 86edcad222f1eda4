import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { anEditor } from '../../community/testing.ts'
import { loadAssets, locales, widgetThemes } from '../../design/index.ts'
import { openTestHouse, type TestHouse } from '../../testing.ts'
import { aCall, anEvent, plant } from '../testing.ts'

const house = await openTestHouse({ settings: { publicUrl: 'https://culture.example' } })
after(() => house.close())

const hostile = '</title></iframe><script>alert(1)</script> "quoted" \'once\' & \u202e سلام'
const urdu = 'لاہور میں قوالی کی رات، جس میں سب مدعو ہیں'
const long =
  'A residency for choreographers, puppeteers and set designers between Huế, Poznań and Ulaanbaatar'

async function plantIn({ db }: TestHouse): Promise<void> {
  const numbers = Array.from({ length: 24 }, (_, index) => index + 1)
  await plant(
    db,
    'opportunities',
    numbers.map((number) =>
      aCall({
        id: `call-${number}`,
        title: `${long}, part ${number * 37}`,
        organiser: `Foundation for the performing arts number ${number * 91}`,
        deadline: `2027-03-${String(number).padStart(2, '0')}`,
        host_countries: ['VN', 'PL'],
        host_city: 'Ulaanbaatar',
        disciplines: ['dance'],
        ...(number === 3 ? { citizenship: ['VN'], real_dates: { deadline: '2019-03-03' } } : {}),
      }),
    ),
  )
  await plant(db, 'opportunities', [
    aCall({
      id: 'secret',
      title: 'Secret call',
      state: 'draft',
      deadline: '2027-03-01',
      disciplines: ['music'],
    }),
    aCall({ id: 'gone', title: 'Withdrawn secret', state: 'archived', deadline: '2027-03-01' }),
    aCall({ id: 'over', title: 'Over and done', deadline: '2026-03-01' }),
    aCall({
      id: 'hostile',
      title: hostile,
      organiser: hostile,
      deadline: '2027-04-01',
      disciplines: ['film'],
    }),
  ])
  await plant(db, 'events', [
    ...numbers.map((number) =>
      anEvent({
        id: `event-${number}`,
        title: `${long}, night ${number * 37}`,
        start_date: `2027-02-${String(number).padStart(2, '0')}`,
        organiser: `Foundation for the performing arts number ${number * 91}`,
        city: 'Ulaanbaatar',
        country_code: 'MN',
      }),
    ),
    anEvent({ id: 'urdu', title: urdu, original_lang: 'ur', themes: ['archives'] }),
    anEvent({ id: 'past', title: 'Long ago', start_date: '2026-02-01', end_date: '2026-02-02' }),
    anEvent({ id: 'secret', title: 'Secret event', state: 'draft' }),
    anEvent({ id: 'moved', title: 'Moved', real_dates: { start_date: '2018-11-01' }, themes: ['cities'] }),
  ])
}
await plantIn(house)

const kinds = ['open-calls', 'upcoming-events'] as const
const rowsIn = (html: string) => html.match(/<li>/g)?.length ?? 0
const headingIn = (html: string) => /<h1>([^<]*)<\/h1>/.exec(html)?.[1]
const hrefsIn = (html: string) => [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)

test('a widget shows the first rows of its list, five unless the address says otherwise, and leads to all of it', async () => {
  const { status, headers, text } = await house.get('/widgets/open-calls')
  assert.deepEqual([status, rowsIn(text), headingIn(text)], [200, 5, 'Open calls'])
  assert.match(text, /part 37<\/a>/)
  assert.equal(hrefsIn(text).at(-1), '/opportunities')
  assert.match(text, />See the whole list on culture\.example</)
  assert.match(headers.get('content-type') ?? '', /^text\/html; charset=utf-8$/i)
  for (const [asked, rows] of [
    ['1', 1],
    ['20', 20],
    ['', 5],
  ] as const)
    assert.equal(rowsIn((await house.get(`/widgets/upcoming-events?count=${asked}`)).text), rows)
})

test('it is filtered as its list is, says so, and its last link keeps the filters', async () => {
  const { text } = await house.get(
    '/fr/widgets/upcoming-events?theme=archives&count=3&theme=dark&utm_source=x',
  )
  assert.equal(headingIn(text), 'Événements à venir · Archives')
  assert.deepEqual(hrefsIn(text).at(-1), '/fr/events?theme=archives')
  assert.equal(rowsIn(text), 1)
  assert.match(text, /^<!DOCTYPE html><html lang="fr" dir="ltr" data-theme="dark">/)
  const told = (await house.get('/widgets/open-calls?citizenship=vn&count=1')).text
  assert.match(told, /part 111<\/a>/)
  assert.equal(headingIn(told), 'Open calls · Citizen of: Vietnam')
  assert.equal(headingIn((await house.get('/widgets/upcoming-events?when=past')).text), 'Events · Past')
  assert.equal(
    headingIn((await house.get('/widgets/upcoming-events?from=2026-01-01')).text),
    'Events · From 1 January 2026',
  )
})

test('no theme of the vocabulary is called as colours are', async () => {
  const { rows } = await sql<{
    id: string
  }>`select id from community.term where vocabulary = 'theme'`.execute(house.db)
  assert.ok(rows.length > 20)
  assert.deepEqual(
    rows.map(({ id }) => id).filter((id) => widgetThemes.some((theme) => theme === id)),
    [],
  )
})

test('every link leaves the frame, and hands nothing over', async () => {
  for (const kind of kinds) {
    const { text } = await house.get(`/widgets/${kind}?count=20`)
    const links = text.match(/<a [^>]*>/g) ?? []
    assert.equal(links.length, 21)
    assert.deepEqual(
      links.filter((link) => !link.includes('target="_top" rel="noopener"')),
      [],
    )
  }
})

test('a title in another language says so to browsers and readers', async () => {
  const { text } = await house.get('/widgets/upcoming-events?theme=archives')
  assert.ok(text.includes(`lang="ur" dir="rtl">${urdu}</a>`), text)
  assert.match(text, />in Urdu</)
  const right = (await house.get('/ur/widgets/upcoming-events?theme=archives')).text
  assert.match(right, /<html lang="ur" dir="rtl">/)
  assert.ok(!right.includes('lang="ur" dir="rtl">' + urdu))
})

test('a date that was moved for a demonstration says what it was, and the widget that it is one', async () => {
  const demonstration = await openTestHouse({ settings: { demonstration: 'full' } })
  await plantIn(demonstration)
  const { text } = await demonstration.get('/widgets/upcoming-events?theme=cities')
  assert.match(text, /<p class="note">[^<]*1 November 2018/)
  assert.match(text, /A demonstration from public records/)
  assert.match((await demonstration.get('/widgets/open-calls')).text, /<p class="note">[^<]*3 March 2019/)
  await demonstration.close()
})

test('nothing fits: it says so, and still leads to the list', async () => {
  const { status, text } = await house.get('/widgets/open-calls?discipline=puppetry')
  assert.equal(status, 200)
  assert.match(text, /<p class="none">There is nothing to show at the moment/)
  assert.equal(hrefsIn(text).at(-1), '/opportunities?discipline=puppetry')
})

test('what is not published is shown to nobody, whoever asks', async () => {
  const staff = await openTestHouse({ viewer: anEditor })
  await plantIn(staff)
  assert.match((await staff.get('/opportunities?discipline=music')).text, /Secret call/)
  for (const asked of [house, staff]) {
    for (const kind of kinds) {
      for (const path of [
        `/widgets/${kind}?count=20`,
        `/widgets/${kind}?q=secret`,
        `/widgets?kind=${kind}&q=secret`,
      ]) {
        const { text } = await asked.get(path)
        assert.doesNotMatch(text, /Secret (call|event)|Withdrawn secret|Over and done/, path)
      }
    }
    assert.equal(rowsIn((await asked.get('/widgets/open-calls?discipline=music')).text), 0)
  }
  await staff.close()
})

test('what a widget does not understand is named in the frame itself, and answered with 400', async () => {
  const wrong = [
    'count=99999',
    'count=0',
    'count=-1',
    'count=21',
    'count=5.5',
    'count=٥',
    'page=2',
    'theme=loud',
  ]
  const more = [
    'discipline=none',
    'colour=red',
    'country=zz',
    'sort=size',
    'from=2027-02-30',
    '__proto__=x',
    'kind=x',
  ]
  for (const query of [...wrong, ...more]) {
    for (const kind of kinds) {
      const { status, text, headers } = await house.get(`/ur/widgets/${kind}?${query}`)
      assert.equal(status, 400, query)
      assert.match(text, /<p class="none">یہ ویجٹ/)
      assert.doesNotMatch(text, /<script|<form|<nav/)
      assert.equal(headers.get('cache-control'), 'no-store')
    }
  }
  assert.equal((await house.get('/widgets/open-calls?q=%EF%BF%BF%00')).status, 400)
  assert.equal((await house.get('/widgets/none')).status, 404)
  assert.equal((await house.get(`/widgets/open-calls?q=${'x'.repeat(5000)}`)).status, 200)
})

test('hostile words stay words, in the widget, its title and what is to be copied', async () => {
  const asked = encodeURIComponent(hostile)
  for (const path of [
    '/widgets/open-calls?discipline=film',
    `/widgets/open-calls?q=${asked}`,
    `/widgets/open-calls?x=${asked}`,
  ]) {
    const { text } = await house.get(path)
    assert.doesNotMatch(text, /<script|<\/iframe|alert\(1\)<\/script/, path)
    assert.match(text, /&lt;script&gt;alert/)
  }
  const { text } = await house.get(`/widgets?q=${asked}`)
  const code = codeIn(text)
  assert.match(
    code,
    /^<iframe src="https:\/\/culture\.example\/widgets\/open-calls\?q=[^"<>' ]+" title="[^"<>]+"[^<>]*><\/iframe>$/,
  )
})

/** What is to be copied, as it stands in the page's field. */
function codeIn(html: string): string {
  const entities: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&amp;': '&',
  }
  const field = /<textarea[^>]*>([^<]*)<\/textarea>/.exec(html)?.[1] ?? ''
  return field.replaceAll(/&(lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? '')
}

test('a widget with its style is below 10 KB with ten rows, in every language and either encoding', async () => {
  const style = loadAssets().find(loadAssets().widgetStylesheet)
  const packed = {
    br: (text: string) =>
      brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length,
    gzip: (text: string) => gzipSync(text).length,
  }
  const sizes: number[] = []
  for (const locale of locales) {
    for (const kind of kinds) {
      for (const encoding of ['br', 'gzip'] as const) {
        const path = `${locale === 'en' ? '' : `/${locale}`}/widgets/${kind}?count=10`
        const answer = await house.request(path, { headers: { 'accept-encoding': encoding } })
        assert.equal(answer.headers.get('content-encoding'), encoding)
        const html = (await answer.arrayBuffer()).byteLength
        const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
        const css = (encoding === 'br' ? style?.brotli : style?.gzip)?.length ?? Infinity
        sizes.push(html + css + 2 * headers.length)
        const { text } = await house.get(path)
        assert.equal(rowsIn(text), 10)
        // Nothing but the style is fetched with it.
        assert.deepEqual(text.match(/<(script|img|link|svg|style)\b[^>]*>/g), [
          `<link rel="stylesheet" href="${loadAssets().widgetStylesheet}"/>`,
        ])
        assert.ok(packed[encoding](text) > 500)
      }
    }
  }
  assert.ok(Math.max(...sizes) <= 10_240, `${Math.max(...sizes)} bytes`)
  assert.doesNotMatch(Buffer.from(style?.body ?? []).toString(), /url\(|@import|@font-face/)
})

test('any site may frame a widget and no other page, and a widget sets no cookie and is kept from search engines', async () => {
  for (const kind of kinds) {
    const { headers, text } = await house.get(`/km/widgets/${kind}`)
    const policy = headers.get('content-security-policy') ?? ''
    assert.match(policy, /^default-src 'none'; .*frame-ancestors \*$/)
    assert.doesNotMatch(policy, /unsafe|https?:/)
    assert.equal(headers.get('x-frame-options'), null)
    assert.equal(headers.get('set-cookie'), null)
    assert.match(text, /<meta name="robots" content="noindex"/)
    assert.doesNotMatch(text, /canonical|hreflang|style=|onclick|<style/)
  }
  const making = await house.get('/widgets')
  assert.match(
    making.headers.get('content-security-policy') ?? '',
    /frame-src 'self'; frame-ancestors 'none'$/,
  )
  assert.equal(making.headers.get('x-frame-options'), 'DENY')
  assert.doesNotMatch((await house.get('/events')).headers.get('content-security-policy') ?? '', /frame-src/)
})

test('one row and twenty ask the same number of queries', async () => {
  for (const kind of kinds) {
    const counted: number[] = []
    for (const count of [1, 20]) {
      const before = house.queries.length
      assert.equal(rowsIn((await house.get(`/widgets/${kind}?count=${count}`)).text), count)
      counted.push(house.queries.length - before)
    }
    assert.equal(counted[0], counted[1])
    assert.ok((counted[0] ?? 0) > 0)
  }
})

test('the page for site owners keeps what was chosen and gives the frame to copy, in every language', async () => {
  for (const locale of locales) {
    const prefix = locale === 'en' ? '' : `/${locale}`
    const { status, text } = await house.get(
      `${prefix}/widgets?kind=upcoming-events&theme=archives&theme=dark&count=7`,
    )
    assert.equal(status, 200)
    const path = `${prefix}/widgets/upcoming-events?theme=archives&count=7&theme=dark`
    assert.ok(text.includes(`<iframe class="preview" src="${path.replaceAll('&', '&amp;')}"`), text)
    const src = /src="([^"]*)"/.exec(codeIn(text))?.[1]?.replaceAll('&amp;', '&')
    assert.equal(src, `https://culture.example${path}`)
    assert.match(codeIn(text), / title="[^"]+ – culture\.example" loading="lazy" /)
    assert.match(text, /<input type="hidden" name="kind" value="upcoming-events"/)
    assert.match(text, /<option value="7" selected/)
    assert.match(text, /<option value="dark" selected/)
    assert.match(text, /name="theme" value="archives" checked/)
  }
  assert.equal((await house.get('/widgets')).status, 200)
  assert.equal((await house.get('/widgets?kind=newsletters')).status, 400)
  assert.equal((await house.get('/widgets?count=99999')).status, 400)
})

test('lists lead to it with their filters', async () => {
  const { text } = await house.get('/fr/opportunities?discipline=dance&citizenship=vn&page=1')
  assert.ok(
    text.includes(
      '<a href="/fr/widgets?kind=open-calls&amp;citizenship=vn&amp;discipline=dance">Afficher cette liste sur votre site</a>',
    ),
  )
  assert.match(
    (await house.get('/events?when=past')).text,
    /href="\/widgets\?kind=upcoming-events&amp;when=past"/,
  )
  assert.doesNotMatch((await house.get('/articles')).text, /widgets\?kind/)
})
