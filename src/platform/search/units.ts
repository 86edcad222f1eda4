/** Text as search sees it: words of alphabetic scripts, and runs of scripts that put no space between words. */
import { foldWord, type Folded } from './fold.ts'

// Scripts whose words stand together, and Korean, whose words carry their endings with them.
const unspaced = String.raw`[[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}ーｰﾞﾟ]&&[\p{L}\p{M}\p{Nl}\p{No}]]`
const pieces = new RegExp(
  `(${unspaced}(?:${unspaced}|[\\p{Cf}\\p{Mn}])*)|([[\\p{L}\\p{N}]--${unspaced}][[\\p{L}\\p{M}\\p{N}\\p{Cf}]--${unspaced}]*)`,
  'gv',
)
// A letter with its signs; with the vowel am of Thai and Lao whether it is typed as one sign or two, with what hangs below it
// in Khmer, and with the closing consonants of a syllable in Burmese.
const letters =
  /\P{M}(?:[\p{M}\p{Cf}]*[\u0e4d\u0ecd]\p{M}*[\u0e32\u0eb2]|[\p{M}\p{Cf}ﾞﾟ]*[\u0e33\u0eb3]?)(?:(?<=\u17d2)[\u1780-\u17b3]\p{M}*|[\u1000-\u1021]\u1037?\u103a\p{M}*)*|[\p{M}\p{Cf}]+/gu
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** A word, or a run of letters without spaces; `at` is where it begins in the text. */
export type Piece = { at: number; text: string; run: boolean }

/** A letter of a run with all that is above, below and beside it; folded. */
export type Unit = { unit: string; at: number; end: number }

/** The pieces of a text, one after the other. */
export function* piecesOf(text: string): Generator<Piece> {
  for (const { 0: whole, 1: run, index } of text.matchAll(pieces)) {
    yield { at: index, text: whole, run: run !== undefined }
  }
}

/** The letters of a run, each with where it stands. */
export function lettersOf(run: string): Unit[] {
  return [...run.matchAll(letters)].flatMap(({ 0: letter, index }) =>
    unitsOf(letter).map((unit) => ({ unit, at: index, end: index + letter.length })),
  )
}

/** The letters of a run, one after another. */
export function unitsIn(run: string): string[] {
  return (run.match(letters) ?? []).flatMap(unitsOf)
}

const kept = new Map<string, readonly string[]>()
const mostKept = 50_000

// Most letters come again and again. One may stand for two.
function unitsOf(letter: string): readonly string[] {
  const known = kept.get(letter)
  if (known) return known
  const units = foldWord(letter).plain.match(letters) ?? []
  if (kept.size >= mostKept) kept.clear()
  if (letter.length <= 20) kept.set(letter, units)
  return units
}

// The time a dictionary takes grows faster than the text it is given.
const longestPiece = 200

const keptRuns = new Map<string, readonly string[]>()
const mostRuns = 20_000
const longestKept = 60

/** The words of a run as the dictionaries of Unicode find them, folded; segmented by short pieces. */
export function wordsInRun(run: string): readonly string[] {
  const text = run.replace(/\p{Cf}+/gu, '')
  // Korean words stand apart, and no dictionary parts them further.
  if (/^\p{sc=Hang}+$/u.test(text)) return [foldWord(text).plain]
  const known = keptRuns.get(text)
  if (known) return known
  const words = [...segmented(text)]
  if (keptRuns.size >= mostRuns) keptRuns.clear()
  if (text.length <= longestKept) keptRuns.set(text, words)
  return words
}

function* segmented(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    const piece = text.slice(from, from + longestPiece)
    const words = [...segmenter.segment(piece)]
    const last = words.at(-1)
    const isEnd = from + longestPiece >= text.length
    // The last word may be cut off, and is read again with what follows.
    const whole = isEnd || words.length < 2 ? words : words.slice(0, -1)
    for (const { segment } of whole) yield foldWord(segment).plain
    from += isEnd || words.length < 2 || !last ? longestPiece : last.index
  }
}

const longestWord = 60

/** A word as it is kept: accents as written, and plainly. */
export function wordOf(text: string): Folded {
  return foldWord(text.length > longestWord ? Array.from(text).slice(0, longestWord).join('') : text)
}

/** A text as units one after another, each set off by a space: words, and the letters of runs. */
export function runningOf(text: string): string {
  const units: string[] = []
  for (const { text: piece, run } of piecesOf(text)) {
    if (run) for (const unit of unitsIn(piece)) units.push(unit)
    else units.push(wordOf(piece).plain)
  }
  return units.join(' ')
}
