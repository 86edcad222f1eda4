import { listFindableProfiles, listPartners, readPublicPart, readPublicParts } from '../../community/index.ts'
import type { Db } from '../../platform/index.ts'
import { recordTables } from '../moved/queries.ts'

/** A page that strangers may see: its path without language, the languages it is written in, the day it last changed. */
export type PublicAddress = {
  path: string
  /** The original first; absent where the page speaks every language of the interface. */
  langs?: string[]
  changed: Date | null
}

/** Records in one file of a sitemap: in seven languages still far from the 50,000 addresses and 50 MB of the protocol. */
const size = 2000

/** Parts of the sitemap by name (`events-1`), each with the day it last changed; of records only those strangers may see. */
export async function listPublicParts(db: Db): Promise<{ name: string; changed: Date | null }[]> {
  const parts: { name: string; changed: Date | null }[] = [{ name: 'pages', changed: null }]
  for (const [plural, tables] of Object.entries(recordTables)) {
    const changes = await readPublicParts(db, tables, size)
    parts.push(...changes.map((changed, at) => ({ name: `${plural}-${at + 1}`, changed })))
  }
  const people = await listFindableProfiles(db)
  for (let at = 0; at < people.length; at += size)
    parts.push({ name: `people-${at / size + 1}`, changed: lastOf(people.slice(at, at + size)) })
  return parts
}

const lastOf = (pages: { changed: Date }[]) =>
  new Date(Math.max(...pages.map(({ changed }) => changed.getTime())))

/** The records of one part by its name; undefined where there is no such part. Drafts and archived texts are in none. */
export async function listPublicAddresses(db: Db, name: string): Promise<PublicAddress[] | undefined> {
  const [, plural = '', number = ''] = /^([a-z]+)-([1-9]\d{0,5})$/.exec(name) ?? []
  if (plural === 'people') return peopleIn(db, Number(number))
  const tables = Object.hasOwn(recordTables, plural) ? recordTables[plural] : undefined
  if (!tables) return undefined
  const found = await readPublicPart(db, tables, { size, part: Number(number) })
  if (found.length === 0) return undefined
  return found.map(({ slug, page, ...record }) => ({ path: page ?? `/${plural}/${slug}`, ...record }))
}

// A profile is one text; its page speaks every language around it.
async function peopleIn(db: Db, part: number): Promise<PublicAddress[] | undefined> {
  const people = (await listFindableProfiles(db)).slice((part - 1) * size, part * size)
  if (people.length === 0) return undefined
  return people.map(({ slug, changed }) => ({ path: `/people/${slug}`, changed }))
}

/** The pages of the partners on a day (ISO date). */
export async function listPartnerAddresses(db: Db, day: string): Promise<PublicAddress[]> {
  const partners = await listPartners(db, 'en', day)
  return partners.flatMap(({ id, place }) => [
    { path: `/partners/${id}`, changed: null },
    ...(place ? [{ path: `/partners/${id}/funding`, changed: null }] : []),
  ])
}
