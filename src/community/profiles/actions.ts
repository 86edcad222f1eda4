import {
  conflict,
  type Db,
  notFound,
  recordAudit,
  slugFrom,
  transact,
  type Tx,
} from '../../platform/index.ts'
import { type Member, saysAName } from '../people/model.ts'
import { saveName } from '../people/queries.ts'
import { changedFields, type GivenProfile, type OwnProfile, type ShowableField } from './model.ts'
import {
  claimSlug,
  holdProfile,
  holdSlugs,
  readOwnProfile,
  writePage,
  writeProfile,
  writeResidence,
} from './queries.ts'

/**
 * Saves what a person says of themselves. Answers the profile as somebody else, or they themselves in another window,
 * saved it meanwhile; nothing is written then. The audit says which fields changed, never what they hold; but
 * of the name what it was and is, as somebody can only be forgotten by names that are known to have been theirs.
 */
export function keepProfile(
  db: Db,
  by: Member,
  { given, version }: { given: GivenProfile; version: number },
  now: Temporal.Instant,
): Promise<OwnProfile | undefined> {
  return transact(db, async (tx) => {
    const before = await findHeld(tx, by, now)
    const changed = changedFields(before, given)
    // The same again is a second press of the button.
    if (changed.length === 0) return undefined
    if (before.version !== version) return before
    await saveName(tx, by.personId, given.name)
    await writeProfile(tx, by.personId, given, now)
    if (changed.includes('residence')) await writeResidence(tx, by.personId, given.residence, now)
    const isRenamed = changed.includes('name')
    await audit(
      tx,
      by,
      'community.keepProfile',
      { changed, ...(isRenamed && { name: given.name }) },
      isRenamed ? { name: before.name } : {},
    )
    // A page of nobody is no page.
    if (!saysAName(given.name) && before.page.isPublic) await endPage(tx, by, before, now)
    return undefined
  })
}

async function findHeld(tx: Tx, by: Member, now: Temporal.Instant): Promise<OwnProfile> {
  await holdProfile(tx, by.personId, now)
  const profile = await readOwnProfile(tx, by.personId)
  if (!profile) throw notFound()
  return profile
}

function audit(tx: Tx, by: Member, what: string, after: object, before: object = {}): Promise<void> {
  const record = { kind: 'people', id: by.personId }
  return recordAudit(tx, { who: by.personId, what, record, before, after })
}

export type PageChoice = { shown: ShowableField[]; findable: boolean; version: number }

/** What stands in the way of a page: no name, no letters for its address, or a profile saved meanwhile. */
export type PageFault = 'name' | 'latin' | 'meanwhile'

/** Saves what a person's page shows; `show` begins it, at an address that stays theirs. Answers what stands in the way. */
export function keepPage(
  db: Db,
  by: Member,
  { shown, findable, version, show }: PageChoice & { show: boolean },
  now: Temporal.Instant,
): Promise<PageFault | undefined> {
  return transact(db, async (tx) => {
    const before = await findHeld(tx, by, now)
    if (before.version !== version) return 'meanwhile'
    const isPublic = show || before.page.isPublic
    if (isPublic && !saysAName(before.name)) return 'name'
    if (show && !(await hasSlug(tx, before))) return 'latin'
    await writePage(tx, by.personId, { shown, findable, isPublic }, now)
    await audit(tx, by, 'community.keepPage', { shown, findable, isPublic })
    return undefined
  })
}

/** Ends a person's page at once, whatever was saved meanwhile. Its address stays theirs. */
export function withdrawPage(db: Db, by: Member, now: Temporal.Instant): Promise<void> {
  return transact(db, async (tx) => {
    const held = await findHeld(tx, by, now)
    if (held.page.isPublic) await endPage(tx, by, held, now)
  })
}

async function endPage(tx: Tx, by: Member, { page }: OwnProfile, now: Temporal.Instant): Promise<void> {
  await writePage(tx, by.personId, { ...page, isPublic: false }, now)
  await audit(tx, by, 'community.withdrawPage', { isPublic: false })
}

const mostOfOneName = 200

// The address lasts: it is made of the name once, and does not follow it.
async function hasSlug(tx: Tx, { personId, name, latinName, page }: OwnProfile): Promise<boolean> {
  if (page.slug !== null) return true
  const slug = slugFrom(latinName) || slugFrom(name)
  if (slug === '') return false
  await holdSlugs(tx)
  const numbered = Array.from({ length: mostOfOneName - 1 }, (_, at) => `${slug}-${at + 2}`)
  if (!(await claimSlug(tx, personId, [slug, ...numbered]))) throw conflict()
  return true
}

/** Writes a profile that is shown at once, for the people of a demonstration. */
export async function plantProfile(
  tx: Tx,
  personId: string,
  { name, given, shown }: { name: string; given: Omit<GivenProfile, 'name'>; shown: ShowableField[] },
  now: Temporal.Instant,
): Promise<void> {
  await holdProfile(tx, personId, now)
  await writeProfile(tx, personId, { ...given, name }, now)
  await writeResidence(tx, personId, given.residence, now)
  const profile = await readOwnProfile(tx, personId)
  if (profile && (await hasSlug(tx, profile)))
    await writePage(tx, personId, { shown, findable: false, isPublic: true }, now)
}
