/** The roles that belong to people, partners and organisations. */
import { speak } from '../../messages/index.ts'
import type { RoleDeclaration } from '../model.ts'

export const communityRoles: readonly RoleDeclaration[] = [
  {
    id: 'administrator',
    permissions: [
      'desk.open',
      'roles.manage',
      'records.seeUnpublished',
      'records.edit',
      'records.publish',
      'words.moderate',
      'partner.keep',
      'organisation.claims',
      'house.settings',
    ],
    limits: [],
    words: (locale) => ({
      name: speak(locale)('role.administrator'),
      does: [speak(locale)('role.does.everything')],
    }),
  },
  {
    id: 'focal-point',
    permissions: ['partner.keep'],
    limits: ['partner'],
    required: 'partner',
    words: (locale) => ({
      name: speak(locale)('role.focalPoint'),
      does: [speak(locale)('role.does.partner')],
    }),
  },
  {
    id: 'organisation-editor',
    permissions: ['organisation.edit', 'organisation.belong', 'organisation.members'],
    limits: ['organisation'],
    required: 'organisation',
    words: (locale) => ({
      name: speak(locale)('role.organisationEditor'),
      does: [
        speak(locale)('role.does.organisation'),
        speak(locale)('role.does.belong'),
        speak(locale)('role.does.members'),
      ],
    }),
  },
  {
    id: 'organisation-member',
    permissions: ['organisation.belong'],
    limits: ['organisation'],
    required: 'organisation',
    words: (locale) => ({
      name: speak(locale)('role.organisationMember'),
      does: [speak(locale)('role.does.belong')],
    }),
  },
]
