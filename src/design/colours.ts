/** The colours of the tokens, and whether they can be told apart (contrast ratio of WCAG 2.2). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Colour = { light: string; dark: string; fallback: string }

let kept: ReadonlyMap<string, Colour> | undefined

/** Every colour of the tokens, in both schemes and as older browsers get it. */
export function readColours(): ReadonlyMap<string, Colour> {
  kept ??= readTokens()
  return kept
}

function readTokens(): ReadonlyMap<string, Colour> {
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
    .map(linear)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const linear = (part: number) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)

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

/** The colours of the two regions as somebody chose them, as `#rrggbb`; everything else of them follows. */
export type RegionColours = { asia: string; europe: string }

export type Tokens = ReadonlyMap<string, Colour>

/**
 * Every colour of the tokens with those of the regions made of the chosen ones: as they are on paper; lighter in the dark; as
 * a mark and as a wash in both; with none chosen as they are delivered. Where no lightness is enough for the contrast needed, the contrast is too small in the answer.
 */
export function coloursWith(chosen: RegionColours | null): Tokens {
  if (chosen === null) return readColours()
  const { asia, europe } = chosen
  const colours = new Map<string, Colour>(readColours())
  for (const [name, chosen] of [
    ['asia', asia],
    ['europe', europe],
  ] as const) {
    const put = (token: string, light: string, dark: string) =>
      colours.set(token, { light, dark, fallback: light })
    const darkOf = (token: string) => colours.get(token)?.dark ?? '#000000'
    put(
      `${name}-wash`,
      mixed(chosen, colours.get('paper')?.light ?? '', 0.13),
      withLuminance(mixed(chosen, darkOf('paper'), 0.25), 0.02),
    )
    put(`${name}-mark`, chosen, withLuminance(chosen, 0.2))
    const grounds = ['paper', 'sheet', 'signal-wash', `${name}-wash`].map(darkOf)
    put(
      name,
      chosen,
      lighterUntil(chosen, (hex) => grounds.every((ground) => contrast(hex, ground) >= 6)),
    )
  }
  return colours
}

/** The pairs of colours that cannot be told apart well enough with these chosen, the faintest first, with the region each is of. */
export function faintWith(
  chosen: RegionColours,
): (ContrastPair & { region: keyof RegionColours; ratio: number })[] {
  return contrastPairs(coloursWith(chosen))
    .flatMap((pair) => {
      const region = regionOf(pair.colour) ?? regionOf(pair.ground)
      const ratio = Math.min(pair.light, pair.dark)
      return region && ratio < pair.needed ? [{ ...pair, region, ratio }] : []
    })
    .toSorted((a, b) => a.ratio / a.needed - b.ratio / b.needed)
}

const regionOf = (token: string) =>
  (['asia', 'europe'] as const).find((region) => token === region || token.startsWith(`${region}-`))

/** The colours of the regions as a style sheet of their own, for pages and for widgets. */
export function regionStyles(chosen: RegionColours): string {
  const changed = [...coloursWith(chosen)].filter(([name]) => regionOf(name))
  const fallbacks = changed.map(([name, { fallback }]) => `--${name}: ${fallback};`).join(' ')
  const both = changed.map(([name, { light, dark }]) => `--${name}: light-dark(${light}, ${dark});`).join(' ')
  return `:root { ${fallbacks} } @supports (color: light-dark(red, red)) { :root { ${both} } }`
}

type Lab = { lightness: number; a: number; b: number }

// Oklab, in which a colour keeps its hue when only its lightness changes (CSS Color 4, section 9.2).
function labOf(hex: string): Lab {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  )
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  }
}

function channelsOf({ lightness, a, b }: Lab): number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

/** As a screen can show it: with less colour where it would be out of what it has. */
function hexOf(lab: Lab): string {
  for (let chroma = 1; chroma > 0; chroma -= 0.02) {
    const channels = channelsOf({ ...lab, a: lab.a * chroma, b: lab.b * chroma })
    if (channels.every((part) => part >= -0.0005 && part <= 1.0005)) return written(channels)
  }
  return written(channelsOf({ ...lab, a: 0, b: 0 }))
}

const written = (channels: number[]) =>
  `#${channels
    .map((part) =>
      Math.round(255 * encoded(Math.min(1, Math.max(0, part))))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

const encoded = (part: number) => (part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055)

function mixed(front: string, back: string, share: number): string {
  const [one, other] = [labOf(front), labOf(back)]
  const between = (of: keyof Lab) => one[of] * share + other[of] * (1 - share)
  return hexOf({ lightness: between('lightness'), a: between('a'), b: between('b') })
}

function lighterUntil(hex: string, isEnough: (hex: string) => boolean): string {
  const lab = labOf(hex)
  for (let { lightness } = lab; lightness < 1; lightness += 0.01) {
    const lighter = hexOf({ ...lab, lightness })
    if (isEnough(lighter)) return lighter
  }
  return '#ffffff'
}

function withLuminance(hex: string, wanted: number): string {
  const lab = labOf(hex)
  const steps = Array.from({ length: 99 }, (_, at) => hexOf({ ...lab, lightness: (at + 1) / 100 }))
  const far = (step: string) => Math.abs(luminance(step) - wanted)
  return steps.reduce((best, step) => (far(step) < far(best) ? step : best), hex)
}

export type ContrastPair = { colour: string; ground: string; needed: number; light: number; dark: number }

/** Each colour on each ground it may stand on, with the contrast it needs and has in both schemes. */
export function contrastPairs(colours: Tokens = readColours()): ContrastPair[] {
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

/** Whether two colours are too much alike to tell what they mean. */
export function isAlike(one: string, other: string): boolean {
  const [front, back] = [labOf(one), labOf(other)]
  return Math.hypot(front.lightness - back.lightness, front.a - back.a, front.b - back.b) < 0.1
}
