/** The people of a demonstration; each stands for what somebody like them can do. */

import type { Limits } from '../roles/model.ts'

export const demonstrationPassword = 'caravanserai-demo'

export type DemonstrationPerson = {
  email: string
  name: string
  /** In English, as only who runs the demonstration reads it. */
  does: string
  role?: { id: string; limits: Limits }
}

export const demonstrationPeople: readonly DemonstrationPerson[] = [
  {
    email: 'admin@demo.example',
    name: 'Ada Administrator',
    does: 'administrator',
    role: { id: 'administrator', limits: {} },
  },
  { email: 'editor@demo.example', name: 'Edwin Editor', does: 'editor', role: { id: 'editor', limits: {} } },
  {
    email: 'artist@demo.example',
    name: 'Nguyễn Thị An',
    does: 'an artist, without any role, who claims the organisation Á Space',
  },
  {
    email: 'partner@demo.example',
    name: 'Paulina Partner',
    does: 'editor of the organisation On the Move',
    role: { id: 'organisation-editor', limits: { organisation: ['on-the-move'] } },
  },
  {
    email: 'focal.vn@demo.example',
    name: 'Phạm Văn Bình',
    does: 'focal point of Viet Nam',
    role: { id: 'focal-point', limits: { partner: ['vn'] } },
  },
  {
    email: 'focal.fr@demo.example',
    name: 'Françoise Dupré',
    does: 'focal point of France',
    role: { id: 'focal-point', limits: { partner: ['fr'] } },
  },
]

/** A claim that waits in a demonstration. */
export const demonstrationClaim = {
  email: 'artist@demo.example',
  organisationId: 'a-space',
  standing: 'Curator of the residency programme',
  reason: 'Our summary is out of date, and we would like to add what we do in Vietnamese.',
  proof: 'The director can confirm it; her address is on our page of contacts.',
  proofUrl: 'https://aea.space/',
}
