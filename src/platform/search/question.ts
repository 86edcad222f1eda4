/** What a reader asks, taken apart: words, runs, phrases, words that must not be there. Pure. */
import { isSpelt, labelToken, pairsOf, quoted } from './tokens.ts'
import { piecesOf, unitsIn, wordOf, wordsInRun } from './units.ts'

/** One word or run that was asked for. */
type Term = {
  /** Its tokens where it stands as a word of its own. */
  strict: string
  /** Its tokens where it is the beginning of a word, or stands within a run. */
  broad: string
  /** Its units set off by spaces, as the index keeps running text. */
  units: string
  /** The broad tokens do not prove it: they may stand apart. */
  doubtful: boolean
  /** Plainly written, where it is a word whose spelling can be wrong. */
  spelt: string | undefined
}

/** Terms that belong together, and a label that means the same. */
type Clause = { terms: Term[]; phrase: boolean; not: boolean; label: string | undefined }

export type Question = {
  clauses: Clause[]
  /** All that was asked as units, for comparing with names. */
  whole: string
}

/** Which label means the same as a name that stands in units (`viet nam`). */
export type LabelOf = (units: string) => string | undefined

const longest = 1_000
const mostTerms = 16
const mostLetters = 60
const longestName = 8

/**
 * Takes a question apart; undefined when it asks for nothing. Quotation marks hold a phrase together, a hyphen before a
 * word asks that it is not there; what means neither is as good as a space.
 */
export function readQuestion(text: string, labelOf: LabelOf = () => undefined): Question | undefined {
  const given = text.slice(0, longest).toWellFormed()
  const clauses = clausesOf(given, labelOf)
  if (!clauses.some(({ not }) => !not)) return undefined
  const asked = clauses.filter(({ not }) => !not).flatMap(({ terms }) => terms.map(({ units }) => units))
  return { clauses, whole: asked.join(' ') }
}

const marksOfQuotation = /["“”„‟«»「」『』〝〞＂]/g
const parts = /(?<=^|\s)(-?)"([^"]*)"|(?<=^|\s)(-?)([^\s"]+)|"([^"]*)"|([^\s"]+)/g

function clausesOf(text: string, labelOf: LabelOf): Clause[] {
  const clauses: Clause[] = []
  let loose: Term[] = []
  let room = mostTerms
  const settle = () => {
    clauses.push(...named(loose, labelOf))
    loose = []
  }
  for (const part of evenQuotes(text).matchAll(parts)) {
    const phrase = part[2] ?? part[5]
    const not = (part[1] ?? part[3]) === '-'
    const terms = termsOf(phrase ?? part[4] ?? part[6] ?? '').slice(0, room)
    if (terms.length === 0) continue
    room -= terms.length
    if (phrase === undefined && !not) loose.push(...terms)
    else {
      settle()
      clauses.push({ terms, phrase: phrase !== undefined, not, label: undefined })
    }
  }
  settle()
  return clauses
}

// A mark without its other half holds nothing together.
function evenQuotes(text: string): string {
  const even = text.replace(marksOfQuotation, '"')
  const last = even.lastIndexOf('"')
  return even.split('"').length % 2 === 1 ? even : `${even.slice(0, last)} ${even.slice(last + 1)}`
}

function termsOf(text: string): Term[] {
  return [...piecesOf(text)].flatMap(({ text, run }) => (run ? runTerm(text) : wordTerm(text)))
}

function wordTerm(text: string): Term[] {
  const { marked, plain } = wordOf(text)
  if (plain === '') return []
  // Who types plainly means any accents; who types accents means these, or a text that has none.
  const written = [marked, marked === plain ? `~${plain}` : plain]
  const strict = anyOf(written.map(quoted))
  const broad = Array.from(plain).length >= 4 ? anyOf(written.map((token) => `${quoted(token)}:*`)) : strict
  return [{ strict, broad, units: plain, doubtful: false, spelt: isSpelt(plain) ? plain : undefined }]
}

function runTerm(text: string): Term[] {
  const letters = unitsIn(text).slice(0, mostLetters)
  if (letters.length === 0) return []
  const words = [...new Set(wordsInRun(letters.join('')))].map(quoted)
  const pairs = pairsOf(letters)
  const [only = ''] = pairs
  // The last letter stands by itself only at the end of a run.
  const broad = pairs.length === 1 ? `${quoted(only)}:*` : allOf([...new Set(pairs.slice(0, -1))].map(quoted))
  return [
    {
      strict: allOf(words),
      broad,
      units: letters.join(' '),
      doubtful: letters.length !== 2,
      spelt: undefined,
    },
  ]
}

