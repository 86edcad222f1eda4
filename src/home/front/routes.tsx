import { Hono } from 'hono'
import { type House, type HouseEnv, listPartners, spoken, type Viewer } from '../../community/index.ts'
import type { Option } from '../../design/index.ts'
import {
  articleRow,
  callRow,
  eventRow,
  listArticles,
  listEvents,
  listOpportunities,
  type Reader,
  readerOf,
} from '../../information/index.ts'
import { speak } from '../messages/index.ts'
import { type FrontFacts, FrontBody } from './views.tsx'

const shown = 5
const dated = ['week', 'month', 'later']

export function frontRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get('/', async (c) => {
    const { viewer, locale, now } = c.var.visit
    const known = await house.known(now)
    const reader = readerOf(locale, known, now)
    const { format } = reader
    const byName = (a: Option, b: Option) => format.compare(a.label, b.label)
    const says = spoken(known.settings.identity.says, locale)
    const facts = {
      locale,
      lead: says ?? { text: speak(locale)('ask.lead'), lang: locale },
      countries: known.places
        .map(({ code }) => ({ value: code.toLowerCase(), label: format.country(code) }))
        .sort(byName),
      disciplines: (known.vocabularies['discipline'] ?? [])
        .filter(({ retired }) => !retired)
        .map(({ id }) => ({ value: id, label: reader.term('discipline', id) }))
        .sort(byName),
      ...(await readRows(house, viewer, reader)),
      partners: await readPartners(house, reader),
    }
    const say = speak(locale)
    return c.render(<FrontBody facts={facts} />, {
      title: say('front.title'),
      description: facts.lead.text,
      section: '/',
    })
  })

  return app
}

type FrontRows = Pick<FrontFacts, 'closing' | 'onNow' | 'coming' | 'written'>

async function readRows({ db }: House, viewer: Viewer, reader: Reader): Promise<FrontRows> {
  const { locale } = reader
  const request = { now: new Date(reader.now.epochMilliseconds), page: 1, pageSize: shown }
  const told = { citizenship: [], residence: [] }
  const calls = await listOpportunities(db, viewer, locale, { ...request, told, chosen: { deadline: dated } })
  const onNow = await listEvents(db, viewer, locale, { ...request, chosen: { when: ['on-now'] } })
  const coming = await listEvents(db, viewer, locale, { ...request, chosen: { when: ['coming'] } })
  const written = await listArticles(db, viewer, locale, { ...request, chosen: {} })
  return {
    closing: calls.rows.map((row) => callRow(reader, row)),
    onNow: onNow.rows.map((row) => eventRow(reader, row)),
    coming: coming.rows.map((row) => eventRow(reader, row)),
    written: written.rows.map((row) => articleRow(reader, row)),
  }
}

async function readPartners({ db }: House, reader: Reader): Promise<FrontFacts['partners']> {
  const day = reader.now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  const partners = await listPartners(db, reader.locale, day)
  return (['asia', 'europe'] as const).map((region) => ({
    region: reader.say(`partners.${region}`),
    items: partners
      .filter((partner) => partner.region === region && partner.kind === 'country')
      .map(({ id, name }) => ({ href: reader.href(`/partners/${id}`), label: name })),
  }))
}
