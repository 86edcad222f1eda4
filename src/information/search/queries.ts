import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import {
  type EntrySource,
  type Known,
  organisationEntries,
  partnerEntries,
  readOrganisationRows,
  readPlacesCalled,
  type Viewer,
  visibleEntry,
} from '../../community/index.ts'
import type { Locale } from '../../design/index.ts'
import {
  askSearch,
  type Corrections,
  type Db,
  excerptOf,
  findCorrections,
  firstRow,
  type LabelOf,
  type Question,
  readQuestion,
  rows,
  showsUnwatched,
  type SearchAnswer,
  soughtIn,
  speltIn,
  suggest,
  type Suggestion,
  type Tx,
} from '../../platform/index.ts'
import { articleEntries, readArticleRows } from '../articles/queries.ts'
import { eventEntries, readEventRows } from '../events/queries.ts'
import { opportunityEntries } from '../opportunities/entries/queries.ts'
import { readOpportunityRows } from '../opportunities/queries.ts'
import { programmeEntries, readProgrammeRows } from '../programmes/queries.ts'
import { type FoundRecord, labelOfCountries, meantIn, type Missed, missedWords } from './model.ts'

/** Where the index of everything is read from. */
export const entrySources: readonly EntrySource[] = [
  opportunityEntries,
  eventEntries,
  articleEntries,
  organisationEntries,
  programmeEntries,
  partnerEntries,
]

const countries = new WeakMap<Known, Promise<LabelOf>>()

/** The names of countries in every language; read once for each state of the house's words. */
function countryNames(db: Db, known: Known): Promise<LabelOf> {
  const kept = countries.get(known) ?? readPlacesCalled(db).then((called) => labelOfCountries(known, called))
  countries.set(known, kept)
  // A reading that failed must not be handed out again.
  kept.catch(() => countries.delete(known))
  return kept
}

/** The words of a reader as a question; undefined when they ask for nothing. No page made of it is kept. */
export async function questionOf(db: Db, known: Known, words: string): Promise<Question | undefined> {
  // What is to come stands first, what is found may be of any kind, and what is not found is counted.
  showsUnwatched()
  return readQuestion(words, await countryNames(db, known))
}

export type SearchAsked = {
  question: Question
  chosen: Record<string, string[]>
  page: number
  pageSize: number
  now: Date
}

/** What was found, and the words that were meant by misspelt ones, where those found more. */
export type SearchFound = Omit<SearchAnswer, 'hits'> & { records: FoundRecord[]; meant: string[] }

/** Fewer records than this are so few that the words may be misspelt. */
const few = 3

/** Searches every kind of record the viewer may see, past ones too; forgives slips of the pen where little is found. */
export async function searchRecords(
  db: Db,
  viewer: Viewer,
  locale: Locale,
  asked: SearchAsked,
): Promise<SearchFound> {
  const request = { ...asked, visible: visibleEntry(viewer), lang: locale }
  const exact = await askSearch(db, request)
  if (exact.all >= few) return shown(exact, asked.question, new Map())
  const corrections = await findCorrections(db, speltIn(asked.question))
  if (corrections.size === 0) return shown(exact, asked.question, corrections)
  const forgiving = await askSearch(db, { ...request, corrections })
  if (forgiving.all <= exact.all) return shown(exact, asked.question, new Map())
  return shown(forgiving, asked.question, corrections)
}

function shown({ hits, ...answer }: SearchAnswer, question: Question, corrections: Corrections): SearchFound {
  const sought = soughtIn(question, corrections)
  const records = hits.map(({ text, ...hit }) => ({
    ...hit,
    excerpt: excerptOf(text, sought),
  }))
  return { ...answer, records, meant: meantIn(corrections) }
}

/** The records of a page as lists show each of their kinds, in no order. */
export async function readFoundRows(
  db: Db,
  viewer: Viewer,
  locale: Locale,
  records: readonly FoundRecord[],
  now: Date,
) {
  const ids = (kind: string) => records.filter((record) => record.kind === kind).map(({ id }) => id)
  const of = <Row>(kind: string, read: (ids: string[]) => Promise<Row[]>) =>
    ids(kind).length === 0 ? [] : read(ids(kind))
  return {
    opportunities: await of('opportunities', (ids) => readOpportunityRows(db, viewer, locale, ids)),
    events: await of('events', (ids) => readEventRows(db, viewer, locale, ids, now)),
    articles: await of('articles', (ids) => readArticleRows(db, viewer, locale, ids)),
    organisations: await of('organisations', (ids) => readOrganisationRows(db, viewer, locale, ids)),
    programmes: await of('programmes', (ids) => readProgrammeRows(db, viewer, locale, ids)),
  }
}

/** Records whose titles or names go on as was typed, of those the viewer may see. */
export function suggestRecords(
  db: Db,
  viewer: Viewer,
  locale: Locale,
  question: Question,
  { now, limit }: { now: Date; limit: number },
): Promise<Suggestion[]> {
  return suggest(db, question, { visible: visibleEntry(viewer), lang: locale, now }, limit)
}

/** From how many times on the words themselves are kept. */
const oftenEnough = 3

/** Counts words that found nothing on a day (ISO date); what may be about one person is not kept at all. */
export async function countMissed(db: Db, asked: string, day: string): Promise<void> {
  const words = missedWords(asked)
  if (words === undefined) return
  const hash = createHash('sha256').update(`${day} ${words}`).digest('base64url')
  await sql`insert into information.missed_search (day, hash, times) values (${day}, ${hash}, 1)
    on conflict (day, hash) do update set times = missed_search.times + 1,
      words = case when missed_search.times + 1 >= ${oftenEnough} then ${words} end`.execute(db)
}

/** The words that were looked for in vain, what was wanted most first, and how many searches were too rare to be named. */
export async function listMissed(db: Db, limit: number): Promise<{ found: Missed[]; rare: number }> {
  const found = await rows<Missed>(
    db,
    sql`select words, sum(times)::int as times, count(*)::int as days, max(day)::text as last
      from information.missed_search where words is not null
      group by words order by sum(times) desc, words limit ${limit}`,
  )
  const rare = await firstRow<{ times: number }>(
    db,
    sql`select coalesce(sum(times), 0)::int as times from information.missed_search where words is null`,
  )
  return { found, rare: rare?.times ?? 0 }
}

/** Forgets what was counted before a day, and what was asked too rarely before another (ISO dates). */
export async function forgetMissed(tx: Tx, before: { all: string; rare: string }): Promise<void> {
  await sql`delete from information.missed_search
    where day < ${before.all} or (day < ${before.rare} and words is null)`.execute(tx)
}
