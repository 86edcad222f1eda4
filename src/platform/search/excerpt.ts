/** A piece of a text around what was found in it, with that marked. Pure. */
import type { Sought } from './question.ts'
import { lettersOf, piecesOf, wordOf } from './units.ts'

/** Text one piece after another; those that were found are marked. */
export type MarkedText = { text: string; found: boolean }[]

type Place = { unit: string; from: number; to: number; run: boolean }
type Span = { from: number; to: number }

const longestShown = 240
const before = 80

/**
 * About `longestShown` characters of a text around the place that holds most of what was sought; cut where words end, with
 * an ellipsis. Its beginning, when it holds nothing of it.
 */
export function excerptOf(text: string, sought: readonly Sought[]): MarkedText {
  const clean = text.replace(/\s+/g, ' ').trim()
  const from = likelyPlace(clean, sought)
  const window = clean.slice(Math.max(0, from - 400), from + 1_200).toWellFormed()
  const offset = Math.max(0, from - 400)
  const spans = spansIn(window, sought)
  const start = cutBefore(window, Math.max(0, bestStart(spans) - before), offset > 0)
  const end = cutAfter(window, start + longestShown)
  const marked = markedBetween(window, spans, start, end)
  const isCut = offset + end < clean.length
  return [
    ...(offset + start > 0 ? [{ text: '… ', found: false }] : []),
    ...marked,
    ...(isCut ? [{ text: ' …', found: false }] : []),
  ]
}

const strideOfScan = 1_000

// Taking a long text apart costs time: the stretch that holds something is found first.
function likelyPlace(text: string, sought: readonly Sought[]): number {
  if (text.length <= strideOfScan) return 0
  for (let at = 0; at < text.length; at += strideOfScan) {
    const spans = spansIn(text.slice(at, at + strideOfScan + 100), sought)
    const [first] = spans
    if (first) return at + first.from
  }
  return 0
}

function spansIn(text: string, sought: readonly Sought[]): Span[] {
  const places = placesIn(text)
  const spans = sought.flatMap(({ units, prefix }) => {
    const [first] = units
    return places.flatMap((place, at) => {
      if (first === undefined || !fits(place, first, prefix && units.length === 1)) return []
      const taken = places.slice(at, at + units.length)
      const all = taken.length === units.length && units.every((unit, n) => fits(taken[n], unit, prefix))
      return all ? [{ from: place.from, to: taken.at(-1)?.to ?? place.to }] : []
    })
  })
  return merged(spans.toSorted((a, b) => a.from - b.from || b.to - a.to))
}

function fits(place: Place | undefined, unit: string, prefix: boolean): boolean {
  if (!place) return false
  return place.unit === unit || (prefix && !place.run && place.unit.startsWith(unit))
}

function placesIn(text: string): Place[] {
  return [...piecesOf(text)].flatMap(({ at, text: piece, run }): Place[] => {
    if (!run) return [{ unit: wordOf(piece).plain, from: at, to: at + piece.length, run }]
    return lettersOf(piece).map(({ unit, at: from, end }) => ({ unit, from: at + from, to: at + end, run }))
  })
}

function merged(spans: Span[]): Span[] {
  const all: Span[] = []
  for (const span of spans) {
    const last = all.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else all.push({ ...span })
  }
  return all
}

// Where the window begins that has the most marks in it.
function bestStart(spans: Span[]): number {
  let best = { from: 0, count: 0 }
  for (const { from } of spans) {
    const count = spans.filter((span) => span.from >= from && span.to <= from + longestShown - before).length
    if (count > best.count) best = { from, count }
  }
  return best.from
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

function cutBefore(text: string, at: number, isWithin: boolean): number {
  if (at <= 0 && !isWithin) return 0
  const from = Math.max(0, at - 60)
  const ends = [...segmenter.segment(text.slice(from, at + 60))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index }) => from + index)
  return ends.find((index) => index >= at) ?? at
}

function cutAfter(text: string, at: number): number {
  if (at >= text.length) return text.length
  const from = Math.max(0, at - 60)
  const ends = [...segmenter.segment(text.slice(from, at + 60))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => from + index + segment.length)
  return ends.findLast((index) => index <= at) ?? at
}

function markedBetween(text: string, spans: Span[], start: number, end: number): MarkedText {
  const pieces: MarkedText = []
  let at = start
  for (const span of spans) {
    if (span.to <= start || span.from >= end) continue
    const [from, to] = [Math.max(span.from, start), Math.min(span.to, end)]
    if (from > at) pieces.push({ text: text.slice(at, from), found: false })
    pieces.push({ text: text.slice(from, to), found: true })
    at = to
  }
  if (end > at) pieces.push({ text: text.slice(at, end), found: false })
  return pieces
}
