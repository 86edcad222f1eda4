import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { compareWords, differenceOf, type Piece } from './model.ts'

const short = (pieces: Piece[]) =>
  pieces
    .map(({ text, was }) => (was === 'same' ? text : was === 'added' ? `+${text}+` : `-${text}-`))
    .join('')
const said = (pieces: Piece[], not: Piece['was']) =>
  pieces.flatMap(({ text, was }) => (was === not ? [] : [text])).join('')

test('texts are compared word by word, in scripts without spaces too', () => {
  const compare = (before: string, after: string, lang: string) => short(compareWords(before, after, lang))
  assert.equal(compare('A call for artists', 'A call for dancers', 'en'), 'A call for -artists-+dancers+')
  assert.equal(compare('One two three four', 'One 2 3 four', 'en'), 'One -two three-+2 3+ four')
  assert.equal(compare('他是艺术家', '他是舞蹈家', 'zh'), '他是-艺术家-+舞蹈家+')
  assert.equal(compare('ศิลปินไทย', 'ศิลปินลาว', 'th'), 'ศิลปิน-ไทย-+ลาว+')
  assert.equal(compare('សិល្បករ កម្ពុជា', 'សិល្បករ ថៃ', 'km'), 'សិល្បករ -កម្ពុជា-+ថៃ+')
  assert.equal(compare('فنکاروں کے لیے', 'فنکاروں کے ساتھ', 'ur'), 'فنکاروں کے -لیے-+ساتھ+')
  assert.equal(compare('', 'New', 'en'), '+New+')
  assert.equal(compare('Gone', '', 'en'), '-Gone-')
})

test('whatever is compared, what was and what is can be read from the pieces', () => {
  const word = fc.constantFrom('a', 'b', 'c', ' ', 'Δ', '界', '\n')
  const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = compareWords(before, after, 'en')
      assert.equal(said(pieces, 'added'), before)
      assert.equal(said(pieces, 'taken'), after)
    }),
  )
})

test('long texts that have little in common are compared in a moment', () => {
  const text = (seed: number) =>
    Array.from({ length: 20_000 }, (_, n) => `word${(n * seed) % 7919}`).join(' ')
  const started = performance.now()
  const pieces = compareWords(text(31), text(57), 'en')
  assert.ok(performance.now() - started < 3000)
  assert.deepEqual([said(pieces, 'added'), said(pieces, 'taken')], [text(31), text(57)])
})

test('fields that differ are named, with the language of what is text', () => {
  const before = { id: 'x', title: 'A call', fee: 'none', translations: { fr: { title: 'Un appel' } } }
  const after = {
    id: 'x',
    title: 'The call',
    disciplines: ['dance'],
    translations: { fr: { title: 'Appel' } },
  }
  const all = differenceOf(before, after, ['title', 'summary'])
  assert.deepEqual(
    all.map(({ field, lang, was, is, pieces }) => [field, lang, was, is, pieces && short(pieces)]),
    [
      ['title', 'en', 'A call', 'The call', '-A-+The+ call'],
      ['disciplines', undefined, null, ['dance'], undefined],
      ['fee', undefined, 'none', null, undefined],
      ['title', 'fr', 'Un appel', 'Appel', '-Un appel-+Appel+'],
    ],
  )
})
