import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { firstRow, listAudit } from '../../platform/index.ts'
import { openTestHouse, openVisitor, signInByLink, type Visitor } from '../../testing.ts'
import type { Profile } from './model.ts'
import { readProfile } from './queries.ts'

const house = await openTestHouse({ settings: { trustProxy: 1 } })
after(() => house.close())
const path = '/account/profile'

let count = 0
type Person = Visitor & { email: string; id: string }
async function join(email = `profile-${(count += 1)}@culture.example`): Promise<Person> {
  const visitor = openVisitor(house, `192.0.2.${(count += 1)}`)
  await signInByLink(house, visitor, email)
  const row = await firstRow(
    house.db,
    sql<{ id: string }>`select id from community.person where email = ${email}`,
  )
  return Object.assign(visitor, { email, id: row!.id })
}

const versionIn = (text: string) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
const slugIn = (text: string) => /href="\/people\/([^"]+)"/.exec(text)?.[1] ?? ''

/** Saves as somebody who has just opened the page. */
async function save(person: Visitor, fields: Record<string, string | string[]>, to = path) {
  const version = versionIn((await person.get(path)).text)
  return person.send(to, pairs({ version, ...fields }))
}
const pairs = (fields: Record<string, string | string[]>) =>
  Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value]))

const full = {
  name: 'មាស សុខា',
  latinName: 'Meas Sokha',
  languages: ['km'],
  'languages-more': ['French', 'zh-hant', ''],
  disciplines: ['dance', 'puppetry'],
  roles: ['artist', 'professional'],
  'citizenships-more': ['Cambodia', 'fr'],
  residence: 'Viet Nam',
  'since-month': '3',
  'since-year': '2021',
  baseCountry: 'Kosovo',
  baseCity: 'Prizren',
}

const known: Omit<Profile, 'personId'> = {
  name: 'មាស សុខា',
  latinName: 'Meas Sokha',
  languages: ['km', 'fr', 'zh-Hant'],
  disciplines: ['dance', 'puppetry'],
  roles: ['artist', 'professional'],
  citizenships: ['KH', 'FR'],
  residence: { country: 'VN', since: '2021-03' },
  earlierResidences: [],
  base: { country: 'XK', city: 'Prizren' },
  version: 1,
}

test('what a person says once is there for every room, with separate facts of geography', async () => {
  const person = await join()
  assert.equal((await save(person, full)).status, 303)
  assert.deepEqual(await readProfile(house.db, person.id), { personId: person.id, ...known })
  assert.equal(await readProfile(house.db, '00000000-0000-4000-8000-000000000009'), undefined)
  const { text } = await person.get(path)
  for (const value of ['មាស សុខា', 'Meas Sokha', 'Vietnam', 'Prizren', '2021'])
    assert.ok(text.includes(`value="${value}"`), value)
})

test('nothing is required, and an empty form is an answer', async () => {
  const person = await join()
  assert.equal((await save(person, {})).status, 303)
  assert.equal((await readProfile(house.db, person.id))?.version, 0)
  await save(person, full)
  assert.equal((await save(person, {})).status, 303)
  const { version, ...empty } = (await readProfile(house.db, person.id))!
  assert.equal(version, 2)
  assert.deepEqual(empty, {
    personId: person.id,
    name: '',
    latinName: '',
    languages: [],
    disciplines: [],
    roles: [],
    citizenships: [],
    residence: null,
    earlierResidences: [],
    base: {
      country: null,
      city: '',
    },
  })
})

test('a name is kept as its owner writes it, in any script, and turns nothing around it', async () => {
  const person = await join()
  const name = `${'ñ'.repeat(150)}${'نام'.repeat(49)}\u200fA\u200d`
  assert.equal(Array.from(name).length, 300)
  assert.equal((await save(person, { name: `\u202e ${name}\u2066 ` })).status, 303)
  assert.ok((await person.get(`${path}?done=saved`)).text.includes(`value="${name}"`))
  const long = await save(person, { name: `${name}b`, baseCity: 'Huế' })
  assert.equal(long.status, 422)
  assert.match(long.text, /At most 300 characters/)
  for (const typed of [`${name}b`, 'Huế']) assert.ok(long.text.includes(`value="${typed}"`))
  await save(person, { name: '<script>alert(1)</script>' })
  assert.doesNotMatch((await person.get(path)).text, /<script>alert/)
})

