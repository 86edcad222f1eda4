import { partnerCountries } from './cities.ts'
import { callTypes } from './language.ts'
import { houseOf } from './houses.ts'
import {
  checkedOn,
  choice,
  dayAfter,
  disciplinesOf,
  pageOf,
  type RecordMaker,
  type Start,
  startOf,
  textsOf,
  themesOf,
} from './world.ts'

/** A call: closing at some time, for some people, paying for something. */
export const opportunity: RecordMaker = (world, index) => {
  const start = startOf(world, 'opportunity', index, index % 5 < 3 ? [0, 300] : [-1100, -1])
  const { draw, house, city, facts } = start
  const funding = choice(start, ({ funding }) => funding)
  const texts = {
    title: titleOf(start),
    summary: choice(start, ({ callSummaries }) => callSummaries),
    eligibility: choice(start, ({ eligibility }) => eligibility),
    funding_summary: funding,
    ...(draw.chance(35) && { body: choice(start, ({ body }) => [body]) }),
  }
  const online = callTypes[facts.call] === 'e-residency'
  return {
    id: `generated-opportunity-${index + 1}`,
    ...textsOf(start, texts),
    type: callTypes[facts.call],
    organiser: house.name,
    partners: draw.chance(25) ? [houseOf(world.seed, draw.below(6000)).name] : [],
    host_countries: online ? [] : [city.country],
    host_city: online ? null : city.name,
    online,
    disciplines: disciplinesOf(start),
    themes: themesOf(start),
    programme: draw.chance(10) ? `generated-programme-${draw.between(1, 500)}` : null,
    ...closing(start),
    ...fee(start),
    ...whoMayApply(start),
    ...applicants(start),
    ...(draw.chance(70) && {
      covers: draw.some(['travel', 'stay', 'living-costs', 'production', 'fee', 'visa'], 4),
    }),
    url: pageOf(start, 'calls', index),
    last_checked: checkedOn(world, draw),
    readings: { covers: funding(start.language) },
  }
}

function titleOf(start: Start) {
  const title = choice(start, ({ callTitles }) => callTitles)
  // Calls come back every year, and some sites say so in a number.
  if (!start.draw.chance(2)) return title
  return (language: Start['language']) => `${title(language)} ${start.facts.year}`
}

function closing({ draw, city, day: deadline }: Start): Record<string, unknown> {
  const kind = draw.below(100)
  if (kind < 6) return { deadline_kind: 'rolling' }
  if (kind < 10) return { deadline_kind: 'until-filled', places: draw.between(4, 40) }
  if (kind < 14) return { deadline_kind: 'not-announced' }
  const time = draw.chance(40) ? draw.one(['12:00', '17:00', '18:00', '23:59']) : null
  const zone = time !== null && draw.chance(80) ? city.zone : draw.chance(10) ? 'anywhere-on-earth' : null
  if (kind < 22)
    return { deadline_kind: 'rounds', rounds: roundsFrom(deadline, time, zone, draw.between(2, 6)) }
  const stays = dayAfter(deadline, draw.between(40, 120))
  return {
    deadline_kind: kind < 25 ? 'first-come' : 'fixed',
    deadline,
    deadline_time: time,
    deadline_zone: zone,
    activity_start: stays,
    activity_end: dayAfter(stays, draw.between(5, 110)),
    ...(draw.chance(4) && {
      deadline_changes: [
        { kind: 'extended', on: dayAfter(deadline, -20), from: dayAfter(deadline, -14), to: deadline },
      ],
    }),
    ...(draw.chance(2) && { status: 'cancelled' }),
  }
}

function roundsFrom(first: string, time: string | null, zone: string | null, count: number) {
  return Array.from({ length: count }, (_, round) => ({ deadline: dayAfter(first, round * 61), time, zone }))
}

function fee({ draw }: Start): Record<string, unknown> {
  if (draw.chance(50)) return {}
  if (draw.chance(70)) return { fee: 'none' }
  return {
    fee: 'paid',
    fee_amount: String(draw.between(2, 16) * 5),
    fee_currency: draw.one(['EUR', 'USD', 'GBP']),
  }
}

const sets = [
  'asem',
  'asem',
  'asem',
  'eu',
  'eu',
  'asean',
  'asean',
  'creative-europe',
  'nordic',
  'mekong',
  'asia',
  'europe',
]
const bases = [
  'citizenship',
  'residence',
  'citizenship-or-residence',
  'based',
  'citizenship-and-residence',
] as const

function whoMayApply({ draw, city }: Start): Record<string, unknown> {
  const kind = draw.below(100)
  if (kind < 15) return { anyone: true, eligible_regions: ['worldwide'] }
  if (kind < 50) return { eligible_regions: draw.some(sets, 2), eligible_basis: draw.one(bases) }
  if (kind < 70)
    return { eligible_countries: draw.some(partnerCountries, 12), eligible_basis: draw.one(bases) }
  if (kind < 75)
    return { eligible_regions: ['asem'], eligible_basis: 'citizenship', eligible_except: [city.country] }
  if (kind < 85)
    return { citizenship: [draw.one(sets)], residence: [...new Set([draw.one(sets), city.country])] }
  if (kind < 90) return { base: draw.some(partnerCountries, 5) }
  return {}
}

function applicants({ draw }: Start): Record<string, unknown> {
  return {
    ...(draw.chance(60) && { applicant_roles: draw.some(['artist', 'professional'], 2) }),
    ...(draw.chance(50) && {
      applicant_shapes: draw.some(['individual', 'pair', 'team', 'organisation'], 3),
    }),
    ...(draw.chance(40) && {
      career_stages: draw.some(['student', 'emerging', 'mid-career', 'established'], 2),
    }),
    ...(draw.chance(20) && { age_min: 18 }),
    ...(draw.chance(10) && { age_max: draw.between(28, 45) }),
    ...(draw.chance(50) && {
      application_languages: draw.some(['en', 'fr', 'vi', 'zh', 'ko', 'ja', 'de'], 2),
    }),
  }
}
