import { Hono } from 'hono'
import {
  findOrganisationByName,
  type House,
  type HouseEnv,
  type Known,
  readShownPictures,
} from '../../community/index.ts'
import { hrefIn } from '../../design/index.ts'
import { notFound } from '../../platform/index.ts'
import { isUndated } from '../deadlines/model.ts'
import { entryLinks, feedsInHead, followLinks } from '../feeds/model.ts'
import { callData } from '../linked/words.ts'
import { cardPath } from '../cards/model.ts'
import { callCard } from '../cards/words.ts'
import {
  chosenAsStored,
  groupsOf,
  askAddress,
  listAddress,
  type ListDefinition,
  type ListQuery,
  pageSize,
  type ShownFacet,
  storedLang,
  storedPlace,
  valueTests,
} from '../lists/model.ts'
import { listQueryOf, refuseBeyond } from '../lists/routes.tsx'
import type { ListFacts } from '../lists/views.tsx'
import { findProgrammeTitle } from '../programmes/queries.ts'
import { type Reader, readerOf } from '../readers/model.ts'
import { makingPath } from '../widgets/model.ts'
import { langsOf, textOf } from '../records/words.ts'
import type { Opportunity } from './model.ts'
import { findOpportunity, listOpportunities, listRelatedOpportunities } from './queries.ts'
import { CallBody, CallsBody, type Standings } from './views.tsx'

const path = '/opportunities'
const deadlines = ['week', 'month', 'later', 'no-date', 'closed'] as const
const fees = ['none', 'paid', 'not-stated'] as const
const sorts = ['deadline', 'newest', 'title'] as const

/** How a call stands to what was told; a plain no is never listed. */
const standingValues = ['yes', 'depends', 'not-stated'] as const

export function opportunityRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get(path, async (c) => {
    const { viewer, locale, now } = c.var.visit
    const known = await house.known(now)
    const reader = readerOf(locale, known, now)
    const definition = definitionOf(known)
    const query = listQueryOf(c, reader, definition)
    const chosen = chosenAsStored(query, definition)
    const told = { citizenship: chosen['citizenship'] ?? [], residence: chosen['residence'] ?? [] }
    const at = new Date(now.epochMilliseconds)
    const request = { ...query, chosen, told, now: at, pageSize }
    const answer = await listOpportunities(house.db, viewer, locale, request)
    refuseBeyond(reader, query, answer.total)
    const hasTold = told.citizenship.length + told.residence.length > 0
    const standings = hasTold ? standingsOf(reader, query, answer.counts['standing'] ?? {}) : []
    const follow = followLinks(house.publicUrl, locale, 'opportunities', query)
    const making = makingPath(locale, 'open-calls', query)
    const facts = { ...listFacts({ reader, known, query, answer, standings }), follow, making }
    return c.render(<CallsBody facts={facts} rows={answer.rows} standings={standings} />, {
      title: facts.title,
      description: facts.lead,
      section: path,
      canonical: listAddress(path, query),
      feeds: feedsInHead(facts.title, follow),
    })
  })

  app.get(`${path}/:slug`, async (c) => {
    const { viewer, locale, now } = c.var.visit
    const { db } = house
    const found = await findOpportunity(db, viewer, c.req.param('slug'), locale)
    if (!found) throw notFound()
    const { opportunity: call, texts } = found
    if (call.page !== null) return c.redirect(house.publicUrl + hrefIn(locale, call.page), 301)
    const { organiser, programme } = call
    const reader = readerOf(locale, await house.known(now), now)
    const facts = {
      reader,
      call,
      texts,
      pictures: await readShownPictures(house.db, { kind: 'opportunities', id: call.id }, texts),
      related: await listRelatedOpportunities(db, viewer, locale, call, new Date(now.epochMilliseconds)),
      organiser: organiser === null ? undefined : await findOrganisationByName(db, viewer, organiser),
      programme: programme === null ? undefined : await findProgrammeTitle(db, viewer, locale, programme),
      calendar: hasDay(call) ? entryLinks(house.publicUrl, locale, 'opportunities', call.slug) : undefined,
    }
    return c.render(<CallBody facts={facts} />, {
      title: texts[0]?.title ?? '',
      titleLang: texts[0]?.lang,
      description: textOf(texts, 'summary'),
      section: path,
      langs: langsOf(texts, call.originalLang),
      card: cardPath(reader.locale, 'opportunities', call.slug, callCard(reader, texts, call)),
      data: callData({ reader, origin: house.publicUrl, texts }, call),
    })
  })

  return app
}

const hasDay = (call: Opportunity) => !isUndated(call.deadlineKind) && call.rounds.length > 0

type Answered = {
  reader: Reader
  known: Known
  query: ListQuery
  answer: Awaited<ReturnType<typeof listOpportunities>>
  standings: Standings
}

