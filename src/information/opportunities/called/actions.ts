/** The opportunities of calls, which the room of practice writes in its own transactions. */
import { keepEntries, type Keeping, readHeld, releaseRecords } from '../../../community/index.ts'
import type { Fault, Tx } from '../../../platform/index.ts'
import { houseOpportunityKeeper } from '../actions.ts'
import { opportunityEntries } from '../entries/queries.ts'
import { callSource } from './model.ts'
import { dropChanges, dropOtherTexts, putPages, readCalled } from './queries.ts'

/** What a call says of its opportunity: a record as files hold it, under the id of the call, and the page that shows it. */
export type CalledOpportunity = { raw: Record<string, unknown> & { id: string }; page: string }

/** Why this cannot be an opportunity of the portal; empty when it can. */
export function faultsOfCalled(raw: unknown, keeping: Keeping): Fault[] {
  const added = openBatch(keeping).add(raw, null)
  return 'faults' in added ? added.faults : []
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
  await takeOver(
    tx,
    all.map(({ raw: { id } }) => id),
  )
  await batch.keep(tx)
  await dropOtherTexts(
    tx,
    all.map(({ raw }) => ({ id: raw.id, langs: langsOf(raw) })),
  )
  const pages = all.map(({ raw: { id }, page }) => ({ id, page }))
  await putPages(tx, pages)
  await keepEntries(
    tx,
    opportunityEntries,
    pages.map(({ id }) => id),
  )
}

// An opportunity that stood here before its call came is from now on written of the call, under the address it had.
async function takeOver(tx: Tx, ids: string[]): Promise<void> {
  const held = await readHeld(tx, 'opportunities', ids)
  const others = [...held.difference(await readCalled(tx, ids))]
  await dropChanges(tx, others)
  await releaseRecords(tx, 'opportunities', others)
}

const langsOf = (raw: Record<string, unknown>): string[] => {
  const { original_lang: own, translations } = raw
  const others = typeof translations === 'object' && translations !== null ? Object.keys(translations) : []
  return [...(typeof own === 'string' ? [own] : []), ...others]
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
