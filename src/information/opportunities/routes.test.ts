import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { openTestHouse } from '../../testing.ts'
import { aCall, anOrganisation, plant } from '../testing.ts'

const house = await openTestHouse()
const { db } = house
after(() => house.close())

const page = async (path: string) => {
  const answer = await house.get(path)
  assert.equal(answer.status, 200, `${path} ${answer.status}`)
  return answer.text
}
const titles = (text: string) =>
  [...text.matchAll(/<a href="[^"]*\/opportunities\/[^"?]+"[^>]*>([^<]+)<\/a>/g)].map(
    ([, title = '']) => title,
  )

await plant(db, 'organisations', [anOrganisation({ id: 'house-of-dance', title: 'House of Dance' })])
await plant(db, 'programmes', [{ id: 'steps', name: 'Steps', source_url: 'https://example.org/steps' }])
await plant(db, 'opportunities', [
  aCall({
    id: 'dance',
    title: 'Dance in Lyon',
    summary: 'Six weeks in a studio.',
    type: 'residency',
    organiser: 'House of Dance',
    partners: ['Studio Rouge'],
    programme: 'steps',
    disciplines: ['dance'],
    themes: ['mobility'],
    covers: ['travel', 'stay'],
    funding_summary: 'Train and a room.',
    fee: 'paid',
    fee_amount: '25.50',
    fee_currency: 'EUR',
    fee_reason: 'the jury',
    deadline: '2027-02-28',
    deadline_time: '17:00',
    deadline_zone: 'Europe/Brussels',
    deadline_text: '28 February, 5 pm',
    deadline_changes: [{ kind: 'extended', on: '2027-01-10', from: '2027-01-31', to: '2027-02-28' }],
    eligible_countries: ['VN'],
    eligible_basis: 'citizenship',
    host_countries: ['FR'],
    host_city: 'Lyon',
    activity_start: '2027-06-01',
    activity_end: '2027-07-12',
    application_languages: ['fr', 'en'],
    url: 'https://example.org/dance',
    last_checked: '2027-01-05',
    note: 'Asked by telephone.',
    readings: { covers: 'we pay train and room', age_min: 'never shown' },
    translations: { fr: { title: 'Danser à Lyon', summary: 'Six semaines.', demonstration: true } },
    real_dates: { deadline: '2019-02-28', activity_start: '2019-06-01', activity_end: '2019-07-12' },
  }),
  aCall({ id: 'film', title: 'Film Anywhere', disciplines: ['film'], anyone: true, deadline: '2027-01-18' }),
  aCall({
    id: 'home',
    title: 'At Home',
    disciplines: ['dance'],
    covers: ['travel'],
    eligible_countries: ['DE'],
    eligible_basis: 'residence',
    deadline_kind: 'rolling',
    online: true,
  }),
  aCall({ id: 'silent', title: 'Says Nothing' }),
  aCall({
    id: 'earth',
    title: 'As Long As It Lasts',
    deadline: '2027-03-31',
    deadline_zone: 'anywhere-on-earth',
    deadline_time: '23:59',
  }),
  aCall({
    id: 'rounds',
    title: 'Twice',
    deadline_kind: 'rounds',
    rounds: [{ deadline: '2027-09-30', text: 'autumn' }, { deadline: '2026-09-30' }],
  }),
  aCall({ id: 'over', title: 'Long Over', disciplines: ['dance'], deadline: '2026-12-01' }),
  aCall({
    id: 'off',
    title: 'Called Off',
    deadline: '2027-06-01',
    status: 'cancelled',
    deadline_changes: [{ kind: 'cancelled', words: 'no money' }],
  }),
  aCall({
    id: 'draft',
    title: 'Secret Draft',
    disciplines: ['dance', 'puppetry'],
    type: 'competition',
    host_countries: ['LA'],
    programme: 'steps',
    state: 'draft',
  }),
  aCall({
    id: 'hostile',
    title: `<script>alert('x')</script> & "q"`,
    summary: '<img src=x onerror=alert(1)> [a](javascript:alert(2))',
    organiser: '</dd><b>Robert</b>',
    deadline: '2027-08-01',
  }),
])

