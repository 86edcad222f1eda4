import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type House, type HouseEnv, mayAnywhere, type Member, memberIn } from '../../../community/index.ts'
import { type Fault, hrefIn } from '../../../design/index.ts'
import { notAllowed, notFound } from '../../../platform/index.ts'
import { speak } from '../../messages/index.ts'
import {
  addPicture,
  changePictures,
  findPictured,
  savePicture,
  type Unsaved,
  type UnsavedForm,
} from './actions.ts'
import { PictureBody, PicturesBody, picturesPath } from './desk-views.tsx'
import { formOf, type Pictured, type PictureForm, readForm, seenOf, withFirst } from './model.ts'

type Ctx = Context<HouseEnv>

const path = '/desk/:plural/:id/pictures'

/** The largest file that is taken. */
const largestFile = 20 * 1024 * 1024
/** With what a form has around it. */
const largestForm = largestFile + 64 * 1024

const done = ['added', 'saved', 'first', 'removed'] as const

/** `/desk/{plural}/{id}/pictures`: the pictures of a record. */
export function picturesDeskRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get(path, async (c) => {
    memberWho(c)
    return renderAll(c, await picturedAt(c, house), [])
  })

  // The first three lines before the body is read: nobody fills the memory who may not send pictures.
  app.post(
    path,
    async (c, next) => {
      memberWho(c)
      await picturedAt(c, house)
      await next()
    },
    bodyLimit({ maxSize: largestForm, onError: async (c: Ctx) => tooLarge(c, house) }),
    async (c) => {
      const editing = { by: memberWho(c), now: c.var.visit.now }
      const pictured = await picturedAt(c, house)
      const file = (await c.req.parseBody().catch(() => ({ picture: undefined })))['picture']
      if (!(file instanceof File) || file.size === 0)
        return renderAll(c, pictured, [faultOf(c, 'pictures.fault.file')], 422)
      if (file.size > largestFile) return tooLarge(c, house)
      const added = await addPicture(house, pictured, await bytesOf(file), editing)
      if (!('id' in added)) return renderAll(c, pictured, [unsavedWords(c, added)], 422)
      return leadTo(c, picturesPath(pictured, added.id), 'added')
    },
  )

  app.get(`${path}/:picture`, async (c) => {
    memberWho(c)
    const pictured = await picturedAt(c, house)
    return renderOne(c, pictured, {})
  })

  app.post(`${path}/:picture`, async (c) => {
    const editing = { by: memberWho(c), now: c.var.visit.now }
    const pictured = await picturedAt(c, house)
    const picture = pictureIn(c, pictured)
    const given = await c.req.parseBody().catch(() => ({}))
    const form = readForm(textsOf(given), pictured.mayChange ? pictured.langs : pictured.mayWords)
    const unsaved = await savePicture(house, pictured, { id: picture.id, form }, editing)
    if (!unsaved) return leadTo(c, picturesPath(pictured, picture.id), 'saved')
    return renderOne(c, pictured, { form, unsaved })
  })

  app.post(`${path}/:picture/first`, async (c) => {
    const editing = { by: memberWho(c), now: c.var.visit.now }
    const pictured = await picturedAt(c, house)
    const { id } = pictureIn(c, pictured)
    const unsaved = await changePictures(house, pictured, editing, (all) => withFirst(all, id))
    return unsaved
      ? renderAll(c, pictured, [unsavedWords(c, unsaved)], 422)
      : leadTo(c, picturesPath(pictured), 'first')
  })

  app.post(`${path}/:picture/remove`, async (c) => {
    const editing = { by: memberWho(c), now: c.var.visit.now }
    const pictured = await picturedAt(c, house)
    const { id } = pictureIn(c, pictured)
    const unsaved = await changePictures(house, pictured, editing, (all) =>
      all.filter((one) => one.id !== id),
    )
    return unsaved
      ? renderAll(c, pictured, [unsavedWords(c, unsaved)], 422)
      : leadTo(c, picturesPath(pictured), 'removed')
  })

  // Where a form was answered with faults, a reload or another language comes back to the pictures.
  app.get(`${path}/:picture/:what{first|remove}`, async (c) => {
    memberWho(c)
    return c.redirect(hrefIn(c.var.visit.locale, picturesPath(await picturedAt(c, house))), 303)
  })

  return app
}

