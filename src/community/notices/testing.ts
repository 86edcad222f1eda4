/** For tests only: notices are mailed as the worker would, and kinds of notices of tests' own. */
import { sql } from 'kysely'
import { houseNotices } from '../../notices.ts'
import { type Db, rows } from '../../platform/index.ts'
import { keyedBy } from '../links/actions.ts'
import { mailNotices, type NoticeMail } from './actions.ts'
import { type NoticeDeclaration, noticeRegistryOf } from './model.ts'

declare module './model.ts' {
  interface Notices {
    'test.usual': { what: string }
    'test.urgent': { what: string }
    'test.gone': { what: string }
  }
}

const usual: NoticeDeclaration<'test.usual'> = {
  kind: 'test.usual',
  words: (_, { what }) => ({ title: `Told: ${what}`, text: `This is about ${what}.`, path: '/events' }),
}
const urgent: NoticeDeclaration<'test.urgent'> = {
  kind: 'test.urgent',
  urgency: 'at-once',
  words: (_, { what }) => ({ title: `Urgent: ${what}`, text: `Look at ${what}.`, path: '/account' }),
}

/** The kinds of tests: one that waits for the digest and one that does not; nobody declares `test.gone`. */
export const testNotices = noticeRegistryOf([usual, urgent])

/** What letters of notices are written with in a test house. */
export const testMail: NoticeMail = {
  notices: testNotices,
  publicUrl: 'http://localhost:3000',
  demonstration: false,
  keyOf: keyedBy('a secret of tests only, long enough for anybody'),
}

/** Mails everybody what cannot wait, as the worker does a moment after it was told. */
export async function mailAtOnce(db: Db, now: Temporal.Instant): Promise<void> {
  const mail = { ...testMail, notices: houseNotices, demonstration: true }
  const people = await rows<{ id: string }>(db, sql`select distinct person_id as id from community.notice`)
  for (const { id } of people) await mailNotices(db, mail, { personId: id }, now)
}
