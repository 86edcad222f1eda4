/** The distance between two places, as the crow flies. Pure. */
import type { PlaceFact } from '../../facts/model.ts'

// The mean radius R1 of the Earth of WGS 84 (IUGG).
const earthKm = 6371.0088

/** Kilometres along the great circle (haversine); undefined where a place has no coordinates. */
export function kilometresBetween(one: PlaceFact, other: PlaceFact): number | undefined {
  const [a, b] = [pointOf(one), pointOf(other)]
  if (!a || !b) return undefined
  const [north, east] = [b.north - a.north, b.east - a.east]
  const half = Math.sin(north / 2) ** 2 + Math.cos(a.north) * Math.cos(b.north) * Math.sin(east / 2) ** 2
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(half)))
}

function pointOf({ latitude, longitude }: PlaceFact): { north: number; east: number } | undefined {
  if (latitude === undefined || longitude === undefined) return undefined
  return { north: (latitude * Math.PI) / 180, east: (longitude * Math.PI) / 180 }
}

/** Which coordinates of a place are missing, as pointers. */
export function missingOf(place: PlaceFact, at: string): string[] {
  return (['latitude', 'longitude'] as const).flatMap((field) =>
    place[field] === undefined ? [`${at}/${field}`] : [],
  )
}
