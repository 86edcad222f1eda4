/** The distance between two places, as the crow flies. Pure. */
import type { Facts, PlaceFact } from '../facts/model.ts'

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

/** The distance of each way out, in order; or which coordinates are missing to know it. The way home is none. */
export function distancesOf({ legs }: Facts): Distance[] {
  if (!legs) return [{ missing: ['/legs'] }]
  return legs.flatMap(({ from = {}, to = {}, back }, at) =>
    back ? [] : [distanceOf(from, to, `/legs/${at}`)],
  )
}

export type Distance = { km: number; at: string } | { missing: string[] }

function distanceOf(from: PlaceFact, to: PlaceFact, at: string): Distance {
  const km = kilometresBetween(from, to)
  return km === undefined
    ? { missing: [...missingOf(from, `${at}/from`), ...missingOf(to, `${at}/to`)] }
    : { km, at }
}

/** Which coordinates of a place are missing, as pointers. */
function missingOf(place: PlaceFact, at: string): string[] {
  return (['latitude', 'longitude'] as const).flatMap((field) =>
    place[field] === undefined ? [`${at}/${field}`] : [],
  )
}
