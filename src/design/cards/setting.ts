/** Text set into outlines: lines broken where the language allows it, runs in their direction, letters in their shape. */
import makeBidi from 'bidi-js'
import { Buffer as Letters, Direction, shape } from 'harfbuzzjs'
import { dirOf } from '../locales.ts'
import { type DrawnFace, openFace, sliceFor } from './faces.ts'

/** How a text is to be set: everything in pixels. */
export type Setting = {
  text: string
  lang: string
  family: 'Titles' | 'Noto Sans'
  weight: number
  /** The sizes to try, from the largest. */
  sizes: readonly number[]
  width: number
  /** As many lines as fit into this height. */
  height: number
}

/** A text as outlines: SVG markup of each line, from the start of a line and its base line. */
export type SetText = { lines: { markup: string; width: number }[]; size: number; leading: number }

const bidi = makeBidi()

/** The text as it was set; undefined where a letter of it is in no face, because a text with holes says something else. */
export async function setText(setting: Setting): Promise<SetText | undefined> {
  const text = setting.text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  const pieces = await shaped(text, setting)
  if (!pieces) return undefined
  const leading = leadingOf(setting.lang)
  for (const size of setting.sizes) {
    const lines = brokenInto(pieces, setting.width / size)
    const most = Math.max(1, Math.floor(setting.height / (size * leading)))
    if (lines.length <= most || size === setting.sizes.at(-1)) {
      const shown = lines.slice(0, most)
      if (lines.length > most) await endWithDots(shown, setting, size)
      return { lines: shown.map((line) => lineOf(line, setting, size)), size, leading }
    }
  }
  return undefined
}

// Nastaliq hangs its words from above; scripts with marks above and below need room for them.
function leadingOf(lang: string): number {
  if (dirOf(lang) === 'rtl') return 2
  return /^(km|my|lo|th|hi|bn|ne|mr)\b/.test(lang) ? 1.6 : 1.25
}

/** A word or a piece of one, after which a line may end: its runs, each in one face and one direction. */
type Piece = { runs: Run[]; width: number; isSpace: boolean }
type Run = { outlines: string; width: number; level: number }

async function shaped(text: string, setting: Setting): Promise<Piece[] | undefined> {
  const { levels } = bidi.getEmbeddingLevels(text, dirOf(setting.lang))
  const pieces: Piece[] = []
  for (const { at, words } of piecesOf(text, setting.lang)) {
    const runs: Run[] = []
    for (const { from, to, file } of runsOf(words, at, levels, setting)) {
      if (file === undefined) return undefined
      const level = levels[at + from] ?? 0
      runs.push(outlinesOf(words.slice(from, to), await openFace(file, setting.weight), level, setting.lang))
    }
    pieces.push({ runs, width: sum(runs), isSpace: words.trim() === '' })
  }
  return pieces
}

const sum = (all: { width: number }[]) => all.reduce((total, { width }) => total + width, 0)

// Between words of scripts that are written without spaces a line may end; elsewhere at spaces only.
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const opening = /[\p{Ps}\p{Pi}]$/u
const closing = /^[\p{Pe}\p{Pf}\p{Po}\p{M}ーっゃゅょッャュョ々ๆໆ]/u

function piecesOf(text: string, lang: string): { at: number; words: string }[] {
  const pieces: { at: number; words: string }[] = []
  const segments = new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)
  for (const { segment, index } of segments) {
    const last = pieces.at(-1)
    const before = last?.words.at(-1) ?? ' '
    const mayBreak =
      segment === ' ' ||
      before === ' ' ||
      (unspaced.test(before) && unspaced.test(segment) && !closing.test(segment) && !opening.test(before))
    if (last && !mayBreak) last.words += segment
    else pieces.push({ at: index, words: segment })
  }
  return pieces
}

