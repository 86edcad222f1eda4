/** What the index holds of a text, and how it is written down so that no parser or locale of a database has a say. */
import { lettersOf, piecesOf, wordOf, wordsInRun } from './units.ts'

// A vector of the database holds a megabyte at most; what is beyond this much of one text is not found.
const mostBytes = 600_000

/** Collects tokens of texts, each once. */
export class Tokens {
  readonly all = new Set<string>()
  /** Words of alphabetic scripts, for finding what was meant by one that is misspelt. */
  readonly spelt = new Set<string>()
  #bytes = 0

  /** Adds the words of a text; of runs also every two letters that follow each other, and the last one. */
  addText(text: string): void {
    for (const { text: piece, run } of piecesOf(text)) {
      if (this.#bytes > mostBytes) return
      if (run) this.#addRun(piece)
      else this.#addWord(piece)
    }
  }

  /** Adds a token that no word can be. */
  addLabel(label: string): void {
    this.#add(labelToken(label))
  }

  #addRun(run: string): void {
    for (const word of wordsInRun(run)) this.#add(word)
    for (const pair of pairsOf(lettersOf(run).map(({ unit }) => unit))) this.#add(pair)
  }

  #addWord(piece: string): void {
    const { marked, plain } = wordOf(piece)
    this.#add(marked)
    if (marked !== plain) this.#add(`~${plain}`)
    if (isSpelt(plain)) this.spelt.add(plain)
  }

  #add(token: string): void {
    if (token === '' || this.all.has(token) || this.#bytes > mostBytes) return
    this.all.add(token)
    this.#bytes += Buffer.byteLength(token) + 4
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
  return `'${token.replace(/['\\]/g, '$&$&')}'`
}

/** Tokens as a `tsvector` in writing. */
export function vectorOf(tokens: Iterable<string>): string {
  return [...tokens].map(quoted).join(' ')
}
