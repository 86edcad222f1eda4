import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import {
  type ChecklistItem,
  type House,
  type HouseEnv,
  may,
  type Member,
  memberIn,
} from '../../../community/index.ts'
import { hrefIn, type Locale, locales } from '../../../design/index.ts'
import { notAllowed, notFound } from '../../../platform/index.ts'
import { type DeskKind, deskKinds } from '../../desk/fields/model.ts'
import { speak } from '../../messages/index.ts'
import { readerOf } from '../../readers/model.ts'
import { removeItem, saveItem } from '../actions.ts'
import { ChecklistBody, ItemBody } from './desk-views.tsx'
import { formOfItem, type ItemFault, type ItemForm, itemFrom, longestAsking, newForm } from './model.ts'

type Ctx = Context<HouseEnv>

const path = '/desk/checklist'

/** `/desk/checklist`: what records are asked, and where administrators change it. */
export function checklistRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get(path, async (c) => {
    memberWho(c)
    const { locale, now } = c.var.visit
    const known = await house.known(now)
    const done = (['saved', 'removed'] as const).find((word) => word === c.req.query('done'))
    const facts = { checklist: known.checklist, done }
    return c.render(
      <ChecklistBody reader={readerOf(locale, known, now)} facts={facts} />,
      head(c, 'checklist.title'),
    )
  })

  app.get(`${path}/new`, async (c) => {
    memberWho(c)
    const known = await house.known(c.var.visit.now)
    const kind = kindNamed(c.req.query('kind'))
    return renderItem(c, house, { form: newForm(kind, known.checklist), faults: [] })
  })

  app.post(`${path}/new`, async (c) => {
    const by = memberWho(c)
    const data = await c.req.formData().catch(() => new FormData())
    return save(c, house, by, { data, kind: kindNamed(textIn(data, 'kind')), item: undefined })
  })

  addOneItem(app, house)
  return app
}

function addOneItem(app: Hono<HouseEnv>, house: House): void {
  app.get(`${path}/:item`, async (c) => {
    memberWho(c)
    const item = await itemAt(c, house)
    return renderItem(c, house, { form: formOfItem(kindNamed(item.kind), item), faults: [], item })
  })

  app.post(`${path}/:item`, async (c) => {
    const by = memberWho(c)
    const item = await itemAt(c, house)
    const data = await c.req.formData().catch(() => new FormData())
    return save(c, house, by, { data, kind: kindNamed(item.kind), item })
  })

  app.post(`${path}/:item/remove`, async (c) => {
    const by = memberWho(c)
    await removeItem(house.db, by, c.req.param('item'))
    return c.redirect(`${hrefIn(c.var.visit.locale, path)}?done=removed`, 303)
  })

  // A reload of what was posted comes back to the item.
  app.get(`${path}/:item/remove`, (c) => {
    memberWho(c)
    return c.redirect(hrefIn(c.var.visit.locale, `${path}/${encodeURIComponent(c.req.param('item'))}`), 303)
  })
}

type Saving = { data: FormData; kind: DeskKind; item: ChecklistItem | undefined }

async function save(c: Ctx, house: House, by: Member, { data, kind, item }: Saving) {
  const { locale, now } = c.var.visit
  const form = formIn(data, kind)
  const read = itemFrom(form, item?.id ?? randomUUID(), await house.known(now))
  if ('faults' in read) {
    c.status(422)
    return renderItem(c, house, { form, faults: read.faults, ...(item ? { item } : {}) })
  }
  await saveItem(house.db, by, read.item)
  return c.redirect(`${hrefIn(locale, path)}?done=saved`, 303)
}

function memberWho(c: Ctx): Member {
  const member = memberIn(c.var.visit)
  if (!may(member, 'house.settings', {})) throw notAllowed()
  return member
}

const kindNamed = (name: string | undefined): DeskKind =>
  deskKinds.find((kind) => kind === name) ?? 'opportunities'

async function itemAt(c: Ctx, house: House): Promise<ChecklistItem> {
  const { checklist } = await house.known(c.var.visit.now)
  const item = checklist.find(({ id }) => id === c.req.param('item'))
  if (!item) throw notFound()
  return item
}

/** One line of a form. */
function textIn(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string'
    ? value
        .toWellFormed()
        .replaceAll(/\p{Cc}+/gu, ' ')
        .trim()
    : ''
}

const listIn = (data: FormData, name: string) =>
  data.getAll(name).filter((value) => typeof value === 'string')

function formIn(data: FormData, kind: DeskKind): ItemForm {
  const said = (locale: Locale) => textIn(data, `words-${locale}`).slice(0, longestAsking + 200)
  return {
    kind,
    level: textIn(data, 'level'),
    test: textIn(data, 'test'),
    field: textIn(data, 'field'),
    terms: listIn(data, 'terms'),
    days: textIn(data, 'days').slice(0, 20),
    types: listIn(data, 'types'),
    words: {
      en: said('en'),
      fr: said('fr'),
      vi: said('vi'),
      zh: said('zh'),
      th: said('th'),
      km: said('km'),
      ur: said('ur'),
    },
    position: textIn(data, 'position').slice(0, 20),
    isOn: data.get('on') === 'yes',
  }
}

type Rendering = { form: ItemForm; faults: ItemFault[]; item?: ChecklistItem }

async function renderItem(c: Ctx, house: House, { form, faults, item }: Rendering) {
  const { locale, now } = c.var.visit
  const say = speak(locale)
  const known = await house.known(now)
  const inWords = faults.map(({ field, fault }) => ({
    field,
    message:
      fault === 'long'
        ? say('checklist.fault.long', { count: longestAsking })
        : say(`checklist.fault.${fault}`),
  }))
  const facts = { form, faults: inWords, id: item?.id, vocabularies: known.vocabularies, locales }
  return c.render(
    <ItemBody reader={readerOf(locale, known, now)} facts={facts} />,
    head(c, item ? 'checklist.one' : 'checklist.new'),
  )
}

const head = (c: Ctx, key: 'checklist.title' | 'checklist.one' | 'checklist.new') => ({
  title: speak(c.var.visit.locale)(key),
  section: '/desk',
  noindex: true,
})
