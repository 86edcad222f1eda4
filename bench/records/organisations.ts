import { disciplines } from './language.ts'
import { drawFor } from './draw.ts'
import { houseOf } from './houses.ts'
import { checkedOn, choice, type RecordMaker, textsOf } from './world.ts'

/** The organiser of this number, as the other files name it. */
export const organisation: RecordMaker = (world, index) => {
  const house = houseOf(world.seed, index)
  const draw = drawFor(world.seed, 'organisation', index)
  const { language, city, facts } = house
  const start = { draw, language, house, city, day: world.today, facts: { ...facts, organiser: house.name } }
  const texts = { summary: choice(start, ({ houseSummaries }) => houseSummaries) }
  return {
    id: `generated-organisation-${index + 1}`,
    name: house.name,
    ...textsOf(start, texts),
    kind: house.kind,
    country_code: city.country,
    city: city.name,
    website: house.website,
    disciplines: disciplines.slice(facts.field, facts.field + 1),
    languages: [...new Set([language.tag, 'en'])],
    source_url: `${house.website}/about`,
    last_checked: checkedOn(world, draw),
  }
}
