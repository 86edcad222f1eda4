/** The roles that work on what is published. */
import type { RoleDeclaration } from '../../community/index.ts'
import { speak } from '../messages/index.ts'

export const informationRoles: readonly RoleDeclaration[] = [
  {
    id: 'editor',
    permissions: [
      'desk.open',
      'records.seeUnpublished',
      'records.edit',
      'records.publish',
      'organisation.claims',
    ],
    limits: ['language', 'country', 'kind', 'record'],
    words: (locale) => ({
      name: speak(locale)('role.editor'),
      does: [
        speak(locale)('role.does.drafts'),
        speak(locale)('role.does.edit'),
        speak(locale)('role.does.publish'),
        speak(locale)('role.does.claims'),
      ],
    }),
  },
  {
    id: 'writer',
    permissions: ['desk.open', 'records.seeUnpublished', 'records.edit'],
    limits: ['language', 'country', 'kind', 'record'],
    words: (locale) => ({
      name: speak(locale)('role.writer'),
      does: [speak(locale)('role.does.drafts'), speak(locale)('role.does.write')],
    }),
  },
  {
    id: 'moderator',
    permissions: ['desk.open', 'words.moderate'],
    limits: ['language'],
    words: (locale) => ({
      name: speak(locale)('role.moderator'),
      does: [speak(locale)('role.does.moderate')],
    }),
  },
]
