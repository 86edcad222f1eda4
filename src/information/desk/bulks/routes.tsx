import { type Context, Hono } from 'hono'
import {
  type Bulk,
  findBulk,
  type HouseEnv,
  listBulkRecords,
  listBulks,
  listAssignable,
  mayAnywhere,
  type Member,
  memberIn,
  readDeskIds,
} from '../../../community/index.ts'
import { hrefIn } from '../../../design/index.ts'
import { isRowId, notAllowed, notFound } from '../../../platform/index.ts'
import { readerOf } from '../../readers/model.ts'
import { type DeskKind, deskKinds } from '../fields/model.ts'
import { dayOf, emptyQuery } from '../tables/model.ts'
import { askedOf, type Desk, queryOf, renderTable, rolesThatEdit } from '../tables/routes.tsx'
import { askBulk, beginBulk, type Doing } from './actions.ts'
import { type BulkFault, type BulkForm, changeAsked, mostBulkRecords } from './model.ts'
import { BulkBody, bulkPageSize, BulksBody } from './views.tsx'

type Ctx = Context<HouseEnv>

/** `/desk/bulk`, changes to several records: asked for from a table, looked at, done, undone. */
export function bulkRoutes(desk: Desk): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const { db } = desk.house

  app.get('/desk/bulk', async (c) => {
    const by = memberWhoEdits(c)
    const { locale, now } = c.var.visit
    const reader = readerOf(locale, await desk.house.known(now), now)
    const people = await listAssignable(db, rolesThatEdit(desk.roles), now)
    return c.render(<BulksBody reader={reader} bulks={await listBulks(db, by)} people={people} />, {
      title: reader.say('bulks.title'),
      section: '/desk',
      noindex: true,
    })
  })

  app.post('/desk/bulk', async (c) => {
    const by = memberWhoEdits(c)
    const data = await c.req.formData().catch(() => new FormData())
    const kind = kindIn(data)
    const { query, known } = await queryOf(c, desk, kind, textIn(data, 'query'))
    const { now } = c.var.visit
    const form = formIn(data)
    const people = await listAssignable(db, rolesThatEdit(desk.roles), now)
    const asked = changeAsked(form, kind, { known, people, today: dayOf(now) })
    const whole = askedOf(kind, query, now)
    const chosen = {
      ...whole,
      ...(form.which === 'chosen' ? { ...askedOf(kind, emptyQuery, now), ids: form.ids } : {}),
    }
    const records = await readDeskIds(db, by, chosen, mostBulkRecords + 1)
    const faults = [...countFaults(records.length), ...('faults' in asked ? asked.faults : [])]
    if (faults.length > 0 || 'faults' in asked)
      return renderTable(c, desk, { kind, query, bulk: { ...form, faults } })
    const text = textIn(data, 'query')
    const bulk = { kind, change: asked.change, query: text, records }
    const id = await askBulk(db, bulk, { by, known, now })
    return c.redirect(hrefIn(c.var.visit.locale, `/desk/bulk/${id}`), 303)
  })

  app.get('/desk/bulk/:id', async (c) => renderBulk(c, desk, await bulkAt(c, desk)))

  for (const [step, to] of [
    ['start', 'doing'],
    ['undo', 'undoing'],
  ] as const)
    app.post(`/desk/bulk/:id/${step}`, async (c) => {
      const { id } = await bulkAt(c, desk)
      await beginBulk(db, id, to, await doingOf(c, desk))
      return c.redirect(hrefIn(c.var.visit.locale, `/desk/bulk/${id}`), 303)
    })

  return app
}

function memberWhoEdits(c: Ctx): Member {
  const member = memberIn(c.var.visit)
  if (!mayAnywhere(member, 'records.edit')) throw notAllowed()
  return member
}

async function doingOf(c: Ctx, { house }: Desk): Promise<Doing> {
  const { now } = c.var.visit
  return { by: memberWhoEdits(c), known: await house.known(now), now }
}

/** Text of a form field, without what no text of the database holds. */
const textIn = (data: FormData, name: string): string => {
  const value = data.get(name)
  return typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed().slice(0, 4000) : ''
}

function kindIn(data: FormData): DeskKind {
  const kind = deskKinds.find((each) => each === textIn(data, 'kind'))
  if (!kind) throw notFound()
  return kind
}

function formIn(data: FormData): BulkForm {
  const ids = data.getAll('id').flatMap((id) => (typeof id === 'string' ? [id.replaceAll('\0', '')] : []))
  return {
    which: textIn(data, 'which') === 'found' ? 'found' : 'chosen',
    action: textIn(data, 'action'),
    discipline: textIn(data, 'discipline'),
    theme: textIn(data, 'theme'),
    country: textIn(data, 'country'),
    person: textIn(data, 'person'),
    language: textIn(data, 'language'),
    ids: [...new Set(ids)],
    faults: [],
  }
}

const countFaults = (count: number): BulkFault[] =>
  count === 0
    ? [{ field: 'which', fault: 'none' }]
    : count > mostBulkRecords
      ? [{ field: 'which', fault: 'many' }]
      : []

async function bulkAt(c: Ctx, { house }: Desk): Promise<Bulk> {
  const by = memberWhoEdits(c)
  const id = c.req.param('id') ?? ''
  const bulk = isRowId(id) ? await findBulk(house.db, by, id) : undefined
  if (!bulk) throw notFound()
  return bulk
}

async function renderBulk(c: Ctx, { house, roles }: Desk, bulk: Bulk) {
  const by = memberWhoEdits(c)
  const { locale, now } = c.var.visit
  const { db } = house
  const kind = deskKinds.find((each) => each === bulk.kind)
  const page = Number(/^[1-9]\d{0,4}$/.exec(c.req.query('page') ?? '1')?.[0] ?? 0)
  if (!kind || page === 0) throw notFound()
  const reader = readerOf(locale, await house.known(now), now)
  const records = await listBulkRecords(db, bulk.id, {
    limit: bulkPageSize,
    offset: (page - 1) * bulkPageSize,
  })
  if (records.length === 0 && page > 1) throw notFound()
  const ids = records.map(({ id }) => id)
  // Roles may have been limited since it was asked for.
  const seen = await readDeskIds(db, by, { ...askedOf(kind, emptyQuery, now), ids }, ids.length)
  const facts = {
    reader,
    kind,
    bulk,
    records,
    seen: new Set(seen.map(({ id }) => id)),
    people: await listAssignable(db, rolesThatEdit(roles), now),
    page,
  }
  return c.render(<BulkBody facts={facts} />, {
    title: reader.say('bulks.title'),
    section: '/desk',
    noindex: true,
  })
}
