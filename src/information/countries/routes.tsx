import { Hono } from 'hono'
import {
  findPartner,
  findPartnerFacts,
  type House,
  type HouseEnv,
  listOrganisationsIn,
  listPartners,
  may,
  type Partner,
  type Visit,
} from '../../community/index.ts'
import { type Db, notFound } from '../../platform/index.ts'
import { listArticlesAbout } from '../articles/queries.ts'
import { listEventsIn } from '../events/queries.ts'
import { GuideBody } from '../guides/views.tsx'
import {
  listFundedOpportunities,
  listOpportunitiesFor,
  listOpportunitiesIn,
} from '../opportunities/queries.ts'
import { readerOf } from '../readers/model.ts'
import { fundingKinds, longestGuide, membersOf, shownOfEach } from './model.ts'
import {
  type CountryFacts,
  CountryBody,
  type Member,
  OrganisationPartnerBody,
  PartnersBody,
} from './views.tsx'

const path = '/partners'

/** `/partners`, the page of each partner, and the mobility funding guide of each country. */
export function countryRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get(path, async (c) => {
    const { locale, now } = c.var.visit
    const reader = readerOf(locale, await house.known(now), now)
    const partners = await listPartners(house.db, locale, dayOf(now))
    return c.render(<PartnersBody reader={reader} partners={partners} />, {
      title: reader.say('partners.title'),
      description: reader.say('partners.lead'),
      section: path,
    })
  })

  app.get(`${path}/:code`, async (c) => {
    const { viewer, locale, now } = c.var.visit
    const partner = await findPartner(house.db, c.req.param('code'), locale, dayOf(now))
    if (!partner) throw notFound()
    const known = await house.known(now)
    const reader = readerOf(locale, known, now)
    const kept = {
      facts: await findPartnerFacts(house.db, partner.id, { now, demonstration: house.demonstration }),
      isKeeper: may(viewer, 'partner.keep', { partner: [partner.id] }),
    }
    const head = { title: partner.name, titleLang: partner.lang, section: path }
    if (partner.place === null) {
      const members = await membersWithPages(house.db, c.var.visit, membersOf(partner, known.sets))
      return c.render(<OrganisationPartnerBody {...{ reader, partner, members, kept }} />, head)
    }
    const facts = await countryFacts(house.db, c.var.visit, partner, partner.place)
    return c.render(<CountryBody {...{ reader, facts, kept }} />, {
      ...head,
      description: reader.say('partner.applyBy', { place: partner.name }),
    })
  })

  app.get(`${path}/:code/funding`, async (c) => {
    const { viewer, locale, now } = c.var.visit
    const partner = await findPartner(house.db, c.req.param('code'), locale, dayOf(now))
    if (!partner || partner.place === null) throw notFound()
    const reader = readerOf(locale, await house.known(now), now)
    const { place } = partner
    const asked = { now: new Date(now.epochMilliseconds), limit: longestGuide }
    const calls = await listFundedOpportunities(house.db, viewer, locale, place, asked)
    const funders = await listOrganisationsIn(house.db, viewer, locale, place, {
      kinds: fundingKinds,
      limit: longestGuide,
    })
    const facts = { partner, ...calls, funders }
    return c.render(<GuideBody reader={reader} facts={facts} />, {
      title: reader.say('guide.title', { place: partner.name }),
      description: reader.say('guide.lead', { place: partner.name }),
      section: path,
    })
  })

  return app
}

// Regions and members of sets have days, not moments.
const dayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate().toString()

async function countryFacts(
  db: Db,
  { viewer, locale, now }: Visit,
  partner: Partner,
  place: string,
): Promise<CountryFacts> {
  const asked = { now: new Date(now.epochMilliseconds), limit: shownOfEach }
  const told = { citizenship: [place], residence: [place] }
  return {
    partner,
    place,
    calls: await listOpportunitiesFor(db, viewer, locale, told, asked),
    hosted: await listOpportunitiesIn(db, viewer, locale, place, asked),
    events: await listEventsIn(db, viewer, locale, place, asked),
    organisations: await listOrganisationsIn(db, viewer, locale, place, { limit: shownOfEach }),
    articles: await listArticlesAbout(db, viewer, locale, place, shownOfEach),
  }
}

/** The members of an organisation, with those of them that are partners themselves. */
async function membersWithPages(db: Db, { locale, now }: Visit, places: string[]): Promise<Member[]> {
  if (places.length === 0) return []
  const partners = await listPartners(db, locale, dayOf(now))
  const byPlace = new Map(partners.map((partner) => [partner.place, partner]))
  return places.map((place) => ({ place, partner: byPlace.get(place) }))
}
