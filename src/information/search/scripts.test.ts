import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { readKnown, stranger } from '../../community/index.ts'
import { locales } from '../../design/index.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { anArticle, now, plant } from '../testing.ts'
import { rebuildSearch } from './actions.ts'
import { questionOf, searchRecords, suggestRecords } from './queries.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())
const known = await readKnown(db, '2027-01-15')

/** A text in a language, words within it, and neighbours of them that it does not hold. */
const texts: { lang: string; text: string; holds: string[]; lacks: string[] }[] = [
  {
    lang: 'th',
    text: 'เทศกาลภาพยนตร์นานาชาติกรุงเทพฯเปิดรับข่าวสารจากศิลปินรุ่นใหม่และช่างทอผ้าไหมตามพื้นที่ต่างๆ ขา ยาว',
    holds: ['ภาพยนตร์', 'ข่าว', 'ศิลปิน', 'ผ้าไหม', 'เทศกาลภาพยนตร์', 'ช่างทอผ้า', 'ที่'],
    lacks: ['ขาว', 'ข้าว', 'ผ่า', 'ไหม่', 'ที', 'ศิลป์'],
  },
  {
    lang: 'lo',
    text: 'ງານບຸນວັດທະນະທຳລາວສະແດງຜ້າໄໝແລະດົນຕີພື້ນເມືອງທີ່ຫຼວງພະບາງ',
    holds: ['ວັດທະນະທຳ', 'ວັດທະນະທໍາ', 'ດົນຕີ', 'ຜ້າໄໝ', 'ຜ້າໄຫມ', 'ຫຼວງພະບາງ'],
    lacks: ['ດົນຕີ່', 'ພື່ນ', 'ຜາ', 'ທີ'],
  },
  {
    lang: 'km',
    text: 'ពិធីបុណ្យសិល្បៈខ្មែរនៅភ្នំពេញបង្ហាញរបាំអប្សរានិងតន្ត្រីបុរាណជាច្រើនថ្ងៃ',
    holds: ['សិល្បៈ', 'ភ្នំពេញ', 'របាំអប្សរា', 'តន្ត្រី', 'បុរាណ'],
    lacks: ['សិល្ប៍', 'ភ្នំពេជ', 'របា', 'ខ្មោរ'],
  },
  {
    lang: 'my',
    text: 'ရန်ကုန်မြို့တွင်မြန်မာ့ရိုးရာဂီတပွဲတော်နှင့်ရုပ်သေးပြပွဲကျင်းပသည်',
    holds: ['ရန်ကုန်', 'ဂီတ', 'ရုပ်သေး', 'ပွဲတော်', 'မြန်မာ့'],
    lacks: ['ရုပ်သေ', 'ဂီတာ', 'မြန်မား', 'ရန်ကု'],
  },
  {
    lang: 'zh',
    text: '上海国际艺术节邀请青年舞蹈家参加驻地计划，探索茶与丝绸之路的记忆。',
    holds: ['艺术节', '舞蹈', '丝绸之路', '茶', '国际艺术', '忆'],
    lacks: ['术艺', '丝路', '茶道', '绸丝'],
  },
  {
    lang: 'ja',
    text: '京都で開催される現代アートの展覧会では、若い写真家によるドキュメンタリー映画も上映します。',
    holds: ['京都', '展覧会', 'アート', 'ドキュメンタリー', 'ﾄﾞｷｭﾒﾝﾀﾘｰ', '映画'],
    lacks: ['東京', 'アーツ', '画映', 'トキュメンタリー'],
  },
  {
    lang: 'ko',
    text: '서울에서 열리는 국제연극축제는 젊은 극작가들의 작품을 소개합니다.',
    holds: ['연극', '축제', '국제연극', '극작가', '서울', '작품'],
    lacks: ['극연', '영극', '서을', '축재'],
  },
  {
    lang: 'ur',
    text: 'لاہور میں کتابوں کا میلہ اور موسیقی کی شام، جس میں آم کے باغ کی کہانی سنائی گئی',
    holds: ['کتابوں', 'كتابوں', 'موسیقی', 'موسيقى', 'ﻻہور', 'آم', 'گئی', 'لَاہور'],
    lacks: ['کہانیاں', 'باگ', 'میلا'],
  },
  {
    lang: 'vi',
    text: 'Triển lãm tranh sơn mài và nghệ thuật múa rối nước Đà Nẵng dành cho bạn trẻ',
    holds: ['sơn mài', 'son mai', 'múa rối', 'ĐÀ NẴNG', 'da nang', 'bạn', 'ban'],
    lacks: ['bán', 'sờn', 'mua rồi', 'muá'],
  },
  {
    lang: 'lt',
    text: 'Vilniaus knygų mugėje šiemet skaitys rašytojai iš Žemaitijos, o karštis nesiliauja',
    holds: ['knygų', 'knygu', 'mugėje', 'MUGEJE', 'žemaitijos', 'rasytojai', 'karštis'],
    lacks: ['mugeję', 'karstįs', 'šiemęt'],
  },
  {
    lang: 'pl',
    text: 'Łódzkie święto światła: rzeźba, żonglerka i źródła inspiracji',
    holds: ['łódzkie', 'lodzkie', 'ŚWIATŁA', 'swiatla', 'rzezba', 'źródła', 'zrodla'],
    lacks: ['żródła', 'swiątla', 'łodzkié'],
  },
  {
    lang: 'el',
    text: 'Η έκθεση γλυπτικής στην Αθήνα παρουσιάζει έργα νέων καλλιτεχνών από τους δρόμους της πόλης',
    holds: ['έκθεση', 'εκθεση', 'ΑΘΗΝΑ', 'αθήνα', 'πόλης', 'ΠΟΛΗΣ', 'πόλησ'],
    lacks: ['εκθέση', 'πολής'],
  },
  {
    lang: 'bg',
    text: 'Фестивалът на куклите във Варна кани твоя любим герой и неговия ученик',
    holds: ['куклите', 'ВАРНА', 'герой', 'любим'],
    lacks: ['герои', 'ученйк', 'кукла'],
  },
  {
    lang: 'mn',
    text: 'Улаанбаатарт болох морин хуурын өдрүүд, үндэсний өв соёлын үзэсгэлэн',
    holds: ['морин хуур', 'өдрүүд', 'ҮНДЭСНИЙ', 'соёлын', 'соелын', 'үзэсгэлэн'],
    lacks: ['одрууд', 'ундэсний', 'ов соёл'],
  },
  {
    lang: 'kk',
    text: 'Алматыдағы қазақ күй кеші: домбыра, қобыз және жаңа әндер',
    holds: ['қазақ', 'ДОМБЫРА', 'қобыз', 'жаңа', 'әндер'],
    lacks: ['казак', 'жана', 'кобыз'],
  },
  {
    lang: 'hi',
    text: 'दिल्ली में कथक नृत्य और हँसी के रंगमंच का उत्सव, ज़मीन और क़लम की कहानियाँ, वर्ष २०२७',
    holds: ['नृत्य', 'कथक', 'हँसी', 'हंसी', 'ज़मीन', 'जमीन', 'क़लम', '2027'],
    lacks: ['नृत', 'कथा', 'काथक', 'रंगमाच'],
  },
  {
    lang: 'bn',
    text: 'ঢাকায় আন্তর্জাতিক কবিতা উৎসব এবং নকশি কাঁথার প্রদর্শনী, বাড়ি ফেরার গান',
    holds: ['কবিতা', 'উৎসব', 'কাঁথার', 'প্রদর্শনী', 'বাড়ি'],
    lacks: ['কাথার', 'কবি', 'বারি', 'উৎস', 'কবিতি'],
  },
]

