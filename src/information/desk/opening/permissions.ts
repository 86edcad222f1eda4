/** Who may open a record at the desk, and what of it they may read and change there. */
import {
  isSeen,
  langsOf,
  may,
  mayWrite,
  type Plain,
  rolesWith,
  subjectOf,
  type Viewer,
} from '../../../community/index.ts'
import type { DeskKind } from '../fields/model.ts'

/** May they open it? Whoever may write some language of it, be it one that it has not yet. */
export function mayOpen(by: Viewer, kind: DeskKind, record: Plain): boolean {
  const { language, ...subject } = subjectOf(kind, record, '')
  const theirs = rolesWith(by, 'records.edit').flatMap(({ limits }) => limits.language ?? [])
  return may(by, 'records.edit', {
    ...subject,
    language: [...(language ?? []), ...langsOf(record), ...theirs],
  })
}

/** May they read this language of it? What everybody reads, what they may see before, and what they may write. */
export function mayRead(by: Viewer, kind: DeskKind, record: Plain, lang: string): boolean {
  return (
    isSeen(record, lang) ||
    may(by, 'records.seeUnpublished', subjectOf(kind, record, lang)) ||
    mayWrite(by, kind, record, lang)
  )
}

/** May they begin a record of this kind in a language? Of which country it is, will be seen when it is saved. */
export function mayBegin(by: Viewer, kind: DeskKind, lang: string): boolean {
  const country = rolesWith(by, 'records.edit').flatMap(({ limits }) => limits.country ?? [])
  return may(by, 'records.edit', { kind: [kind], language: [lang], country })
}
