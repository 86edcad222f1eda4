/** Calendars as they leave the house (RFC 5545 and 7986), piece by piece, so that one of any length can be written. Pure. */
import { folded, lineOf, textLine } from './lines/model.ts'
import { zoneLines } from './zones/model.ts'

/** Something a calendar holds: its lines from BEGIN to END, not yet folded, and the zones that its times name. */
export type Entry = { lines: string[]; zones: string[] }

/** What a calendar says of itself: its name, and after how many hours it is worth asking for again. */
export type CalendarLook = { name?: string | undefined; refreshHours?: number | undefined }

/**
 * A calendar of these entries as pieces of its text: its head, the entries one after another, each zone described before
 * the first that names it, and its end. Lines end in CRLF and have 75 octets at most.
 */
export async function* calendarOf(
  entries: Iterable<Entry> | AsyncIterable<Entry>,
  look: CalendarLook = {},
): AsyncGenerator<string> {
  const described = new Set<string>()
  yield textOfLines(headOf(look))
  for await (const { lines, zones } of entries) {
    const more = [...new Set(zones)].filter((zone) => !described.has(zone))
    for (const zone of more) described.add(zone)
    yield textOfLines([...more.flatMap(zoneLines), ...lines])
  }
  yield textOfLines(['END:VCALENDAR'])
}

const textOfLines = (lines: string[]) => lines.map(folded).join('')

// X-WR-CALNAME and X-PUBLISHED-TTL are what most programs read, some only without parameters; the others are of RFC 7986.
function headOf({ name, refreshHours }: CalendarLook): string[] {
  const named =
    name === undefined
      ? []
      : ['NAME', 'X-WR-CALNAME'].map((property) => textLine(property, name).replace(';VALUE=TEXT', ''))
  const every = `PT${refreshHours}H`
  const refreshed =
    refreshHours === undefined
      ? []
      : [lineOf({ name: 'REFRESH-INTERVAL', type: 'duration', values: [every] }), `X-PUBLISHED-TTL:${every}`]
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Caravanserai//Caravanserai//EN',
    'CALSCALE:GREGORIAN',
    ...named,
    ...refreshed,
  ]
}
