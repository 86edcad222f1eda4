import { Hono } from 'hono'
import {
  findDraft,
  type House,
  type HouseEnv,
  keepDraft,
  listNewDrafts,
  type Member,
} from '../../../community/index.ts'
import { hrefIn } from '../../../design/index.ts'
import { notAllowed, notFound } from '../../../platform/index.ts'
import { readerOf } from '../../readers/model.ts'
import { renderHeld } from '../drafts/desk-routes.tsx'
import { NewDrafts } from './desk-views.tsx'
import { deskPath } from '../editing/model.ts'
import { renderForm } from '../editing/shown/desk-routes.tsx'
import { type DeskKind, titleField } from '../fields/model.ts'
import { fieldsFor, typedIn } from '../form/model.ts'
import { compactedForm } from '../form/reading/model.ts'
import { isGivenOut, newRecordId, openRecord } from '../opening/actions.ts'
import { mayBegin } from '../opening/permissions.ts'
import {
  type Ctx,
  deskOfKind,
  done,
  type Edited,
  faultsInWords,
  formIn,
  keepingIn,
  kindIn,
  momentOf,
  ownTyped,
  pairsIn,
  plainTyped,
  readableIn,
  textIn,
  withWish,
  writerIn,
} from '../requests/routes.ts'
import { beginRecord } from '../saving/actions.ts'

const newPath = `${deskOfKind}/new`

/** `/desk/{plural}/new`, where a record begins. */
export function beginningDeskRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.get(newPath, async (c) => {
    const by = writerIn(c)
    const kind = kindIn(c)
    const wanted = c.req.query('draft')
    if (wanted !== undefined) return renderNewDraft(c, house, kind, wanted)
    const { locale, now } = c.var.visit
    if (!mayBegin(by, kind, languageOf(c, by, kind))) throw notAllowed()
    const reader = readerOf(locale, await house.known(now), now)
    const drafts = await listNewDrafts(house.db, { personId: by.personId, kind })
    const named = drafts.map(({ recordId, typed, savedAt }) => ({
      id: recordId,
      title: typed[titleField(kind)]?.[0] ?? '',
      moment: momentOf(reader, savedAt),
    }))
    const remarks = named.length === 0 ? [] : [<NewDrafts reader={reader} kind={kind} drafts={named} />]
    const edited = { kind, id: newRecordId(kind), lang: undefined, kept: undefined }
    const base = { original_lang: languageOf(c, by, kind) }
    return renderForm(c, house, edited, { base, remarks })
  })

  app.post(newPath, async (c) => {
    const data = await formIn(c)
    if (c.var.visit.viewer.kind === 'stranger') return renderHeld(c, house, data)
    const by = writerIn(c)
    const kind = kindIn(c)
    const id = textIn(data, 'id')
    const edited: Edited = {
      kind,
      id: isGivenOut(kind, id) ? id : newRecordId(kind),
      lang: undefined,
      kept: undefined,
    }
    const typed = typedIn({ kind }, {}, pairsIn(data))
    const wish = textIn(data, 'do')
    const { locale, now } = c.var.visit
    const key = { personId: by.personId, kind, recordId: edited.id, lang: '' }
    if (wish === 'draft' || wish === 'preview' || wish === 'resume') {
      await keepDraft(house.db, key, { baseVersion: 0, typed: plainTyped(typed) }, now)
      const query = `draft=${encodeURIComponent(edited.id)}`
      if (wish === 'preview')
        return c.redirect(hrefIn(locale, deskPath(kind, edited.id, { page: 'preview' })), 303)
      return c.redirect(hrefIn(locale, `/desk/${kind}/new?${query}&done=draft`), 303)
    }
    const shaped = withWish(typed, edited, wish)
    if (shaped) return renderForm(c, house, edited, { typed: shaped })
    const keeping = { ...(await keepingIn(c, house)), readable: await readableIn(c, house) }
    const answer = await beginRecord(house.db, by, { kind, id: edited.id, typed }, keeping)
    if ('faults' in answer) {
      const compacted = compactedForm(fieldsFor({ kind }, {}), typed)
      const faults = await faultsInWords(c, house, kind, answer.faults)
      return renderForm(c, house, edited, { typed: compacted, faults, status: 422 })
    }
    if ('there' in answer) {
      // Whoever may not open it finds nothing, as with any id.
      await openRecord(house.db, by, kind, answer.there)
      return done(c, edited, 'there')
    }
    const [doubt] = answer.doubts
    const like = doubt ? `&like=${encodeURIComponent(doubt.like)}` : ''
    return c.redirect(`${hrefIn(locale, deskPath(kind, answer.begun))}?done=begun${like}`, 303)
  })
  return app
}

function languageOf(c: Ctx, by: Member, kind: DeskKind): string {
  const wanted = [c.var.visit.locale, 'en', ...by.roles.flatMap(({ limits }) => limits.language ?? [])]
  return wanted.find((lang) => mayBegin(by, kind, lang)) ?? 'en'
}

async function renderNewDraft(c: Ctx, house: House, kind: DeskKind, id: string) {
  const by = writerIn(c)
  const { locale, now } = c.var.visit
  const draft = await findDraft(house.db, { personId: by.personId, kind, recordId: id, lang: '' })
  if (!draft || !isGivenOut(kind, id)) throw notFound()
  const reader = readerOf(locale, await house.known(now), now)
  const remark = reader.say('editor.draftShown', { moment: momentOf(reader, draft.savedAt) })
  const edited = { kind, id, lang: undefined, kept: undefined }
  return renderForm(c, house, edited, { typed: ownTyped(draft.typed, edited, {}), remarks: [remark] })
}
