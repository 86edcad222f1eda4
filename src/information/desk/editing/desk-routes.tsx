import { Hono } from 'hono'
import {
  findDraft,
  flatten,
  type House,
  type HouseEnv,
  keepDraft,
  type KeptRecord,
  langsOf,
} from '../../../community/index.ts'
import { hrefIn } from '../../../design/index.ts'
import { readChecks } from '../../checks/queries.ts'
import { readerOf } from '../../readers/model.ts'
import { renderHeld } from '../drafts/desk-routes.tsx'
import { fieldAt } from '../fields/model.ts'
import { fieldsFor, typedIn } from '../form/model.ts'
import { compactedForm } from '../form/reading/model.ts'
import { typedOf } from '../form/typed/model.ts'
import { readBase } from '../opening/actions.ts'
import { mayRead } from '../opening/permissions.ts'
import {
  type Ctx,
  deskOfKind,
  done,
  type Edited,
  editedIn,
  faultsInWords,
  formIn,
  keepingIn,
  momentOf,
  ownTyped,
  pairsIn,
  plainTyped,
  readableIn,
  reasonOf,
  sentIn,
  textIn,
  versionIn,
  withWish,
} from '../requests/routes.ts'
import { saveForm } from '../saving/actions.ts'
import { readTextWork } from '../states/actions.ts'
import { EditAside } from './aside/desk-views.tsx'
import { deskPath } from './model.ts'
import { renderForm } from './shown/desk-routes.tsx'

const path = `${deskOfKind}/:id`

/** `/desk/{plural}/{id}`, where a record is written and translated. */
export function editingDeskRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.get(path, async (c) => {
    const { by, edited } = await editedIn(c, house)
    const { kind, id, lang, kept } = edited
    const { locale, now } = c.var.visit
    const reader = readerOf(locale, await house.known(now), now)
    const draft = await findDraft(house.db, { personId: by.personId, kind, recordId: id, lang: lang ?? '' })
    const like = c.req.query('like')
    const remarks = like === undefined ? [] : [reader.say('editor.doubt', { record: like })]
    const aside = await asideOf(c, house, edited)
    if (draft && c.req.query('draft') !== undefined) {
      const base = await readBase(house.db, kind, kept, draft.baseVersion)
      const typed = ownTyped(draft.typed, edited, base)
      const words = reader.say('editor.draftShown', { moment: momentOf(reader, draft.savedAt) })
      const version = draft.baseVersion
      return renderForm(c, house, edited, {
        typed,
        version,
        ...(base ? { base } : {}),
        remarks: [words],
        aside,
      })
    }
    const offered = draft && momentOf(reader, draft.savedAt)
    return renderForm(c, house, edited, { draft: offered, remarks, aside })
  })

  app.post(path, async (c) => {
    const data = await formIn(c)
    if (c.var.visit.viewer.kind === 'stranger') return renderHeld(c, house, data)
    const { by, edited } = await editedIn(c, house)
    const { kind, id, lang, kept } = edited
    const { locale, now } = c.var.visit
    const version = versionIn(data)
    const base = await readBase(house.db, kind, kept, version)
    const typed = typedIn({ kind, lang }, base ?? flatten(kept.record), pairsIn(data))
    const wish = textIn(data, 'do')
    const key = { personId: by.personId, kind, recordId: id, lang: lang ?? '' }
    if (wish === 'draft' || wish === 'preview' || wish === 'resume') {
      await keepDraft(house.db, key, { baseVersion: version, typed: plainTyped(typed) }, now)
      if (wish === 'preview')
        return c.redirect(hrefIn(locale, deskPath(kind, id, { lang, page: 'preview' })), 303)
      const where = hrefIn(locale, deskPath(kind, id, { lang, draft: true }))
      return c.redirect(`${where}&done=draft`, 303)
    }
    const shown = { typed, version, ...(base ? { base } : {}), aside: await asideOf(c, house, edited) }
    const shaped = withWish(typed, edited, wish)
    if (shaped) return renderForm(c, house, edited, { ...shown, typed: shaped })
    const sent = sentIn(data, { kind, id, lang, version, typed })
    const keeping = { ...(await keepingIn(c, house)), readable: await readableIn(c, house) }
    const answer = await saveForm(house.db, by, sent, keeping)
    if ('saved' in answer) return done(c, edited, answer.archived ? 'archived' : 'saved')
    const now_ = { ...edited, kept: answer.kept }
    if ('clashes' in answer) {
      const theirs = flatten(answer.kept.record)
      const fields = fieldsFor({ kind, lang }, theirs)
      const mine = {
        ...answer.merged,
        ...Object.fromEntries(answer.clashes.map(({ path, mine }) => [path, mine])),
      }
      const together = typedOf(fields, { ...theirs, ...mine })
      const clashes = answer.clashes
      const { version: latest } = answer.kept
      const faults = clashes.map(({ path }) => ({
        field: `choose.${path}`,
        message: reasonOf(c, kind, path),
      }))
      return renderForm(c, house, now_, {
        ...shown,
        base: theirs,
        typed: together,
        version: latest,
        clashes,
        faults,
        status: 409,
      })
    }
    const fields = fieldsFor({ kind, lang }, base ?? flatten(kept.record))
    const faults = await faultsInWords(c, house, kind, answer.faults)
    const clashes = [...sent.asked].map((path) => ({
      path,
      base: undefined,
      theirs: base?.[path],
      mine: base?.[path],
    }))
    return renderForm(c, house, now_, {
      ...shown,
      typed: compactedForm(fields, typed),
      choices: sent.choices,
      clashes,
      faults,
      status: 422,
    })
  })
  return app
}

async function asideOf(c: Ctx, house: House, { kind, id, lang, kept }: Edited & { kept: KeptRecord }) {
  const { locale, now } = c.var.visit
  const known = await house.known(now)
  const { record } = kept
  const original = langsOf(record)[0] ?? 'en'
  const found = await readChecks(house.db, known, { kind, id, record, lang: lang ?? original })
  const { href } = readerOf(locale, known, now)
  const isHere = (field: string) => lang === undefined || fieldAt(kind, field)?.inEachLanguage === true
  const hrefOf = ({ field }: { field: string }) =>
    isHere(field)
      ? `#${lang === undefined ? field : `translations.${lang}.${field}`}`
      : `${href(deskPath(kind, id))}#${field}`
  const checks = { ...found, kind, id, lang, checklist: known.checklist, hrefOf, isOnRecord: true }
  const here = lang ?? original
  const work = mayRead(c.var.visit.viewer, kind, record, here)
    ? await readTextWork(house.db, { kind, kept, lang: here })
    : undefined
  return <EditAside reader={readerOf(locale, known, now)} checks={checks} work={work} />
}
