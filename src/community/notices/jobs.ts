import { type Handler, later, type Schedule, transact } from '../../platform/index.ts'
import { mailNotices, type NoticeMail } from './actions.ts'
import { digestTime } from './model.ts'
import { listUnmailedPeople } from './queries.ts'

declare module '../../platform/index.ts' {
  interface Jobs {
    /** Mails somebody what cannot wait; of a day, their digest of it. */
    'community.mailNotices': { personId: string; day?: string }
    /** Has everybody who has something to read mailed the digest of the day. */
    'community.mailDigests': Record<string, never>
  }
}

/** Mails one person what is due. */
export function mailingNotices(
  mail: NoticeMail,
  clock: () => Temporal.Instant,
): Handler<'community.mailNotices'> {
  return async (asked, { db }) => {
    await mailNotices(db, mail, asked, clock())
  }
}

const beforeAll = '00000000-0000-0000-0000-000000000000'
const atOnce = 500

/** A job for each person, so that one whose letter cannot be written keeps nobody else waiting. */
export function mailingDigests(clock: () => Temporal.Instant): Handler<'community.mailDigests'> {
  return async (_, { db }) => {
    const day = clock().toZonedDateTimeISO('UTC').toPlainDate().toString()
    let last: string | undefined = beforeAll
    while (last !== undefined) {
      const people: string[] = await listUnmailedPeople(db, last, atOnce)
      await transact(db, async (tx) => {
        for (const personId of people)
          await later(tx, 'community.mailNotices', { personId, day }, { keptDays: 1 })
      })
      last = people.at(-1)
    }
  }
}

const { hour, minute } = Temporal.PlainTime.from(digestTime)

/** When the letters of the day are written. */
export const digestSchedule: Schedule = {
  name: 'community.mailDigests',
  cron: `${minute} ${hour} * * *`,
  zone: 'UTC',
  payload: {},
}
