/** The languages of the records, and how often each is used. */
import type { Draw } from './draw.ts'
import type { Language } from './language.ts'
import { bg } from './languages/bg.ts'
import { bn } from './languages/bn.ts'
import { de } from './languages/de.ts'
import { el } from './languages/el.ts'
import { en } from './languages/en.ts'
import { fr } from './languages/fr.ts'
import { hi } from './languages/hi.ts'
import { ja } from './languages/ja.ts'
import { kk } from './languages/kk.ts'
import { km } from './languages/km.ts'
import { ko } from './languages/ko.ts'
import { lo } from './languages/lo.ts'
import { lt } from './languages/lt.ts'
import { mn } from './languages/mn.ts'
import { my } from './languages/my.ts'
import { pl } from './languages/pl.ts'
import { th } from './languages/th.ts'
import { ur } from './languages/ur.ts'
import { vi } from './languages/vi.ts'
import { zh } from './languages/zh.ts'

const shares: readonly (readonly [Language, percent: number])[] = [
  [en, 37],
  [fr, 7],
  [zh, 7],
  [vi, 6],
  [de, 6],
  [ja, 5],
  [ko, 4],
  [th, 4],
  [hi, 3],
  [ur, 3],
  [bn, 3],
  [pl, 2],
  [el, 2],
  [bg, 2],
  [km, 2],
  [my, 2],
  [lo, 1],
  [mn, 2],
  [kk, 1],
  [lt, 1],
]

export const languages = shares.map(([language]) => language)

/** Every language as often as its share, so that a place in the list decides. */
export const slots = shares.flatMap(([language, percent]) => Array.from({ length: percent }, () => language))

// The languages of the interface are what records are translated into.
const translatedInto = [en, fr, vi, zh, th, km, ur]

/** The languages a record is translated into: mostly none. */
export function translationsOf(draw: Draw, original: Language): Language[] {
  if (!draw.chance(22)) return []
  return draw.some(translatedInto, 3).filter((language) => language !== original)
}
