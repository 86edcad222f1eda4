/** The life of each language of a record: how it stands, and what it can become. Pure. */
import { type Fields, langsIn, originalLangOf, pieceNamed, type Plain, textIn } from '../records/model.ts'
import { type TextState, textStates } from '../texts/model.ts'

const nextStates: Record<TextState, readonly TextState[]> = {
  draft: ['in-review', 'scheduled', 'published', 'archived'],
  'in-review': ['draft', 'scheduled', 'published', 'archived'],
  scheduled: ['draft', 'in-review', 'published', 'archived'],
  published: ['draft', 'archived'],
  archived: ['draft', 'published'],
}

/** What a text in this state can become. */
export const statesAfter = (state: TextState): readonly TextState[] => nextStates[state]

/** Whether who only writes may do this: hand in a draft of theirs, or take it back. */
export const isWriters = (from: TextState, to: TextState): boolean =>
  (from === 'draft' && to === 'in-review') || (from === 'in-review' && to === 'draft')

/** The languages of a record, the original first. */
export function langsOf(record: Plain): string[] {
  const original = originalLangOf(record)
  return [original, ...[...langsIn(record)].filter((lang) => lang !== original && hasTitle(record, lang))]
}

const hasTitle = (record: Plain, lang: string) =>
  [textIn(record, lang, 'title'), textIn(record, lang, 'name')].some((title) => typeof title === 'string')

/** How a language of a record stands; undefined where it is not written in it. */
export function stateIn(record: Plain, lang: string): TextState | undefined {
  if (!langsOf(record).includes(lang)) return undefined
  const state = textIn(record, lang, 'state')
  return textStates.find((one) => one === state) ?? 'published'
}

/** Whether everybody may read this language of a record. */
export const isSeen = (record: Plain, lang: string): boolean => stateIn(record, lang) === 'published'

/** The field of a record that says how a language of it stands. */
export const stateField = (record: Plain, lang: string): string =>
  lang === originalLangOf(record) ? 'state' : `translations.${lang}.state`

/** Whether a field says how a language stands. */
export const isStateField = (field: string): boolean =>
  field === 'state' || pieceNamed(field)?.piece === 'state'

/** The states of those languages that these changes would begin: each begins as a draft. */
export function draftsIn(record: Plain, changes: Fields): Fields {
  const drafts: Fields = {}
  const held = langsIn(record)
  for (const [field, value] of Object.entries(changes)) {
    const lang = pieceNamed(field)?.lang
    if (lang !== undefined && !held.has(lang) && typeof value === 'string')
      drafts[`translations.${lang}.state`] = 'draft'
  }
  return drafts
}