function runsOf(words: string, at: number, levels: Uint8Array, setting: Setting) {
  const runs: { from: number; to: number; file: string | undefined; level: number | undefined }[] = []
  for (const { segment, index } of new Intl.Segmenter(setting.lang).segment(words)) {
    const level = levels[at + index]
    const mirrored = (level ?? 0) % 2 === 1 ? (bidi.getMirroredCharacter(segment) ?? segment) : segment
    const file = sliceFor(mirrored, setting)
    const last = runs.at(-1)
    if (last && last.file === file && last.level === level) last.to = index + segment.length
    else runs.push({ from: index, to: index + segment.length, file, level })
  }
  return runs
}

/** A run in units of its size: its glyphs as outlines from its left. */
function outlinesOf(text: string, { font, unitsPerEm }: DrawnFace, level: number, lang: string): Run {
  const letters = new Letters()
  letters.addText(text)
  letters.guessSegmentProperties()
  letters.setLanguage(lang)
  letters.setDirection(level % 2 === 1 ? Direction.RTL : Direction.LTR)
  shape(font, letters)
  const positions = letters.getGlyphPositions()
  let x = 0
  let y = 0
  const drawn = letters.getGlyphInfos().map(({ codepoint: glyph }, at) => {
    const { xAdvance = 0, yAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {}
    const path = font.glyphToPath(glyph)
    const outline =
      path === '' ? '' : `<path transform="translate(${x + xOffset} ${y + yOffset})" d="${path}"/>`
    x += xAdvance
    y += yAdvance
    return outline
  })
  const scale = 1 / unitsPerEm
  return {
    outlines: `<g transform="scale(${scale} ${-scale})">${drawn.join('')}</g>`,
    width: x * scale,
    level,
  }
}

/** Pieces in lines of a width, in units of the size; a piece that is longer has a line of its own. */
function brokenInto(pieces: Piece[], width: number): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const piece of pieces) {
    const line = lines.at(-1) ?? []
    if (line.length > 0 && !piece.isSpace && sum(line) + piece.width > width) lines.push([piece])
    else if (line.length > 0 || !piece.isSpace) line.push(piece)
  }
  return lines.map(trimmed)
}

function trimmed(line: Piece[]): Piece[] {
  const end = line.findLastIndex(({ isSpace }) => !isSpace)
  return line.slice(0, end + 1)
}

async function endWithDots(lines: Piece[][], setting: Setting, size: number): Promise<void> {
  const last = lines.at(-1) ?? []
  const [dots] = (await shaped('…', setting)) ?? []
  if (!dots) return
  while (last.length > 1 && sum(last) + dots.width > setting.width / size) last.pop()
  last.push({
    ...dots,
    runs: dots.runs.map((run) => ({ ...run, level: dirOf(setting.lang) === 'rtl' ? 1 : 0 })),
  })
}

/** A line from its left: its runs in the order in which they are seen (UAX #9, L2). */
function lineOf(line: Piece[], setting: Setting, size: number): { markup: string; width: number } {
  const seen = inOrderSeen(line.flatMap(({ runs }) => runs))
  let x = 0
  const markup = seen.map(({ outlines, width }) => {
    const placed = `<g transform="translate(${x} 0)">${outlines}</g>`
    x += width
    return placed
  })
  // A word that is longer than any line is made narrower.
  const fit = Math.min(1, setting.width / (x * size))
  return {
    markup: `<g transform="scale(${size * fit} ${size})">${markup.join('')}</g>`,
    width: x * size * fit,
  }
}

function inOrderSeen(runs: Run[]): Run[] {
  const seen = [...runs]
  const highest = Math.max(0, ...runs.map(({ level }) => level))
  for (let level = highest; level > 0; level -= 1) {
    for (let from = 0; from < seen.length; from += 1) {
      let to = from
      while ((seen[to]?.level ?? 0) >= level) to += 1
      if (to > from) {
        seen.splice(from, to - from, ...seen.slice(from, to).toReversed())
        from = to
      }
    }
  }
  return seen
}
