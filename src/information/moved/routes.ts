import { createMiddleware } from 'hono/factory'
import { type House, type HouseEnv, stranger } from '../../community/index.ts'
import { hrefIn } from '../../design/index.ts'
import { recordAddress } from './model.ts'
import { findMoved } from './queries.ts'

/**
 * Leads an address that a record had to the one it has (301, RFC 9110, 15.4.2): its page in every language, its calendar file, its
 * picture, its resource of the API. It is asked only where nothing else answers.
 */
export const movedRecords = ({ db }: House) =>
  createMiddleware<HouseEnv>(async (c, next) => {
    await next()
    if (c.res.status !== 404 || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) return
    const address = recordAddress(c.req.path)
    if (!address) return
    const { viewer, locale } = c.var.visit
    const forAnybody = c.req.path.startsWith('/api/') ? stranger : viewer
    const slug = await findMoved(db, forAnybody, address.plural, address.slug)
    if (slug === undefined) return
    const { search } = new URL(c.req.url)
    const path = hrefIn(locale, `${address.before}${slug}${address.rest}`) + search
    const answer = new Response(null, { status: 301, headers: { location: path } })
    // Assigning over an answer would merge the headers of both.
    c.res = undefined
    c.res = answer
  })
