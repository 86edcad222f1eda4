import type { Child } from 'hono/jsx'
import {
  Chips,
  EmptyResult,
  type FacetGroup,
  Facets,
  type FacetsProps,
  Heading,
  Paging,
  Rows,
  Section,
} from '../../design/index.ts'
import type { FollowLinks } from '../feeds/model.ts'
import { FollowLine } from '../feeds/views.tsx'
import type { Reader } from '../readers/model.ts'
import { lastPage, listAddress, type ListQuery, withoutFacet, withoutValue } from './model.ts'

/** A list in its present state, as every noun shows it. */
export type ListFacts = {
  reader: Reader
  /** The path with the language. */
  path: string
  title: string
  lead: string
  query: ListQuery
  groups: FacetGroup[]
  total: number
  /** Rows there would be without each chosen facet, without the words (`q`) and without the days (`days`). */
  without: Record<string, number>
  sorts: readonly string[]
  days: boolean
  empty: string
  /** The number beside the title, where it is not all of them. */
  count?: number
  /** Where it can be followed. */
  follow?: FollowLinks
  /** Where a widget of it is made. */
  making?: string
  /** The way to what the form asks only when it is asked to. */
  asking?: { href: string; label: string }
}

/** Rows under a title of their own. */
export type ListPart = { title: string; rows: Child[] }

/** A list with its filters; the rows are the children, or else stand in parts. */
export function ListBody(props: { facts: ListFacts; above?: Child; parts?: ListPart[]; children?: Child }) {
  const { facts, above, parts, children } = props
  const { reader, path, query, total } = facts
  const { say } = reader
  const hrefOf = (page: number) => listAddress(path, { ...query, page })
  return (
    <>
      <Heading text={facts.title} count={reader.format.number(facts.count ?? total)} lead={facts.lead} />
      {above}
      <div class="band">
        <ListFilters facts={facts} label={say('list.filter')} />
        <div class="found">
          <Chips locale={reader.locale} items={chipsOf(facts)} clearHref={path} />
          {total === 0 ? (
            <Nothing facts={facts} />
          ) : parts ? (
            <Parts parts={parts} />
          ) : (
            <Rows>{children}</Rows>
          )}
          <Paging locale={reader.locale} page={query.page} pages={lastPage(total)} hrefOf={hrefOf} />
          {facts.follow ? <FollowLine reader={reader} links={facts.follow} /> : null}
          {facts.making === undefined ? null : (
            <p class="elsewhere">
              <small>
                <a href={facts.making}>{say('widget.offer')}</a>
              </small>
            </p>
          )}
        </div>
      </div>
    </>
  )
}

/** The filters of a list, with what else its form asks: `selects` by name, and what it sends on unseen. */
export function ListFilters({
  facts,
  label,
  selects = [],
  hidden = [],
}: {
  facts: ListFacts
  label: string
  selects?: FacetsProps['selects']
  hidden?: { name: string; value: string }[]
}) {
  const { reader, path, query } = facts
  const { say, locale } = reader
  const fields = asFields(facts.groups)
  return (
    <Facets
      locale={locale}
      action={path}
      label={label}
      words={{ label: say('list.words'), value: query.words ?? '' }}
      days={facts.days ? dayFields(facts) : []}
      selects={[...selects, ...(facts.sorts.length > 1 ? [sortField(facts)] : [])]}
      groups={fields.groups}
      {...(facts.asking ? { more: facts.asking } : {})}
      hidden={[...hidden, ...fields.hidden]}
    />
  )
}

function Parts({ parts }: { parts: ListPart[] }) {
  return (
    <>
      {parts
        .filter(({ rows }) => rows.length > 0)
        .map(({ title, rows }) => (
          <Section title={title}>
            <Rows>{rows}</Rows>
          </Section>
        ))}
    </>
  )
}

