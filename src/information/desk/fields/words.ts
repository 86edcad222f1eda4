/** What fields are called. Pure. */
import { formatsFor, type Locale } from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import { type DeskKind, type Field, fieldAt, type Option } from './model.ts'

/** What a field is called; of a piece of a translation by its path with its language: "Title (Khmer)". */
export function fieldLabel(locale: Locale, kind: DeskKind, path: string): string {
  const field = fieldAt(kind, path)
  const label = field ? speak(locale)(`field.${field.name}`) : path
  const lang = /^translations\.([^.]+)\./.exec(path)?.[1]
  return lang === undefined ? label : `${label} (${formatsFor(locale).language(lang)})`
}

/** What a part of the form is called. */
export const groupLabel = (locale: Locale, { group }: Pick<Field, 'group'>): string =>
  speak(locale)(`group.${group}`)

/** What one of a few values is called. */
export const optionLabel = (locale: Locale, option: Option): string => speak(locale)(`option.${option}`)
