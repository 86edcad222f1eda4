/** The picture that pages without a record of their own are shared with. Pure. */
import { type Card, cardVersion, hrefIn, type Locale } from '../../design/index.ts'
import { speak } from '../messages/index.ts'

/** The name of the house, until it is set in pages of its own. */
export const houseName = 'Caravanserai'

export function houseCard(locale: Locale): Card {
  const title = { text: speak(locale)('front.title'), lang: locale }
  return { id: 'caravanserai', title, above: '', below: '', house: houseName, lang: locale }
}

/** Its path with the language. */
export const houseCardPath = (locale: Locale) =>
  hrefIn(locale, `/cards/house.${cardVersion(houseCard(locale))}.png`)
