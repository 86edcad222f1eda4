/** What lists and pages say of a call, in the reader's words. Pure. */
import type { RowProps } from '../../design/index.ts'
import { currentRound } from '../deadlines/model.ts'
import { shortDeadline } from '../deadlines/words.ts'
import { whoWords } from '../eligibility/words.ts'
import type { Reader } from '../readers/model.ts'
import { beside, realDateWords } from '../records/words.ts'
import { type Opportunity, type OpportunityRow, pageOf } from './model.ts'

const shownCountries = 3

/** Who may apply stands in a row only where it is said in so many letters; the page says all of it. */
const shortWho = 60

/** A call as a row of a list; where something was told, with how the call stands to it when that is no plain yes. */
export function callRow(reader: Reader, call: OpportunityRow, hasTold = false): RowProps {
  const { locale, href, say } = reader
  const { big, small, soon, date } = shortDeadline(reader, deadlineOf(call))
  return {
    locale,
    when: { big, small, soon, ...(date === null ? {} : { datetime: date }) },
    title: { text: call.title, lang: call.lang },
    href: href(pageOf(call)),
    lines: [beside(reader, [call.organiser, placeWords(reader, call)])].filter((line) => line !== ''),
    facts: factsOf(reader, call),
    tile: call.id,
    ...(hasTold && call.standing !== 2
      ? { badge: call.standing === 1 ? say('standing.label.depends') : say('value.not-stated') }
      : {}),
    note: realDateWords(reader, realDatesShown(reader, call)),
  }
}

// Of a call with several rounds a row shows one date, so it says what that one was.
function realDatesShown({ now }: Reader, call: OpportunityRow): Record<string, string> | null {
  const real = call.realDates?.['deadline']?.split(', ') ?? []
  const round = currentRound(deadlineOf(call), now)
  const shown = round && real.length === call.rounds.length ? real[call.rounds.indexOf(round)] : undefined
  return shown === undefined ? call.realDates : { deadline: shown }
}

/** When a call closes, as its rules need it. */
export function deadlineOf(call: Pick<OpportunityRow, 'deadlineKind' | 'rounds' | 'cancelled' | 'places'>) {
  return { kind: call.deadlineKind, rounds: call.rounds, cancelled: call.cancelled, places: call.places }
}

type Said = NonNullable<RowProps['facts']>

function factsOf(reader: Reader, call: OpportunityRow): Said {
  const { say, term, format } = reader
  const pays = (call.covers ?? []).map((item) => term('covers', item))
  const who = whoWords(reader, call)
  const facts: (Said[number] | undefined)[] = [
    pays.length > 0 ? { text: say('row.pays', { items: format.list(pays) }), tone: 'pay' } : undefined,
    call.type === null ? undefined : { text: term('opportunity-type', call.type) },
    call.fee === null
      ? undefined
      : { text: feeWords(reader, call), tone: call.fee === 'paid' ? 'signal' : 'plain' },
    who !== null && who.length <= shortWho ? { text: who } : undefined,
  ]
  return facts.filter((fact) => fact !== undefined)
}

/** What applying costs. */
export function feeWords(
  { say, format }: Reader,
  call: Pick<OpportunityRow, 'fee' | 'feeAmount' | 'feeCurrency'>,
): string {
  if (call.fee === null) return say('call.notStated')
  if (call.fee === 'none') return say('row.feeNone')
  return call.feeAmount && call.feeCurrency
    ? say('row.feeAmount', { amount: format.money(call.feeAmount, call.feeCurrency) })
    : say('row.feePaid')
}

/** Where what one applies for takes place: city and country, the number of many countries, online. */
export function placeWords(
  { say, format }: Reader,
  call: Pick<OpportunityRow, 'hostCity' | 'hostCountries' | 'online'>,
): string {
  const countries =
    call.hostCountries.length > shownCountries
      ? say('call.countries', { count: call.hostCountries.length })
      : format.list(call.hostCountries.map((code) => format.country(code)))
  return [call.hostCity, countries, call.online ? say('row.online') : ''].filter(Boolean).join(', ')
}

/** When that takes place; undefined where it is not stated. */
export function whenWords(
  { format }: Reader,
  { activityStart, activityEnd }: Pick<Opportunity, 'activityStart' | 'activityEnd'>,
): string | undefined {
  const start = activityStart ?? activityEnd
  return start === null ? undefined : format.dateRange(start, activityEnd ?? start)
}

/** The ages that may apply; undefined where none is stated. */
export function ageWords({ say }: Reader, call: Pick<Opportunity, 'ageMin' | 'ageMax'>): string | undefined {
  const { ageMin, ageMax } = call
  if (ageMin !== null && ageMax !== null) return say('call.ageBetween', { min: ageMin, max: ageMax })
  if (ageMin !== null) return say('call.ageFrom', { min: ageMin })
  return ageMax === null ? undefined : say('call.ageTo', { max: ageMax })
}
