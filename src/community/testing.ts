/** For tests only: who might be looking. */
import type { Member, Viewer } from './people/model.ts'
import type { Limits, Permission } from './roles/model.ts'

/** Somebody who may do these things, everywhere or within limits. */
export function someoneWho(permissions: readonly Permission[], limits: Limits = {}): Member {
  return {
    kind: 'person',
    personId: '00000000-0000-4000-8000-000000000001',
    name: 'Somebody',
    email: 'somebody@culture.example',
    session: {
      id: '00000000-0000-4000-8000-000000000002',
      way: 'password',
      factors: 1,
      openedAt: Temporal.Instant.from('2027-01-01T00:00:00Z'),
    },
    needsSecondFactor: false,
    roles: permissions.length === 0 ? [] : [{ id: 'some-role', permissions, limits }],
  }
}

/** An editor of everything. */
export const anEditor: Viewer & Member = someoneWho(['desk.open', 'records.seeUnpublished', 'records.edit'])
