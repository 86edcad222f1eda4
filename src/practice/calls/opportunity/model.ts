/** What the portal says of a call: its opportunity, in the form of files. Pure. */
import type { WordsByLang } from '../../rules/conditions/model.ts'
import type { CallDates } from '../../rules/dates/model.ts'
import type { CallRecord } from '../model.ts'
import type { ProjectedWho } from '../projecting/model.ts'
import type { StatedRound } from './rounds/model.ts'

type Raw = Record<string, unknown> & { id: string }

/** What is worked out of a call at a moment. */
type Standing = {
  who: ProjectedWho
  rounds: readonly StatedRound[]
  isOpened: boolean
  isCancelled: boolean
}

/** The opportunity of a call. Before a call opens what is published of it waits, and the clock publishes it. */
export function opportunityOf(record: CallRecord, { who, rounds, isOpened, isCancelled }: Standing): Raw {
  const { opportunity: shown, dates } = record
  return {
    ...textsOf(record, isOpened),
    id: record.id,
    slug: record.slug,
    original_lang: record.original_lang,
    type: shown.type,
    organiser: shown.organiser,
    partners: record.partner_organisations,
    host_countries: shown.host_countries,
    host_city: shown.host_city,
    online: shown.online,
    disciplines: shown.disciplines,
    themes: shown.themes,
    programme: record.programme,
    covers: shown.covers,
    funding_summary: shown.funding_summary,
    access_support: shown.access_support,
    application_languages: shown.application_languages,
    activity_start: shown.activity_start,
    activity_end: shown.activity_end,
    url: shown.url,
    real_dates: realDates(record),
    note: record.note,
    applicant_shapes: null,
    ...statedDates(isCancelled ? dates : { ...dates, cancelled: null }, rounds),
    ...who,
  }
}

/** The texts of a call by language, none of them to be seen before it opens. */
export function textsOf(
  record: Pick<CallRecord, 'title' | 'summary' | 'body' | 'state' | 'original_lang' | 'translations'>,
  isOpened: boolean,
) {
  const { title, summary, body, original_lang } = record
  const stateOf = (state: CallRecord['state']) => (state === 'published' && !isOpened ? 'scheduled' : state)
  const translations = Object.fromEntries(
    Object.entries(record.translations).map(([lang, text]) => [
      lang,
      { ...text, state: stateOf(text.state) },
    ]),
  )
  return { title, summary, body, original_lang, state: stateOf(record.state), translations }
}

const movedFields = ['deadline', 'activity_start', 'activity_end']

// Of moved dates an opportunity says its own alone.
function realDates({ real_dates }: CallRecord): Record<string, string> | null {
  const own = Object.entries(real_dates ?? {}).filter(([field]) => movedFields.includes(field))
  return own.length === 0 ? null : Object.fromEntries(own)
}

function statedDates(dates: CallDates, rounds: readonly StatedRound[]) {
  const { first_come, cancelled, extensions } = dates
  const [round] = rounds
  const isOne = rounds.length === 1 && round !== undefined && dates.rounds === undefined
  return {
    deadline_kind: kindOf(dates, rounds),
    ...(isOne
      ? { deadline: round.deadline, deadline_time: round.time, deadline_zone: round.zone }
      : { rounds }),
    deadline_text: dates.as_printed ?? null,
    places: first_come ?? null,
    status: cancelled ? 'cancelled' : 'open',
    deadline_changes: [
      ...extensions.map(({ on, from, to, reason }) => ({
        kind: from.day <= to.day ? 'extended' : 'shortened',
        on,
        from: from.day,
        to: to.day,
        words: english(reason),
      })),
      ...(cancelled
        ? [{ kind: 'cancelled', on: cancelled.on, from: null, to: null, words: english(cancelled.reason) }]
        : []),
    ],
  }
}

const english = (words: WordsByLang) => words['en'] ?? null

function kindOf({ first_come, rounds: listed, cut_offs }: CallDates, rounds: readonly StatedRound[]): string {
  if (rounds.length === 0) return 'rolling'
  if (listed !== undefined || cut_offs !== undefined) return 'rounds'
  return first_come === undefined ? 'fixed' : 'first-come'
}
