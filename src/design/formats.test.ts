import assert from 'node:assert/strict'
import test from 'node:test'
import { formatsFor } from './formats.ts'
import { type Locale, locales } from './locales.ts'

const at = Temporal.Instant.from('2027-05-31T21:59:00Z')

function inAll<T>(of: (format: ReturnType<typeof formatsFor>) => T): Record<Locale, T> {
  const inOne = (locale: Locale) => of(formatsFor(locale))
  return {
    en: inOne('en'),
    fr: inOne('fr'),
    vi: inOne('vi'),
    zh: inOne('zh'),
    th: inOne('th'),
    km: inOne('km'),
    ur: inOne('ur'),
  }
}

/** Intl ties and parts words by spaces of its own, which a reader of this test cannot see. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u2009\u202f]/g, ' ')

test('days are written as each language writes them', () => {
  assert.deepEqual(
    inAll((format) => format.date('2027-05-31')),
    {
      en: '31 May 2027',
      fr: '31 mai 2027',
      vi: '31 tháng 5, 2027',
      zh: '2027年5月31日',
      th: '31 พฤษภาคม 2570',
      km: '31 ឧសភា 2027',
      ur: '31 مئی، 2027',
    },
  )
  assert.deepEqual(
    inAll((format) => format.shortDate('2027-05-31')),
    {
      en: '31 May',
      fr: '31 mai',
      vi: '31 thg 5',
      zh: '5月31日',
      th: '31 พ.ค.',
      km: '31 ឧសភា',
      ur: '31 مئی',
    },
  )
  assert.deepEqual(
    inAll((format) => format.month('2027-05')),
    {
      en: 'May 2027',
      fr: 'mai 2027',
      vi: 'tháng 5 năm 2027',
      zh: '2027年5月',
      th: 'พฤษภาคม 2570',
      km: 'ឧសភា 2027',
      ur: 'مئی 2027',
    },
  )
})

test('a range says once what both days share', () => {
  assert.deepEqual(
    inAll((format) => plain(format.dateRange('2027-05-12', '2027-05-31'))),
    {
      en: '12 – 31 May 2027',
      fr: '12–31 mai 2027',
      vi: '12 – 31 tháng 5, 2027',
      zh: '2027年5月12日 – 2027年5月31日',
      th: '12–31 พฤษภาคม 2570',
      km: '12 – 31 ឧសភា 2027',
      ur: '12–31 مئی 2027',
    },
  )
  assert.equal(formatsFor('en').dateRange('2027-05-12', '2027-05-12'), '12 May 2027')
  assert.equal(
    plain(formatsFor('en').dateRange('2027-12-30', '2028-01-02')),
    '30 December 2027 – 2 January 2028',
  )
})

test('a day somebody goes somewhere has its weekday, alone and in a range', () => {
  assert.deepEqual(
    inAll((format) => plain(format.fullDate('2027-05-31'))),
    {
      en: 'Monday, 31 May 2027',
      fr: 'lundi 31 mai 2027',
      vi: 'Thứ Hai, 31 tháng 5, 2027',
      zh: '2027年5月31日星期一',
      th: 'วันจันทร์ที่ 31 พฤษภาคม 2570',
      km: 'ច័ន្ទ 31 ឧសភា 2027',
      ur: 'پیر، 31 مئی، 2027',
    },
  )
  assert.deepEqual(
    inAll((format) => plain(format.fullDateRange('2027-05-03', '2027-05-07'))),
    {
      en: 'Monday 3 May – Friday 7 May 2027',
      fr: 'lundi 3 – vendredi 7 mai 2027',
      vi: 'Thứ Hai, 3 tháng 5 – Thứ Sáu, 7 tháng 5, 2027',
      zh: '2027年5月3日星期一 – 2027年5月7日星期五',
      th: 'วันจันทร์ที่ 3 – วันศุกร์ที่ 7 พฤษภาคม 2570',
      km: 'ច័ន្ទ 3 ឧសភា 2027 – សុក្រ 7 ឧសភា 2027',
      ur: 'پیر، 3 مئی – جمعہ، 7 مئی، 2027',
    },
  )
  assert.equal(formatsFor('en').fullDateRange('2027-05-31', '2027-05-31'), 'Monday, 31 May 2027')
})

test('a day stays the same day in every zone the server may stand in', () => {
  const format = formatsFor('en')
  assert.deepEqual(
    ['2027-01-01', '2027-03-28', '2027-10-31', '2028-02-29'].map((day) => format.date(day)),
    ['1 January 2027', '28 March 2027', '31 October 2027', '29 February 2028'],
  )
  assert.deepEqual(
    [format.year('2027'), format.year('2027-05'), format.year('2027-12-31')],
    ['2027', '2027', '2027'],
  )
  assert.deepEqual([format.weekday('2027-05-31'), format.shortWeekday('2027-05-31')], ['Monday', 'Mon'])
})

test('a day that does not exist is refused', () => {
  assert.throws(() => formatsFor('en').date('2027-02-30'), RangeError)
})

test('a moment is written in the zone asked for, with a clock of 24 hours', () => {
  const format = formatsFor('en')
  assert.equal(format.moment(at, 'UTC'), '31 May 2027, 21:59')
  assert.equal(format.moment(at, 'Europe/Brussels'), '31 May 2027, 23:59')
  assert.equal(format.moment(at, 'Asia/Phnom_Penh'), '1 Jun 2027, 04:59')
  assert.deepEqual(
    Object.values(inAll((each) => each.time('00:05'))),
    locales.map(() => '00:05'),
  )
})

test('a zone is called what people call it', () => {
  assert.deepEqual(
    inAll((format) => format.zone('Europe/Brussels', at)),
    {
      en: 'Brussels time',
      fr: 'heure : Belgique',
      vi: 'Giờ Bỉ',
      zh: '比利时时间',
      th: 'เวลาเบลเยียม',
      km: 'ម៉ោង​នៅ​ បែលហ្ស៊ិក',
      ur: 'بیلجیم وقت',
    },
  )
  assert.equal(formatsFor('en').zone('Asia/Ho_Chi_Minh', at), 'Ho Chi Minh time')
  assert.equal(formatsFor('vi').zone('America/New_York', at), 'Giờ miền Đông')
  assert.deepEqual(
    Object.values(inAll((format) => format.zone('UTC', at))),
    locales.map(() => 'UTC'),
  )
})

test('a zone without a place is its distance from UTC, which IANA writes the other way round', () => {
  const { zone } = formatsFor('en')
  assert.deepEqual(
    ['Etc/GMT-8', 'Etc/GMT+5', 'Etc/GMT-14', 'Etc/GMT+0', 'Etc/UTC', 'UTC', 'GMT'].map((name) =>
      zone(name, at),
    ),
    ['UTC+8', 'UTC-5', 'UTC+14', 'UTC', 'UTC', 'UTC', 'GMT'],
  )
  assert.equal(formatsFor('ur').zone('Etc/GMT-8', at), 'UTC+8')
})

test('how far a day is away is said in days, then weeks, months and years', () => {
  const { relativeDays } = formatsFor('en')
  assert.deepEqual([0, 1, 7, 21, 22, 49, 83, 84, 200, 800, -1, -30].map(relativeDays), [
    'today',
    'tomorrow',
    'in 7 days',
    'in 21 days',
    'in 3 weeks',
    'in 7 weeks',
    'in 11 weeks',
    'in 2 months',
    'in 6 months',
    'in 2 years',
    'yesterday',
    '4 weeks ago',
  ])
})

test('countries and languages have names, and what is unknown is shown as it is', () => {
  assert.deepEqual(
    inAll(({ country }) => country('KH')),
    {
      en: 'Cambodia',
      fr: 'Cambodge',
      vi: 'Campuchia',
      zh: '柬埔寨',
      th: 'กัมพูชา',
      km: 'កម្ពុជា',
      ur: 'کمبوڈیا',
    },
  )
  const { country, language } = formatsFor('en')
  assert.deepEqual(['GB', 'HK', 'MM', 'XK', 'EU', 'QQ', 'asean-secretariat'].map(country), [
    'United Kingdom',
    'Hong Kong',
    'Myanmar',
    'Kosovo',
    'European Union',
    'QQ',
    'asean-secretariat',
  ])
  assert.deepEqual(['km', 'zh-Hant', '!', 'not a tag'].map(language), [
    'Khmer',
    'Traditional Chinese',
    '!',
    'not a tag',
  ])
})

test('money names its currency by code and keeps every digit', () => {
  const { money } = formatsFor('en')
  assert.deepEqual(
    [
      money('2000', 'SGD'),
      money('2000.50', 'SGD'),
      money('12345678901234567890.12', 'EUR'),
      money('85', 'gulden'),
      money('about 85', 'EUR'),
    ].map(plain),
    ['SGD 2,000', 'SGD 2,000.50', 'EUR 12,345,678,901,234,567,890.12', 'gulden 85', 'EUR about 85'],
  )
})

test('figures are Latin in every language', () => {
  const figures = Object.values(inAll((format) => format.number(1_234_567) + format.date('2027-05-31')))
  for (const text of figures) assert.match(text, /^\d[^\p{Nd}]?[\d.,\s\u202f]+/u)
  for (const text of figures)
    assert.doesNotMatch(text, /[\u0660-\u0669\u06f0-\u06f9\u17e0-\u17e9\u0e50-\u0e59]/)
})

test('names are listed and sorted as the language does', () => {
  assert.equal(formatsFor('en').list(['Asia', 'Europe', 'online']), 'Asia, Europe and online')
  assert.deepEqual(['Zagreb', 'Århus', 'Łódź', 'Poznań'].sort(formatsFor('en').compare), [
    'Århus',
    'Łódź',
    'Poznań',
    'Zagreb',
  ])
})

test('the formats of a language are made once', () => {
  assert.equal(formatsFor('km'), formatsFor('km'))
})