test('open calls stand by closing, with what they pay, ask and where; closed and drafts do not', async () => {
  const text = await page('/opportunities')
  assert.deepEqual(titles(text).slice(0, 3), ['Film Anywhere', 'Dance in Lyon', 'As Long As It Lasts'])
  assert.doesNotMatch(text, /Long Over|Called Off|Secret|Puppetry|Competition/)
  assert.match(text, /Pays Travel and Stay/)
  assert.match(text, /Fee EUR.25\.50/)
  assert.match(text, /House of Dance · Lyon, France/)
  assert.match(text, /Citizens of Vietnam\./)
  assert.match(text, /the real date was 28 February 2019/)
  assert.match(text, /<time datetime="2027-02-28">28 Feb<\/time><small>in 6 weeks<\/small>/)
})

test('closed and cancelled calls are shown to whoever asks, and said to be so', async () => {
  const text = await page('/opportunities?deadline=closed')
  assert.deepEqual(titles(text).toSorted(), ['Called Off', 'Long Over'])
  assert.match(text, /2026 · closed/)
  assert.match(text, /<b>Cancelled<\/b>/)
})

test('what a visitor tells parts the calls into yes, depends and not stated; a plain no is left out', async () => {
  const text = await page('/opportunities?citizenship=vn')
  assert.match(text, /<h1>Calls open to you<span class="count"> 2<\/span><\/h1>/)
  const parts = text.split('<h2>').slice(1)
  assert.deepEqual(
    parts.map((part) => [part.split('<')[0], titles(part)]),
    [
      ['2 calls you may apply to', ['Film Anywhere', 'Dance in Lyon']],
      ['1 call that depends on more than you told', ['At Home']],
      [
        '4 calls that do not state who may apply',
        [
          'As Long As It Lasts',
          '&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;q&quot;',
          'Twice',
          'Says Nothing',
        ],
      ],
    ],
  )
  assert.deepEqual(titles(await page('/opportunities?citizenship=fr&residence=fr')).slice(0, 1), [
    'Film Anywhere',
  ])
  assert.doesNotMatch(await page('/opportunities?residence=fr&citizenship=fr'), /Dance in Lyon|At Home/)
  assert.deepEqual(titles(await page('/opportunities?citizenship=vn&standing=depends')), ['At Home'])
})

test('several citizenships are all kept: the field holds one, hidden fields the others, chips all', async () => {
  const text = await page('/opportunities?citizenship=vn&citizenship=FR')
  assert.equal([...text.matchAll(/<option value="\w\w" selected/g)].length, 1)
  assert.equal([...text.matchAll(/<input type="hidden" name="citizenship" value="\w\w"/g)].length, 1)
  assert.match(text, /Citizen of: Vietnam/)
  assert.match(text, /Citizen of: France/)
})

test('facets combine; chips take one away, the address holds the rest', async () => {
  const text = await page('/opportunities?discipline=dance&covers=travel&q=lyon&sort=title')
  assert.deepEqual(titles(text), ['Dance in Lyon'])
  assert.match(text, /href="\/opportunities\?covers=travel&amp;discipline=dance&amp;sort=title"/)
  assert.match(text, /href="\/opportunities\?covers=travel&amp;q=lyon&amp;sort=title"/)
  assert.match(text, /<input type="checkbox" name="discipline" value="dance" checked/)
  assert.match(text, /<option value="title" selected/)
  assert.deepEqual(titles(await page('/opportunities?country=online')), ['At Home'])
  assert.deepEqual(titles(await page('/opportunities?country=FR&fee=paid&language=fr')), ['Dance in Lyon'])
  assert.deepEqual(titles(await page('/opportunities?from=2027-02-01&to=2027-02-28')), ['Dance in Lyon'])
  assert.deepEqual(titles(await page('/fr/opportunities?lang=fr')), ['Danser à Lyon'])
})

test('an empty list says which filter to loosen, and how many that would give', async () => {
  const text = await page('/opportunities?discipline=film&covers=travel&q=lyon')
  assert.match(text, /Nothing fits all of these filters/)
  assert.doesNotMatch(text, /Without “Words”/)
  assert.match(
    text,
    /<a href="\/opportunities\?covers=travel&amp;q=lyon">Without “Discipline”: 1 record<\/a>/,
  )
  assert.match(
    await page('/opportunities?discipline=film&q=nonsense'),
    /<a href="\/opportunities\?discipline=film">Without “Words”: 1 record<\/a>/,
  )
  assert.match(
    await page('/opportunities?discipline=film&from=2030-01-01'),
    /<a href="\/opportunities\?discipline=film">Without “When”: 1 record<\/a>/,
  )
})

