import { type DeskFacet, deskFacets } from '../../../../community/index.ts'
import { type FacetGroup, Facets } from '../../../../design/index.ts'
import { asFields } from '../../../lists/views.tsx'
import { deskAddress, possibleColumns, sortWord, usualColumns, withoutChosen } from '../model.ts'
import type { TableFacts } from '../views.tsx'
import { columnLabel, facetLabel, valueLabel } from '../words.ts'

/** Where a table is, in the reader's language. */
export const pathOf = ({ reader, kind }: TableFacts) => reader.href(`/desk/${kind}`)

// Long lists are asked for by a field with one choice; the others are boxes with their counts.
const asSelect: readonly DeskFacet[] = ['country', 'source', 'assigned', 'text']

function groupsOf(facts: TableFacts): FacetGroup[] {
  return deskFacets.map((facet) => groupOf(facts, facet)).filter(({ options }) => options.length > 0)
}

function groupOf({ reader, kind, query, counts, people }: TableFacts, facet: DeskFacet): FacetGroup {
  const chosen = query.chosen[facet] ?? []
  const found = counts[facet] ?? {}
  const options = [...new Set([...Object.keys(found), ...chosen])]
    .map((value) => ({
      value,
      label: valueLabel(reader, kind, { facet, value, people }),
      count: found[value] ?? 0,
      chosen: chosen.includes(value),
    }))
    .sort((a, b) => reader.format.compare(a.label, b.label))
  const group = { name: facet, legend: facetLabel(reader, facet), options }
  const open = facet === 'state' || chosen.length > 0
  return asSelect.includes(facet) ? { ...group, open, kind: 'select' } : { ...group, open }
}

/** The form that narrows a table and chooses its columns. */
export function TableFilters({ facts }: { facts: TableFacts }) {
  const { reader, kind, query } = facts
  const { say, locale } = reader
  const fields = asFields(groupsOf(facts))
  const columns = query.columns ?? usualColumns(kind)
  return (
    <Facets
      locale={locale}
      action={pathOf(facts)}
      label={say('tables.filter')}
      words={{ label: say('tables.words'), value: query.words ?? '' }}
      days={[]}
      groups={[
        ...fields.groups,
        {
          name: 'col',
          legend: say('tables.columns'),
          open: false,
          setting: true,
          options: possibleColumns(kind).map((column) => ({
            value: column,
            label: columnLabel(reader, column),
            count: undefined,
            chosen: columns.includes(column),
          })),
        },
      ]}
      hidden={[...fields.hidden, { name: 'sort', value: sortWord(query) }]}
    />
  )
}

/** What the table is narrowed by, each with the address of it without. */
export function chipsOf(facts: TableFacts) {
  const { reader, kind, query, people } = facts
  const path = pathOf(facts)
  const chosen = deskFacets.flatMap((facet) =>
    (query.chosen[facet] ?? []).map((value) => ({
      label: reader.say('list.chosen', {
        facet: facetLabel(reader, facet),
        value: valueLabel(reader, kind, { facet, value, people }),
      }),
      href: deskAddress(path, withoutChosen(query, facet, value)),
    })),
  )
  if (query.words === undefined) return chosen
  const words = {
    label: reader.say('list.chosenWords', { words: query.words }),
    href: deskAddress(path, { ...query, words: undefined, page: 1 }),
  }
  return [words, ...chosen]
}