function memberWho(c: Ctx): Member {
  const member = memberIn(c.var.visit)
  if (!mayAnywhere(member, 'records.edit')) throw notAllowed()
  return member
}

function picturedAt(c: Ctx, house: House): Promise<Pictured> {
  const asked = { kind: c.req.param('plural') ?? '', id: c.req.param('id') ?? '' }
  return findPictured(house, c.var.visit.viewer, asked)
}

function pictureIn(c: Ctx, { pictures }: Pictured) {
  const picture = pictures.find(({ id }) => id === c.req.param('picture'))
  if (!picture) throw notFound()
  return picture
}

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())

function textsOf(given: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

function leadTo(c: Ctx, address: string, what: (typeof done)[number]): Response {
  return c.redirect(`${hrefIn(c.var.visit.locale, address)}?done=${what}`, 303)
}

async function tooLarge(c: Ctx, house: House) {
  return renderAll(c, await picturedAt(c, house), [faultOf(c, 'pictures.fault.large')], 413)
}

type FaultKey =
  | 'pictures.fault.file'
  | 'pictures.fault.large'
  | `pictures.fault.${Extract<Unsaved, { fault: string }>['fault']}`

function faultOf(c: Ctx, key: FaultKey): Fault {
  return { field: 'picture', message: speak(c.var.visit.locale)(key) }
}

function unsavedWords(c: Ctx, unsaved: Unsaved): Fault {
  if ('fault' in unsaved) return faultOf(c, `pictures.fault.${unsaved.fault}`)
  const fields = unsaved.faults.map(({ field }) => field).join(', ')
  return { field: 'picture', message: speak(c.var.visit.locale)('pictures.fault.record', { fields }) }
}

function renderAll(c: Ctx, pictured: Pictured, faults: Fault[], status: 200 | 413 | 422 = 200) {
  const { locale } = c.var.visit
  c.status(status)
  return c.render(
    <PicturesBody locale={locale} pictured={pictured} notice={noticeOf(c)} faults={faults} />,
    headOf(c, pictured),
  )
}

function noticeOf(c: Ctx): string | undefined {
  const what = done.find((word) => word === c.req.query('done'))
  return what && speak(c.var.visit.locale)(`pictures.done.${what}`)
}

function headOf(c: Ctx, { title }: Pictured) {
  const words = `${speak(c.var.visit.locale)('pictures.title')}: ${title.text}`
  return { title: words, section: '/desk', noindex: true, desk: true }
}

/** One picture; with what was typed and why it was not kept. */
function renderOne(
  c: Ctx,
  pictured: Pictured,
  { form, unsaved }: { form?: PictureForm; unsaved?: UnsavedForm },
) {
  const { locale } = c.var.visit
  const picture = pictureIn(c, pictured)
  const say = speak(locale)
  const faults: Fault[] = []
  let shown = form ?? formOf(picture)
  let now = undefined
  if (unsaved && 'point' in unsaved) faults.push({ field: 'x', message: say('pictures.fault.point') })
  if (unsaved && 'faults' in unsaved) faults.push(unsavedWords(c, unsaved))
  if (unsaved && 'now' in unsaved) {
    now = unsaved.now
    faults.push({ field: 'x', message: say('pictures.fault.meanwhile') })
    // Whoever has seen what the other wrote may put theirs in its place.
    shown = { ...shown, seen: seenOf(now) }
  }
  c.status(unsaved === undefined ? 200 : now === undefined ? 422 : 409)
  const facts = { locale, pictured, picture, form: shown, notice: noticeOf(c), faults }
  return c.render(<PictureBody {...facts} {...(now ? { now } : {})} />, headOf(c, pictured))
}
