/** The opportunities of calls, which the room of practice writes in its own transactions. */
import { keepEntries, type Keeping, readHeld } from '../../../community/index.ts'
import type { Fault, Tx } from '../../../platform/index.ts'
import { houseOpportunityKeeper } from '../actions.ts'
import { opportunityEntries } from '../entries/queries.ts'
import { callSource } from './model.ts'
import { putPages, readCalled } from './queries.ts'

/** What a call says of its opportunity: a record as files hold it, under the id of the call, and the page that shows it. */
export type CalledOpportunity = { raw: Record<string, unknown> & { id: string }; page: string }

/** Why this cannot be an opportunity of the portal; empty when it can. */
export function faultsOfCalled(raw: unknown, keeping: Keeping): Fault[] {
  const added = openBatch(keeping).add(raw, null)
  return 'faults' in added ? added.faults : []
}

/** Those of these ids that other opportunities have already. */
export async function readTakenIds(tx: Tx, ids: string[]): Promise<Set<string>> {
  const held = await readHeld(tx, 'opportunities', ids)
  return held.difference(await readCalled(tx, ids))
}

/**
 * Writes the opportunities of calls: lists, facets, search, feeds and the calendar show them from then on. Throws RangeError
 * where one cannot be an opportunity, which `faultsOfCalled` tells before.
 */
export async function keepCalled(tx: Tx, all: readonly CalledOpportunity[], keeping: Keeping): Promise<void> {
  if (all.length === 0) return
  const batch = openBatch(keeping)
  for (const { raw } of all) {
    const added = batch.add(raw, null)
    if ('faults' in added) throw new RangeError(`The opportunity of the call ${raw.id} cannot be read.`)
  }
  await batch.keep(tx)
  const pages = all.map(({ raw: { id }, page }) => ({ id, page }))
  await putPages(tx, pages)
  await keepEntries(
    tx,
    opportunityEntries,
    pages.map(({ id }) => id),
  )
}

const openBatch = ({ known, at }: Keeping) =>
  houseOpportunityKeeper.openBatch({
    known,
    at,
    source: { name: callSource, address: null },
    authority: 'all',
    dryRun: false,
    taken: new Set(),
    recognised: new Map(),
  })