/** Finds names among terms that stand beside each other, the longest first. */
function named(terms: Term[], labelOf: LabelOf): Clause[] {
  const clauses: Clause[] = []
  for (let at = 0; at < terms.length;) {
    const { length, label } = nameAt(terms, at, labelOf)
    const taken = terms.slice(at, at + length)
    if (label !== undefined) clauses.push({ terms: taken, phrase: false, not: false, label })
    else
      clauses.push(...taken.map((term) => ({ terms: [term], phrase: false, not: false, label: undefined })))
    at += length
  }
  return clauses
}

function nameAt(terms: Term[], at: number, labelOf: LabelOf): { length: number; label: string | undefined } {
  for (let length = Math.min(longestName, terms.length - at); length > 0; length -= 1) {
    const units = terms.slice(at, at + length).map(({ units }) => units)
    const label = labelOf(units.join(' '))
    if (label !== undefined) return { length, label }
  }
  return { length: 1, label: undefined }
}

const anyOf = (tokens: string[]) => (tokens.length === 1 ? (tokens[0] ?? '') : `(${tokens.join(' | ')})`)
const allOf = (tokens: string[]) => (tokens.length === 1 ? (tokens[0] ?? '') : `(${tokens.join(' & ')})`)

/** Words that were meant instead of one that was asked for, by that one. */
export type Corrections = ReadonlyMap<string, readonly string[]>

/** The question for whole words alone, as a `tsquery` in writing. */
export function strictQuery({ clauses }: Question): string {
  const asked = clauses.filter(({ not }) => !not)
  return asked.map(({ terms }) => allOf(terms.map(({ strict }) => strict))).join(' & ')
}

/** The question for all that can be found, as a `tsquery` in writing. */
export function broadQuery({ clauses }: Question, corrections: Corrections = new Map()): string {
  const parts = clauses.flatMap(({ terms, phrase, not, label }) => {
    // What must not be there is looked for in the text: pairs of letters do not prove it.
    if (not) return terms.length === 1 && !terms[0]?.doubtful && !phrase ? [`!${terms[0]?.strict}`] : []
    const all = allOf(
      terms.map((term) => (phrase && !isRun(term) ? term.strict : corrected(term, phrase, corrections))),
    )
    return [label === undefined ? all : `(${all} | ${quoted(labelToken(label))})`]
  })
  return parts.join(' & ')
}

const isRun = (term: Term) => term.broad.includes(`'_`)

function corrected(term: Term, phrase: boolean, corrections: Corrections): string {
  const meant = phrase || term.spelt === undefined ? [] : (corrections.get(term.spelt) ?? [])
  if (meant.length === 0) return term.broad
  return anyOf([term.broad, ...meant.flatMap((word) => [quoted(word), quoted(`~${word}`)])])
}

/** What running text must hold, or must not: phrases, and runs that their pairs of letters do not prove. */
export type Proof = {
  units: string
  not: boolean
  label: string | undefined
  needed: 'always' | 'unless-strict'
}

export function proofsOf({ clauses }: Question): Proof[] {
  return clauses.flatMap(({ terms, phrase, not, label }): Proof[] => {
    if (phrase && (terms.length > 1 || terms.some(({ doubtful }) => doubtful)))
      return [{ units: terms.map(({ units }) => units).join(' '), not, label, needed: 'always' }]
    return terms
      .filter(({ doubtful }) => doubtful)
      .map(({ units }) => ({ units, not, label, needed: not ? 'always' : 'unless-strict' }))
  })
}

/** Words of the question that may be misspelt. */
export function speltIn({ clauses }: Question): string[] {
  const found = clauses
    .filter(({ not, phrase, label }) => !not && !phrase && label === undefined)
    .flatMap(({ terms }) => terms.flatMap(({ spelt }) => spelt ?? []))
  return [...new Set(found)]
}

/** What to mark in an excerpt: units, and whether a word may go on behind them. */
export type Sought = { units: string[]; prefix: boolean }

export function soughtIn({ clauses }: Question, corrections: Corrections = new Map()): Sought[] {
  return clauses
    .filter(({ not }) => !not)
    .flatMap(({ terms, phrase }) =>
      phrase
        ? [{ units: terms.flatMap(({ units }) => units.split(' ')), prefix: false }]
        : terms.flatMap((term) => [
            { units: term.units.split(' '), prefix: !isRun(term) && term.broad !== term.strict },
            ...(corrections.get(term.spelt ?? '') ?? []).map((word) => ({ units: [word], prefix: false })),
          ]),
    )
}

/** The question with its last word only begun, for suggestions while it is typed; of titles and names. */
export function begunQuery({ clauses }: Question): string {
  const terms = clauses.filter(({ not }) => !not).flatMap(({ terms }) => terms)
  return terms
    .map((term, at) => (at === terms.length - 1 && !isRun(term) ? begun(term) : term.broad))
    .join(' & ')
}

const begun = ({ units }: Term) => anyOf([`${quoted(units)}:*`, `${quoted(`~${units}`)}:*`])
