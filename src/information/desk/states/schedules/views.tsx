import type { Becoming, Schedule } from '../../../../community/index.ts'
import {
  Button,
  DateField,
  Disclosure,
  Form,
  RadioField,
  Section,
  Suggestions,
  TextField,
} from '../../../../design/index.ts'
import type { Reader } from '../../../readers/model.ts'
import { pathOf, type Props, StateMark } from '../mark/views.tsx'
import type { Life } from '../model.ts'

/** What becomes of a text at a later time, and what has become. */
export function Later({ reader, life, shown }: Props) {
  const { say } = reader
  const waiting = life.schedules.filter(({ ended }) => ended === null)
  const over = life.schedules.filter(({ ended }) => ended !== null)
  if (life.later.length === 0 && life.schedules.length === 0) return null
  return (
    <Section title={say('life.later')} id="later">
      {waiting.map((schedule) => (
        <Waiting reader={reader} life={life} schedule={schedule} />
      ))}
      {life.later.length === 0 ? null : <Schedules reader={reader} life={life} shown={shown} />}
      {over.length === 0 ? null : (
        <Disclosure summary={say('life.over')}>
          <ul>
            {over.map((schedule) => (
              <li>
                {scheduleWords(reader, schedule)}
                {'. '}
                {schedule.ended ? say(`life.ended.${schedule.ended.how}`) : null}
                {schedule.ended?.failure ? ` ${say(`life.failed.${schedule.ended.failure}`)}` : null}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  )
}

/** What becomes of a text and when, by the clocks of its zone and in UTC. */
export function scheduleWords({ say, format }: Reader, { becomes, wall, zone, due, lang }: Schedule): string {
  const [day = '', time = ''] = wall.split('T')
  return say(`life.becomes.${becomes}`, {
    language: format.language(lang),
    day: format.date(day),
    time: format.time(time),
    zone,
    utc: format.moment(due, 'UTC'),
  })
}

function Waiting({ reader, life, schedule }: { reader: Reader; life: Life; schedule: Schedule }) {
  return (
    <Form locale={reader.locale} action={pathOf(life, `schedule/${schedule.id}/withdraw`)}>
      <StateMark life={life} />
      <p>{scheduleWords(reader, schedule)}</p>
      {life.mayPublish ? <Button kind="quiet">{reader.say('life.withdraw')}</Button> : null}
    </Form>
  )
}

const becomings: readonly Becoming[] = ['published', 'archived']

function Schedules({ reader, life, shown }: Props) {
  const { say, locale } = reader
  const typed = shown.typed ?? {}
  const options = becomings.filter((one) => life.later.includes(one))
  const chosen = options.find((one) => one === typed.becomes) ?? options[0]
  return (
    <Form locale={locale} action={pathOf(life, 'schedule')} faults={shown.faults ?? []}>
      <StateMark life={life} />
      <RadioField
        locale={locale}
        name="becomes"
        label={say('life.what')}
        options={options.map((value) => ({
          value,
          label: say(`life.step.${value}`),
          chosen: value === chosen,
        }))}
      />
      <DateField locale={locale} name="day" label={say('life.day')} value={typed.day} />
      <TextField
        locale={locale}
        name="time"
        label={say('life.time')}
        hint={say('life.timeHint')}
        value={typed.time}
      />
      <TextField
        locale={locale}
        name="zone"
        label={say('life.zone')}
        hint={say('life.zoneHint')}
        value={typed.zone ?? 'UTC'}
        list="life-zones"
      />
      <Suggestions id="life-zones" values={zones} />
      <Button kind="quiet">{say('life.schedule')}</Button>
    </Form>
  )
}

const zones = ['UTC', 'Asia/Singapore', 'Asia/Phnom_Penh', 'Asia/Tokyo', 'Asia/Karachi', 'Europe/Brussels']
