import { dirOf, type RowProps } from '../../design/index.ts'
import { type ListAnswer, mostCandidates, type Suggestion } from '../../platform/index.ts'
import { articleRow } from '../articles/words.ts'
import type { ArticleRow } from '../articles/model.ts'
import { organisationRow } from '../directory/words.ts'
import type { OrganisationRow } from '../../community/index.ts'
import { eventRow } from '../events/words.ts'
import type { EventRow } from '../events/model.ts'
import { pageSize } from '../lists/model.ts'
import { callRow } from '../opportunities/words.ts'
import type { OpportunityRow } from '../opportunities/model.ts'
import { programmeRow } from '../programmes/words.ts'
import type { ProgrammeRow } from '../programmes/model.ts'
import type { Reader } from '../readers/model.ts'
import type { FoundKind, FoundRecord } from './model.ts'

type Rows = {
  opportunities: OpportunityRow[]
  events: EventRow[]
  articles: ArticleRow[]
  organisations: OrganisationRow[]
  programmes: ProgrammeRow[]
}

/** A kind of records in the reader's words. */
export function kindWords({ say }: Reader, kind: string): string {
  const words: Record<FoundKind, string> = {
    opportunities: say('search.calls'),
    events: say('events.title'),
    articles: say('articles.title'),
    organisations: say('organisations.title'),
    programmes: say('programmes.title'),
    partners: say('partners.title'),
  }
  return Object.entries(words).find(([name]) => name === kind)?.[1] ?? kind
}

/** What was found as rows of a list, in its order: each as its own list shows it, with a piece of what it says. */
export function foundRows(reader: Reader, records: readonly FoundRecord[], rows: Rows): RowProps[] {
  const shown = new Map<string, RowProps>()
  const put = <R extends { id: string }>(kind: string, found: R[], rowOf: (row: R) => RowProps) => {
    for (const row of found) shown.set(`${kind} ${row.id}`, rowOf(row))
  }
  put('opportunities', rows.opportunities, (row) => callRow(reader, row))
  put('events', rows.events, (row) => eventRow(reader, row))
  put('articles', rows.articles, (row) => articleRow(reader, row))
  put('organisations', rows.organisations, (row) => organisationRow(reader, row))
  put('programmes', rows.programmes, (row) => programmeRow(reader, row))
  return records.map((record) => {
    const row = shown.get(`${record.kind} ${record.id}`) ?? plainRow(reader, record)
    const { kind, lang, excerpt } = record
    const facts = [{ text: kindWords(reader, kind) }, ...(row.facts ?? [])]
    return { ...row, facts, ...(excerpt.length > 0 ? { excerpt: { lang, pieces: excerpt } } : {}) }
  })
}

function plainRow(reader: Reader, { id, path, title, lang }: FoundRecord): RowProps {
  return { locale: reader.locale, title: { text: title, lang }, href: reader.href(path), tile: id }
}

/** Suggestions as the island reads them, with what to say of them to those who do not see them. */
export function suggestionsData(reader: Reader, found: Suggestion[]) {
  return {
    status: reader.say('search.suggested', { count: found.length }),
    items: found.map(({ kind, title, lang, path }) => ({
      title,
      lang,
      dir: dirOf(lang),
      kind: kindWords(reader, kind),
      href: reader.href(path),
    })),
  }
}

/** How many of the records found can be paged through. */
export function reachable({ total }: Pick<ListAnswer<never>, 'total'>): number {
  return Math.min(total, Math.floor(mostCandidates / pageSize) * pageSize)
}
