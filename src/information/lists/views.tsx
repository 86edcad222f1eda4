import type { Child } from 'hono/jsx'
import { Chips, EmptyResult, type FacetGroup, Facets, Heading, Paging, Rows } from '../../design/index.ts'
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
  /** Rows there would be without each chosen facet. */
  without: Record<string, number>
  sorts: readonly string[]
  days: boolean
  empty: string
}

export function ListBody({ facts, above, children }: { facts: ListFacts; above?: Child; children?: Child }) {
  const { reader, path, query, groups, total } = facts
  const { say } = reader
  const hrefOf = (page: number) => listAddress(path, { ...query, page })
  return (
    <>
      <Heading text={facts.title} count={reader.format.number(total)} lead={facts.lead} />
      {above}
      <div class="band">
        <Facets
          locale={reader.locale}
          action={path}
          label={say('list.filter')}
          words={{ label: say('list.words'), value: query.words ?? '' }}
          days={facts.days ? dayFields(facts) : []}
          {...(facts.sorts.length > 1 ? { sort: sortField(facts) } : {})}
          groups={groups}
        />
        <div class="found">
          <Chips locale={reader.locale} items={chipsOf(facts)} clearHref={path} />
          {total === 0 ? <Nothing facts={facts} /> : <Rows>{children}</Rows>}
          <Paging locale={reader.locale} page={query.page} pages={lastPage(total)} hrefOf={hrefOf} />
        </div>
      </div>
    </>
  )
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
  return { label: say('list.sort'), options }
}

function sortKey(sort: string): 'sort.deadline' | 'sort.newest' | 'sort.title' | 'sort.date' {
  if (sort === 'deadline' || sort === 'newest' || sort === 'title') return `sort.${sort}`
  return 'sort.date'
}

function chipsOf({ reader: { say, format }, path, query, groups }: ListFacts) {
  const chosen = groups.flatMap((group) =>
    group.options
      .filter((option) => option.chosen)
      .map((option) => ({
        label: `${group.legend}: ${option.label}`,
        href: listAddress(path, withoutValue(query, group.name, option.value)),
      })),
  )
  const single = [
    query.words && { label: say('list.chosenWords', { words: query.words }), without: { words: undefined } },
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
  const { reader, path, query, groups, without, empty } = facts
  const { say } = reader
  const loosened = groups
    .filter((group) => (without[group.name] ?? 0) > 0)
    .map((group) => ({
      label: say('list.without', { facet: group.legend, count: without[group.name] ?? 0 }),
      href: listAddress(path, withoutFacet(query, group.name)),
    }))
  const filtered = Object.keys(query.chosen).length > 0 || query.words || query.from || query.to
  if (!filtered) return <EmptyResult message={empty} suggestions={[]} />
  return (
    <EmptyResult
      message={say('list.empty')}
      {...(loosened.length > 0 ? { hint: say('list.emptyHint') } : {})}
      suggestions={[...loosened, { label: say('list.everything'), href: path }]}
    />
  )
}
