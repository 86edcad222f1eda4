/** The people of a demonstration; each stands for what somebody like them can do. */

import type { PartnerFacts } from '../partners/facts/model.ts'
import type { GivenProfile, ShowableField } from '../profiles/model.ts'
import type { Limits } from '../roles/model.ts'

export const demonstrationPassword = 'caravanserai-demo'

export type DemonstrationPerson = {
  email: string
  name: string
  /** In English, as only who runs the demonstration reads it. */
  does: string
  role?: { id: string; limits: Limits }
  /** What they say of themselves, and what of it they show. */
  profile?: { given: Omit<GivenProfile, 'name'>; shown: ShowableField[] }
  /** The partner on whose page they agreed to be named. */
  namedFor?: string
}

export const demonstrationPeople: readonly DemonstrationPerson[] = [
  {
    email: 'admin@demo.example',
    name: 'Ada Administrator',
    does: 'administrator',
    role: { id: 'administrator', limits: {} },
  },
  { email: 'editor@demo.example', name: 'Edwin Editor', does: 'editor', role: { id: 'editor', limits: {} } },
  { email: 'writer@demo.example', name: 'Wanda Writer', does: 'writer', role: { id: 'writer', limits: {} } },
  {
    email: 'artist@demo.example',
    name: 'Nguyễn Thị An',
    does: 'an artist, without any role, who claims the organisation Á Space',
    profile: {
      given: {
        latinName: '',
        languages: ['vi', 'en'],
        disciplines: ['dance', 'theatre'],
        roles: ['artist'],
        citizenships: ['VN'],
        residence: { country: 'VN', since: '2019-09' },
        base: { country: 'VN', city: 'Huế' },
      },
      shown: ['roles', 'disciplines', 'languages', 'base'],
    },
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
    namedFor: 'vn',
  },
  {
    email: 'focal.fr@demo.example',
    name: 'Françoise Dupré',
    does: 'focal point of France',
    role: { id: 'focal-point', limits: { partner: ['fr'] } },
  },
]

const speaker = { id: undefined, until: null, shown: true }

/** What the partners of a demonstration say of themselves; no office or person like these is real. */
export const demonstrationFacts: readonly { partner: string; facts: PartnerFacts }[] = [
  {
    partner: 'vn',
    facts: {
      email: 'culture.vn@demo.example',
      phone: '+84 00 0000 0000',
      website: 'https://culture.vn.demo.example/',
      address: '1 Demonstration Street\nHà Nội\nViet Nam',
      offices: [
        { lang: 'en', name: 'Office for Culture (demonstration)' },
        { lang: 'vi', name: 'Văn phòng Văn hóa (trình diễn)' },
      ],
      speakers: [
        {
          ...speaker,
          name: 'Lê Thị Minh Họa',
          function: 'Head of international cooperation',
          from: '2025-01-01',
        },
        { ...speaker, name: 'Đỗ Văn Cựu', function: 'Adviser', from: '2020-01-01', until: '2024-12-31' },
      ],
    },
  },
  {
    partner: 'fr',
    facts: {
      email: 'culture.fr@demo.example',
      phone: '+33 0 00 00 00 00',
      website: 'https://culture.fr.demo.example/',
      address: '1, rue de la Démonstration\n75000 Paris',
      offices: [{ lang: 'fr', name: 'Bureau de la culture (démonstration)' }],
      speakers: [
        { ...speaker, name: 'Hélène Exemple', function: 'Cheffe du bureau Asie', from: '2024-09-01' },
      ],
    },
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
