/** The picture that pages without a record of their own are shared with. Pure. */
import { coloursOf, houseName, type HouseSettings } from '../../community/index.ts'
import { type Card, cardVersion, hrefIn, type Locale } from '../../design/index.ts'
import { speak } from '../messages/index.ts'

export function houseCard(locale: Locale, settings: HouseSettings): Card {
  const title = { text: speak(locale)('front.title'), lang: locale }
  const house = houseName(settings, locale)
  return {
    id: 'caravanserai',
    title,
    above: '',
    below: '',
    house,
    colours: coloursOf(settings),
    lang: locale,
  }
}

/** Its path with the language. */
export const houseCardPath = (locale: Locale, settings: HouseSettings) =>
  hrefIn(locale, `/cards/house.${cardVersion(houseCard(locale, settings))}.png`)