test('an unknown facet, value, day or page is a calm page that names it', async () => {
  for (const query of [
    'colour=red',
    'discipline=cooking',
    'citizenship=zz',
    'residence=online',
    'fee=free',
    'lang=klingo',
    'language=not_stated',
    'from=2027-02-30',
    'sort=random',
    'page=0',
    'page=1%27--',
  ]) {
    const answer = await house.get(`/opportunities?${query}`)
    assert.equal(answer.status, 400, query)
    assert.match(answer.text, /does not know/, query)
  }
  assert.equal((await house.get('/opportunities?page=2')).status, 404)
  assert.match((await house.get('/fr/opportunities?page=2')).text, /n’a pas de page 2/)
  for (const slug of ['nothing', '%27', 'a'.repeat(500)])
    assert.equal((await house.get(`/opportunities/${slug}`)).status, 404, slug)
})

test('a draft is on no page, in no list, count, programme or related call', async () => {
  assert.equal((await house.get('/opportunities/secret-draft')).status, 404)
  assert.equal((await house.get('/opportunities?q=secret')).status, 200)
  for (const path of [
    '/opportunities?discipline=dance',
    '/opportunities?deadline=closed',
    '/opportunities?q=secret',
    '/opportunities/dance-in-lyon',
    '/programmes/steps',
  ]) {
    const text = await page(path)
    assert.doesNotMatch(
      text,
      /Secret Draft|name="country" value="la"|value="puppetry"|value="competition"/,
      path,
    )
  }
})

test('a call says first when it closes, for every clock, and what became of that', async () => {
  const text = await page('/opportunities/dance-in-lyon')
  const [, box = ''] = /<div class="deadline open">(.*?)<\/div>/s.exec(text) ?? []
  assert.match(box, /<p class="stated">Closes 28 February 2027, 17:00, Brussels time · in 6 weeks<\/p>/)
  assert.match(box, /<local-time data-sentence="that is \{moment\} where you are">/)
  assert.match(box, /<time datetime="2027-02-28T16:00:00Z">28 Feb 2027, 16:00 UTC<\/time>/)
  assert.match(box, /Extended from 31 January 2027 to 28 February 2027 on 10 January 2027/)
  assert.match(box, /As printed: .*28 February, 5 pm/)
  assert.match(box, /the real date was 28 February 2019/)
})

test('a call says who may apply, what is paid, the fee, where and when, and what that was read from', async () => {
  const text = await page('/opportunities/dance-in-lyon')
  const facts = new Map(
    [...text.matchAll(/<dt>([^<]+)<\/dt><dd>(.*?)<\/dd>/gs)].map(([, name, value]) => [name, value ?? '']),
  )
  const has = (name: string, pattern: RegExp) => assert.match(facts.get(name) ?? '', pattern)
  has('Who may apply', /^Citizens of Vietnam\./)
  has('What is paid', /^Travel and Stay<p>Train and a room\.<\/p><details.*<q>we pay train and room<\/q>/s)
  has('Fee to apply', /^Fee EUR.25\.50<p>For: <span>the jury<\/span><\/p>$/)
  has('Where', /Lyon.* · <a href="\/opportunities\?country=fr">France<\/a>/)
  has('When', /1 June.–.12 July 2027.*the real date was 1 June.–.12 July 2019/s)
  has('Languages to apply in', /^French and English$/)
  has('Organiser', /<a href="\/organisations\/house-of-dance">/)
  has('With', /Studio Rouge/)
  has('Programme', /<a href="\/programmes\/steps">/)
  has('Disciplines', /<a href="\/opportunities\?discipline=dance">Dance<\/a>/)
  has('Themes', /<a href="\/opportunities\?theme=mobility">/)
  has('Source', /<a href="https:\/\/example.org\/dance" rel="external noopener">/)
  has('Last checked', /5 January 2027/)
  has('Note', /Asked by telephone/)
  for (const silent of ['Apply as', 'Roles', 'Career stage', 'Access support']) has(silent, /^Not stated$/)
  assert.match(text, /<print-link/)
  assert.match(text, /At Home/)
})

