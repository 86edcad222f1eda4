import { randomBytes } from 'node:crypto'
import { type Db, recordAudit, transact } from '../../platform/index.ts'
import { hashOf } from '../links/actions.ts'
import type { Member } from '../people/model.ts'
import { previewDays } from './model.ts'
import {
  dropPreviewLink,
  findPreviewLink,
  insertPreviewLink,
  type PreviewLink,
  type PreviewOf,
} from './queries.ts'

/** Makes a secret link to a record as its maker would publish it; answers the token, which is told once and kept nowhere. */
export function makePreviewLink(
  db: Db,
  by: Member,
  { kind, recordId, lang }: Omit<PreviewOf, 'madeBy'>,
  now: Temporal.Instant,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  return transact(db, async (tx) => {
    const until = now.add({ hours: 24 * previewDays })
    await insertPreviewLink(
      tx,
      { kind, recordId, lang, madeBy: by.personId },
      { hash: hashOf(token), now, until },
    )
    const record = { kind, id: recordId }
    await recordAudit(tx, {
      who: by.personId,
      what: 'information.previewLink',
      record,
      before: {},
      after: { lang },
    })
    return token
  })
}

/** Ends a secret link before its time. Safe to repeat. */
export function endPreviewLink(
  db: Db,
  by: Member,
  link: Pick<PreviewLink, 'kind' | 'recordId' | 'id'>,
): Promise<void> {
  return transact(db, async (tx) => {
    await dropPreviewLink(tx, link)
    const record = { kind: link.kind, id: link.recordId }
    await recordAudit(tx, {
      who: by.personId,
      what: 'information.previewLinkEnd',
      record,
      before: {},
      after: {},
    })
  })
}

/** What the link with this token shows; undefined where there is none, or it is over. */
export const previewBehind = (
  db: Db,
  token: string,
  now: Temporal.Instant,
): Promise<PreviewLink | undefined> => findPreviewLink(db, hashOf(token), now)
