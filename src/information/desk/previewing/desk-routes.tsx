import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import {
  endPreviewLink,
  findDraft,
  type House,
  type HouseEnv,
  listPreviewLinks,
  makePreviewLink,
  type Member,
  previewBehind,
  previewDays,
  readRecord,
  stranger,
} from '../../../community/index.ts'
import { hrefIn, isLocale, Notice, type PageHead } from '../../../design/index.ts'
import { isRowId, notFound, type Tx } from '../../../platform/index.ts'
import { articleRoutes } from '../../articles/routes.tsx'
import { directoryRoutes } from '../../directory/routes.tsx'
import { eventRoutes } from '../../events/routes.tsx'
import { opportunityRoutes } from '../../opportunities/routes.tsx'
import { programmeRoutes } from '../../programmes/routes.tsx'
import { readerOf } from '../../readers/model.ts'
import { deskPath } from '../editing/model.ts'
import { deskKinds, type DeskKind } from '../fields/model.ts'
import { isGivenOut, openRecord } from '../opening/actions.ts'
import {
  type Ctx,
  deskOfKind,
  editedIn,
  faultsInWords,
  formIn,
  keepingIn,
  kindIn,
  readableIn,
  textIn,
  writerIn,
} from '../requests/routes.ts'
import { asIfPublished, type Previewed } from './actions.ts'
import { MendBody, PreviewBar } from './desk-views.tsx'

const path = `${deskOfKind}/:id/preview`

/** The pages of records as strangers see them. */
const pagesOf: Record<DeskKind, (house: House) => Hono<HouseEnv>> = {
  opportunities: opportunityRoutes,
  events: eventRoutes,
  articles: articleRoutes,
  programmes: programmeRoutes,
  organisations: directoryRoutes,
}

/** `/desk/{plural}/{id}/preview`, a record as it will look, and `/preview/{token}`, the same by a secret link. */
export function previewingDeskRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get(path, async (c) => {
    const by = writerIn(c)
    const previewed = await previewedIn(c, house, by)
    return led(c, previewed.lang) ?? renderPreview(c, house, previewed)
  })

  app.post(path, async (c) => {
    const by = writerIn(c)
    const previewed = await previewedIn(c, house, by)
    const { kind, id, kept, lang } = previewed
    if (!kept) throw notFound()
    const data = await formIn(c)
    const { locale, now } = c.var.visit
    const ended = textIn(data, 'end')
    if (ended !== '') {
      if (isRowId(ended)) await endPreviewLink(house.db, by, { kind, recordId: id, id: ended })
      return c.redirect(hrefIn(locale, deskPath(kind, id, { lang, page: 'preview' })), 303)
    }
    if (textIn(data, 'do') !== 'make')
      return c.redirect(hrefIn(locale, deskPath(kind, id, { lang, page: 'preview' })), 303)
    const token = await makePreviewLink(house.db, by, { kind, recordId: id, lang }, now)
    return renderPreview(c, house, previewed, `${house.publicUrl}/preview/${token}`)
  })

  app.get('/preview/:token', async (c) => {
    const { now } = c.var.visit
    const link = await previewBehind(house.db, c.req.param('token'), now)
    const kind = deskKinds.find((one) => one === link?.kind)
    const kept = link && kind && (await readRecord(house.db, kind, link.recordId))
    if (!link || !kind || !kept) throw notFound()
    const leading = led(c, link.lang)
    if (leading) return leading
    const previewed = { kind, id: link.recordId, lang: link.lang, personId: link.madeBy, kept }
    const found = await pageOf(c, house, previewed)
    // What its editor has to mend is nothing for others.
    if (!('page' in found)) throw notFound()
    const { locale } = c.var.visit
    const reader = readerOf(locale, await house.known(now), now)
    const bar = <Notice tone="warning">{reader.say('preview.secret')}</Notice>
    return renderPage(c, found.page, bar)
  })

  return app
}

/** A page as the routes of its kind made it. */
type Page = { content: Child; head: PageHead }

