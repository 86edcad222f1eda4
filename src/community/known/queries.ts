import { sql } from 'kysely'
import { type Db, firstRow, knownTurn } from '../../platform/index.ts'
import { readChecklist } from '../checks/queries.ts'
import { readCountrySets, readPlaces } from '../places/queries.ts'
import { readVocabularies } from '../vocabularies/queries.ts'
import { readHouseSettings } from '../settings/queries.ts'
import type { HouseKnown, Known } from './model.ts'

/** Reads all of it in four queries, the sets as they stand on a day (ISO date). */
export async function readKnown(db: Db, day: string): Promise<Known> {
  const places = await readPlaces(db)
  return {
    on: day,
    places,
    placeCodes: new Set(places.map((place) => place.code)),
    sets: await readCountrySets(db, day),
    vocabularies: await readVocabularies(db),
    checklist: await readChecklist(db),
  }
}

/** The same with the settings of the house. */
async function readHouseKnown(db: Db, day: string): Promise<HouseKnown> {
  return { ...(await readKnown(db, day)), settings: await readHouseSettings(db) }
}

/**
 * Answers what the house knows by name and its settings, kept in memory until one of them changes or the day ends. A change is
 * heard of; where nobody listens, one small query looks each time.
 */
export function keepKnown(db: Db): (now: Temporal.Instant) => Promise<HouseKnown> {
  let kept: { key: string; known: Promise<HouseKnown> } | undefined
  let heard: { turn: number; day: string; known: Promise<HouseKnown> } | undefined
  return async (now) => {
    const day = now.toString().slice(0, 10)
    const turn = knownTurn(db)
    if (turn !== undefined && heard?.turn === turn && heard.day === day) return heard.known
    const row = await firstRow(db, sql<{ version: number }>`select version from community.known_version`)
    const key = `${day} ${row?.version ?? 0}`
    if (kept?.key !== key) {
      const known = readHouseKnown(db, day)
      kept = { key, known }
      // A reading that failed must not be handed out again.
      known.catch(() => (kept = heard = undefined))
    }
    heard = turn === undefined ? undefined : { turn, day, known: kept.known }
    return kept.known
  }
}