function listFacts({ reader, known, query, answer, standings }: Answered): ListFacts {
  const { say, format, href } = reader
  // Of all that are listed to somebody who told of themselves, only those are open to them for certain.
  const open = query.chosen['standing'] ? undefined : standings.find(({ standing }) => standing === 'yes')
  return {
    reader,
    path: href(path),
    title: say(open ? 'opportunities.forYou' : 'opportunities.title'),
    lead: say('opportunities.lead'),
    query,
    groups: groupsOf(facetsOf(reader, known, query), query, answer.counts, format.compare),
    total: answer.total,
    without: answer.without,
    sorts,
    days: true,
    empty: say('opportunities.empty'),
    ...(open ? { count: open.count } : {}),
    ...(asksWhere(query)
      ? {}
      : { asking: { href: askAddress(href(path), query, 'where'), label: say('opportunities.askWhere') } }),
  }
}

/** What the list understands of its address. */
export function definitionOf(known: Known): ListDefinition {
  const { term, place, placeOrOnline, lang } = valueTests(known)
  const orNotStated = (test: (value: string) => boolean) => (value: string) =>
    value === 'not-stated' || test(value)
  const tag = (value: string) => storedLang(value) ?? value
  return {
    facets: {
      type: term('opportunity-type'),
      discipline: term('discipline'),
      theme: term('theme'),
      country: placeOrOnline,
      citizenship: place,
      residence: place,
      covers: orNotStated(term('covers')),
      fee: (value) => fees.some((fee) => fee === value),
      stage: orNotStated(term('career-stage')),
      language: orNotStated(lang),
      deadline: (value) => deadlines.some((deadline) => deadline === value),
      lang,
      standing: (value) => standingValues.some((standing) => standing === value),
    },
    stored: {
      country: storedPlace,
      citizenship: storedPlace,
      residence: storedPlace,
      language: (value) => (value === 'not-stated' ? value : tag(value)),
      lang: tag,
    },
    days: ['from', 'to'],
    sorts,
    asks: ['where'],
  }
}

/** The facets of the list in the reader's words. */
export function facetsOf(reader: Reader, known: Known, query: ListQuery): ShownFacet[] {
  const { chosen } = query
  const { say, format, term } = reader
  const told = ['citizenship', 'residence', 'standing']
  const notStated = say('value.not-stated')
  const country = (value: string) =>
    value === 'online' ? say('value.online') : format.country(value.toUpperCase())
  const termOr = (vocabulary: string) => (value: string) =>
    value === 'not-stated' ? notStated : term(vocabulary, value)
  const language = (value: string) => (value === 'not-stated' ? notStated : format.language(value))
  const termIds = (vocabulary: string) =>
    (known.vocabularies[vocabulary] ?? []).filter(({ retired }) => !retired).map(({ id }) => id)
  return [
    ...(asksWhere(query) ? whereFacets(reader, known) : []),
    ...(told.some((fact) => chosen[fact]) ? [standingFacet(reader)] : []),
    {
      name: 'covers',
      legend: say('facet.covers'),
      label: termOr('covers'),
      always: [...termIds('covers'), 'not-stated'],
      open: true,
    },
    {
      name: 'discipline',
      legend: say('facet.discipline'),
      label: (id) => term('discipline', id),
      open: true,
    },
    {
      name: 'deadline',
      legend: say('facet.deadline'),
      label: (value) => say(`deadline.${deadlines.find((known) => known === value) ?? 'later'}`),
      always: deadlines,
    },
    { name: 'country', legend: say('facet.country'), label: country },
    { name: 'type', legend: say('facet.type'), label: (id) => term('opportunity-type', id) },
    {
      name: 'fee',
      legend: say('facet.fee'),
      label: (value) => (value === 'none' || value === 'paid' ? say(`fee.${value}`) : notStated),
      always: fees,
    },
    {
      name: 'stage',
      legend: say('facet.stage'),
      label: termOr('career-stage'),
      always: [...termIds('career-stage'), 'not-stated'],
    },
    { name: 'language', legend: say('facet.language'), label: language },
    { name: 'theme', legend: say('facet.theme'), label: (id) => term('theme', id) },
    { name: 'lang', legend: say('facet.lang'), label: language },
  ]
}

// Every country twice is half of a page.
const asksWhere = ({ ask, chosen }: ListQuery) =>
  ask === 'where' || Boolean(chosen['citizenship']) || Boolean(chosen['residence'])

function whereFacets({ say, format }: Reader, known: Known): ShownFacet[] {
  const label = (value: string) => format.country(value.toUpperCase())
  const always = known.places
    .map(({ code }) => code.toLowerCase())
    .sort((a, b) => format.compare(label(a), label(b)))
  return [
    { name: 'citizenship', legend: say('facet.citizenship'), label, always, kind: 'select' },
    { name: 'residence', legend: say('facet.residence'), label, always, kind: 'select' },
  ]
}

function standingFacet({ say }: Reader): ShownFacet {
  const label = (value: string) =>
    value === 'yes' || value === 'depends' ? say(`standing.label.${value}`) : say('value.not-stated')
  return { name: 'standing', legend: say('facet.standing'), label, always: standingValues, open: true }
}

function standingsOf(reader: Reader, query: ListQuery, counts: Record<string, number>): Standings {
  return standingValues.map((standing) => ({
    standing,
    count: counts[standing] ?? 0,
    href: listAddress(reader.href(path), {
      ...query,
      page: 1,
      chosen: { ...query.chosen, standing: [standing] },
    }),
  }))
}