await plant(
  db,
  'articles',
  texts.map(({ lang, text }) =>
    anArticle({ id: lang, title: `Text ${lang}`, original_lang: lang, summary: text }),
  ),
)
await rebuildSearch(db)

const at = new Date(now.epochMilliseconds)
async function found(words: string, lang: (typeof locales)[number] = 'en'): Promise<string[]> {
  const question = await questionOf(db, known, words)
  assert.ok(question, words)
  const asked = { question, chosen: {}, page: 1, pageSize: 50, now: at }
  const { records, meant } = await searchRecords(db, stranger, lang, asked)
  return meant.length > 0 ? [] : records.map(({ id }) => id)
}

for (const { lang, holds, lacks } of texts) {
  test(`a word inside running text is found, and its neighbours are not: ${lang}`, async () => {
    for (const word of holds) assert.ok((await found(word)).includes(lang), `${word} is in the text`)
    for (const word of lacks) assert.ok(!(await found(word)).includes(lang), `${word} is not in the text`)
  })
}

test('what was found is marked where it stands, whatever the script', async () => {
  const marked = async (words: string) => {
    const question = await questionOf(db, known, words)
    const asked = { question: question!, chosen: {}, page: 1, pageSize: 1, now: at }
    const [record] = (await searchRecords(db, stranger, 'en', asked)).records
    return record?.excerpt.filter(({ found }) => found).map(({ text }) => text)
  }
  assert.deepEqual(await marked('ภาพยนตร์'), ['ภาพยนตร์'])
  assert.deepEqual(await marked('موسيقى میں'), ['میں', 'موسیقی', 'میں'])
  assert.deepEqual(await marked('ﾄﾞｷｭﾒﾝﾀﾘｰ'), ['ドキュメンタリー'])
  assert.deepEqual(await marked('da nang'), ['Đà', 'Nẵng', 'dành'].slice(0, 2))
  assert.deepEqual(await marked('丝绸之路'), ['丝绸之路'])
})

