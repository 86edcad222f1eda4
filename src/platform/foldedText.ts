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

/**
 * Text without case and without the accents of alphabetic scripts, for comparing what was typed with what is kept.
 * Marks that tell words apart (tone and vowel signs of Thai, Lao, Khmer, Burmese, Devanagari) stay.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đłøßıæœðþħ]/g, (letter) => plain[letter] ?? letter)
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A name for addresses: ASCII letters, digits and hyphens; empty when the text has none. */
export function slugFrom(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 90)
    .replace(/^-+|-+$/g, '')
}
