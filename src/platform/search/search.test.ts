import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { slipsBetween } from './correct.ts'
import { excerptOf } from './excerpt.ts'
import { foldText, foldWord } from './fold.ts'
import { broadQuery, proofsOf, readQuestion, soughtIn, strictQuery } from './question.ts'
import { Tokens, vectorOf } from './tokens.ts'
import { lettersOf, piecesOf, runningOf, wordsInRun } from './units.ts'

test('case, width, accents and variants of letters are folded; what makes another word is kept', () => {
  assert.deepEqual(
    ['Łódź', 'STRASSE', 'straße', 'Đèn LỒNG', 'ΑΘΉΝΑΣ', 'Işık', 'ＡＳＥＭ', 'Ёлка', 'мой', 'Київ', 'æøå'].map(
      foldText,
    ),
    ['lodz', 'strasse', 'strasse', 'den long', 'αθηνασ', 'isik', 'asem', 'елка', 'мой', 'київ', 'aeoa'],
  )
  assert.deepEqual(['كتاب', 'ﻛﺘﺎب', 'کِتـاب', 'مدرسة', '۲۰۲۷'].map(foldText), [
    'کتاب',
    'کتاب',
    'کتاب',
    'مدرسہ',
    '2027',
  ])
  for (const [one, other] of [
    ['ขาว', 'ข่าว'],
    ['ขาว', 'ข้าว'],
    ['ที', 'ที่'],
    ['ດົນຕີ', 'ດົນຕີ່'],
    ['កា', 'កាំ'],
    ['က', 'ကာ'],
    ['كهـ', 'کھ'],
    ['হাত', 'হাঁত'],
    ['кит', 'кйт'],
  ] as const)
    assert.notEqual(foldText(one), foldText(other), `${one} ${other}`)
  assert.deepEqual(foldWord('Má'), { marked: 'má', plain: 'ma' })
})

test('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) =>
      assert.equal(foldText(foldText(text)), foldText(text)),
    ),
  )
})

test('words of alphabets and runs of other scripts are told apart', () => {
  const pieces = (text: string) => [...piecesOf(text)].map(({ text, run }) => (run ? `[${text}]` : text))
  assert.deepEqual(pieces('l’art d’Asie, ASEM会议2027年'), [
    'l',
    'art',
    'd',
    'Asie',
    'ASEM',
    '[会议]',
    '2027',
    '[年]',
  ])
  assert.deepEqual(pieces('한국 문화'), ['[한국]', '[문화]'])
  assert.deepEqual(pieces('«…» — !?'), [])
})

test('the vowel am is the same typed as one sign or two, and a syllable has its closing consonant', () => {
  const letters = (text: string) => lettersOf(text).map(({ unit }) => unit)
  assert.deepEqual(letters('น้ำ'), letters('นํ้า'))
  assert.deepEqual(letters('ທຳ'), letters('ທໍາ'))
  assert.equal(letters('ရန်ကုန်').length, 2)
  assert.equal(letters('ភ្នំពេញ').length, 3)
})

test('a long run is segmented by pieces without losing a letter', () => {
  const run = 'ข่าวสารประเทศไทยวันนี้มีเทศกาลดนตรี'.repeat(40)
  assert.equal([...wordsInRun(run)].join(''), run.normalize('NFKD').normalize('NFC'))
})

test('a vector in writing is read by the database as the tokens it was made of', () => {
  assert.equal(vectorOf(["a'b", 'c\\d']), String.raw`'a''b' 'c\\d'`)
  const tokens = new Tokens()
  tokens.addText('Thé thé 茶馆')
  assert.deepEqual([...tokens.all], ['thé', '~the', '茶馆', '_茶馆', '_馆'])
})

test('who types plainly means any accents, who types accents means these or none', () => {
  assert.equal(strictQuery(readQuestion('ma')!), `('ma' | '~ma')`)
  assert.equal(strictQuery(readQuestion('má')!), `('má' | 'ma')`)
})

