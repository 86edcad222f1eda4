/** What is asked: a hundred questions in eight scripts, rare and common, of one word and of two. */
import type { Language } from '../records/language.ts'
import { bg } from '../records/languages/bg.ts'
import { el } from '../records/languages/el.ts'
import { en } from '../records/languages/en.ts'
import { hi } from '../records/languages/hi.ts'
import { km } from '../records/languages/km.ts'
import { th } from '../records/languages/th.ts'
import { ur } from '../records/languages/ur.ts'
import { zh } from '../records/languages/zh.ts'

const scripts = {
  Latin: en,
  Greek: el,
  Cyrillic: bg,
  Arabic: ur,
  Devanagari: hi,
  Han: zh,
  Thai: th,
  Khmer: km,
}

/** Questions of a language: fields, subjects, cities, and a field with a city. */
function questionsOf({ fields, subjects, cities, people }: Language): string[] {
  const towns = Object.values(cities)
  return [
    ...fields.slice(0, 4),
    ...subjects.slice(0, 2),
    ...people.slice(0, 1),
    ...towns.slice(0, 2),
    `${fields[4] ?? ''} ${towns[0] ?? ''}`,
    `"${subjects[2] ?? ''}"`,
  ]
}

/** What nearly everything holds. */
const common = [
  '2027',
  '2026',
  'Vietnam',
  '日本',
  'artists',
  'the',
  'festival',
  'residency',
  'culture',
  'Europe',
  'open',
  'call',
]

export const questions: readonly string[] = [...Object.values(scripts).flatMap(questionsOf), ...common]
