/** Tables of the desk in the reader's words: columns, cells, filters. Pure. */
import type { DeskFacet, DeskRow } from '../../../community/index.ts'
import type { Reader } from '../../readers/model.ts'
import type { DeskKind } from '../fields/model.ts'
import { type DeskColumn, isTextState, textStatesShown, typesOf } from './model.ts'

/** What the records of a kind are called. */
export const kindLabel = ({ say }: Pick<Reader, 'say'>, kind: DeskKind): string => say(`tables.kind.${kind}`)

/** The head of a column. */
export function columnLabel({ say }: Pick<Reader, 'say'>, column: DeskColumn | 'title'): string {
  switch (column) {
    case 'type':
      return say('facet.kind')
    case 'discipline':
      return say('facet.discipline')
    case 'theme':
      return say('facet.theme')
    default:
      return say(`tables.column.${column}`)
  }
}

/** What a filter is called. */
export function facetLabel({ say }: Pick<Reader, 'say'>, facet: DeskFacet): string {
  switch (facet) {
    case 'state':
    case 'text':
    case 'missing':
    case 'stale':
    case 'check':
    case 'demonstration':
      return say(`tables.facet.${facet}`)
    default:
      return columnLabel({ say }, facet)
  }
}

type Person = { id: string; name: string }

/** A value of a filter; `people` are those who look after records. */
export function valueLabel(
  { say, term, format }: Reader,
  kind: DeskKind,
  { facet, value, people }: { facet: DeskFacet; value: string; people: readonly Person[] },
): string {
  switch (facet) {
    case 'state':
      return stateLabel({ say }, value)
    case 'text': {
      const [lang = '', state = ''] = value.split(':')
      return say('tables.text', { language: format.language(lang), state: stateLabel({ say }, state) })
    }
    case 'missing':
    case 'stale':
      return format.language(value)
    case 'discipline':
    case 'theme':
      return term(facet, value)
    case 'type':
      return term(typesOf[kind], value)
    case 'country':
      return format.country(value)
    case 'source':
      return value === '-' ? say('tables.noSource') : value
    case 'assigned':
      return value === 'nobody' ? say('tables.nobody') : personLabel({ say }, nameOf(people, value))
    case 'checked':
      return say(`tables.checked.${value === 'never' || value === 'old' ? value : 'fresh'}`)
    case 'check':
      return say(`tables.check.${value === 'must' || value === 'should' ? value : 'fine'}`)
    default:
      return say(value === 'yes' ? 'tables.yes' : 'tables.no')
  }
}

const nameOf = (people: readonly Person[], id: string) => people.find((each) => each.id === id)?.name ?? ''

/** A person by name; an address would be shown on record only. */
export const personLabel = ({ say }: Pick<Reader, 'say'>, name: string) => name || say('tables.unnamed')

/** A state of a text. */
export const stateLabel = ({ say }: Pick<Reader, 'say'>, state: string): string =>
  isTextState(state) ? say(`tables.state.${state}`) : state

/** The languages of a record by state, those that wait for somebody first; and those that are out of date. */
export function languagesByState({ texts, stale }: Pick<DeskRow, 'texts' | 'stale'>): {
  state: string
  langs: string[]
}[] {
  const parts = texts.map((text) => text.split(':'))
  const found = textStatesShown.map((state) => ({
    state,
    langs: parts.flatMap(([lang, of]) => (of === state && lang !== undefined ? [lang] : [])),
  }))
  return [...found, { state: 'stale', langs: stale }].filter(({ langs }) => langs.length > 0)
}

/** A cell of a row as lines of text, for pages and spreadsheets alike; none where it says nothing. */
export function cellLines(
  reader: Reader,
  kind: DeskKind,
  { row, column }: { row: DeskRow; column: DeskColumn },
): string[] {
  const { say, term, format } = reader
  switch (column) {
    case 'texts':
      return languagesByState(row).map(({ state, langs }) => {
        const label = state === 'stale' ? say('tables.outOfDate') : stateLabel(reader, state)
        return `${label} ${langs.join(', ')}`
      })
    case 'type':
      return row.type === null ? [] : [term(typesOf[kind], row.type)]
    case 'country':
      return row.countries.length === 0
        ? []
        : [format.list(row.countries.map((code) => format.country(code)))]
    case 'discipline':
      return namesOf(reader, 'discipline', row.disciplines)
    case 'theme':
      return namesOf(reader, 'theme', row.themes)
    case 'date':
      return row.date === null ? [] : [row.date]
    case 'checked':
      return [row.checked ?? say('tables.checked.never')]
    case 'assigned':
      return row.assigned === null ? [] : [personLabel(reader, row.assigned.name)]
    case 'source':
      return row.sources.length === 0 ? [say('tables.noSource')] : row.sources
    case 'changed':
      return [dayOfMoment(row.changed)]
    case 'added':
      return [dayOfMoment(row.added)]
    default:
      return [row.id]
  }
}

function namesOf({ term, format }: Reader, vocabulary: string, ids: string[]): string[] {
  return ids.length === 0 ? [] : [format.list(ids.map((id) => term(vocabulary, id)))]
}

// Days are written as in files (ISO 8601): they are short, stand under one another and sort in spreadsheets.
const dayOfMoment = (at: Date) => at.toISOString().slice(0, 10)
