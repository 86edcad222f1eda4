/** Time zones as a calendar that leaves the house must describe them (VTIMEZONE, RFC 5545, 3.6.5). Pure. */
import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library'
import { namedZone } from '../../zones/model.ts'

let kept: Set<string> | undefined

/** The lines that describe a zone; none for one whose name is all that is known of it. */
export function zoneLines(zone: string): string[] {
  kept ??= new Set(tzlib_get_timezones())
  if (!kept.has(zone)) return []
  const [block = ''] = [tzlib_get_ical_block(zone)].flat()
  // The library describes an older name under the newer one.
  return block.split('\r\n').map((line) => (line.startsWith('TZID:') ? `TZID:${zone}` : line))
}

const spellings = new Map<string, string>()

/** A zone in the spelling of the IANA list. */
export function spelled(zone: string): string {
  const known = spellings.get(zone)
  if (known !== undefined) return known
  const found = namedZone(zone) ?? zone
  // Finding one costs more than all else of an entry; there are some six hundred.
  if (spellings.size < 1000) spellings.set(zone, found)
  return found
}
