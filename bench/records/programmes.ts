import { checkedOn, choice, pageOf, type RecordMaker, startOf, textsOf } from './world.ts'
import { houseOf } from './houses.ts'

const kinds = [
  'mobility-grant',
  'project-grant',
  'fellowship',
  'network',
  'training',
  'lab',
  'festival',
  'e-residency',
]

export const programme: RecordMaker = (world, index) => {
  const start = startOf(world, 'programme', index, [-900, 200])
  const { draw, house, facts } = start
  const named = choice(start, ({ programmeNames }) => programmeNames)
  return {
    id: `generated-programme-${index + 1}`,
    ...textsOf(start, {
      name: named,
      summary: choice(start, ({ programmeSummaries }) => programmeSummaries),
      body: choice(start, ({ callSummaries }) => callSummaries),
    }),
    organiser: house.name,
    pillar: draw.one(['information', 'mutual-practice', 'mutual-practice', 'dialogue']),
    kind: draw.one(kinds),
    partners: draw.chance(50) ? [houseOf(world.seed, draw.below(6000)).name] : [],
    facts: {
      grantees: draw.between(8, 400),
      countries_reached: draw.between(3, 51),
      most_paid: facts.amount,
    },
    editions: Array.from({ length: draw.between(1, 6) }, (_, edition) => ({
      name: String(facts.year - edition),
      grantees: draw.between(4, 60),
      rounds: draw.between(1, 4),
      source_url: `${house.website}/programmes/${index + 1}/${facts.year - edition}`,
    })),
    source_url: pageOf(start, 'programmes', index),
    last_checked: checkedOn(world, draw),
  }
}