test('the country page is reached by the name in every language of the interface, and by its own', async () => {
  const names = (code: string) =>
    locales.map((locale) => new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? '')
  for (const code of ['VN', 'LT', 'KR', 'KH', 'PK', 'MM', 'GR', 'MN'])
    for (const name of names(code)) assert.equal((await found(name))[0], code.toLowerCase(), name)
  for (const [name, id] of [
    ['Ελλάδα', 'gr'],
    ['България', 'bg'],
    ['Қазақстан', 'kz'],
    ['Монгол', 'mn'],
    ['भारत', 'in'],
    ['বাংলাদেশ', 'bd'],
    ['မြန်မာ', 'mm'],
    ['ລາວ', 'la'],
    ['Österreich', 'at'],
    ['Osterreich', 'at'],
  ] as const)
    assert.equal((await found(name))[0], id, name)
})

test('records about a country are found by any of its names, after those that say it', async () => {
  await plant(db, 'articles', [
    anArticle({ id: 'about', title: 'A walk', countries: ['LT'] }),
    anArticle({ id: 'says', title: 'A walk in Lithuania' }),
  ])
  assert.deepEqual(await found('Lithuania'), ['lt', 'says', 'about'])
  assert.deepEqual(await found('立陶宛 walk'), ['about'])
  assert.deepEqual(await found('"立陶宛" walk'), [])
})

test('the closest comes first: called so, in the title, in the text; what is to come before what is over', async () => {
  await plant(db, 'events', [
    { id: 'over', title: 'Gamelan over', start_date: '2020-01-01' },
    { id: 'soon', title: 'Gamelan soon', start_date: '2027-02-01' },
    { id: 'later', title: 'Gamelan later', start_date: '2027-03-01' },
    { id: 'text', title: 'A night', summary: 'With gamelan.', start_date: '2027-01-20' },
    { id: 'parts', title: 'A day', summary: 'Two gamelans.', start_date: '2027-01-20' },
    { id: 'named', title: 'Gamelan', start_date: '2019-01-01' },
  ])
  assert.deepEqual(await found('gamelan'), ['named', 'soon', 'later', 'over', 'text', 'parts'])
})

test('an organisation is found by what it is called besides, as by its name', async () => {
  await plant(db, 'organisations', [
    { id: 'house', name: 'House of Reeds', aliases: ['Rohrhaus', '葦の家'], city: 'Trondheim' },
  ])
  assert.deepEqual(
    [await found('Rohrhaus'), await found('葦の家'), await found('trondheim')],
    [['house'], ['house'], ['house']],
  )
})

test('among equals the reader’s language is first', async () => {
  await plant(db, 'articles', [
    anArticle({ id: 'in-en', title: 'Batik one', date: '2026-05-05' }),
    anArticle({ id: 'in-fr', title: 'Batik deux', original_lang: 'fr', date: '2020-05-05' }),
  ])
  assert.deepEqual(await found('batik', 'fr'), ['in-fr', 'in-en'])
  assert.deepEqual(await found('batik', 'en'), ['in-en', 'in-fr'])
})

test('suggestions go on from a part of a word in any script', async () => {
  const suggested = async (words: string) => {
    const question = await questionOf(db, known, words)
    const found = question && (await suggestRecords(db, stranger, 'en', question, { now: at, limit: 3 }))
    return found?.map(({ id }) => id)[0]
  }
  await plant(db, 'articles', [
    anArticle({ id: 'silk', title: 'ผ้าไหมไทย', original_lang: 'th' }),
    anArticle({ id: 'tea', title: '茶馆的声音', original_lang: 'zh' }),
    anArticle({ id: 'books', title: 'کتابوں کا میلہ', original_lang: 'ur' }),
  ])
  assert.deepEqual(
    [await suggested('ผ้าไ'), await suggested('茶'), await suggested('كتا'), await suggested('lietu')],
    ['silk', 'tea', 'books', 'lt'],
  )
})

test('a text beyond what a vector can hold is taken in, and its beginning is found', async () => {
  const letters = Array.from({ length: 120_000 }, (_, at) =>
    String.fromCodePoint(0x4e00 + ((at * 7919) % 20_900)),
  )
  await plant(db, 'articles', [
    anArticle({ id: 'endless', title: 'Endless', original_lang: 'zh', body: `昆虫记${letters.join('')}` }),
    anArticle({ id: 'unbroken', title: 'Unbroken', body: 'x'.repeat(1_000_000) }),
  ])
  assert.deepEqual(await found('昆虫记'), ['endless'])
  const { rows } = await sql<{ n: number }>`select count(*) as n from platform.search_entry
    where record_id = 'unbroken'`.execute(db)
  assert.equal(rows[0]?.n, 1)
})
