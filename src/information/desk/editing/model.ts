/** Addresses of a record at the desk, and what its page says. Pure. */
import type { KeptRecord } from '../../../community/index.ts'
import type { DeskKind } from '../fields/model.ts'

/** The address of a record at the desk, without language; of one of its texts, or of a page under it. */
export function deskPath(
  kind: DeskKind,
  id: string,
  { lang, page = '', draft }: { lang?: string | undefined; page?: string; draft?: boolean } = {},
): string {
  const query = new URLSearchParams()
  if (lang !== undefined) query.set('lang', lang)
  if (draft) query.set('draft', 'yes')
  const path = `/desk/${kind}/${encodeURIComponent(id)}${page === '' ? '' : `/${page}`}`
  return query.size === 0 ? path : `${path}?${query.toString()}`
}

/** What has been done, as the page says it at its top. */
export const doneWords = [
  'saved',
  'archived',
  'draft',
  'dropped',
  'begun',
  'there',
  'linked',
  'unlinked',
] as const
export type DoneWord = (typeof doneWords)[number]

/** What each source gave of a field that a person has edited. */
export function givenBySources(
  { sources, edits }: Pick<KeptRecord, 'sources' | 'edits'>,
  path: string,
): { source: string; value: unknown }[] {
  if (!(path in edits)) return []
  return sources.flatMap(({ name, given }) =>
    given && path in given ? [{ source: name, value: given[path] }] : [],
  )
}
