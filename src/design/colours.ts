/** The colours of the tokens, and whether they can be told apart (contrast ratio of WCAG 2.2). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Colour = { light: string; dark: string; fallback: string }

/** Every colour of the tokens, in both schemes and as older browsers get it. */
export function readColours(): Map<string, Colour> {
  const css = readFileSync(join(import.meta.dirname, 'styles', '1-tokens.css'), 'utf8')
  const fallbacks = new Map(
    [...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  )
  const pairs = css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)
  return new Map(
    [...pairs].map(([, name = '', light = '', dark = '']) => [
      name,
      { light, dark, fallback: fallbacks.get(name) ?? '' },
    ]),
  )
}

/** The contrast ratio of two colours written as `#rrggbb`, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

// What stands on what: words need 4.5, marks that carry meaning 3.
const words: Record<string, readonly string[]> = {
  ink: ['paper', 'sheet', 'signal-wash', 'error-wash'],
  soft: ['paper', 'sheet', 'signal-wash'],
  asia: ['paper', 'sheet'],
  europe: ['paper', 'sheet', 'signal-wash'],
  signal: ['paper', 'sheet', 'signal-wash'],
  error: ['paper', 'sheet', 'error-wash'],
  paper: ['ink', 'europe', 'error'],
}
const marks: Record<string, readonly string[]> = {
  edge: ['paper', 'sheet'],
  'asia-mark': ['paper', 'sheet', 'asia-wash', 'light'],
  'europe-mark': ['paper', 'sheet', 'europe-wash', 'light'],
  europe: ['paper', 'sheet'],
}

export type ContrastPair = { colour: string; ground: string; needed: number; light: number; dark: number }

/** Each colour on each ground it may stand on, with the contrast it needs and has in both schemes. */
export function contrastPairs(): ContrastPair[] {
  const colours = readColours()
  const pairsOf = (uses: Record<string, readonly string[]>, needed: number) =>
    Object.entries(uses).flatMap(([colour, grounds]) =>
      grounds.map((ground) => {
        const [front, back] = [colours.get(colour), colours.get(ground)]
        if (!front || !back) throw new Error(`No colour ${colour} or ${ground} among the tokens`)
        return {
          colour,
          ground,
          needed,
          light: contrast(front.light, back.light),
          dark: contrast(front.dark, back.dark),
        }
      }),
    )
  return [...pairsOf(words, 4.5), ...pairsOf(marks, 3)]
}
