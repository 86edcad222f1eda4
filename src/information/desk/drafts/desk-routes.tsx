import { Hono } from 'hono'
import {
  flatten,
  type House,
  type HouseEnv,
  keepDraft,
  letGoOfDraft,
  type Member,
} from '../../../community/index.ts'
import { hrefIn } from '../../../design/index.ts'
import { notAllowed } from '../../../platform/index.ts'
import { readerOf } from '../../readers/model.ts'
import { deskPath } from '../editing/model.ts'
import type { DeskKind } from '../fields/model.ts'
import { typedIn } from '../form/model.ts'
import { isGivenOut, openRecord } from '../opening/actions.ts'
import {
  type Ctx,
  deskOfKind,
  done,
  editedIn,
  formIn,
  kindIn,
  pairsIn,
  plainTyped,
  textIn,
  versionIn,
  writerIn,
} from '../requests/routes.ts'
import { HeldBody } from './views.tsx'

const path = `${deskOfKind}/:id/draft`

/** `/desk/{plural}/{id}/draft`, what somebody has typed and not saved. */
export function draftDeskRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.post(path, async (c) => {
    const data = await formIn(c)
    const { viewer } = c.var.visit
    const whose = textIn(data, 'whose')
    // Somebody else has signed in since the form was opened: what was typed is not theirs.
    if (viewer.kind === 'stranger' || (whose !== '' && whose !== viewer.personId))
      return renderHeld(c, house, data)
    const by = writerIn(c)
    const kind = kindIn(c)
    const id = c.req.param('id') ?? ''
    const { locale, now } = c.var.visit
    const isNew = isGivenOut(kind, id) && !(await isKept(house, by, kind, id))
    const edited = isNew ? { kind, id, lang: undefined, kept: undefined } : (await editedIn(c, house)).edited
    const key = { personId: by.personId, kind, recordId: id, lang: edited.lang ?? '' }
    if (textIn(data, 'do') === 'drop') {
      await letGoOfDraft(house.db, key)
      return isNew ? c.redirect(hrefIn(locale, `/desk/${kind}/new`), 303) : done(c, edited, 'dropped')
    }
    const flat = edited.kept ? flatten(edited.kept.record) : {}
    const typed = typedIn(edited, flat, pairsIn(data))
    await keepDraft(house.db, key, { baseVersion: versionIn(data), typed: plainTyped(typed) }, now)
    if (/\bapplication\/json\b/.test(c.req.header('accept') ?? '')) return c.json({ kept: now.toString() })
    return c.redirect(
      `${hrefIn(locale, deskPath(kind, id, { lang: edited.lang, draft: true }))}&done=draft`,
      303,
    )
  })

  // Where a form was answered by a page, a reload or another language comes back to the record.
  app.get(path, (c) => {
    writerIn(c)
    return c.redirect(
      hrefIn(c.var.visit.locale, deskPath(kindIn(c), c.req.param('id') ?? '', { lang: c.req.query('lang') })),
      303,
    )
  })
  return app
}

const isKept = async (house: House, by: Member, kind: DeskKind, id: string) =>
  (await openRecord(house.db, by, kind, id).catch(() => undefined)) !== undefined

/** All that was typed, on a page that goes on with it once its writer has signed in again. */
export async function renderHeld(c: Ctx, house: House, data: FormData) {
  const origin = c.req.header('origin')
  // Another site must not put words into the form of somebody who then signs in.
  if (origin === undefined ? c.req.header('sec-fetch-site') === 'cross-site' : origin !== house.publicUrl)
    throw notAllowed()
  const { locale, now } = c.var.visit
  const reader = readerOf(locale, await house.known(now), now)
  const { search } = new URL(c.req.url)
  const action = c.req.path.replace(/\/draft$/, '') + search
  c.status(401)
  c.header('www-authenticate', 'Bearer')
  return c.render(<HeldBody reader={reader} action={action} pairs={pairsIn(data)} />, {
    title: reader.say('held.title'),
    section: '/desk',
    noindex: true,
  })
}
