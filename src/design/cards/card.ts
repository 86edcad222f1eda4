/** The picture a page is shared with, as SVG without text: the record's tile beside its title, both as outlines. */
import { coloursWith, type RegionColours } from '../colours.ts'
import { dirOf } from '../locales.ts'
import { type TileColour, tileShapes } from '../pieces/tileShapes.ts'
import { type SetText, setText } from './setting.ts'

/** What stands on a card. */
export type Card = {
  /** What the tile is drawn from. */
  id: string
  title: { text: string; lang: string }
  /** A line above the title, and one below, in the language of the page. */
  above: string
  below: string
  house: string
  lang: string
  /** The colours of the regions, where the house has its own. */
  colours?: RegionColours | undefined
}

export const cardSize = { width: 1200, height: 630 }

const margin = 64
const tileWidth = 400
const titleTop = 120
const titleHeight = 350
const textWidth = cardSize.width - tileWidth - 2 * margin

/** The card as SVG, 1200 by 630. Letters that no face has leave their line out. */
export async function cardSvg(card: Card): Promise<string> {
  const { width, height } = cardSize
  const small = (text: string, weight = 400) =>
    text === ''
      ? undefined
      : setText({
          text,
          lang: card.lang,
          family: 'Noto Sans',
          weight,
          sizes: [28],
          width: textWidth,
          height: 1,
        })
  const above = await small(card.above, 600)
  const below = await small(card.below)
  const house = await small(card.house, 600)
  const title = await setText({
    ...card.title,
    family: 'Titles',
    weight: 600,
    sizes: [64, 56, 48, 42],
    width: textWidth,
    height: titleHeight,
  })
  const colourOf = coloursFor(card.colours)
  const right = dirOf(card.lang) === 'rtl'
  const textLeft = right ? tileWidth + margin : margin
  const place = (set: SetText | undefined, bottom: number, colour: string, lang: string) =>
    set === undefined ? '' : placed(set, { bottom, colour, lang, left: textLeft })
  const setHeight = title ? title.lines.length * title.size * title.leading : 0
  const bottom = titleTop + (titleHeight + setHeight) / 2
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="${colourOf('paper')}"/>
${tile(card.id, right ? 0 : width - tileWidth, colourOf)}
${place(above, margin + 28, colourOf('asia'), card.lang)}
${place(title, bottom, colourOf('ink'), card.title.lang)}
${place(below, height - margin - 52, colourOf('soft'), card.lang)}
${place(house, height - margin, colourOf('ink'), card.lang)}
</svg>`
}

type Place = { bottom: number; colour: string; lang: string; left: number }

/** Lines one below the other, the last of them on its base line near the bottom; each begins where its language does. */
function placed({ lines, size, leading }: SetText, { bottom, colour, lang, left }: Place): string {
  const isRight = dirOf(lang) === 'rtl'
  const step = size * leading
  return lines
    .map(({ markup, width }, at) => {
      const x = isRight ? left + textWidth - width : left
      const y = bottom - (lines.length - 1 - at) * step - (size > 40 ? step - size * 0.7 : 0) / 2
      return `<g fill="${colour}" transform="translate(${x} ${y})">${markup}</g>`
    })
    .join('')
}

// The colours of marks on the pages' tiles.
const marks: Partial<Record<TileColour, string>> = {
  asia: 'asia-mark',
  europe: 'europe-mark',
  signal: 'signal-mark',
}

/** The tile, larger than its place and cut by it, as a cloth hangs. */
function tile(id: string, x: number, colourOf: (name: string) => string): string {
  const { box, layers } = tileShapes(id, 3)
  const paths = layers
    .map(({ colour, path }) => `<path fill="${colourOf(marks[colour] ?? colour)}" d="${path}"/>`)
    .join('')
  const { height } = cardSize
  return `<svg x="${x}" y="0" width="${tileWidth}" height="${height}" viewBox="0 0 ${(box * tileWidth) / height} ${box}">${paths}</svg>`
}

// Cards are seen on the pages of others, most of which are light.
function coloursFor(chosen: RegionColours | undefined): (name: string) => string {
  const colours = coloursWith(chosen ?? null)
  return (name) => (colours.get(name) ?? colours.get('ink'))?.light ?? ''
}
