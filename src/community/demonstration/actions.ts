import { type Db, transact } from '../../platform/index.ts'
import { hasClaims, insertClaim } from '../claims/queries.ts'
import { hashPassword } from '../passwords/actions.ts'
import { findPersonByEmail, putPerson, savePasswordHash } from '../people/queries.ts'
import { insertGrant, knownOrganisations } from '../roles/queries.ts'
import { demonstrationClaim, demonstrationPassword, demonstrationPeople } from './model.ts'

/** Makes the people of a demonstration, with the password they share and their roles; those who are there stay as they are. */
export async function plantDemonstrationPeople(db: Db, now: Temporal.Instant): Promise<void> {
  for (const { email, name, role } of demonstrationPeople) {
    if (await findPersonByEmail(db, email)) continue
    const hash = await hashPassword(demonstrationPassword)
    await transact(db, async (tx) => {
      const person = await putPerson(tx, { email, name, language: 'en', demonstration: true })
      await savePasswordHash(tx, person.id, hash)
      if (!role) return
      const { id, limits } = role
      const grant = { personId: person.id, role: id, limits, from: now, until: undefined, by: null }
      await insertGrant(tx, { ...grant, why: 'For the demonstration' })
    })
  }
  await plantDemonstrationClaim(db, now)
}

/**
 * Has the artist of a demonstration claim an organisation, so that somebody can decide on it; does nothing before both are
 * there, nor once anybody has claimed it.
 */
export async function plantDemonstrationClaim(db: Db, now: Temporal.Instant): Promise<void> {
  const { email, organisationId, ...claim } = demonstrationClaim
  const artist = await findPersonByEmail(db, email)
  const known = await knownOrganisations(db, [organisationId])
  if (!artist?.demonstration || known.size === 0 || (await hasClaims(db, organisationId))) return
  const made = { ...claim, organisationId, personId: artist.id, addressMatches: false }
  await transact(db, async (tx) => {
    await insertClaim(tx, made, now)
  })
}
