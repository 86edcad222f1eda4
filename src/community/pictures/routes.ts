import { Hono } from 'hono'
import { notFound } from '../../platform/index.ts'
import type { House, HouseEnv } from '../visits/model.ts'
import { findVersion } from './queries.ts'

/** `/pictures/{id}/{width}.{avif,webp}`: what was made of a picture, for whoever may see a record that shows it. */
export function pictureRoutes({ db, files }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.get('/pictures/:id/:file', async (c) => {
    const [, width = '', ending = ''] = /^([1-9]\d{0,4})\.(avif|webp)$/.exec(c.req.param('file')) ?? []
    const id = c.req.param('id')
    const { viewer } = c.var.visit
    const type = `image/${ending}`
    const found = await findVersion(db, viewer, { id, type, width: Number(width) })
    const bytes = found && (await files.read(found.file))
    if (!bytes) throw notFound()
    return c.body(bytes, 200, {
      'content-type': type,
      // Its name holds the hash of what it was made of; whoever was shown it may keep it, as they may keep the page.
      'cache-control': found.isPublic ? 'public, max-age=31536000, immutable' : 'private, no-store',
    })
  })
  return app
}
