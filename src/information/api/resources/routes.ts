/** Each kind of record as the API asks for it: what its list understands, how it is listed, how one is found. */
import type { z } from 'zod'
import {
  findOrganisation,
  findPartner,
  findSlug,
  type House,
  type Known,
  listOrganisations,
  listPartners,
  organisationTables,
  type Visit,
} from '../../../community/index.ts'
import { type ListAnswer, type ListRequest } from '../../../platform/index.ts'
import { findArticle, listArticles } from '../../articles/queries.ts'
import * as articles from '../../articles/routes.tsx'
import * as directory from '../../directory/routes.tsx'
import { findEvent, listEvents, readFamily } from '../../events/queries.ts'
import * as events from '../../events/routes.tsx'
import type { ListDefinition, ListQuery } from '../../lists/model.ts'
import { listDates } from '../../occurrences/queries.ts'
import { findOpportunity, listOpportunities } from '../../opportunities/queries.ts'
import * as opportunities from '../../opportunities/routes.tsx'
import { findProgramme, listProgrammes } from '../../programmes/queries.ts'
import * as programmes from '../../programmes/routes.tsx'
import type { ResourceName } from '../model.ts'
import * as shapes from '../shapes/model.ts'
import {
  type Answering,
  articleAs,
  callItem,
  eventAs,
  organisationAs,
  partnerAs,
  programmeAs,
  wholeArticle,
  wholeCall,
  wholeEvent,
  wholeOrganisation,
  wholePartner,
  wholeProgramme,
} from '../words.ts'

/** A list as asked: what was chosen as records keep it, which part, counted or not. */
export type Asked = Omit<ListQuery, 'page'> & ListRequest & { now: Date }

type Named = { id: string }
type Listed = Omit<ListAnswer<never>, 'rows'> & { items: Named[] }

/** What the API gives of one kind of record. */
export type Resource = {
  definition(known: Known): ListDefinition
  item: z.ZodType
  detail: z.ZodType
  list(house: House, visit: Visit, answering: Answering, asked: Asked): Promise<Listed>
  find(house: House, visit: Visit, answering: Answering, key: string): Promise<Named | undefined>
}

const listed = <Row>({ rows, ...counted }: ListAnswer<Row>, as: (row: Row) => Named): Listed => ({
  items: rows.map(as),
  ...counted,
})

const dates = { past: false, limit: 100, offset: 0 }

/** Every kind there is. */
export const resourceOf: Record<ResourceName, Resource> = {
  opportunities: {
    definition: opportunities.definitionOf,
    item: shapes.opportunityItem,
    detail: shapes.opportunityDetail,
    async list({ db }, { viewer, locale }, answering, asked) {
      const { citizenship = [], residence = [] } = asked.chosen
      const request = { ...asked, told: { citizenship, residence } }
      const answer = await listOpportunities(db, viewer, locale, request)
      return listed(answer, (call) => callItem(answering, call))
    },
    async find({ db }, { viewer, locale }, answering, key) {
      const slug = await findSlug(db, { table: 'information.opportunity' }, key)
      const found = slug && (await findOpportunity(db, viewer, slug, locale))
      return found ? wholeCall(answering, found.opportunity, found.texts) : undefined
    },
  },
  events: {
    definition: events.definitionOf,
    item: shapes.eventItem,
    detail: shapes.eventDetail,
    async list({ db }, { viewer, locale }, answering, asked) {
      const answer = await listEvents(db, viewer, locale, asked)
      return listed(answer, (event) => eventAs(answering, event))
    },
    async find({ db }, { viewer, locale, now }, answering, key) {
      const at = new Date(now.epochMilliseconds)
      const slug = await findSlug(db, { table: 'information.event' }, key)
      const found = slug && (await findEvent(db, viewer, slug, locale, at))
      if (!found) return undefined
      const { event, texts } = found
      return wholeEvent(answering, event, {
        texts,
        ...(await readFamily(db, viewer, locale, event, at)),
        dates: event.repeats ? await listDates(db, event.id, { now: at, ...dates }) : [],
      })
    },
  },
  articles: {
    definition: articles.definitionOf,
    item: shapes.articleItem,
    detail: shapes.articleDetail,
    async list({ db }, { viewer, locale }, answering, asked) {
      const answer = await listArticles(db, viewer, locale, asked)
      return listed(answer, (article) => articleAs(answering, article))
    },
    async find({ db }, { viewer, locale }, answering, key) {
      const slug = await findSlug(db, { table: 'information.article' }, key)
      const found = slug && (await findArticle(db, viewer, slug, locale))
      return found ? wholeArticle(answering, found.article, found.texts) : undefined
    },
  },
  organisations: {
    definition: directory.definitionOf,
    item: shapes.organisationItem,
    detail: shapes.organisationDetail,
    async list({ db }, { viewer, locale }, answering, asked) {
      const answer = await listOrganisations(db, viewer, locale, asked)
      return listed(answer, (organisation) => organisationAs(answering, organisation))
    },
    async find({ db }, { viewer, locale }, answering, key) {
      const slug = await findSlug(db, organisationTables, key)
      const found = slug && (await findOrganisation(db, viewer, slug, locale))
      return found ? wholeOrganisation(answering, found.organisation, found.texts) : undefined
    },
  },
  programmes: {
    definition: programmes.definitionOf,
    item: shapes.programmeItem,
    detail: shapes.programmeDetail,
    async list({ db }, { viewer, locale }, answering, asked) {
      const answer = await listProgrammes(db, viewer, locale, asked)
      return listed(answer, (programme) => programmeAs(answering, programme))
    },
    async find({ db }, { viewer, locale }, answering, key) {
      const slug = await findSlug(db, { table: 'information.programme' }, key)
      const found = slug && (await findProgramme(db, viewer, { slug }, locale))
      return found ? wholeProgramme(answering, found.programme, found.texts) : undefined
    },
  },
  partners: {
    definition: () => ({ facets: {}, words: false, days: [], sorts: [] }),
    item: shapes.partnerItem,
    detail: shapes.partnerDetail,
    async list({ db }, { locale, now }, answering, { after, pageSize }) {
      const all = await listPartners(db, locale, dayOf(now))
      const last = after?.ids.map((id) => all.findIndex((partner) => partner.id === id)).find((at) => at >= 0)
      const from = last === undefined ? (after?.places ?? 0) : last + 1
      const items = all.slice(from, from + pageSize).map((partner) => partnerAs(answering, partner))
      return { items, total: all.length, counts: {}, without: {} }
    },
    async find({ db }, { locale, now }, answering, key) {
      const partner = await findPartner(db, key, locale, dayOf(now))
      return partner && wholePartner(answering, partner)
    },
  },
}

// Regions have days, not moments.
const dayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate().toString()
