/** What the index holds of a text, and how it is written down so that no parser or locale of a database has a say. */
import { piecesOf, unitsIn, wordOf, wordsInRun } from './units.ts'

// A vector of the database holds a megabyte at most; what is beyond this much of one text is not found.
const mostBytes = 600_000

/** Collects tokens of texts, each once, and the texts as running units. */
export class Tokens {
  readonly all = new Set<string>()
  /** Words of alphabetic scripts, for finding what was meant by one that is misspelt. */
  readonly spelt = new Set<string>()
  #bytes = 0

  /** Tokens that begin with those there are. */
  static from(others: Tokens): Tokens {
    const tokens = new Tokens()
    for (const token of others.all) tokens.#add(token)
    for (const word of others.spelt) tokens.spelt.add(word)
    return tokens
  }

  /**
   * Adds the words of a text; of runs also every two letters that follow each other, and the last one. Answers the text as
   * units one after another, each set off by a space.
   */
  addText(text: string): string {
    const units: string[] = []
    for (const { text: piece, run } of piecesOf(text)) {
      if (run) this.#addRun(piece, units)
      else this.#addWord(piece, units)
    }
    return units.join(' ')
  }

  /** Adds a token that no word can be. */
  addLabel(label: string): void {
    this.#add(labelToken(label))
  }

  #addRun(run: string, units: string[]): void {
    const letters = unitsIn(run)
    // One by one: there may be more than a call can take.
    for (const letter of letters) units.push(letter)
    if (this.#bytes > mostBytes) return
    for (const word of wordsInRun(run)) this.#add(word)
    for (const pair of pairsOf(letters)) this.#add(pair)
  }

  #addWord(piece: string, units: string[]): void {
    const { marked, plain } = wordOf(piece)
    units.push(plain)
    this.#add(marked)
    if (marked !== plain) this.#add(`~${plain}`)
    if (!this.spelt.has(plain) && isSpelt(plain)) this.spelt.add(plain)
  }

  #add(token: string): void {
    if (token === '' || this.#bytes > mostBytes || this.all.has(token)) return
    this.all.add(token)
    // No letter takes more than three bytes for each of its units.
    this.#bytes += token.length * 3 + 4
  }
}

/** Every two letters that follow each other, and the last one by itself. */
export function pairsOf(letters: readonly string[]): string[] {
  return letters.map((letter, at) => `_${letter}${letters[at + 1] ?? ''}`)
}

export const labelToken = (label: string) => `@${label}`

/** Words long enough to tell a slip from another word. */
export const isSpelt = (word: string) =>
  word.length >= 4 && word.length <= 40 && /^[\p{L}\p{M}]+$/u.test(word)

/** A token as the database reads it in a vector or a question. */
export function quoted(token: string): string {
  return /['\\]/.test(token) ? `'${token.replace(/['\\]/g, '$&$&')}'` : `'${token}'`
}

/** Tokens as a `tsvector` in writing. */
export function vectorOf(tokens: Iterable<string>): string {
  return [...tokens].map(quoted).join(' ')
}
