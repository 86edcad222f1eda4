import {
  Button,
  Chips,
  EmptyResult,
  type FacetGroup,
  Facets,
  Heading,
  Paging,
  Row,
  type RowProps,
  Rows,
  Tabs,
  TextField,
} from '../../design/index.ts'
import { lastPage, listAddress, type ListQuery } from '../lists/model.ts'
import { asFields, chipsOf } from '../lists/views.tsx'
import type { Reader } from '../readers/model.ts'
import { foundKinds } from './model.ts'
import { kindWords, reachable } from './words.ts'

/** What was found, in the reader's words. */
export type Found = {
  total: number
  /** Records without any filter. */
  all: number
  /** Words that were meant by misspelt ones. */
  meant: string[]
  /** Records by kind, the other filters being as chosen. */
  kinds: Record<string, number>
  rows: RowProps[]
  groups: FacetGroup[]
}

type Props = { reader: Reader; query: ListQuery; found: Found }

const path = '/search'

/** The search box, and under it what was found: by kind, filtered, page by page. */
export function SearchBody({
  reader,
  query,
  found,
}: {
  reader: Reader
  query: ListQuery
  found: Found | undefined
}) {
  const { say } = reader
  return (
    <>
      <Heading locale={reader.locale} text={say('search.title')} />
      <form class="search-page" action={reader.href(path)} method="get" role="search">
        <search-suggestions data-from={reader.href(`${path}/suggest`)}>
          <TextField
            locale={reader.locale}
            name="q"
            id="search-words"
            type="search"
            label={say('list.words')}
            value={query.words}
            maxLength={200}
          />
        </search-suggestions>
        <Button>{say('search.title')}</Button>
      </form>
      {found ? <Answer reader={reader} query={query} found={found} /> : <p>{say('search.ask')}</p>}
    </>
  )
}

function Answer({ reader, query, found }: Props) {
  const { say } = reader
  const words = query.words ?? ''
  if (found.all === 0)
    return (
      <EmptyResult message={say('search.nothing', { words })} hint={say('search.hint')} suggestions={[]} />
    )
  const hrefOf = (page: number) => listAddress(reader.href(path), { ...query, page })
  const shown = reachable(found)
  return (
    <>
      <p class="lead">{say('search.found', { count: found.total, words })}</p>
      {found.meant.length > 0 ? (
        <p>{say('search.meant', { words: reader.format.list(found.meant) })}</p>
      ) : null}
      <KindTabs reader={reader} query={query} found={found} />
      <div class="band">
        <Filters reader={reader} query={query} found={found} />
        <div class="found">
          <Chips
            locale={reader.locale}
            items={chipsOf(
              { reader, path: reader.href(path), query, groups: found.groups },
              { words: false },
            )}
            clearHref={listAddress(reader.href(path), withoutFilters(query))}
          />
          {found.total === 0 ? <Filtered reader={reader} query={query} found={found} /> : null}
          <Rows>
            {found.rows.map((row) => (
              <Row {...row} />
            ))}
          </Rows>
          {shown < found.total ? <p>{say('search.closest', { count: shown })}</p> : null}
          <Paging locale={reader.locale} page={query.page} pages={lastPage(shown)} hrefOf={hrefOf} />
        </div>
      </div>
    </>
  )
}

function withoutFilters(query: ListQuery): ListQuery {
  const { kind } = query.chosen
  return { ...query, page: 1, chosen: kind ? { kind } : {} }
}

function KindTabs({ reader, query, found }: Props) {
  const { say, format } = reader
  const all = Object.values(found.kinds).reduce((sum, count) => sum + count, 0)
  const hrefOf = (kind?: string) => {
    const { type: _, kind: __, ...others } = query.chosen
    return listAddress(path, { ...query, page: 1, chosen: kind ? { ...others, kind: [kind] } : others })
  }
  const [here] = query.chosen['kind'] ?? []
  const kinds = foundKinds
    .filter((kind) => (found.kinds[kind] ?? 0) > 0 || kind === here)
    .map((kind) => ({ kind, label: kindWords(reader, kind), count: found.kinds[kind] ?? 0 }))
  return (
    <Tabs
      locale={reader.locale}
      label={say('search.tabs')}
      items={[
        { href: hrefOf(), label: say('search.all'), count: format.number(all) },
        ...kinds.map(({ kind, label, count }) => ({
          href: hrefOf(kind),
          label,
          count: format.number(count),
        })),
      ]}
      here={hrefOf(here)}
    />
  )
}

function Filters({ reader, query, found }: Props) {
  const { groups, hidden } = asFields(found.groups)
  const kept = [
    { name: 'q', value: query.words ?? '' },
    ...(query.chosen['kind'] ?? []).map((value) => ({ name: 'kind', value })),
  ]
  return (
    <Facets
      locale={reader.locale}
      action={reader.href(path)}
      label={reader.say('list.filter')}
      days={[]}
      groups={groups}
      hidden={[...kept, ...hidden]}
    />
  )
}

/** The words are there, the filters let nothing through. */
function Filtered({ reader, query, found }: Props) {
  const { say } = reader
  return (
    <EmptyResult
      message={say('list.empty')}
      hint={say('list.emptyHint')}
      suggestions={[
        {
          label: say('search.unfiltered', { count: found.all }),
          href: listAddress(reader.href(path), withoutEvery(query)),
        },
      ]}
    />
  )
}

const withoutEvery = (query: ListQuery): ListQuery => ({ ...query, page: 1, chosen: {} })