test('what a call does not state is said to be not stated', async () => {
  const text = await page('/opportunities/says-nothing')
  assert.match(text, /No closing date has been announced/)
  assert.match(text, /The source does not state which citizenship or home is needed/)
  assert.match(text, /<dt>What is paid<\/dt><dd>Not stated<\/dd>/)
  assert.match(text, /<dt>Fee to apply<\/dt><dd>Not stated<\/dd>/)
  assert.match(text, /<dt>Organiser<\/dt><dd>Not stated<\/dd>/)
  assert.match(text, /Not checked yet/)
})

test('rolling, cancelled, closed, several rounds and anywhere on earth are said in words', async () => {
  assert.match(await page('/opportunities/at-home'), /Rolling: there is no closing date/)
  const off = await page('/opportunities/called-off')
  assert.match(off, /deadline closed"><p class="stated">This call was cancelled\.<\/p><p>Closes 1 June 2027</)
  assert.match(off, /Cancelled · .*no money/)
  assert.match(
    await page('/opportunities/long-over'),
    /deadline closed"><p class="stated">Closed on 1 December 2026</,
  )
  const twice = await page('/opportunities/twice')
  assert.match(twice, /Closes 30 September 2027 · in 8 months/)
  assert.match(twice, /<li>Closed on 30 September 2026<\/li><li>Closes 30 September 2027 · .*autumn/)
  assert.match(
    await page('/opportunities/as-long-as-it-lasts'),
    /Closes 31 March 2027, 23:59, anywhere on earth.*datetime="2027-04-01T11:59:00Z">1 Apr 2027, 11:59 UTC/s,
  )
})

test('a translation is used and labelled; without one the original stands, marked with its language', async () => {
  const french = await page('/fr/opportunities/dance-in-lyon')
  assert.match(french, /<h1>Danser à Lyon<\/h1>/)
  assert.match(french, /notice demo/)
  assert.match(french, /hreflang="en" lang="en" dir="ltr">English</)
  const urdu = await page('/ur/opportunities/dance-in-lyon')
  assert.match(urdu, /<html[^>]* dir="rtl"/)
  assert.match(urdu, /<h1 lang="en" dir="ltr">Dance in Lyon<\/h1><small class="other-language">/)
  assert.match(urdu, /<div class="prose" lang="en" dir="ltr"><p>Six weeks in a studio/)
  assert.match(
    await page('/ur/opportunities'),
    /<a href="\/ur\/opportunities\/dance-in-lyon" lang="en" dir="ltr">/,
  )
})

test('text with markup in it is shown, never obeyed', async () => {
  const list = await page('/opportunities')
  const [slug] = /\/opportunities\/script[^"]*/.exec(list) ?? ['']
  for (const text of [list, await page(slug)]) {
    assert.doesNotMatch(text, /<script>alert|<b>Robert|<img|href="javascript/)
    assert.match(text, /&lt;\/dd&gt;&lt;b&gt;Robert/)
  }
  const echoed = await house.get('/opportunities?q=%3Cscript%3Ealert(1)%3C/script%3E')
  assert.doesNotMatch(echoed.text, /<script>alert/)
  assert.equal((await house.get(`/opportunities?q=${'%27%25_%01'.repeat(400)}`)).status, 200)
})

test('a page of the list asks the database as much for 30 calls as for one, and pages have addresses', async () => {
  await plant(
    db,
    'opportunities',
    Array.from({ length: 30 }, (_, at) =>
      aCall({ title: `Thirty ${at}`, disciplines: ['music'], programme: 'steps', deadline: '2027-05-05' }),
    ),
  )
  const asked = async (path: string) => {
    await page(path)
    const before = house.queries.length
    await page(path)
    return house.queries.length - before
  }
  const one = await asked('/opportunities?discipline=film')
  assert.equal(await asked('/opportunities?discipline=music'), one)
  assert.equal(await asked('/opportunities?discipline=music&q=thirty&citizenship=vn'), one)
  assert.ok(one <= 4, `${one} queries`)
  assert.ok((await asked('/opportunities/dance-in-lyon')) <= 8)
  const second = await page('/opportunities?discipline=music&page=2')
  assert.equal(titles(second).length, 10)
  assert.match(second, /rel="prev" href="\/opportunities\?discipline=music"/)
  assert.match(
    await page('/opportunities?discipline=music'),
    /rel="next" href="\/opportunities\?discipline=music&amp;page=2"/,
  )
})
