import { Hono } from 'hono'
import { findOrganisation, type House, type HouseEnv, stranger } from '../../community/index.ts'
import { type Card, drawCard } from '../../design/index.ts'
import { type Db, notFound } from '../../platform/index.ts'
import { findArticle } from '../articles/queries.ts'
import { findEvent } from '../events/queries.ts'
import { findOpportunity } from '../opportunities/queries.ts'
import { findProgramme } from '../programmes/queries.ts'
import { type Reader, readerOf } from '../readers/model.ts'
import { type CardList, cardLists, cardPath } from './model.ts'
import { articleCard, callCard, eventCard, organisationCard, programmeCard } from './words.ts'

/** The card of the record at an address, as a stranger may see it. */
type Finding = (db: Db, reader: Reader, slug: string) => Promise<Card | undefined>

const finding: Record<CardList, Finding> = {
  async opportunities(db, reader, slug) {
    const found = await findOpportunity(db, stranger, slug, reader.locale)
    return found && callCard(reader, found.texts, found.opportunity)
  },
  async events(db, reader, slug) {
    const at = new Date(reader.now.epochMilliseconds)
    const found = await findEvent(db, stranger, slug, reader.locale, at)
    return found && eventCard(reader, found.texts, found.event)
  },
  async articles(db, reader, slug) {
    const found = await findArticle(db, stranger, slug, reader.locale)
    return found && articleCard(reader, found.texts, found.article)
  },
  async programmes(db, reader, slug) {
    const found = await findProgramme(db, stranger, { slug }, reader.locale)
    return found && programmeCard(reader, found.texts, found.programme)
  },
  async organisations(db, reader, slug) {
    const found = await findOrganisation(db, stranger, slug, reader.locale)
    return found && organisationCard(reader, found.texts, found.organisation)
  },
}

/** `/cards/{plural}/{slug}.{version}.png`: the picture that a record's page is shared with. */
export function cardRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  for (const list of cardLists) {
    app.get(`/cards/${list}/:file{[^/]+\\.png}`, async (c) => {
      const { locale, now } = c.var.visit
      const [slug = ''] = c.req.param('file').split('.')
      const reader = readerOf(locale, await house.known(now), now)
      const card = await finding[list](house.db, reader, slug)
      if (!card) throw notFound()
      const path = cardPath(locale, list, slug, card)
      // Nothing is drawn for an address of an earlier look, or one that was made up.
      if (new URL(c.req.url).pathname !== path) return c.redirect(path, 302)
      return c.body(await drawCard(card), 200, {
        'content-type': 'image/png',
        'cache-control': 'public, max-age=31536000, immutable',
      })
    })
  }
  return app
}
