/** Roles given and ended, as notices to their holders. Pure. */
import { formatsFor } from '../../design/index.ts'
import { speak } from '../messages/index.ts'
import type { NoticeDeclaration } from '../notices/model.ts'
import { limitsInWords } from './limits/model.ts'
import type { Limits, Registry } from './model.ts'

declare module '../notices/model.ts' {
  interface Notices {
    /** A role was given: which, within which limits, until which moment (ISO 8601). */
    'community.roleGranted': { role: string; limits: Limits; until: string | null }
    /** A role has ended: which, and why. */
    'community.roleEnded': { role: string; why: string }
  }
}

/** How people are told of their roles, whose names and duties the rooms declare. */
export function roleNotices(roles: Registry): readonly NoticeDeclaration[] {
  const granted: NoticeDeclaration<'community.roleGranted'> = {
    kind: 'community.roleGranted',
    urgency: 'at-once',
    words(locale, { role, limits, until }) {
      const say = speak(locale)
      const declared = roles.find(role)
      const { name, does } = declared?.words(locale) ?? { name: role, does: [] }
      const format = formatsFor(locale)
      const ends =
        until === null
          ? []
          : [say('roles.until', { until: format.moment(Temporal.Instant.from(until), 'UTC') })]
      const lines = [...does, ...limitsInWords(locale, limits), ...ends].map((line) => `- ${line}`)
      return {
        title: say('notice.role.title', { name }),
        text: [say('notice.role.text', { name }), ...lines].join('\n'),
        path: declared?.permissions.includes('desk.open') ? '/desk' : '/account',
        opening: say('notice.role.open'),
      }
    },
  }
  const ended: NoticeDeclaration<'community.roleEnded'> = {
    kind: 'community.roleEnded',
    urgency: 'at-once',
    words(locale, { role, why }) {
      const say = speak(locale)
      const name = roles.find(role)?.words(locale).name ?? role
      return {
        title: say('notice.roleEnded.title', { name }),
        text: [say('notice.roleEnded.text', { name }), why].join('\n'),
        path: '/account',
      }
    },
  }
  return [granted, ended]
}
