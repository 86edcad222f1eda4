import type { Child } from 'hono/jsx'
import { type DeskRow, longestViewName, type TableView } from '../../../community/index.ts'
import {
  CheckField,
  Chips,
  Crumbs,
  DeskTable,
  Disclosure,
  EmptyResult,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  Link,
  Notice,
  PageNumbers,
  Tabs,
  TextField,
  Button,
} from '../../../design/index.ts'
import type { Reader } from '../../readers/model.ts'
import type { BulkForm } from '../bulks/model.ts'
import { BulkFields } from '../bulks/fields/views.tsx'
import { type DeskKind, deskKinds } from '../fields/model.ts'
import { chipsOf, pathOf, TableFilters } from './filters/views.tsx'
import {
  deskAddress,
  type DeskColumn,
  type DeskQuery,
  isNarrowed,
  lastDeskPage,
  queryText,
  sortOf,
  usualColumns,
} from './model.ts'
import { cellLines, columnLabel, kindLabel, languagesByState } from './words.ts'

/** A table as it is shown, with the forms around it as they were filled in. */
export type TableFacts = {
  reader: Reader
  kind: DeskKind
  query: DeskQuery
  rows: DeskRow[]
  total: number
  counts: Record<string, Record<string, number>>
  people: readonly { id: string; name: string }[]
  views: TableView[]
  /** Whether records can be changed from it, and what by; none where the viewer may change nothing. */
  bulk: { form: BulkForm; faults: Fault[] } | undefined
  view: { name: string; shared: boolean; mayShare: boolean; faults: Fault[] }
  notice: string | undefined
  terms(vocabulary: string): readonly string[]
  places: readonly string[]
}

/** The table of a kind of record. */
export function TableBody({ facts }: { facts: TableFacts }) {
  const { reader, kind, query, total } = facts
  const { say, locale } = reader
  return (
    <div class="desk">
      <ErrorSummary locale={locale} errors={[...facts.view.faults, ...(facts.bulk?.faults ?? [])]} />
      {facts.notice === undefined ? null : <Notice tone="info">{facts.notice}</Notice>}
      <Crumbs locale={locale} items={[{ href: reader.href('/desk'), label: say('tables.desk') }]} />
      <Heading text={kindLabel(reader, kind)} count={reader.format.number(total)} />
      <Tabs
        locale={locale}
        label={say('tables.tabs')}
        items={deskKinds.map((each) => ({ href: `/desk/${each}`, label: kindLabel(reader, each) }))}
        here={`/desk/${kind}`}
      />
      <Ways facts={facts} />
      <div class="band">
        <TableFilters facts={facts} />
        <div class="found">
          <Chips locale={locale} items={chipsOf(facts)} clearHref={pathOf(facts)} />
          {total === 0 ? <Nothing facts={facts} /> : <Found facts={facts} />}
          <PageNumbers
            locale={locale}
            page={query.page}
            pages={lastDeskPage(total)}
            hrefOf={(page) => deskAddress(pathOf(facts), { ...query, page })}
          />
        </div>
      </div>
    </div>
  )
}

/** Saved views, and what else leads on from the table. */
function Ways({ facts }: { facts: TableFacts }) {
  const { reader, kind, query, views } = facts
  const { say, href } = reader
  const of = (text: string) => (text === '' ? '' : `?${text}`)
  return (
    <div class="desk-head">
      <nav aria-label={say('tables.views')}>
        <ul class="desk-line">
          {views.map(({ name, query: saved, shared }) => (
            <li>
              <Link href={`${href(`/desk/${kind}`)}${of(saved)}`}>
                {shared ? say('tables.sharedView', { name }) : name}
              </Link>
            </li>
          ))}
          <li>
            <Link href={href('/desk/views')}>{say('tables.manageViews')}</Link>
          </li>
          <li>
            <Link href={href('/desk/bulk')}>{say('bulks.list')}</Link>
          </li>
          <li>
            <Link href={`${href(`/desk/${kind}.csv`)}${of(queryText({ ...query, page: 1 }))}`}>
              {say('tables.export')}
            </Link>
          </li>
        </ul>
      </nav>
      <SaveView facts={facts} />
    </div>
  )
}

