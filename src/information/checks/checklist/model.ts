/** The form of one item of the checklist: what was typed, and the item it makes. Pure. */
import {
  checkLevels,
  type ChecklistItem,
  type ChecklistTest,
  isTerm,
  type Known,
} from '../../../community/index.ts'
import { type Locale, locales } from '../../../design/index.ts'
import { type DeskKind, fieldsOf, isAsked } from '../../desk/fields/model.ts'

/** How an item can look at records of a kind. */
export const testNames = [
  'stated',
  'no-fee',
  'covers',
  'several-countries',
  'closes-in',
  'checked-within',
  'by-hand',
] as const
export type TestName = (typeof testNames)[number]

const ofEveryKind: readonly TestName[] = ['stated', 'checked-within', 'by-hand']

/** Fees, closing dates and who may apply are said of calls alone. */
export const testsFor = (kind: DeskKind): readonly TestName[] =>
  kind === 'opportunities' ? testNames : ofEveryKind

/** The fields an item can be about. */
export const fieldsFor = (kind: DeskKind): string[] =>
  fieldsOf[kind].filter((field) => isAsked(field) && field.name !== 'slug').map(({ name }) => name)

/** The vocabulary of a kind's types. */
export const typesOf: Record<DeskKind, string> = {
  opportunities: 'opportunity-type',
  events: 'event-kind',
  articles: 'article-kind',
  programmes: 'programme-kind',
  organisations: 'organisation-kind',
}

/** What was typed, as it is shown again. */
export type ItemForm = {
  kind: DeskKind
  level: string
  test: string
  field: string
  terms: string[]
  days: string
  types: string[]
  words: Record<Locale, string>
  position: string
  isOn: boolean
}

export type ItemFault = {
  field: string
  fault: 'words' | 'long' | 'test' | 'field' | 'terms' | 'days' | 'position'
}

export const longestAsking = 300

const noWords: Record<Locale, string> = { en: '', fr: '', vi: '', zh: '', th: '', km: '', ur: '' }

/** The form of an item that is not there yet, at the end of the list. */
export function newForm(kind: DeskKind, checklist: readonly ChecklistItem[]): ItemForm {
  const last = Math.max(0, ...checklist.map(({ position }) => position))
  const position = String(last + 1)
  const empty = { field: '', terms: [], days: '', types: [], words: noWords }
  return { kind, level: 'should', test: '', ...empty, position, isOn: true }
}

/** The form of an item as it stands. */
export function formOfItem(kind: DeskKind, item: ChecklistItem): ItemForm {
  const { test } = item
  return {
    kind,
    level: item.level,
    test: test.is,
    field: 'field' in test ? test.field : '',
    terms: 'terms' in test ? test.terms : [],
    days: 'days' in test ? String(test.days) : '',
    types: [...item.types],
    words: { ...noWords, ...item.words },
    position: String(item.position),
    isOn: item.isOn,
  }
}

/** The item that a form makes, or what is to be mended in it. */
export function itemFrom(
  form: ItemForm,
  id: string,
  { vocabularies }: Pick<Known, 'vocabularies'>,
): { item: ChecklistItem } | { faults: ItemFault[] } {
  const test = testFrom(form, vocabularies)
  const position = wholeNumber(form.position, 0, 999)
  const faults: ItemFault[] = [
    ...wordFaults(form.words),
    ...('fault' in test ? [test.fault] : []),
    ...(position === undefined ? [{ field: 'position', fault: 'position' } as const] : []),
  ]
  if (faults.length > 0 || 'fault' in test || position === undefined) return { faults }
  const types = form.types.filter((type) => isTerm(vocabularies, typesOf[form.kind], type))
  const level = checkLevels.find((one) => one === form.level) ?? 'should'
  const words = Object.fromEntries(Object.entries(form.words).filter(([, said]) => said !== ''))
  return { item: { id, kind: form.kind, types, level, test: test.made, words, position, isOn: form.isOn } }
}

function wordFaults(words: Record<Locale, string>): ItemFault[] {
  const missing: ItemFault[] = words.en === '' ? [{ field: 'words-en', fault: 'words' }] : []
  const long = locales
    .filter((locale) => words[locale].length > longestAsking)
    .map((locale): ItemFault => ({ field: `words-${locale}`, fault: 'long' }))
  return [...missing, ...long]
}

function testFrom(
  form: ItemForm,
  vocabularies: Known['vocabularies'],
): { made: ChecklistTest } | { fault: ItemFault } {
  const name = testsFor(form.kind).find((one) => one === form.test)
  switch (name) {
    case 'no-fee':
    case 'several-countries':
      return { made: { is: name } }
    case 'covers': {
      const terms = form.terms.filter((term) => isTerm(vocabularies, 'covers', term))
      return terms.length > 0 ? { made: { is: name, terms } } : { fault: { field: 'terms', fault: 'terms' } }
    }
    case 'closes-in':
    case 'checked-within': {
      const days = wholeNumber(form.days, 1, 3650)
      return days === undefined ? { fault: { field: 'days', fault: 'days' } } : { made: { is: name, days } }
    }
    case 'stated':
    case 'by-hand': {
      const field = fieldsFor(form.kind).find((one) => one === form.field)
      return field === undefined
        ? { fault: { field: 'field', fault: 'field' } }
        : { made: { is: name, field } }
    }
    default:
      return { fault: { field: 'test', fault: 'test' } }
  }
}

function wholeNumber(text: string, from: number, to: number): number | undefined {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : undefined
  return number !== undefined && number >= from && number <= to ? number : undefined
}
