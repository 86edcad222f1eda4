import { sql } from 'kysely'
import { type Db, firstRow } from '../../platform/index.ts'
import { readCountrySets, readPlaces } from '../places/queries.ts'
import { readVocabularies } from '../vocabularies/queries.ts'
import { readHouseSettings } from '../settings/queries.ts'
import type { HouseKnown, Known } from './model.ts'

/** Reads all of it in three queries, the sets as they stand on a day (ISO date). */
export async function readKnown(db: Db, day: string): Promise<Known> {
  const places = await readPlaces(db)
  return {
    places,
    placeCodes: new Set(places.map((place) => place.code)),
    sets: await readCountrySets(db, day),
    vocabularies: await readVocabularies(db),
  }
}

/** The same with the settings of the house. */
async function readHouseKnown(db: Db, day: string): Promise<HouseKnown> {
  return { ...(await readKnown(db, day)), settings: await readHouseSettings(db) }
}

/**
 * Answers what the house knows by name, and its settings, kept in memory until a place, set, term or setting changes (one small query each
 * time, so that every process notices at once) or the day ends.
 */
export function keepKnown(db: Db): (now: Temporal.Instant) => Promise<HouseKnown> {
  let kept: { key: string; known: Promise<HouseKnown> } | undefined
  return async (now) => {
    const day = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
    const row = await firstRow(db, sql<{ version: number }>`select version from community.known_version`)
    const key = `${day} ${row?.version ?? 0}`
    if (kept?.key !== key) {
      const known = readHouseKnown(db, day)
      kept = { key, known }
      // A reading that failed must not be handed out again.
      known.catch(() => (kept = undefined))
    }
    return kept.known
  }
}
