import type { Db } from '../../platform/index.ts'
import { readCountrySets, readPlaces } from '../places/queries.ts'
import { readVocabularies } from '../vocabularies/queries.ts'
import type { Known } from './model.ts'

/** Reads all of it in three queries. */
export async function readKnown(db: Db, day: string): Promise<Known> {
  const places = await readPlaces(db)
  return {
    places,
    placeCodes: new Set(places.map((place) => place.code)),
    sets: await readCountrySets(db, day),
    vocabularies: await readVocabularies(db),
  }
}
