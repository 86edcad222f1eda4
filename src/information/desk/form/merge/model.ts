/** Two people at one record: what each changed, and what both did. Pure. */
import { sameValue } from '../../../../community/index.ts'
import type { Flat } from '../model.ts'

/** A field that both changed, each otherwise: as it was, as it is saved, as it was given now. */
export type Clash = { path: string; base: unknown; theirs: unknown; mine: unknown }

/**
 * What is still to be saved of what somebody changed, where the record has been saved by somebody else meanwhile: fields that
 * only one of them changed go together, those that both changed are for a person to decide.
 */
export function mergeOf(given: { base: Flat | undefined; theirs: Flat; mine: Flat }): {
  fields: Flat
  clashes: Clash[]
} {
  const { base, theirs, mine } = given
  const fields: Record<string, unknown> = {}
  const clashes: Clash[] = []
  for (const [path, value] of Object.entries(mine)) {
    if (same(theirs[path], value)) continue
    // Of a version nobody has kept, it is not known who changed what.
    if (base !== undefined && same(base[path], theirs[path])) fields[path] = value
    else clashes.push({ path, base: base?.[path], theirs: theirs[path], mine: value })
  }
  return { fields, clashes }
}

// A field that says nothing is absent from a record, and null in an edit.
const same = (one: unknown, other: unknown) => sameValue(quiet(one), quiet(other))
const quiet = (value: unknown) => (value === undefined || value === false ? null : value)
