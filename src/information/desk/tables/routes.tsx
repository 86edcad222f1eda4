import { type Context, Hono } from 'hono'
import { stream } from 'hono/streaming'
import {
  type DeskAsked,
  type House,
  type HouseEnv,
  type Known,
  listDeskRows,
  listAssignable,
  listTableViews,
  mayAnywhere,
  memberIn,
  type Member,
  readDeskRows,
  type Registry,
} from '../../../community/index.ts'
import { badRequest, notAllowed, notFound } from '../../../platform/index.ts'
import { type Reader, readerOf } from '../../readers/model.ts'
import { type BulkForm, emptyBulkForm } from '../bulks/model.ts'
import { bulkFaultsInWords } from '../bulks/words.ts'
import { type DeskKind, deskKinds } from '../fields/model.ts'
import { csvHead, csvLines } from './csv/words.ts'
import { deskPageSize, type DeskQuery, lastDeskPage, readDeskQuery, usualColumns } from './model.ts'
import { type TableFacts, TableBody } from './views.tsx'
import { kindLabel } from './words.ts'

type Ctx = Context<HouseEnv>

/** The house, with the roles it knows. */
export type Desk = { house: House; roles: Registry }

/** The roles whose holders can look after records. */
export const rolesThatEdit = ({ all }: Registry) =>
  all.flatMap(({ id, permissions }) => (permissions.includes('records.edit') ? [id] : []))

/** `/desk/{kind}`, the tables of the desk, and what they show as CSV. */
export function tableRoutes(desk: Desk): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  for (const kind of deskKinds) {
    app.get(`/desk/${kind}`, async (c) => {
      memberAtDesk(c)
      const { query } = await queryOf(c, desk, kind)
      return renderTable(c, desk, { kind, query })
    })
    app.get(`/desk/${kind}.csv`, (c) => answerCsv(c, desk, kind))
  }
  return app
}

/** Who is looking, where they may open the desk. Refuses (403) who may not. */
export function memberAtDesk(c: Ctx): Member {
  const member = memberIn(c.var.visit)
  if (!mayAnywhere(member, 'desk.open')) throw notAllowed()
  return member
}

/** What is asked of a table by an address, or by the words behind its question mark. Refuses (400) what no table understands. */
export async function queryOf(
  c: Ctx,
  { house }: Desk,
  kind: DeskKind,
  words: string = new URL(c.req.url).search,
): Promise<{ query: DeskQuery; reader: Reader; known: Known }> {
  const { locale, now } = c.var.visit
  const known = await house.known(now)
  const reader = readerOf(locale, known, now)
  const read = readDeskQuery(new URLSearchParams(words), kind, known)
  if ('query' in read) return { query: read.query, reader, known }
  const { parameter, value } = read.unknown
  throw badRequest(
    reader.say('list.unknown', { parameter: parameter.slice(0, 60), value: value.slice(0, 60) }),
  )
}

/** A query as it is asked of the records. */
export function askedOf(kind: DeskKind, query: DeskQuery, now: Temporal.Instant): DeskAsked {
  const { words, sort, descending, chosen } = query
  return { kind, words, sort, descending, chosen, now: new Date(now.epochMilliseconds) }
}

type Shown = {
  kind: DeskKind
  query: DeskQuery
  /** The forms around the table as they were filled in, with what is to be mended. */
  bulk?: BulkForm
  view?: Pick<TableFacts['view'], 'name' | 'shared' | 'faults'>
}

/** Answers the page of a table; with forms that have faults, as 422. Refuses (404) a page beyond the last one. */
export async function renderTable(c: Ctx, desk: Desk, { kind, query, bulk = emptyBulkForm, view }: Shown) {
  const { db } = desk.house
  const { locale, now } = c.var.visit
  const by = memberAtDesk(c)
  const known = await desk.house.known(now)
  const reader = readerOf(locale, known, now)
  const asked = { ...askedOf(kind, query, now), page: query.page, pageSize: deskPageSize }
  const { rows, total, counts } = await listDeskRows(db, by, asked)
  if (query.page > lastDeskPage(total)) throw notFound(reader.say('list.noPage', { page: query.page }))
  if (bulk.faults.length > 0 || view) c.status(422)
  const facts: TableFacts = {
    reader,
    kind,
    query,
    rows,
    total,
    counts,
    people: await listAssignable(db, rolesThatEdit(desk.roles), now),
    views: await listTableViews(db, by, kind),
    bulk: mayAnywhere(by, 'records.edit')
      ? { form: bulk, faults: bulkFaultsInWords(reader, bulk.faults) }
      : undefined,
    view: { name: '', shared: false, faults: [], ...view, mayShare: mayAnywhere(by, 'records.publish') },
    notice: c.req.query('done') === 'saved' ? reader.say('tables.viewSaved') : undefined,
    terms: (vocabulary) => termsOf(known, vocabulary),
    places: known.places.map(({ code }) => code),
  }
  return c.render(<TableBody facts={facts} />, {
    title: kindLabel(reader, kind),
    section: '/desk',
    noindex: true,
  })
}

const termsOf = ({ vocabularies }: Known, vocabulary: string) =>
  (vocabularies[vocabulary] ?? []).flatMap(({ id, retired }) => (retired ? [] : [id]))

const partSize = 500

/** All that a table finds, in its order and columns, a part at a time; as it is asked for, so nobody waits for the last line. */
async function answerCsv(c: Ctx, desk: Desk, kind: DeskKind) {
  const by = memberAtDesk(c)
  const { query, reader } = await queryOf(c, desk, kind)
  const asked = askedOf(kind, query, c.var.visit.now)
  const columns = query.columns ?? usualColumns(kind)
  const read = (offset: number) => readDeskRows(desk.house.db, by, asked, { limit: partSize, offset })
  const first = await read(0)
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', `attachment; filename="${kind}.csv"`)
  return stream(c, async (out) => {
    await out.write(csvHead(reader, columns))
    let rows = first
    for (let offset = 0; rows.length > 0 && !out.aborted;) {
      await out.write(csvLines(reader, kind, { rows, columns }))
      if (rows.length < partSize) break
      offset += partSize
      rows = await read(offset)
    }
  })
}
