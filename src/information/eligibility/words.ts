import type { Reader } from '../readers/model.ts'
import type { OpportunityRow } from '../opportunities/model.ts'
import { everywhere, unlisted } from './model.ts'

const shownPlaces = 8

/** What a call states of who may apply, and what was worked out from it. */
type Stated = Pick<
  OpportunityRow,
  | 'whoTest'
  | 'citizenship'
  | 'residence'
  | 'base'
  | 'eligibleCountries'
  | 'eligibleRegions'
  | 'eligibleExcept'
  | 'citizenshipPlaces'
  | 'residencePlaces'
>

/** Who may apply as a sentence, or null when the source does not state it. */
export function whoWords(reader: Reader, call: Stated): string | null {
  const { say } = reader
  if (call.whoTest === 'not-stated') return null
  if (call.whoTest === 'anyone') return say('call.whoAnyone')
  return [statedWords(reader, call), exceptWords(reader, call)].filter(Boolean).join(' ')
}

function statedWords(reader: Reader, call: Stated): string {
  const { say } = reader
  const citizenship = placesWords(
    reader,
    call.citizenshipPlaces,
    call.citizenship ?? [...call.eligibleRegions, ...call.eligibleCountries],
  )
  const home = call.residence ?? call.base ?? [...call.eligibleRegions, ...call.eligibleCountries]
  const residence = placesWords(reader, call.residencePlaces, home)
  if (call.citizenship && (call.residence ?? call.base)) {
    const apart = { citizenship, residence }
    return call.whoTest === 'either' ? say('call.whoApartEither', apart) : say('call.whoApartBoth', apart)
  }
  switch (call.whoTest) {
    case 'citizenship':
      return say('call.whoCitizens', { places: citizenship })
    case 'residence':
      return say('call.whoResidents', { places: residence })
    case 'base':
      return say('call.whoBased', { places: residence })
    case 'both':
      return say('call.whoBoth', { places: citizenship })
    case 'either':
      return say('call.whoEither', { places: citizenship })
    case 'member':
      return say('call.whoMember', { places: citizenship })
    default:
      return say('call.whoUnclear', { places: citizenship })
  }
}

function exceptWords({ say, format }: Reader, call: Stated): string {
  const places = call.eligibleExcept.map((code) => format.country(code))
  return places.length > 0 ? say('call.whoExcept', { places: format.list(places) }) : ''
}

/** Named sets as they are printed, countries by name, and long lists by their number. */
function placesWords({ say, format }: Reader, places: string[], stated: string[]): string {
  const countries = stated.filter((name) => /^[A-Z]{2}$/.test(name))
  // All the world is said by the number of its countries, of which some are then left out.
  const sets = stated.filter((name) => !/^([A-Z]{2}|worldwide)$/.test(name))
  const listed =
    countries.length > shownPlaces && sets.length > 0 ? [] : countries.map((code) => format.country(code))
  const words = [...sets, ...listed]
  const number = places.filter((place) => place !== everywhere && place !== unlisted).length
  if (words.length === 0) return say('call.countries', { count: number })
  const named = listed.length > shownPlaces ? say('call.countries', { count: number }) : format.list(words)
  return sets.length > 0 && number > 1 ? `${named} (${say('call.countries', { count: number })})` : named
}
