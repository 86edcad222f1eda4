/** What differs between two versions of a record: by field, and in texts by word, in scripts without spaces too. Pure. */
import { flatten, originalLangOf, pieceNamed, type Plain, sameValue } from '../records/model.ts'

/** A piece of a text, and whether it was there before, is there now, or both. */
export type Piece = { text: string; was: 'same' | 'added' | 'taken' }

export type FieldDifference = {
  /** The field by its name; of a translation the piece of text, whose language is `lang`. */
  field: string
  /** The language of a text; undefined for what is in none. */
  lang: string | undefined
  was: unknown
  is: unknown
  /** Word by word, where both are texts or one of them is nothing. */
  pieces: Piece[] | undefined
}

/** The fields that differ, in the order of the record as it became, then those it no longer has; translations come last. */
export function differenceOf(before: Plain, after: Plain, texts: readonly string[]): FieldDifference[] {
  const [left, right] = [flatten(before), flatten(after)]
  const original = originalLangOf(after)
  return [...new Set([...Object.keys(right), ...Object.keys(left)])]
    .filter((field) => !sameValue(left[field] ?? null, right[field] ?? null))
    .toSorted((one, other) => Number(pieceNamed(one) !== undefined) - Number(pieceNamed(other) !== undefined))
    .map((path) => {
      const [was, is] = [left[path] ?? null, right[path] ?? null]
      const named = pieceNamed(path)
      const field = named?.piece ?? path
      const lang = named?.lang ?? (texts.includes(path) ? original : undefined)
      return { field, lang, was, is, pieces: texts.includes(field) ? piecesOf(was, is, lang) : undefined }
    })
}

function piecesOf(was: unknown, is: unknown, lang: string | undefined): Piece[] | undefined {
  const isText = (value: unknown) => value === null || typeof value === 'string'
  if (!isText(was) || !isText(is)) return undefined
  return compareWords(typeof was === 'string' ? was : '', typeof is === 'string' ? is : '', lang ?? 'en')
}

/** Compares two texts word by word, as the language parts words (UAX 29, with dictionaries where nothing stands between words). */
export function compareWords(before: string, after: string, lang: string): Piece[] {
  const [left, right] = [wordsOf(before, lang), wordsOf(after, lang)]
  let start = 0
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1
  let end = 0
  while (
    end < left.length - start &&
    end < right.length - start &&
    left[left.length - 1 - end] === right[right.length - 1 - end]
  )
    end += 1
  const steps = stepsBetween(left.slice(start, left.length - end), right.slice(start, right.length - end))
  const whole: Piece[] = [
    { text: left.slice(0, start).join(''), was: 'same' },
    ...steps,
    { text: left.slice(left.length - end).join(''), was: 'same' },
  ]
  return readable(whole)
}

const segmenters = new Map<string, Intl.Segmenter>()

function wordsOf(text: string, lang: string): string[] {
  const kept = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'word' })
  segmenters.set(lang, kept)
  return Array.from(kept.segment(text), ({ segment }) => segment)
}

// Beyond so many words that differ, what was and what is are easier read one after the other.
const mostSteps = 600

/** The fewest words taken and added that lead from one list to the other (Myers, 1986). */
function stepsBetween(left: string[], right: string[]): Piece[] {
  const trail = trailBetween(left, right)
  return trail
    ? stepsAlong(trail, left, right)
    : [...piecesOfAll(left, 'taken'), ...piecesOfAll(right, 'added')]
}

const piecesOfAll = (words: string[], was: Piece['was']): Piece[] => words.map((text) => ({ text, was }))

/** How far each diagonal was reached after so many steps; undefined when it takes too many. */
function trailBetween(left: string[], right: string[]): Map<number, number>[] | undefined {
  const trail: Map<number, number>[] = []
  let reached = new Map([[1, 0]])
  for (let steps = 0; steps <= Math.min(mostSteps, left.length + right.length); steps += 1) {
    trail.push(new Map(reached))
    const next = new Map(reached)
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = isDown(reached, diagonal, steps) ? at(reached, diagonal + 1) : at(reached, diagonal - 1) + 1
      while (x < left.length && x - diagonal < right.length && left[x] === right[x - diagonal]) x += 1
      next.set(diagonal, x)
      if (x >= left.length && x - diagonal >= right.length) return trail
    }
    reached = next
  }
  return undefined
}

const at = (reached: Map<number, number>, diagonal: number) => reached.get(diagonal) ?? -1

const isDown = (reached: Map<number, number>, diagonal: number, steps: number) =>
  diagonal === -steps || (diagonal !== steps && at(reached, diagonal - 1) < at(reached, diagonal + 1))

function stepsAlong(trail: Map<number, number>[], left: string[], right: string[]): Piece[] {
  const pieces: Piece[] = []
  let [x, y] = [left.length, right.length]
  for (let steps = trail.length - 1; steps >= 0; steps -= 1) {
    const reached = trail[steps] ?? new Map<number, number>()
    const diagonal = x - y
    const before = isDown(reached, diagonal, steps) ? diagonal + 1 : diagonal - 1
    const [fromX, fromY] = [at(reached, before), at(reached, before) - before]
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      pieces.push({ text: left[x - 1] ?? '', was: 'same' })
      x -= 1
      y -= 1
    }
    if (steps === 0) break
    if (x === fromX) pieces.push({ text: right[y - 1] ?? '', was: 'added' })
    else pieces.push({ text: left[x - 1] ?? '', was: 'taken' })
    x = fromX
    y = fromY
  }
  return pieces.toReversed()
}

/** Neighbours of a kind in one piece, what was before what is; a space between two changes is part of both. */
function readable(steps: Piece[]): Piece[] {
  const pieces: Piece[] = []
  let [taken, added] = ['', '']
  const flush = () => {
    if (taken !== '') pieces.push({ text: taken, was: 'taken' })
    if (added !== '') pieces.push({ text: added, was: 'added' })
    taken = ''
    added = ''
  }
  steps.forEach(({ text, was }, n) => {
    if (text === '') return
    if (was === 'taken') taken += text
    else if (was === 'added') added += text
    else if (taken !== '' && added !== '' && text.trim() === '' && isChange(steps, n + 1)) {
      taken += text
      added += text
    } else {
      flush()
      const last = pieces.at(-1)
      if (last?.was === 'same') last.text += text
      else pieces.push({ text, was })
    }
  })
  flush()
  return pieces
}

const isChange = (steps: Piece[], n: number) => steps[n] !== undefined && steps[n].was !== 'same'
