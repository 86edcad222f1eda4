import { createHash } from 'node:crypto'
import { type Db, foldText } from '../../platform/index.ts'
import type { Doubt, Likeness } from '../records/model.ts'
import { findByKeys, type KeyRow } from '../records/queries.ts'

/** By what one record is recognised, and what that is made of. */
export type Key = KeyRow & { by: Doubt['by'] }

/** The keys of a record: its address, and its title with date and place, as hashes. */
export function keysOf(kind: string, id: string, likeness: Likeness | undefined): Key[] {
  if (!likeness) return []
  const { address, title, date, place } = likeness
  const keys: Key[] = []
  const add = (by: Doubt['by'], words: string) => keys.push({ kind, id, by, key: hashOf([kind, by, words]) })
  if (address !== null) add('address', plainAddress(address))
  if (date !== null || place !== null) add('title', [foldText(title), date, foldText(place ?? '')].join('|'))
  return keys
}

const hashOf = (parts: string[]) =>
  createHash('sha256').update(parts.join('\n')).digest().readBigInt64BE().toString()

/** An address without what does not tell pages apart. */
function plainAddress(address: string): string {
  const url = URL.parse(address)
  if (!url) return address
  const asked = [...url.searchParams].filter(([name]) => !/^(utm_\w+|fbclid|gclid)$/.test(name))
  const path = url.pathname.replace(/\/+$/, '')
  return [url.hostname.replace(/^www\./, ''), path, new URLSearchParams(asked).toString()].join(' ')
}

/**
 * Which others new records with these keys may be, by id; of two in one batch the later one is doubtful. `recognised`, in
 * a dry run, holds what the house does not: the keys met before in the file.
 */
export async function doubtsOf(
  db: Db,
  kind: string,
  keys: Key[],
  recognised: Map<string, string> | undefined,
): Promise<Map<string, Doubt[]>> {
  if (keys.length === 0) return new Map()
  const held = await findByKeys(db, kind, [...new Set(keys.map(({ key }) => key))])
  const first = new Map(held.toReversed().map(({ key, id }) => [key, id]))
  const doubts = new Map<string, Doubt[]>()
  for (const { id, key, by } of keys) {
    const like = first.get(key) ?? recognised?.get(key)
    if (like === undefined) first.set(key, id)
    else if (like !== id) note(doubts, id, { like, by })
  }
  for (const [key, id] of first) recognised?.set(key, id)
  return doubts
}

function note(doubts: Map<string, Doubt[]>, id: string, doubt: Doubt): void {
  const noted = doubts.get(id) ?? []
  if (!noted.some(({ like }) => like === doubt.like)) doubts.set(id, [...noted, doubt])
}
