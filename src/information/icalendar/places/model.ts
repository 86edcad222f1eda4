/** Where an event is, from the one line of words a calendar has for it. Pure. */
import type { Known } from '../../../community/index.ts'
import { foldText } from '../../../platform/index.ts'
import type { Attendance } from '../../events/model.ts'

export type Where = {
  venue: string | null
  city: string | null
  country_code: string | null
  online_url: string | null
  attendance: Attendance | null
}

const nowhere: Where = { venue: null, city: null, country_code: null, online_url: null, attendance: null }

const address = /^https?:\/\/\S+$/i
const online =
  /^(online|virtual|webinar|zoom|skype|webex|google meet|(microsoft )?teams|jitsi|en ligne|trực tuyến|线上)( (event|meeting|webinar|call|besprechung|réunion))*$/i

/**
 * A place ends in its country, as maps and ticket sellers write addresses; only then is the part before it the city.
 * Without a country all of it is the venue: nothing is guessed. `conference` is an address to take part at.
 */
export function whereOf(location: string | null, conference: string | null, known: Known): Where {
  const text = location?.trim() ?? ''
  if (text === '') {
    return conference === null ? nowhere : { ...nowhere, online_url: conference, attendance: 'online' }
  }
  if (address.test(text)) return { ...nowhere, online_url: text, attendance: 'online' }
  if (online.test(text)) return { ...nowhere, online_url: conference, attendance: 'online' }
  const place = placeOf(text, known)
  return { ...place, online_url: conference, attendance: conference === null ? null : 'hybrid' }
}

function placeOf(text: string, known: Known): Where {
  const parts = text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const country_code = countryOf(parts.at(-1) ?? '', known)
  if (country_code === null) return { ...nowhere, venue: parts.join(', ') }
  const at = parts.findLastIndex((part, place) => place < parts.length - 1 && cityOf(part) !== '')
  const city = cityOf(parts[at] ?? '')
  const venue = parts.slice(0, Math.max(at, 0)).join(', ')
  return { ...nowhere, country_code, city: city === '' ? null : city, venue: venue === '' ? null : venue }
}

const kept = new WeakMap<Known, Map<string, string>>()

function countryOf(name: string, known: Known): string | null {
  const countries = kept.get(known) ?? countriesOf(known)
  kept.set(known, countries)
  return countries.get(foldText(name)) ?? null
}

function countriesOf({ places }: Known): Map<string, string> {
  return new Map(places.flatMap(({ code, names }) => names.map((name) => [foldText(name), code] as const)))
}

/** A part of an address without its postcode; empty for a postcode or a state in letters, which is no city. */
function cityOf(part: string): string {
  const words = part.split(' ').filter((word) => !/\d/.test(word))
  const name = words.join(' ')
  return /^[A-Z]{1,3}$/.test(name) ? '' : name
}