test('Latin letters are asked for where the name has none, and nothing else is taken for them', async () => {
  const person = await join()
  const isAsked = (text: string) => !/<details[^>]*>(?:(?!<\/details>).)*name="latinName"/s.test(text)
  assert.equal(isAsked((await person.get(path)).text), false)
  await save(person, { name: '李安' })
  assert.equal(isAsked((await person.get(path)).text), true)
  const wrong = await save(person, { name: '李安', latinName: 'Li 安' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Use Latin letters only/)
  assert.equal((await save(person, { name: '李安', latinName: 'Lǐ Ān' })).status, 303)
})

test('countries, languages and terms that nobody knows are refused by name, and what was typed comes back', async () => {
  const person = await join()
  const answer = await save(person, {
    citizenships: 'QQ',
    'citizenships-more': 'Atlantis',
    'languages-more': 'Klatschisch',
    residence: '<b>Nowhere',
    baseCountry: 'XX',
    disciplines: 'sword-swallowing',
    baseCity: 'Đà Nẵng',
  })
  assert.equal(answer.status, 422)
  for (const value of ['QQ', 'Atlantis', 'Klatschisch', '&lt;b&gt;Nowhere', 'XX'])
    assert.match(answer.text, new RegExp(`${value} is not a (country|language) known here`))
  assert.match(answer.text, /Choose among these/)
  for (const value of ['Atlantis', 'Klatschisch', 'Đà Nẵng'])
    assert.ok(answer.text.includes(`value="${value}"`), value)
  assert.equal((await readProfile(house.db, person.id))?.version, 0)
})

test('countries and languages are found by name in the reader’s language, and by other names', async () => {
  const person = await join()
  const version = versionIn((await person.get(`/km${path}`)).text)
  const { text } = await person.get(`/km${path}`)
  assert.match(text, /<option value="កម្ពុជា">/)
  const fields = {
    version,
    'citizenships-more': ['កម្ពុជា', 'Burma', 'viet nam'],
    'languages-more': ['ខ្មែរ', 'Tiếng Việt'],
  }
  assert.equal((await person.send(`/km${path}`, pairs(fields))).status, 303)
  const profile = await readProfile(house.db, person.id)
  assert.deepEqual(
    [profile?.citizenships, profile?.languages],
    [
      ['KH', 'MM', 'VN'],
      ['km', 'vi'],
    ],
  )
})

test('since when somebody lives there is a month or a day that exists and has come, as precise as it was said', async () => {
  const person = await join()
  const say = async (day: string, month: string, year: string) => {
    const fields = { residence: 'FR', 'since-day': day, 'since-month': month, 'since-year': year }
    const { status, text } = await save(person, fields)
    if (status === 303) return (await readProfile(house.db, person.id))?.residence?.since
    return /still to come/.test(text) ? 'future' : /Enter a month and a year/.test(text) ? 'date' : status
  }
  const asked = [
    ['', '3', '2021'],
    ['14', '03', '2021'],
    ['29', '2', '2024'],
    ['15', '1', '2027'],
    // Noon in Greenwich is the next day on some islands.
    ['16', '1', '2027'],
    ['17', '1', '2027'],
    ['', '2', '2027'],
    ['30', '2', '2021'],
    ['', '', '2021'],
    ['1', '', ''],
    ['', '13', '2021'],
    ['', '3', '21'],
    ['', '3', '1899'],
    ['', '٣', '2021'],
  ]
  const answers: unknown[] = []
  for (const [day = '', month = '', year = ''] of asked) answers.push(await say(day, month, year))
  assert.deepEqual(answers, [
    '2021-03',
    '2021-03-14',
    '2024-02-29',
    '2027-01-15',
    '2027-01-16',
    'future',
    'future',
    ...Array<string>(7).fill('date'),
  ])
  const alone = await save(person, { 'since-month': '3', 'since-year': '2021' })
  assert.match(alone.text, /Say in which country/)
})

test('another country of residence is added to those before, the same one is corrected, and none forgets all', async () => {
  const person = await join()
  const live = (residence: string, year: string) =>
    save(person, { residence, 'since-month': '3', 'since-year': year })
  await live('VN', '2010')
  await live('VN', '2011')
  await live('FR', '2024')
  const profile = await readProfile(house.db, person.id)
  assert.deepEqual(profile?.residence, { country: 'FR', since: '2024-03' })
  assert.deepEqual(profile?.earlierResidences, [{ country: 'VN', since: '2011-03' }])
  assert.match((await person.get(path)).text, /Said before: Vietnam, since March 2011/)
  await save(person, { name: 'A' })
  assert.deepEqual((await readProfile(house.db, person.id))?.earlierResidences, [])
})

test('two windows do not overwrite each other: the second is shown both, and decides', async () => {
  const person = await join()
  const version = versionIn((await person.get(path)).text)
  await person.send(path, pairs({ version, name: 'First', citizenships: 'VN', residence: 'LA' }))
  const second = { version, name: 'Second', citizenships: 'FR', 'since-day': '', residence: 'LA' }
  const answer = await person.send(path, pairs(second))
  assert.equal(answer.status, 409)
  assert.match(answer.text, /Saved meanwhile in another window: First\./)
  assert.match(answer.text, /Saved meanwhile in another window: Vietnam\./)
  assert.doesNotMatch(answer.text, /another window: Laos/)
  assert.ok(answer.text.includes('value="Second"'))
  assert.equal((await readProfile(house.db, person.id))?.name, 'First')
  const again = await person.send(path, pairs({ ...second, version: versionIn(answer.text) }))
  assert.equal(again.status, 303)
  assert.equal((await readProfile(house.db, person.id))?.name, 'Second')
  // The same form twice is a second press of the button, not another window.
  assert.equal((await person.send(path, pairs({ ...second, version: '0' }))).status, 303)
  const foreign = await person.send(path, [['name', 'no version']])
  assert.equal(foreign.status, 409)
})

test('two windows that save at the same moment: one is told', async () => {
  const person = await join()
  const version = versionIn((await person.get(path)).text)
  const answers = await Promise.all(['One', 'Two'].map((name) => person.send(path, pairs({ version, name }))))
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([303, 409]))
})

