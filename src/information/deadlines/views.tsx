import type { Child } from 'hono/jsx'
import type { LangText } from '../../community/index.ts'
import { DeadlineBox, Moment, Section, Text } from '../../design/index.ts'
import type { Reader } from '../readers/model.ts'
import { ReadFrom, Said } from '../records/views.tsx'
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

/** When a call closes: as stated, in UTC, where the reader is, as printed; its rounds, and what became of it. */
export function ClosingBox(props: Props) {
  const { reader, deadline, changes, readings, lang } = props
  const open = isOpen(deadline, reader.now)
  return (
    <>
      <DeadlineBox tone={open ? 'open' : 'closed'} stated={headline(reader, deadline)} lines={linesOf(props)} />
      <ReadFrom {...{ reader, readings, lang, fields: readFields }} />
      {deadline.rounds.length > 1 ? <Rounds {...{ reader, deadline, lang }} /> : null}
      {changes.length > 0 ? <History {...{ reader, changes, lang }} /> : null}
    </>
  )
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

function linesOf({ reader, deadline, printed, realDates }: Props): Child[] {
  const { say, now } = reader
  const round = currentRound(deadline, now)
  const real = realDateWords(reader, realDates)
  return [
    ...(round ? roundLines(reader, deadline, round) : []),
    ...(deadline.kind === 'first-come' && deadline.places
      ? [say('call.firstCome', { count: deadline.places })]
      : []),
    ...(printed
      ? [
          <Said sentence={(words) => say('call.printed', { words })}>
            <Text text={printed} locale={reader.locale} />
          </Said>,
        ]
      : []),
    ...(real ? [<strong>{real}</strong>] : []),
  ]
}

function roundLines(reader: Reader, deadline: Deadline, round: Round): Child[] {
  const open = isOpen({ ...deadline, cancelled: false }, reader.now)
  const { stated, utc, instant } = closingWords(reader, round, open)
  const wholeDay = wholeDayWords(reader, round)
  // A cancelled call says first that it is; its day is still part of what was announced.
  if (deadline.cancelled) return [stated]
  return [
    ...(wholeDay ? [wholeDay] : []),
    <Moment instant={instant} words={utc} sentence={reader.say('call.yours', { moment: '{moment}' })} />,
  ]
}

type Shown = { reader: Reader; lang: string }

function Rounds({ reader, deadline, lang }: Shown & { deadline: Deadline }) {
  const { say, locale } = reader
  const inOrder = deadline.rounds.toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1))
  return (
    <Section title={say('call.rounds')}>
      <ol>
        {inOrder.map((round) => {
          const open = isOpen({ ...deadline, rounds: [round] }, reader.now)
          return (
            <li>
              {closingWords(reader, round, open).stated}
              {round.text === null ? null : (
                <>
                  {' · '}
                  <Text text={{ text: round.text, lang }} locale={locale} />
                </>
              )}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

function History({ reader, changes, lang }: Shown & { changes: Change[] }) {
  return (
    <Section title={reader.say('call.history')}>
      <ul>
        {changes.map((change) => (
          <li>
            {changeWords(reader, change)}
            {change.words === null ? null : (
              <>
                {' · '}
                <Text text={{ text: change.words, lang }} locale={reader.locale} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