/** The preview an address asks for: of a record that is there, or of the draft of one that is not. */
async function previewedIn(c: Ctx, house: House, by: Member): Promise<Previewed> {
  const kind = kindIn(c)
  const id = c.req.param('id') ?? ''
  const isThere = !isGivenOut(kind, id) || (await readRecord(house.db, kind, id)) !== undefined
  if (!isThere) {
    const draft = await findDraft(house.db, { personId: by.personId, kind, recordId: id, lang: '' })
    if (!draft) throw notFound()
    return {
      kind,
      id,
      lang: draft.typed['original_lang']?.[0] || 'en',
      personId: by.personId,
      kept: undefined,
    }
  }
  const { edited } = await editedIn(c, house)
  const kept = await openRecord(house.db, by, kind, id)
  const original = kept.record['original_lang']
  const lang = edited.lang ?? (typeof original === 'string' ? original : 'en')
  return { kind, id, lang, personId: by.personId, kept }
}

/** A preview is in the language it shows, where the interface has it. */
function led(c: Ctx, lang: string): Response | undefined {
  const { locale, path } = c.var.visit
  return isLocale(lang) && lang !== locale ? c.redirect(hrefIn(lang, path), 302) : undefined
}

async function pageOf(c: Ctx, house: House, previewed: Previewed) {
  const keeping = { ...(await keepingIn(c, house)), readable: await readableIn(c, house) }
  const answer = await asIfPublished(house.db, previewed, keeping, (tx, record) =>
    publicPage(c, { ...house, known: () => Promise.resolve(keeping.known) }, tx, {
      kind: previewed.kind,
      slug: String(record['slug']),
    }),
  )
  if (!answer) throw notFound()
  if ('shown' in answer) return { page: answer.shown }
  const faults =
    'typed' in answer
      ? answer.typed.map((fault) => ({ kind: 'typed', fault }) as const)
      : answer.faults.map((fault) => ({ kind: 'refused', fault }) as const)
  return { faults: await faultsInWords(c, house, previewed.kind, faults) }
}

/** Asks the public page of a record within a transaction, as a stranger. */
async function publicPage(
  c: Ctx,
  house: House,
  tx: Tx,
  { kind, slug }: { kind: DeskKind; slug: string },
): Promise<Page> {
  const { visit } = c.var
  const path = `/${kind}/${slug}`
  let page: Page | undefined
  const inner = new Hono<HouseEnv>()
  inner.use(async (one, next) => {
    one.set('visit', { ...visit, viewer: stranger, path })
    one.setRenderer((content, head) => {
      page = { content, head }
      return one.text('')
    })
    await next()
  })
  inner.onError((error) => {
    throw error
  })
  inner.route('/', pagesOf[kind]({ ...house, db: tx }))
  await inner.request(path)
  if (!page) throw notFound()
  return page
}

async function renderPreview(c: Ctx, house: House, previewed: Previewed, made?: string) {
  const { locale, now } = c.var.visit
  const { kind, id, kept } = previewed
  const reader = readerOf(locale, await house.known(now), now)
  const found = await pageOf(c, house, previewed)
  const original = kept?.record['original_lang'] ?? 'en'
  const lang = previewed.lang === original ? undefined : previewed.lang
  if (!('page' in found)) {
    const back = kept
      ? deskPath(kind, id, { lang, draft: true })
      : `/desk/${kind}/new?draft=${encodeURIComponent(id)}`
    c.status(422)
    return c.render(<MendBody reader={reader} back={back} faults={found.faults} />, {
      title: reader.say('preview.title'),
      section: '/desk',
      noindex: true,
    })
  }
  const links = kept ? await listPreviewLinks(house.db, { kind, recordId: id }, now) : []
  const facts = { reader, kind, id, lang, isNew: !kept, links, made, days: previewDays }
  return renderPage(c, found.page, <PreviewBar facts={facts} />)
}

function renderPage(c: Ctx, { content, head }: Page, bar: Child) {
  const { title, titleLang, description } = head
  c.header('x-robots-tag', 'noindex')
  return c.render(
    <>
      {bar}
      {content}
    </>,
    { title, titleLang, description, noindex: true },
  )
}