test('the audit says which fields changed and never what they hold, but the name', async () => {
  const person = await join()
  await save(person, full)
  await save(person, { ...full, 'citizenships-more': 'MM' })
  await save(person, { do: 'show', shown: ['citizenships'] }, `${path}/page`)
  const audit = await listAudit(house.db, { kind: 'people', id: person.id })
  assert.deepEqual(
    audit.map(({ what, after }) => [what, after]),
    [
      ['community.keepPage', { shown: ['citizenships'], findable: false, isPublic: true }],
      ['community.keepProfile', { changed: ['citizenships'] }],
      [
        'community.keepProfile',
        {
          changed: [
            'name',
            'latinName',
            'languages',
            'disciplines',
            'roles',
            'citizenships',
            'residence',
            'base',
          ],
          name: 'មាស សុខា',
        },
      ],
      ['community.join', {}],
    ],
  )
  assert.doesNotMatch(JSON.stringify(audit), /KH|MM|Prizren|2021|Sokha/)
})

test('a page shows what its owner chose and nothing else, and is gone the moment it is withdrawn', async () => {
  const person = await join()
  await save(person, { ...full, name: 'Trần Thu', latinName: 'Tran Hidden', residence: 'LA' })
  assert.equal((await house.get('/people/tran-hidden')).status, 404)
  await save(person, { do: 'show', shown: ['disciplines', 'residence'] }, `${path}/page`)
  const slug = slugIn((await person.get(path)).text)
  assert.equal(slug, 'tran-hidden')
  const page = await house.get(`/people/${slug}`)
  assert.equal(page.status, 200)
  const body = page.text.slice(page.text.indexOf('<article'), page.text.indexOf('</article>'))
  for (const shown of ['Trần Thu', 'Dance', 'Laos']) assert.ok(body.includes(shown), shown)
  const hidden = /Tran Hidden|Khmer|French|Chinese|Cambodia|France|Kosovo|Prizren|2021|Artist|professional|@/i
  assert.doesNotMatch(body, hidden)
  assert.doesNotMatch(page.text, new RegExp(`${person.id}|${person.email}|Tran Hidden`))
  // All of it shows when it is chosen, so the test above can fail.
  const all = ['latinName', 'roles', 'disciplines', 'languages', 'residence', 'base', 'citizenships']
  await save(person, { do: 'keep', shown: all }, `${path}/page`)
  const whole = (await house.get(`/people/${slug}`)).text
  for (const shown of ['Tran Hidden', 'Khmer', 'Cambodia and France', 'Prizren, Kosovo', 'Artist'])
    assert.ok(whole.includes(shown), shown)
  assert.doesNotMatch(whole, /2021|@culture\.example/)
  // Whatever another window saved, and whatever the form says.
  assert.equal((await person.send(`${path}/page`, { do: 'withdraw', version: '0' })).status, 303)
  for (const visitor of [openVisitor(house), person])
    assert.equal((await visitor.get(`/people/${slug}`)).status, 404)
})

test('the owner sees beforehand exactly what others see', async () => {
  const person = await join()
  await save(person, { name: 'Preview Person', 'languages-more': 'Lao', baseCity: 'Pakse' })
  await save(person, { do: 'keep', shown: ['languages'] }, `${path}/page`)
  const preview = await person.get(`${path}/preview`)
  const article = (text: string) => /<article>.*<\/article>/s.exec(text)?.[0]
  assert.match(article(preview.text) ?? '', /Preview Person.*Lao/s)
  assert.doesNotMatch(article(preview.text) ?? '', /Pakse/)
  await save(person, { do: 'show', shown: ['languages'] }, `${path}/page`)
  const shown = await openVisitor(house).get('/people/preview-person')
  assert.equal(article(shown.text), article(preview.text))
})