/** A field that asks for one of a list cannot hold the second value of an address, which must not get lost by that. */
export function asFields(groups: FacetGroup[]): {
  groups: FacetGroup[]
  hidden: { name: string; value: string }[]
} {
  const isSecond = (group: FacetGroup, value: string) =>
    group.kind === 'select' && value !== group.options.find(({ chosen }) => chosen)?.value
  return {
    groups: groups.map((group) => ({
      ...group,
      options: group.options.map((option) => ({
        ...option,
        chosen: option.chosen && !isSecond(group, option.value),
      })),
    })),
    hidden: groups.flatMap((group) =>
      group.options
        .filter(({ chosen, value }) => chosen && isSecond(group, value))
        .map(({ value }) => ({ name: group.name, value })),
    ),
  }
}

function dayFields({ reader: { say }, query }: ListFacts) {
  return [
    { name: 'from', label: say('list.from'), value: query.from ?? '' },
    { name: 'to', label: say('list.to'), value: query.to ?? '' },
  ]
}

function sortField({ reader: { say }, query, sorts }: ListFacts) {
  const options = sorts.map((sort) => ({
    value: sort,
    label: say(sortKey(sort)),
    chosen: query.sort === sort,
  }))
  return { name: 'sort', label: say('list.sort'), options }
}

function sortKey(sort: string): 'sort.deadline' | 'sort.newest' | 'sort.title' | 'sort.date' {
  if (sort === 'deadline' || sort === 'newest' || sort === 'title') return `sort.${sort}`
  return 'sort.date'
}

type Chosen = Pick<ListFacts, 'reader' | 'path' | 'query' | 'groups'>

/** What was chosen, each with the address of the list without it; the words too, unless the page shows them above. */
export function chipsOf({ reader: { say, format }, path, query, groups }: Chosen, { words = true } = {}) {
  const chosen = groups.flatMap((group) =>
    group.options
      .filter((option) => option.chosen)
      .map((option) => ({
        label: say('list.chosen', { facet: group.legend, value: option.label }),
        href: listAddress(path, withoutValue(query, group.name, option.value)),
      })),
  )
  const single = [
    words &&
      query.words && {
        label: say('list.chosenWords', { words: query.words }),
        without: { words: undefined },
      },
    query.from && {
      label: say('list.chosenFrom', { day: format.date(query.from) }),
      without: { from: undefined },
    },
    query.to && { label: say('list.chosenTo', { day: format.date(query.to) }), without: { to: undefined } },
  ].filter((chip) => typeof chip === 'object')
  return [
    ...single.map(({ label, without }) => ({
      label,
      href: listAddress(path, { ...query, ...without, page: 1 }),
    })),
    ...chosen,
  ]
}

/** Nothing fits: which facet to loosen, and what that would give. */
function Nothing({ facts }: { facts: ListFacts }) {
  const { path, query, empty } = facts
  const { say } = facts.reader
  const filtered = Object.keys(query.chosen).length > 0 || query.words || query.from || query.to
  if (!filtered) return <EmptyResult message={empty} suggestions={[]} />
  const loosened = loosenedIn(facts)
  return (
    <EmptyResult
      message={say('list.empty')}
      {...(loosened.length > 0 ? { hint: say('list.emptyHint') } : {})}
      suggestions={[...loosened, { label: say('list.everything'), href: path }]}
    />
  )
}

function loosenedIn({ reader: { say }, path, query, groups, without }: ListFacts) {
  const ways = [
    { name: 'q', facet: say('list.words'), left: { ...query, words: undefined, page: 1 } },
    { name: 'days', facet: say('facet.when'), left: { ...query, from: undefined, to: undefined, page: 1 } },
    ...groups.map(({ name, legend }) => ({ name, facet: legend, left: withoutFacet(query, name) })),
  ]
  return ways
    .map(({ name, facet, left }) => ({ facet, left, count: without[name] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ facet, left, count }) => ({
      label: say('list.without', { facet, count }),
      href: listAddress(path, left),
    }))
}
