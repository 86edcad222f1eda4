import type { Child } from 'hono/jsx'
import type { LangText } from '../../community/index.ts'
import { DeadlineBox, Fact, Moment, Text } from '../../design/index.ts'
import type { Reader } from '../readers/model.ts'
import { Said } from '../records/views.tsx'
import { realDateWords } from '../records/words.ts'
import { type Change, currentRound, type Deadline, isOpen, type Round } from './model.ts'
import { changeWords, closingWords, leftWords, wholeDayWords } from './words.ts'

type Props = {
  reader: Reader
  deadline: Deadline
  changes: Change[]
  /** The deadline as its page prints it. */
  printed: LangText | undefined
  realDates: Record<string, string> | null
  readings: Record<string, string>
  /** The language of words taken from the source. */
  lang: string
}

/** When a call closes: as stated, in UTC, where the reader is, as printed, and what became of it. */
export function ClosingBox(props: Props) {
  const { reader, deadline } = props
  const tone = isOpen(deadline, reader.now) ? 'open' : 'closed'
  return <DeadlineBox tone={tone} stated={headline(reader, deadline)} lines={linesOf(props)} />
}

/** The one thing to know: when it closes and how long that is, or why there is no such day. */
function headline(reader: Reader, deadline: Deadline): string {
  const { say, now } = reader
  if (deadline.cancelled) return say('call.cancelled')
  const round = currentRound(deadline, now)
  if (round) {
    const open = isOpen(deadline, now)
    const { stated } = closingWords(reader, round, open)
    return open ? [stated, leftWords(reader, round)].join(' · ') : stated
  }
  const { kind } = deadline
  return kind === 'rolling' || kind === 'until-filled'
    ? say(`call.noDate.${kind}`)
    : say('call.noDate.not-announced')
}

function linesOf(props: Props): Child[] {
  const { reader, deadline, changes, realDates } = props
  const round = currentRound(deadline, reader.now)
  const real = realDateWords(reader, realDates)
  return [
    ...(round ? roundLines(reader, deadline, round) : []),
    ...(deadline.kind === 'first-come' && deadline.places
      ? [reader.say('call.firstCome', { count: deadline.places })]
      : []),
    ...changes.map((change) => <ChangeLine reader={reader} change={change} lang={props.lang} />),
    ...sourceLines(props),
    ...(real ? [<strong>{real}</strong>] : []),
  ]
}

function roundLines(reader: Reader, deadline: Deadline, round: Round): Child[] {
  const open = isOpen({ ...deadline, cancelled: false }, reader.now)
  const { stated, utc, instant } = closingWords(reader, round, open)
  // A cancelled call says first that it is; its day is still part of what was announced.
  if (deadline.cancelled) return [stated]
  const wholeDay = wholeDayWords(reader, round)
  return [
    ...(wholeDay ? [wholeDay] : []),
    <Moment instant={instant} words={utc} sentence={reader.say('call.yours', { moment: '{moment}' })} />,
  ]
}

const readFields = [
  'deadline_kind',
  'deadline',
  'deadline_time',
  'deadline_zone',
  'places',
  'rounds',
  'status',
  'deadline_changes',
]

/** The deadline as printed, and what else of the source its fields were read from. */
function sourceLines({ reader, printed, changes, readings, lang }: Props): Child[] {
  const { say, locale } = reader
  const said = new Set([printed?.text, ...changes.map(({ words }) => words)])
  const read = new Set(readFields.flatMap((field) => readings[field] ?? [])).difference(said)
  const line = (sentence: (words: string) => string, text: LangText) => (
    <Said sentence={sentence}>
      <Text text={text} locale={locale} />
    </Said>
  )
  return [
    ...(printed ? [line((words) => say('call.printed', { words }), printed)] : []),
    ...[...read].map((text) => line((words) => say('call.read', { words }), { text, lang })),
  ]
}

type Shown = { reader: Reader; lang: string }

function ChangeLine({ reader, change, lang }: Shown & { change: Change }) {
  return (
    <>
      {changeWords(reader, change)}
      {change.words === null ? null : <After reader={reader} text={change.words} lang={lang} />}
    </>
  )
}

function After({ reader, text, lang }: Shown & { text: string }) {
  return (
    <>
      {' · '}
      <Text text={{ text, lang }} locale={reader.locale} />
    </>
  )
}

/** The rounds of a call that has several, in order; among its facts. */
export function RoundsFact({ reader, deadline, lang }: Shown & { deadline: Deadline }) {
  if (deadline.rounds.length < 2) return null
  const inOrder = deadline.rounds.toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1))
  return (
    <Fact name={reader.say('call.rounds')}>
      <ol>
        {inOrder.map((round) => {
          const open = isOpen({ ...deadline, rounds: [round] }, reader.now)
          return (
            <li>
              {closingWords(reader, round, open).stated}
              {round.text === null ? null : <After reader={reader} text={round.text} lang={lang} />}
            </li>
          )
        })}
      </ol>
    </Fact>
  )
}
