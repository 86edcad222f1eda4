/** The front door of the design room: how things look and how words are spoken; nothing of what they mean. */
export { type Asset, coloursPath, findColours, loadAssets } from './assets.ts'
export { coloursWith, faintWith, isAlike, type RegionColours, type Tokens } from './colours.ts'
export { type Formats, formatsFor } from './formats.ts'
export type { Card } from './cards/card.ts'
export { cardVersion, drawCard } from './cards/cards.ts'
export { catalogues } from './messages/index.ts'
export { Frame, type HouseLook } from './frame.tsx'
export type { PageHead } from './head.tsx'
export { Gallery } from './gallery.tsx'
export {
  defaultLocale,
  dirOf,
  hrefIn,
  isLocale,
  type Locale,
  localeNames,
  locales,
  splitLocale,
  writtenIn,
} from './locales.ts'
export * from './pieces/index.ts'
export { Widget, type WidgetTheme, widgetThemes } from './widget/frame.tsx'
export { type Catalogue, coverageOf, joinCatalogues, speaker } from './words.ts'
