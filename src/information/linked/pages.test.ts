import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { openTestHouse } from '../../testing.ts'
import { aCall, anArticle, anEvent, anOrganisation, plant } from '../testing.ts'

const origin = 'https://culture.example'
const house = await openTestHouse({ settings: { publicUrl: origin } })
after(() => house.close())

const page = async (path: string) => {
  const { status, text } = await house.get(path)
  assert.equal(status, 200, path)
  return text
}

/** What a page says for machines; there is one element of it. */
async function dataOf(path: string): Promise<Record<string, unknown>> {
  const text = await page(path)
  const scripts = [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
  assert.equal(scripts.length, 1, path)
  return JSON.parse(scripts[0]?.[1] ?? '')
}

test('a call says its deadlines in a property of our own, and when the last of them is over in one of schema.org', async () => {
  await plant(house.db, 'opportunities', [
    aCall({
      title: 'Lake residency',
      summary: 'Six weeks.',
      type: 'residency',
      organiser: 'Lake House',
      host_city: 'Annecy',
      host_countries: ['FR'],
      disciplines: ['music'],
      deadline: '2027-05-31',
      deadline_time: '17:00',
      deadline_zone: 'Europe/Paris',
      deadline_changes: [{ kind: 'extended', on: '2027-01-02', from: '2027-04-30', to: '2027-05-31' }],
      url: 'https://lake.example/call',
    }),
  ])
  assert.deepEqual(await dataOf('/opportunities/lake-residency'), {
    '@context': ['https://schema.org', { caravanserai: 'urn:caravanserai:terms:' }],
    '@type': ['CreativeWork', 'caravanserai:Call'],
    name: 'Lake residency',
    inLanguage: 'en',
    description: 'Six weeks.',
    url: `${origin}/opportunities/lake-residency`,
    genre: 'Residency',
    keywords: ['Music'],
    sourceOrganization: { '@type': 'Organization', name: 'Lake House' },
    contentLocation: { '@type': 'Place', name: 'Annecy, France' },
    isBasedOn: 'https://lake.example/call',
    expires: '2027-05-31T15:00:00Z',
    'caravanserai:deadlineKind': 'fixed',
    'caravanserai:deadline': [
      {
        '@type': 'caravanserai:Deadline',
        'caravanserai:date': '2027-05-31',
        'caravanserai:time': '17:00',
        'caravanserai:zone': 'Europe/Paris',
        'caravanserai:closesAt': '2027-05-31T15:00:00Z',
      },
    ],
    'caravanserai:deadlineChange': [
      {
        '@type': 'caravanserai:DeadlineChange',
        'caravanserai:kind': 'extended',
        'caravanserai:on': '2027-01-02',
        'caravanserai:from': '2027-04-30',
        'caravanserai:to': '2027-05-31',
      },
    ],
    'caravanserai:cancelled': false,
  })
})

test('an event says when and where it is, what it is part of, and its parts', async () => {
  await plant(house.db, 'events', [
    anEvent({
      id: 'fair',
      title: 'Book fair',
      start_date: '2027-03-01',
      end_date: '2027-03-03',
      venue: 'Hall 1',
      city: 'Hue',
      country_code: 'VN',
      status: 'postponed',
    }),
    anEvent({
      id: 'talk',
      parent: 'fair',
      title: 'A talk',
      start_date: '2027-03-02',
      start_time: '10:00',
      end_time: '11:00',
      zone: 'Asia/Ho_Chi_Minh',
      attendance: 'online',
      online_url: 'https://talk.example/',
    }),
    anEvent({ id: 'hidden', parent: 'fair', title: 'Secret part', state: 'draft' }),
  ])
  const fair = await dataOf('/events/book-fair')
  assert.deepEqual(fair, {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: 'Book fair',
    inLanguage: 'en',
    url: `${origin}/events/book-fair`,
    startDate: '2027-03-01',
    endDate: '2027-03-03',
    eventStatus: 'https://schema.org/EventPostponed',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: [
      {
        '@type': 'Place',
        name: 'Hall 1',
        address: { '@type': 'PostalAddress', addressLocality: 'Hue', addressCountry: 'VN' },
      },
    ],
    subEvent: [
      {
        '@type': 'Event',
        name: 'A talk',
        url: `${origin}/events/a-talk`,
        startDate: '2027-03-02T10:00:00+07:00',
        endDate: '2027-03-02T11:00:00+07:00',
      },
    ],
  })
  const talk = await dataOf('/ur/events/a-talk')
  assert.deepEqual(talk['superEvent'], {
    '@type': 'Event',
    name: 'Book fair',
    url: `${origin}/ur/events/book-fair`,
  })
  assert.deepEqual(talk['location'], [{ '@type': 'VirtualLocation', url: 'https://talk.example/' }])
})

test('an event that repeats is a series, with the dates its page names', async () => {
  await plant(house.db, 'events', [
    anEvent({
      title: 'Weekly class',
      start_date: '2027-03-22',
      start_time: '10:00',
      end_time: '11:00',
      zone: 'Europe/Berlin',
      recurrence: { rule: 'FREQ=WEEKLY;COUNT=2' },
    }),
  ])
  const series = await dataOf('/events/weekly-class')
  assert.equal(series['@type'], 'EventSeries')
  assert.deepEqual(series['subEvent'], [
    {
      '@type': 'Event',
      name: 'Weekly class',
      startDate: '2027-03-22T10:00:00+01:00',
      endDate: '2027-03-22T11:00:00+01:00',
      eventStatus: 'https://schema.org/EventScheduled',
    },
    {
      '@type': 'Event',
      name: 'Weekly class',
      startDate: '2027-03-29T10:00:00+02:00',
      endDate: '2027-03-29T11:00:00+02:00',
      eventStatus: 'https://schema.org/EventScheduled',
    },
  ])
})

test('an article and an organisation say what their pages say', async () => {
  await plant(house.db, 'articles', [
    anArticle({ title: 'An essay', author: 'Ada Vu', publisher: 'Bridges', date: '2027-01-02' }),
  ])
  await plant(house.db, 'organisations', [
    anOrganisation({
      title: 'Lake House',
      website: 'https://lake.example/',
      city: 'Annecy',
      country_code: 'FR',
    }),
  ])
  assert.deepEqual(await dataOf('/articles/an-essay'), {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: 'An essay',
    inLanguage: 'en',
    url: `${origin}/articles/an-essay`,
    author: [{ '@type': 'Person', name: 'Ada Vu' }],
    publisher: { '@type': 'Organization', name: 'Bridges' },
    datePublished: '2027-01-02',
  })
  assert.deepEqual(await dataOf('/organisations/lake-house'), {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: 'Lake House',
    mainEntityOfPage: `${origin}/organisations/lake-house`,
    url: 'https://lake.example/',
    address: { '@type': 'PostalAddress', addressLocality: 'Annecy', addressCountry: 'FR' },
  })
})

test('no text ends the element it stands in, and none becomes an attribute', async () => {
  const title = '</script><script>alert(1)</script> <!-- "\u2028\' & <b onclick=x>'
  await plant(house.db, 'articles', [anArticle({ id: 'hostile', slug: 'hostile', title, summary: title })])
  const text = await page('/articles/hostile')
  assert.doesNotMatch(text, /<script>alert/)
  assert.equal([...text.matchAll(/<script/g)].length, 2)
  const said = await dataOf('/articles/hostile')
  assert.equal(said['headline'], title)
  assert.match(text, /<meta property="og:title" content="&lt;\/script&gt;&lt;script&gt;alert\(1\)/)
})

test('every public page says how it looks where it is shared, by the address of the house', async () => {
  for (const path of [
    '/',
    '/ur/',
    '/events',
    '/fr/opportunities?discipline=music',
    '/partners/vn',
    '/articles/an-essay',
    '/events/book-fair',
    '/organisations/lake-house',
  ]) {
    const text = await page(path)
    const meta = (name: string) =>
      new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(text)?.[1] ?? ''
    assert.ok(meta('og:title') !== '' && meta('og:site_name') !== '', path)
    assert.equal(meta('og:url'), /<link rel="canonical" href="([^"]+)"/.exec(text)?.[1])
    assert.equal(meta('twitter:card'), 'summary_large_image')
    assert.match(meta('og:image'), /^https:\/\/culture\.example(\/\w\w)?\/cards\/[\w/-]+\.\w+\.png$/)
    assert.deepEqual([meta('og:image:width'), meta('og:image:height')], ['1200', '630'])
  }
  const missing = await house.get('/events/nothing-here')
  assert.doesNotMatch(missing.text, /canonical|og:|ld\+json/)
})

test('in a demonstration machines are told the real date too', async () => {
  await plant(house.db, 'events', [anEvent({ title: 'Moved', real_dates: { start_date: '2020-02-01' } })])
  assert.equal(
    (await dataOf('/events/moved'))['disambiguatingDescription'],
    'Demonstration; the real date was 1 February 2020',
  )
})
