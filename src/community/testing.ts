/** For tests only: who might be looking, and organisations with their people. */
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { plant } from '../information/testing.ts'
import { type Db, rows } from '../platform/index.ts'
import { houseRoles } from '../roles.ts'
import { openVisitor, signInByLink, type TestHouse, type Visitor } from '../testing.ts'
import type { Member, Viewer } from './people/model.ts'
import { findPersonByEmail } from './people/queries.ts'
import { grantRole } from './roles/actions.ts'
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
export const anEditor: Viewer & Member = someoneWho([
  'desk.open',
  'records.seeUnpublished',
  'records.edit',
  'records.publish',
])

/** Makes somebody of these a person of the house, so that it can say who wrote what. */
export async function plantMember(db: Db, { personId, name, email }: Member): Promise<void> {
  await sql`insert into community.person (id, name, email, language) values (${personId}, ${name}, ${email}, 'en')
    on conflict do nothing`.execute(db)
}

/** A house with organisations, people of theirs, and whoever else a test needs; each visitor from a network of their own. */
export async function openOrganisations(
  house: TestHouse,
  ids: readonly string[],
  now: () => Temporal.Instant,
): Promise<{
  /** Signs somebody in; with roles, each within its limits. */
  join(name: string, ...roles: [string, Limits][]): Promise<Visitor & { email: string; personId: string }>
  grant(email: string, role: string, limits: Limits): Promise<void>
}> {
  const granting = { db: house.db, roles: houseRoles, publicUrl: 'http://localhost:3000' }
  const known = { languages: new Set(['fr', 'km']), countries: new Set(['VN', 'FR']) }
  await plant(
    house.db,
    'organisations',
    ids.map((id) => ({ id, name: `House ${id}`, website: `https://www.${id}.org/`, country_code: 'VN' })),
  )
  let count = 0
  const grant = async (email: string, role: string, limits: Limits) => {
    const request = { email, role, limits, until: undefined, why: 'for a test', known }
    assert.deepEqual(await grantRole(granting, null, request, now()), [])
  }
  return {
    grant,
    async join(name, ...roles) {
      const email = name.includes('@') ? name : `${name}@people.example`
      const visitor = openVisitor(house, `198.51.100.${(count += 1)}`)
      await signInByLink(house, visitor, email)
      for (const [role, limits] of roles) await grant(email, role, limits)
      const person = await findPersonByEmail(house.db, email)
      return Object.assign(visitor, { email, personId: person?.id ?? '' })
    },
  }
}

/** What somebody has been told, by kind, in the order of their names; but for the roles a test has given them. */
export async function toldTo(db: Db, personId: string): Promise<string[]> {
  const found = await rows<{ kind: string }>(
    db,
    sql`select kind from community.notice where person_id = ${personId}::uuid
      and kind <> 'community.roleGranted' order by kind`,
  )
  return found.map(({ kind }) => kind.replace('community.', ''))
}
