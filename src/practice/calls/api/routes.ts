import { type Context, Hono } from 'hono'
import type { House, HouseEnv } from '../../../community/index.ts'
import { badRequest, cursorAfter, notFound, readCursor } from '../../../platform/index.ts'
import { findCall, findCallRow, listCalls } from '../queries.ts'
import { listedPhase } from '../turning/model.ts'
import { callReader } from '../words.ts'
import { callSchema, factsSchema, limitAsked } from './model.ts'
import { detailOf, itemOf } from './words.ts'

const path = '/api/v1'
const list = 'calls'

/** `/api/v1/calls`, each call, and the schemas of their files. */
export function callsApiRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get(`${path}/calls`, async (c) => {
    const { viewer, locale, now } = c.var.visit
    const reader = callReader(locale, await house.known(now), now)
    const limit = limitAsked(c.req.query('limit'))
    const cursor = c.req.query('cursor')
    const after = cursor === undefined ? undefined : readCursor(list, cursor)
    if (limit === undefined || (cursor !== undefined && !after)) throw badRequest(reader.say('calls.badPage'))
    // One more than wanted says whether there is a next one.
    const asked = { limit: limit + 1, after: after?.ids ?? [] }
    const { rows } = await listCalls(house.db, viewer, locale, asked)
    const shown = rows.slice(0, limit)
    const ids = shown.map(({ id }) => id)
    const answering = { reader, origin: house.publicUrl }
    return answer(c, {
      items: shown.map((call) => itemOf(answering, call)),
      next: rows.length <= limit ? null : cursorAfter(list, ids, (after?.places ?? 0) + shown.length),
    })
  })

  app.get(`${path}/calls/:slug`, async (c) => {
    const { viewer, locale, now } = c.var.visit
    const row = await findCallRow(house.db, viewer, locale, c.req.param('slug'))
    const call = row && (await findCall(house.db, viewer, row.slug, locale, now))
    if (!row || !call) throw notFound()
    const reader = callReader(locale, await house.known(now), now)
    const answering = { reader, origin: house.publicUrl }
    return answer(c, detailOf(answering, { ...row, phase: listedPhase(call.timing) }, call))
  })

  app.get(`${path}/schemas/:name{(call|facts)\\.json}`, async (c) => {
    c.header('cache-control', 'public, max-age=300')
    if (c.req.param('name') === 'facts.json') return c.json(factsSchema())
    return c.json(callSchema(await house.known(c.var.visit.now)))
  })

  return app
}

/** Sessions and tokens see more than strangers, so a cache on the way may not hand one's answer to another. */
function answer(c: Context<HouseEnv>, found: object): Response {
  return c.json(found, 200, { vary: 'Authorization, Cookie', 'content-language': c.var.visit.locale })
}
