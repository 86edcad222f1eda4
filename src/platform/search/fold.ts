/** What is the same to a reader although it is written otherwise: case, width, accents, variants of letters, digits. */

// Letters that Unicode does not take apart, although readers type them plainly.
const plain: Record<string, string> = {
  đ: 'd',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
}

// One letter to a reader, several to a keyboard of Arabic, Persian, Urdu or Kurdish.
const arabic: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ه: 'ہ',
  ة: 'ہ',
  ۃ: 'ہ',
  ە: 'ہ',
}

// The zero of each script's digits; those of full width and of mathematics are put into ours by Unicode itself.
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x1040, 0x17e0, 0x1810]

/** A word in two ways: with its accents, and as it is typed plainly; the same where there are none. */
export type Folded = { marked: string; plain: string }

const kept = new Map<string, Folded>()
const mostKept = 50_000

/**
 * Folds a word. Accents are what tells `marked` from `plain`. Signs that make another word stay in both: tones and vowels
 * of Thai, Lao, Khmer, Burmese, vowels of Devanagari and Bengali, й and ї; marks nobody types are in neither: vowel
 * points of Arabic, joiners, hyphens that may be.
 */
export function foldWord(word: string): Folded {
  if (isAscii(word)) {
    const low = word.toLowerCase()
    return { marked: low, plain: low }
  }
  const known = kept.get(word)
  if (known) return known
  const marked = markedOf(word)
  const folded = { marked, plain: plainOf(marked) }
  if (kept.size >= mostKept) kept.clear()
  if (word.length <= 100) kept.set(word, folded)
  return folded
}

// oxlint-disable-next-line no-control-regex -- control characters are ASCII too
const isAscii = (text: string) => /^[\0-\x7f]*$/.test(text)

function markedOf(word: string): string {
  return (
    word
      .replace(/\p{Cf}+/gu, '')
      .normalize('NFKD')
      .toLowerCase()
      .replace(/i\u0307/g, 'i')
      .replace(/ς/g, 'σ')
      .replace(/[\u0640\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06ed]/g, '')
      .replace(/[يىكهةۃە]/g, (letter) => arabic[letter] ?? letter)
      .replace(/(?![0-9])\p{Nd}/gu, digitOf)
      // The vowel am of Thai and Lao, with its tone before or behind the ring.
      .replace(/([\u0e4d\u0ecd])([\u0e48-\u0e4b\u0ec8-\u0ecb])/g, '$2$1')
      .normalize('NFC')
  )
}

function plainOf(marked: string): string {
  return marked
    .normalize('NFD')
    .replace(/([\u0400-\u052f])([\u0300-\u036f]+)|[\u0300-\u036f]+/g, (_, base?: string, marks?: string) =>
      base === undefined ? '' : cyrillic(base, marks ?? ''),
    )
    .replace(/[đłøßıæœðþħ]/g, (letter) => plain[letter] ?? letter)
    .replace(/[\u0653-\u0655]/g, '')
    .replace(/([कखगजफ])\u093c/g, '$1')
    .replace(/\u0901/g, '\u0902')
    .normalize('NFC')
}

// What is above a Cyrillic letter makes another letter of it, but for the two dots of ё and the stress of vowels.
function cyrillic(base: string, marks: string): string {
  if (base === 'е') return base + marks.replace(/[\u0300\u0301\u0308]/g, '')
  return base + (/[аиоуыэюяіөү]/.test(base) ? marks.replace(/[\u0300\u0301]/g, '') : marks)
}

function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const zero = zeros.find((zero) => code >= zero && code < zero + 10)
  return zero === undefined ? digit : String(code - zero)
}

/**
 * Text without case and without the accents of alphabetic scripts, for comparing what was typed with what is kept.
 * Marks that tell words apart stay, as in `foldWord`.
 */
export function foldText(text: string): string {
  return plainOf(markedOf(text)).replace(/\s+/g, ' ').trim()
}

/** A name for addresses: ASCII letters, digits and hyphens; empty when the text has none. */
export function slugFrom(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 90)
    .replace(/^-+|-+$/g, '')
}
