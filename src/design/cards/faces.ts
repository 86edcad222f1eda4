/** The faces of the house for drawing: its own, and for Chinese, Japanese and Korean the slices that a text needs. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Blob, Face as Outlines, Font, Variation } from 'harfbuzzjs'
import { decompress } from 'wawoff2'
import { faces, lettersOf } from '../fonts.ts'

/** A face ready for drawing: its font, and how many units its em has. */
export type DrawnFace = { font: Font; unitsPerEm: number; file: string }

type Slice = { file: string; has(letter: string): boolean; family: string }

const require = createRequire(import.meta.url)

/** Where a grapheme's face is: in the family that is wanted, in any other of the house, or in those of East Asia. */
export function sliceFor(
  grapheme: string,
  { family, lang }: { family: string; lang: string },
): string | undefined {
  const letters = Array.from(grapheme).filter((letter) => !/[\p{Cf}\ufe0e\ufe0f]/u.test(letter))
  const fits = (slice: Slice) => letters.every((letter) => slice.has(letter))
  const own = slices().filter(fits)
  const found = own.find((slice) => slice.family === family) ?? own[0] ?? eastAsian(lang).find(fits)
  return found?.file
}

let kept: Slice[] | undefined

function slices(): Slice[] {
  kept ??= faces
    .filter(({ family }) => family !== 'Names')
    .map(({ file, family, range }) => {
      const letters = new Set(lettersOf(range))
      return {
        file: join(import.meta.dirname, '..', 'fonts', `${file}.woff2`),
        family,
        has: (one) => letters.has(one),
      }
    })
  return kept
}

const packages = {
  zh: require.resolve('@fontsource-variable/noto-sans-sc/unicode.json'),
  ja: require.resolve('@fontsource-variable/noto-sans-jp/unicode.json'),
  ko: require.resolve('@fontsource-variable/noto-sans-kr/unicode.json'),
}
const read = new Map<string, Slice[]>()

/** The slices of East Asia, those of the language first: the same character is written otherwise in each. */
function eastAsian(lang: string): Slice[] {
  const first = lang.slice(0, 2)
  const order = Object.entries(packages).toSorted(([a], [b]) => Number(b === first) - Number(a === first))
  return order.flatMap(([, path]) => {
    const found = read.get(path) ?? readSlices(path)
    read.set(path, found)
    return found
  })
}

function readSlices(path: string): Slice[] {
  const folder = dirname(path)
  const name = folder.split(/[/\\]/).at(-1) ?? ''
  const ranges: Record<string, string> = JSON.parse(readFileSync(path, 'utf8'))
  return Object.entries(ranges).map(([key, range]) => {
    const parts = range.split(',').map((part) => {
      const [first = 0, last = first] = part
        .replace('U+', '')
        .split('-')
        .map((code) => Number.parseInt(code, 16))
      return { first, last }
    })
    return {
      file: join(folder, 'files', `${name}-${key.replace(/[[\]]/g, '')}-wght-normal.woff2`),
      family: name,
      has(letter) {
        const code = letter.codePointAt(0) ?? 0
        return parts.some(({ first, last }) => first <= code && code <= last)
      },
    }
  })
}

const opened = new Map<string, DrawnFace>()

/** The face in a file at a weight; opened once and kept. Those of East Asia are many, and let go of again. */
export async function openFace(file: string, weight: number): Promise<DrawnFace> {
  const key = `${file} ${weight}`
  const known = opened.get(key)
  if (known) return known
  if (opened.size > 120) opened.clear()
  const outlines = new Outlines(new Blob(await decompress(readFileSync(file))))
  const font = new Font(outlines)
  font.setVariations([new Variation('wght', weight)])
  const face = { font, unitsPerEm: outlines.upem, file }
  opened.set(key, face)
  return face
}
