/** The place of a record among others: its name in addresses, and what it is a part of. */
import type { Fault, Tx } from '../../../platform/index.ts'
import type { AnyRecord, Keeping, RecordKind } from '../../kinds/model.ts'
import { langsOf, stateIn } from '../../lives/model.ts'
import { dropOldAddress, isTaken, keepOldAddress } from '../../old-addresses/queries.ts'
import type { Fields, KeptRecord } from '../model.ts'
import { slugsOf } from '../writing/actions.ts'

/** Why a record cannot stand where it says: it is part of what is not there, or of itself. */
export async function faultsOfPlace<R extends AnyRecord>(
  tx: Tx,
  kind: RecordKind<R>,
  record: R,
  keeping: Keeping,
): Promise<Fault[]> {
  const found = (await kind.faultsOf?.(tx, [record], new Set(), keeping))?.get(0)
  if (found !== 'waits') return found ?? []
  const [, value] = Object.entries(record).find(([name]) => name === 'parent') ?? []
  return [{ field: 'parent', value, reason: 'is no record of this house' }]
}

/**
 * The names in addresses of a record that is written: where a person has changed it, theirs, if no other record has it or had it
 * once. The one before goes on leading to it, if anybody could know it.
 */
export async function slugsMoved<R extends AnyRecord>(
  tx: Tx,
  kind: RecordKind<R>,
  record: R,
  { fields, kept }: { fields: Fields; kept: KeptRecord | undefined },
  { known, at }: Keeping,
): Promise<{ slugs: ReadonlyMap<string, string> } | { faults: Fault[] }> {
  const slugs = new Map(await slugsOf(tx, kind, [record], known))
  const { slug } = fields
  const before = kept?.record['slug']
  const { addresses } = kind
  if (!addresses || typeof slug !== 'string' || slug === before) return { slugs }
  const { table, plural } = addresses
  const { id } = record
  if (await isTaken(tx, { kind: plural, table, slug, id }))
    return { faults: [{ field: 'slug', value: slug, reason: 'is or was the address of another record' }] }
  await dropOldAddress(tx, { kind: plural, slug })
  if (kept && typeof before === 'string' && couldBeRead(kept))
    await keepOldAddress(tx, { kind: plural, slug: before, id }, at.toISOString())
  return { slugs: slugs.set(id, slug) }
}

const couldBeRead = ({ record }: KeptRecord) =>
  langsOf(record).some((lang) => ['published', 'archived'].includes(stateIn(record, lang) ?? ''))
