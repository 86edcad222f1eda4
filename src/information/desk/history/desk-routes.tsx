import { Hono } from 'hono'
import {
  compareVersions,
  fieldsToRestore,
  findVersion,
  type House,
  type HouseEnv,
  isStateField,
  mayEditField,
  mayPublish,
  originalLangOf,
  pieceNamed,
  readRevisions,
  restore,
  titleIn,
} from '../../../community/index.ts'
import { type Fault, hrefIn } from '../../../design/index.ts'
import { notFound, Refusal } from '../../../platform/index.ts'
import { deskKeeper } from '../../keepers/actions.ts'
import { readerOf } from '../../readers/model.ts'
import { refusalInWords } from '../form/words.ts'
import { type Ctx, deskOfKind, editedIn, formIn, keepingIn, versionIn } from '../requests/routes.ts'
import { HistoryBody, VersionBody } from './views.tsx'

const path = `${deskOfKind}/:id/history`

/** `/desk/{plural}/{id}/history`: every version of a record, what each changed, and bringing one back. */
export function historyDeskRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get(path, async (c) => {
    const { by, edited } = await editedIn(c, house)
    const before = Number(/^\d{1,9}$/.exec(c.req.query('before') ?? '')?.[0] ?? Number.MAX_SAFE_INTEGER)
    const found = await readRevisions(house.db, by, deskKeeper(edited.kind), edited.id, before)
    const reader = await readerIn(c, house)
    const of = ofRecord(edited)
    return c.render(
      <HistoryBody reader={reader} of={of} {...found} done={c.req.query('done') === 'restored'} />,
      { title: reader.say('history.title', { title: of.title }), section: '/desk', noindex: true },
    )
  })

  app.get(`${path}/:version`, (c) => renderVersion(c, house))

  app.post(`${path}/:version/restore`, async (c) => {
    const { by, edited } = await editedIn(c, house)
    const data = await formIn(c)
    const fields = data.getAll('field').filter((name) => typeof name === 'string')
    const reader = await readerIn(c, house)
    if (fields.length === 0) {
      c.status(422)
      const faults = [{ field: 'field', message: reader.say('life.fault.nothing') }]
      return renderVersion(c, house, { faults, ticked: fields })
    }
    const asked = { id: edited.id, version: versionIn(data), toVersion: numberIn(c), fields }
    const why = reader.say('history.restored', { number: String(asked.toVersion) })
    const answer = await restore(
      house.db,
      deskKeeper(edited.kind),
      by,
      { ...asked, why },
      await keepingIn(c, house),
    ).catch((error: unknown) => {
      if (error instanceof Refusal && error.status === 409) return 'changed' as const
      throw error
    })
    if (answer !== 'changed' && 'version' in answer) {
      const page = `/desk/${edited.kind}/${encodeURIComponent(edited.id)}/history?done=restored`
      return c.redirect(hrefIn(c.var.visit.locale, page), 303)
    }
    const known = await house.known(c.var.visit.now)
    const isChanged = answer === 'changed' || !('faults' in answer)
    const faults: Fault[] = isChanged
      ? [{ field: 'restore', message: reader.say('life.fault.changed') }]
      : answer.faults.map((fault) => ({
          field: 'restore',
          message: refusalInWords(reader, known, edited.kind, fault),
        }))
    c.status(isChanged ? 409 : 422)
    return renderVersion(c, house, { faults, ticked: fields })
  })

  // Where bringing back was answered with faults, a reload or another language comes back to the version.
  app.get(`${path}/:version/restore`, async (c) => {
    const { edited } = await editedIn(c, house)
    const page = `/desk/${edited.kind}/${encodeURIComponent(edited.id)}/history/${numberIn(c)}`
    return c.redirect(hrefIn(c.var.visit.locale, page), 303)
  })
  return app
}

function numberIn(c: Ctx): number {
  const given = c.req.param('version') ?? ''
  if (!/^\d{1,9}$/.test(given)) throw notFound()
  return Number(given)
}

async function readerIn(c: Ctx, house: House) {
  const { locale, now } = c.var.visit
  return readerOf(locale, await house.known(now), now)
}

type Found = Awaited<ReturnType<typeof editedIn>>['edited']

const ofRecord = ({ kind, kept }: Found) => ({
  kind,
  kept,
  title: titleIn(kept.record, originalLangOf(kept.record)),
})

/** A version; with what was ticked and why nothing was brought back. */
async function renderVersion(
  c: Ctx,
  house: House,
  { faults = [], ticked }: { faults?: Fault[]; ticked?: string[] } = {},
) {
  const { by, edited } = await editedIn(c, house)
  const keeper = deskKeeper(edited.kind)
  const { kept, kind, id } = edited
  const number = numberIn(c)
  const then = await findVersion(house.db, kind, id, number)
  if (!then) throw notFound()
  const compared = c.req.query('with') === 'now' || number === 1 ? 'now' : 'before'
  const [from, to] = compared === 'now' ? [number, kept.version] : [number - 1, number]
  const { differences } = await compareVersions(house.db, by, keeper, { id, from, to })
  const changed = Object.keys(fieldsToRestore(kept.record, then.record)).filter(
    (field) => !isStateField(field),
  )
  const restorable = changed.filter((field) => {
    const lang = pieceNamed(field)?.lang ?? originalLangOf(kept.record)
    return mayEditField(by, kind, kept.record, field) && mayPublish(by, kind, kept.record, lang)
  })
  const reader = await readerIn(c, house)
  const of = ofRecord(edited)
  return c.render(
    <VersionBody
      reader={reader}
      of={of}
      version={then}
      differences={differences}
      compared={compared}
      restorable={restorable.map((path) => ({ path, ticked: ticked?.includes(path) ?? true }))}
      faults={faults}
    />,
    {
      title: reader.say('history.of', { number: String(number), title: of.title }),
      section: '/desk',
      noindex: true,
    },
  )
}