function SaveView({ facts: { reader, kind, query, view } }: { facts: TableFacts }) {
  const { say, locale } = reader
  return (
    <Disclosure summary={say('tables.saveView')} open={view.faults.length > 0}>
      <Form locale={locale} action="/desk/views" faults={view.faults}>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="query" value={queryText({ ...query, page: 1 })} />
        <TextField
          locale={locale}
          name="name"
          label={say('tables.viewName')}
          value={view.name}
          maxLength={longestViewName}
        />
        {view.mayShare ? (
          <CheckField
            locale={locale}
            name="shared"
            label={say('tables.viewWho')}
            options={[{ value: 'yes', label: say('tables.viewShared'), chosen: view.shared }]}
          />
        ) : null}
        <Button kind="quiet">{say('tables.save')}</Button>
      </Form>
    </Disclosure>
  )
}

function Nothing({ facts }: { facts: TableFacts }) {
  const { say } = facts.reader
  if (!isNarrowed(facts.query)) return <EmptyResult message={say('tables.empty')} suggestions={[]} />
  return (
    <EmptyResult
      message={say('list.empty')}
      suggestions={[{ label: say('list.everything'), href: pathOf(facts) }]}
    />
  )
}

function Found({ facts }: { facts: TableFacts }) {
  const { reader, kind, query, bulk, total } = facts
  if (!bulk) return <Rows facts={facts} />
  return (
    <Form locale={reader.locale} action="/desk/bulk" faults={bulk.faults}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="query" value={queryText(query)} />
      <Rows facts={facts} />
      <BulkFields
        reader={reader}
        kind={kind}
        form={bulk.form}
        facts={{ total, people: facts.people, terms: facts.terms, places: facts.places }}
        open={bulk.faults.length > 0}
      />
    </Form>
  )
}

function Rows({ facts }: { facts: TableFacts }) {
  const { reader, kind, query, rows, bulk, total } = facts
  const { say } = reader
  const columns = query.columns ?? usualColumns(kind)
  return (
    <DeskTable
      caption={say('tables.caption', { page: query.page, pages: lastDeskPage(total) })}
      choosing={bulk ? say('tables.chooseColumn') : undefined}
      head={(['title', ...columns] as const).map((column) => headOf(facts, column))}
      rows={rows.map((row) => ({
        id: row.id,
        choose: say('tables.choose', { title: row.title }),
        chosen: bulk?.form.ids.includes(row.id) ?? false,
        cells: [
          <Title reader={reader} kind={kind} row={row} />,
          ...columns.map((column) => <Cell reader={reader} kind={kind} row={row} column={column} />),
        ],
      }))}
    />
  )
}

function headOf(facts: TableFacts, column: DeskColumn | 'title') {
  const { reader, query } = facts
  const label = columnLabel(reader, column)
  const sort = sortOf(column)
  if (!sort) return { label }
  const isSorted = query.sort === sort
  const descending = isSorted ? !query.descending : column === 'changed' || column === 'added'
  return {
    label,
    href: deskAddress(pathOf(facts), { ...query, sort, descending, page: 1 }),
    sorted: isSorted ? (query.descending ? ('descending' as const) : ('ascending' as const)) : undefined,
  }
}

type CellProps = { reader: Reader; kind: DeskKind; row: DeskRow }

function Title({ reader, kind, row }: CellProps) {
  return (
    <Link href={reader.href(`/desk/${kind}/${encodeURIComponent(row.id)}`)}>
      <bdi lang={row.lang}>{row.title}</bdi>
    </Link>
  )
}

function Cell({ reader, kind, row, column }: CellProps & { column: DeskColumn }): Child {
  const lines = cellLines(reader, kind, { row, column })
  if (column === 'texts')
    return (
      <ul>
        {languagesByState(row).map(({ state }, at) => (
          <li class={state}>{lines[at]}</li>
        ))}
      </ul>
    )
  if (
    column === 'date' ||
    column === 'changed' ||
    column === 'added' ||
    (column === 'checked' && row.checked)
  )
    return lines.map((line) => <time datetime={line}>{line}</time>)
  return lines.map((line) => (
    <p class={column === 'id' || column === 'source' ? 'muted' : undefined}>{line}</p>
  ))
}