test('search engines may list a page only where its owner allows it', async () => {
  const person = await join()
  await save(person, { name: 'Findable Person' })
  await save(person, { do: 'show' }, `${path}/page`)
  const address = '/people/findable-person'
  const facts = async () => {
    const { headers, text } = await house.get(address)
    const meta = /<meta name="robots" content="noindex"/.test(text)
    const listed = (await house.get('/sitemaps/people-1.xml')).text.includes(`${address}<`)
    return [headers.get('x-robots-tag'), meta, listed, headers.get('cache-control')]
  }
  assert.deepEqual(await facts(), ['noindex', true, false, 'no-store'])
  await save(person, { do: 'keep', findable: 'yes' }, `${path}/page`)
  assert.deepEqual(await facts(), [null, false, true, 'no-store'])
  await person.send(`${path}/page`, { do: 'withdraw' })
  assert.equal((await house.get('/sitemaps/people-1.xml')).text.includes(address), false)
})

test('an address is made of the Latin name once, is nobody else’s, and stays through withdrawal and another name', async () => {
  const [one, other] = [await join(), await join()]
  await save(one, { name: 'Nguyễn Thị Đào' })
  await save(one, { do: 'show' }, `${path}/page`)
  await one.send(`${path}/page`, { do: 'withdraw' })
  await save(other, { name: 'Nguyen Thi Dao' })
  await save(other, { do: 'show' }, `${path}/page`)
  assert.equal(slugIn((await other.get(path)).text), 'nguyen-thi-dao-2')
  await save(one, { name: 'Somebody Else' })
  await save(one, { do: 'show' }, `${path}/page`)
  assert.equal(slugIn((await one.get(path)).text), 'nguyen-thi-dao')
  assert.match((await house.get('/people/nguyen-thi-dao')).text, /<h1>Somebody Else/)
})

test('a page needs a name, and Latin letters for its address; without its name it is withdrawn', async () => {
  const person = await join()
  const nameless = await save(person, { do: 'show', shown: ['roles'] }, `${path}/page`)
  assert.equal(nameless.status, 422)
  assert.match(nameless.text, /A page needs your name/)
  await save(person, { name: '\u200d\u200f', latinName: 'Not Seen' })
  const unseen = await save(person, { do: 'show' }, `${path}/page`)
  assert.match(unseen.text, /A page needs your name/)
  assert.match(nameless.text, /value="roles" checked/)
  await save(person, { name: '李娜' })
  assert.match((await save(person, { do: 'show' }, `${path}/page`)).text, /address of a page is in Latin/)
  await save(person, { name: '李娜', latinName: 'Li Na' })
  assert.equal((await save(person, { do: 'show' }, `${path}/page`)).status, 303)
  assert.equal((await house.get('/people/li-na')).status, 200)
  await save(person, { latinName: 'Li Na' })
  assert.equal((await house.get('/people/li-na')).status, 404)
})

test('choices made on an old page are sent again, not saved unseen', async () => {
  const person = await join()
  const version = versionIn((await person.get(path)).text)
  await save(person, { name: 'Old Page', citizenships: 'VN' })
  const answer = await person.send(`${path}/page`, pairs({ version, do: 'show', shown: 'citizenships' }))
  assert.equal(answer.status, 409)
  assert.match(answer.text, /saved in another window meanwhile/)
  assert.match(answer.text, /value="citizenships" checked/)
  assert.equal((await house.get('/people/old-page')).status, 404)
})

test('people of a demonstration are shown in none but one', async () => {
  const person = await join()
  await save(person, { name: 'Demo Person' })
  await save(person, { do: 'show', findable: 'yes' }, `${path}/page`)
  assert.equal((await house.get('/people/demo-person')).status, 200)
  await sql`update community.person set demonstration = true where id = ${person.id}::uuid`.execute(house.db)
  assert.equal((await house.get('/people/demo-person')).status, 404)
  assert.equal((await house.get('/sitemaps/people-1.xml')).text.includes('demo-person'), false)
})

test('addresses of people that are none answer calmly', async () => {
  for (const slug of ['none', '%F0%9F%8E%AD', 'a'.repeat(3000), "'--", '..%2F..'])
    assert.equal((await house.get(`/people/${slug}`)).status, 404, slug.slice(0, 20))
})
