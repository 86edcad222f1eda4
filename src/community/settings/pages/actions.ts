import { type Db, notAllowed, notFound, recordAudit, transact } from '../../../platform/index.ts'
import type { Member } from '../../people/model.ts'
import { may } from '../../roles/permissions.ts'
import { holdSettings } from '../queries.ts'
import type { OwnPage } from './model.ts'
import { dropPage, findPage, putPage } from './queries.ts'

/** What became of a page: kept, or changed by somebody else since the version the form was made of, or there already. */
export type PageAnswer = 'saved' | 'stale' | 'taken'

/** Writes a page, or makes it where its version is 0. Refuses (403) whoever may not. */
export function savePage(db: Db, by: Member, page: OwnPage, now: Temporal.Instant): Promise<PageAnswer> {
  if (!may(by, 'house.settings', {})) throw notAllowed()
  return transact(db, async (tx) => {
    await holdSettings(tx)
    const before = await findPage(tx, page.slug)
    if (before && page.version === 0) return 'taken'
    if ((before?.version ?? 0) !== page.version) return 'stale'
    await putPage(tx, { ...page, version: page.version + 1 }, now)
    await recordAudit(tx, {
      who: by.personId,
      what: before ? 'community.changePage' : 'community.addPage',
      record: { kind: 'pages', id: page.slug },
      before: before && { titles: before.titles, texts: before.texts },
      after: { titles: page.titles, texts: page.texts },
    })
    return 'saved'
  })
}

/** Takes a page away; answers whether it was still as the form showed it. Refuses (404) where there is none. */
export function removePage(
  db: Db,
  by: Member,
  { slug, version }: Pick<OwnPage, 'slug' | 'version'>,
): Promise<'saved' | 'stale'> {
  if (!may(by, 'house.settings', {})) throw notAllowed()
  return transact(db, async (tx) => {
    await holdSettings(tx)
    const before = await findPage(tx, slug)
    if (!before) throw notFound()
    if (before.version !== version) return 'stale'
    await dropPage(tx, slug)
    const { titles, texts } = before
    await recordAudit(tx, {
      who: by.personId,
      what: 'community.removePage',
      record: { kind: 'pages', id: slug },
      before: { titles, texts },
    })
    return 'saved'
  })
}
