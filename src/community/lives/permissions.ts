/** Who may write and who may publish a language of a record. */
import type { Viewer } from '../people/model.ts'
import { picturesIn, wordsChanged } from '../pictures/model.ts'
import { originalLangOf, pieceNamed, type Plain } from '../records/model.ts'
import type { Subject } from '../roles/model.ts'
import { may } from '../roles/permissions.ts'
import { isSeen, langsOf, stateIn } from './model.ts'

/** A language of a record, as limits of roles are asked about it. */
export function subjectOf(kind: string, record: Plain, lang: string): Subject {
  const id = record['id']
  return {
    kind: [kind],
    record: typeof id === 'string' ? [id] : [],
    language: [lang],
    country: ['host_countries', 'countries', 'country_code'].flatMap((field) => namesIn(record[field])),
  }
}

const namesIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((name) => typeof name === 'string')

/** May they write this language of a record? */
export const mayWrite = (by: Viewer, kind: string, record: Plain, lang: string): boolean =>
  may(by, 'records.edit', subjectOf(kind, record, lang))

/** May they publish this language of a record, schedule, archive and restore it? */
export const mayPublish = (by: Viewer, kind: string, record: Plain, lang: string): boolean =>
  may(by, 'records.publish', subjectOf(kind, record, lang))

/**
 * May they change this field? Whoever may write the original may change the facts. What everybody reads, or will without
 * anybody looking again, is changed only by who may publish it.
 */
export function mayEditField(by: Viewer, kind: string, record: Plain, field: string): boolean {
  const named = pieceNamed(field)
  const lang = named?.lang ?? originalLangOf(record)
  const shown = named ? [lang] : langsOf(record)
  const isOut = shown.some((one) => isSeen(record, one) || stateIn(record, one) === 'scheduled')
  return mayWrite(by, kind, record, lang) && (!isOut || mayPublish(by, kind, record, lang))
}

/** May they change what is said in this language alone, in its texts and beside pictures? */
export function mayEditText(by: Viewer, kind: string, record: Plain, lang: string): boolean {
  const isOut = isSeen(record, lang) || stateIn(record, lang) === 'scheduled'
  return mayWrite(by, kind, record, lang) && (!isOut || mayPublish(by, kind, record, lang))
}

/** May they put this value into this field? Whoever translates says what pictures show in their language, and changes no picture. */
export function mayPutValue(
  by: Viewer,
  kind: string,
  record: Plain,
  [field, value]: [string, unknown],
): boolean {
  if (mayEditField(by, kind, record, field)) return true
  if (field !== 'pictures') return false
  const said = wordsChanged(picturesIn(record), picturesIn({ pictures: value }))
  const mayText = (lang: string) => mayEditText(by, kind, record, lang)
  return said !== undefined && said.every(mayText) && langsOf(record).some(mayText)
}

/** May they see this language of a record before it is published? */
export const maySeeText = (by: Viewer, kind: string, record: Plain, lang: string): boolean =>
  may(by, 'records.seeUnpublished', subjectOf(kind, record, lang))
