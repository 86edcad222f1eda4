import { type Db, transact } from '../../platform/index.ts'
import { hasClaims, insertClaim } from '../claims/queries.ts'
import { keepDeskEntries } from '../desk-entries/queries.ts'
import { hashPassword } from '../passwords/actions.ts'
import { keepFacts } from '../partners/facts/actions.ts'
import { readKeptFacts, writeAgreement } from '../partners/facts/queries.ts'
import { findPersonByEmail, putPerson, savePasswordHash } from '../people/queries.ts'
import { plantProfile } from '../profiles/actions.ts'
import { insertRemark } from '../remarks/queries.ts'
import { insertGrant, knownOrganisations } from '../roles/queries.ts'
import { insertSchedule } from '../schedules/queries.ts'
import {
  demonstrationClaim,
  demonstrationFacts,
  demonstrationPassword,
  demonstrationPeople,
  demonstrationWork,
} from './model.ts'
import { markStale, nameAuthor } from './queries.ts'

/**
 * Makes the people of a demonstration, with the password they share and their roles, and what its partners say of
 * themselves; what is there stays as it is.
 */
export async function plantDemonstrationPeople(db: Db, now: Temporal.Instant): Promise<void> {
  for (const { email, name, role, profile, namedFor } of demonstrationPeople) {
    if (await findPersonByEmail(db, email)) continue
    const hash = await hashPassword(demonstrationPassword)
    await transact(db, async (tx) => {
      const person = await putPerson(tx, { email, name, language: 'en', demonstration: true })
      await savePasswordHash(tx, person.id, hash)
      if (profile) await plantProfile(tx, person.id, { ...profile, name }, now)
      if (namedFor !== undefined)
        await writeAgreement(tx, namedFor, { personId: person.id, agrees: true, now })
      if (!role) return
      const { id, limits } = role
      const grant = { personId: person.id, role: id, limits, from: now, until: undefined, by: null }
      await insertGrant(tx, { ...grant, why: 'For the demonstration' })
    })
  }
  await plantFacts(db, now)
  await plantDemonstrationClaim(db, now)
}

async function plantFacts(db: Db, now: Temporal.Instant): Promise<void> {
  const why = 'For the demonstration'
  for (const { partner, facts } of demonstrationFacts) {
    const { version } = await readKeptFacts(db, partner, true)
    if (version > 0) continue
    await keepFacts(db, null, partner, { given: facts, version, why, demonstration: true }, now)
  }
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

/**
 * Gives the texts of a demonstration that are not published their people: who wrote them, what a reviewer said of one, when one
 * is to be published, which translation is behind. Does nothing where its people are not there.
 */
export async function plantDemonstrationWork(db: Db, now: Temporal.Instant): Promise<void> {
  const writer = await findPersonByEmail(db, 'writer@demo.example')
  const editor = await findPersonByEmail(db, 'editor@demo.example')
  if (!writer?.demonstration || !editor?.demonstration) return
  const { kind, written, sentBack, scheduled, stale } = demonstrationWork
  const at = new Date(now.epochMilliseconds)
  const zone = 'Asia/Singapore'
  const wall = now.toZonedDateTimeISO(zone).toPlainDate().add({ days: 2 }).toPlainDateTime('09:00')
  const due = wall.toZonedDateTime(zone).toInstant()
  const text = { kind, lang: 'en', by: editor.id }
  await transact(db, async (tx) => {
    await nameAuthor(tx, kind, written, writer.id)
    await insertRemark(tx, { ...text, id: sentBack.id, said: sentBack.said }, at)
    await insertSchedule(
      tx,
      {
        ...text,
        id: scheduled,
        becomes: 'published',
        wall: wall.toString({ smallestUnit: 'minute' }),
        zone,
        due,
      },
      at,
    )
    await markStale(tx, kind, stale, at)
    await keepDeskEntries(tx, kind, [...written, scheduled, stale.id])
  })
}