test('quotation marks hold together, a hyphen keeps away, and halves of either are spaces', () => {
  const read = (text: string) => {
    const question = readQuestion(text)
    return (
      question && {
        broad: broadQuery(question),
        proofs: proofsOf(question).map(({ units, not }) => (not ? `-${units}` : units)),
      }
    )
  }
  assert.deepEqual(read('“lao silk” -war'), {
    broad: `(('lao' | '~lao') & ('silk' | '~silk')) & !('war' | '~war')`,
    proofs: ['lao silk'],
  })
  assert.deepEqual(read('lao -"old silk"')?.proofs, ['-old silk'])
  assert.deepEqual(read('lao "silk')?.broad, `('lao' | '~lao') & ('silk':* | '~silk':*)`)
  assert.deepEqual(read('south-east'), read('south east'))
  for (const nothing of ['', '"', '""', '-', '-war', '!?…', '🏮', '\u0301', '" - "'])
    assert.equal(read(nothing), undefined, nothing)
})

test('any text at all is a question or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const question = readQuestion(text)
      if (question)
        assert.ok(
          strictQuery(question) !== '' && broadQuery(question) !== '' && soughtIn(question).length > 0,
        )
    }),
  )
})

test('names that stand beside each other are one, the longest first', () => {
  const labels = new Map([
    ['viet nam', 'country=VN'],
    ['guinea', 'country=GN'],
    ['papua new guinea', 'country=PG'],
  ])
  const read = (text: string) => broadQuery(readQuestion(text, (units) => labels.get(units))!)
  assert.match(read('Viet Nam'), /& \('nam' \| '~nam'\)\) \| '@country=VN'\)$/)
  assert.match(read('Papua New Guinea'), /'@country=PG'/)
  assert.doesNotMatch(read('Papua New Guinea'), /GN/)
  assert.doesNotMatch(read('"Viet Nam"'), /@/)
})

test('slips are letters left out, put in, taken for another or changed round', () => {
  assert.deepEqual(
    [
      slipsBetween('festival', 'festval', 2),
      slipsBetween('festival', 'fesitval', 2),
      slipsBetween('festival', 'fastivel', 2),
      slipsBetween('festival', 'carnival', 2),
    ],
    [1, 1, 2, 3],
  )
})

test('an excerpt is a piece of the text, cut between words, with all that was sought marked', () => {
  const text = `${'Once upon a time there was nothing here. '.repeat(20)}Then the lantern, the old lantern, was lit.${' And so on it went.'.repeat(30)}`
  const sought = soughtIn(readQuestion('lantern')!)
  const pieces = excerptOf(text, sought)
  assert.deepEqual(
    pieces.filter(({ found }) => found).map(({ text }) => text),
    ['lantern', 'lantern'],
  )
  const shown = pieces.map(({ text }) => text).join('')
  assert.ok(shown.startsWith('… ') && shown.endsWith(' …') && shown.length < 300, shown)
  const inner = shown.slice(2, -2).trim()
  assert.ok(text.includes(inner) && /^\w/.test(inner))
  assert.ok(
    text.split(/\W+/).includes(/^\w+/.exec(inner)?.[0] ?? '') &&
      text.split(/\W+/).includes(/\w+$/.exec(inner)?.[0] ?? ''),
  )
})

test('an excerpt of any text holds only what the text holds, and no half letter', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 900 }),
      fc.string({ unit: 'grapheme', minLength: 1 }),
      (text, words) => {
        const question = readQuestion(words)
        const sought = question ? soughtIn(question) : []
        const clean = text.replace(/\s+/g, ' ').trim()
        const shown = excerptOf(text, sought)
          .map(({ text }) => text)
          .join('')
        assert.ok(clean.toWellFormed().includes(shown.replace(/^… /, '').replace(/ …$/, '')))
        assert.ok(shown.isWellFormed())
      },
    ),
  )
})

test('running text is the same however words are set apart', () => {
  assert.equal(runningOf('Viet-Nam,  SILK'), 'viet nam silk')
  assert.equal(runningOf('ข่าว ดี'), 'ข่ า ว ดี')
})
