/** What lists and pages say of a call, in the reader's words. Pure. */
import type { RowProps } from '../../design/index.ts'
import { shortDeadline } from '../deadlines/words.ts'
import type { Reader } from '../readers/model.ts'
import { realDateWords } from '../records/words.ts'
import type { Opportunity, OpportunityRow } from './model.ts'

const shownCountries = 3

/** A call as a row of a list; where something was told, with how the call stands to it when that is no plain yes. */
export function callRow(reader: Reader, call: OpportunityRow, hasTold = false): RowProps {
  const { locale, href, say } = reader
  const { big, small, soon, date } = shortDeadline(reader, deadlineOf(call))
  return {
    locale,
    when: { big, small, soon, ...(date === null ? {} : { datetime: date }) },
    title: { text: call.title, lang: call.lang },
    href: href(`/opportunities/${call.slug}`),
    lines: [[call.organiser, placeWords(reader, call)].filter(Boolean).join(' · ')].filter(
      (line) => line !== '',
    ),
    facts: factsOf(reader, call),
    tile: call.id,
    ...(hasTold && call.standing !== 2
      ? { badge: call.standing === 1 ? say('standing.label.depends') : say('value.not-stated') }
      : {}),
    note: realDateWords(reader, call.realDates),
  }
}

/** When a call closes, as its rules need it. */
export function deadlineOf(call: Pick<OpportunityRow, 'deadlineKind' | 'rounds' | 'cancelled' | 'places'>) {
  return { kind: call.deadlineKind, rounds: call.rounds, cancelled: call.cancelled, places: call.places }
}

function factsOf(reader: Reader, call: OpportunityRow): NonNullable<RowProps['facts']> {
  const { say, term, format } = reader
  const pays = (call.covers ?? []).map((item) => term('covers', item))
  const fee = call.fee === null ? undefined : feeWords(reader, call)
  return [
    ...(pays.length > 0
      ? [{ text: say('row.pays', { items: format.list(pays) }), tone: 'pay' as const }]
      : []),
    ...(call.type === null ? [] : [{ text: term('opportunity-type', call.type) }]),
    ...(fee === undefined
      ? []
      : [{ text: fee, ...(call.fee === 'paid' ? { tone: 'signal' as const } : {}) }]),
  ]
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

/** The ages that may apply; undefined where none is stated. */
export function ageWords({ say }: Reader, call: Pick<Opportunity, 'ageMin' | 'ageMax'>): string | undefined {
  const { ageMin, ageMax } = call
  if (ageMin !== null && ageMax !== null) return say('call.ageBetween', { min: ageMin, max: ageMax })
  if (ageMin !== null) return say('call.ageFrom', { min: ageMin })
  return ageMax === null ? undefined : say('call.ageTo', { max: ageMax })
}
