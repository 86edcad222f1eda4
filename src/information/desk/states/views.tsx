import type { Becoming, Remark, Schedule } from '../../../community/index.ts'
import {
  Button,
  Crumbs,
  DateField,
  Difference,
  Disclosure,
  ErrorSummary,
  Form,
  Heading,
  Link,
  Notice,
  RadioField,
  Section,
  SelectField,
  Suggestions,
  Text,
  TextArea,
  TextField,
} from '../../../design/index.ts'
import type { Reader } from '../../readers/model.ts'
import { deskPath } from '../editing/model.ts'
import { fieldLabel } from '../fields/words.ts'
import type { Life, LifeDone, Shown } from './model.ts'

const pathOf = ({ kind, id }: Pick<Life, 'kind' | 'id'>, part: string) =>
  `/desk/${kind}/${encodeURIComponent(id)}/${part}`

type Props = { reader: Reader; life: Life; shown: Shown }

/** The page of the life of one language of a record. */
export function StateBody({ reader, life, shown }: Props) {
  const { say, href, locale, format } = reader
  const form = href(deskPath(life.kind, life.id, { lang: life.lang }))
  return (
    <>
      <ErrorSummary locale={locale} errors={shown.faults ?? []} />
      {shown.done === undefined ? null : <DoneNotice reader={reader} done={shown.done} />}
      <Crumbs
        locale={locale}
        items={[
          { href: href('/desk'), label: say('editor.desk') },
          { href: href(`/desk/${life.kind}`), label: say(`editor.kind.${life.kind}`) },
          { href: form, label: life.title, lang: life.lang },
        ]}
      />
      <Heading text={say('life.title', { title: life.title })} lead={format.language(life.lang)} />
      <StateBox reader={reader} life={life} shown={shown} />
    </>
  )
}

const DoneNotice = ({ reader, done }: { reader: Reader; done: LifeDone }) => (
  <Notice tone="info">{reader.say(`life.done.${done}`)}</Notice>
)

/** How the languages of a record stand, with forms that change it; for a page of its own and beside the form of a record. */
export function StateBox({ reader, life, shown }: Props) {
  const { say, href } = reader
  return (
    <>
      <Section
        title={say('life.state')}
        id="state"
        more={{ href: href(pathOf(life, 'history')), label: say('life.history') }}
      >
        <Languages reader={reader} life={life} />
        <Steps reader={reader} life={life} shown={shown} />
      </Section>
      <Stale reader={reader} life={life} shown={shown} />
      <Later reader={reader} life={life} shown={shown} />
      <Remarks reader={reader} life={life} shown={shown} />
      <Assigned reader={reader} life={life} shown={shown} />
    </>
  )
}

const StateMark = ({ life }: { life: Life }) => (
  <>
    <input type="hidden" name="version" value={life.version} />
    <input type="hidden" name="lang" value={life.lang} />
  </>
)

function Languages({ reader, life }: { reader: Reader; life: Life }) {
  const { say, href, format } = reader
  return (
    <ul>
      {life.langs.map(({ lang, state, stale }) => {
        const words = `${format.language(lang)}: ${say(`editor.state.${state}`)}`
        return (
          <li>
            {lang === life.lang ? (
              <strong>{words}</strong>
            ) : (
              <Link href={href(`${pathOf(life, 'state')}?lang=${lang}`)}>{words}</Link>
            )}
            {stale ? ` (${say('editor.stale')})` : null}
          </li>
        )
      })}
    </ul>
  )
}

function Steps({ reader, life, shown }: Props) {
  const { say, locale } = reader
  const { state, steps } = life
  if (state === undefined) return <p>{say('life.notWritten')}</p>
  if (steps.length === 0) return null
  return (
    <Form locale={locale} action={pathOf(life, 'state')} faults={shown.faults ?? []}>
      <StateMark life={life} />
      <TextArea
        locale={locale}
        name="remark"
        label={say('life.note')}
        hint={say('life.noteHint')}
        rows={2}
        optional
        value={shown.typed?.remark}
      />
      <div class="buttons">
        {steps.map((to) => (
          <Button
            name="to"
            value={to}
            kind={to === 'published' ? 'main' : to === 'archived' ? 'warning' : 'quiet'}
          >
            {say(`life.step.${state === 'in-review' && to === 'draft' ? 'sendBack' : to}`)}
          </Button>
        ))}
      </div>
    </Form>
  )
}

function Stale({ reader, life }: Props) {
  const { say, locale } = reader
  const { stale } = life
  if (!stale) return null
  return (
    <Section title={say('life.stale')} id="stale">
      <p>{say('life.staleWhy')}</p>
      {stale.differences.map(({ field, lang, pieces }) => (
        <>
          <h3>{fieldLabel(locale, life.kind, field)}</h3>
          <Difference locale={locale} lang={lang ?? 'en'} pieces={pieces ?? []} />
        </>
      ))}
      <Form locale={locale} action={pathOf(life, 'translation')}>
        <StateMark life={life} />
        <Button kind="quiet">{say('life.confirm')}</Button>
      </Form>
    </Section>
  )
}

function Later({ reader, life, shown }: Props) {
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

function scheduleWords({ say, format }: Reader, { becomes, wall, zone, due, lang }: Schedule): string {
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

function Remarks({ reader, life, shown }: Props) {
  const { say, locale } = reader
  const open = life.remarks.filter(({ settled }) => settled === null)
  const settled = life.remarks.filter((remark) => remark.settled !== null)
  return (
    <Section title={say('life.remarks')} id="remarks">
      {open.length === 0 ? <p>{say('life.noRemarks')}</p> : null}
      {open.map((remark) => (
        <Form locale={locale} action={pathOf(life, `remarks/${remark.id}/settle`)}>
          <StateMark life={life} />
          <Said reader={reader} remark={remark} />
          <Button kind="quiet">{say('life.settle')}</Button>
        </Form>
      ))}
      {settled.length === 0 ? null : (
        <Disclosure summary={say('life.settled')}>
          {settled.map((remark) => (
            <Said reader={reader} remark={remark} />
          ))}
        </Disclosure>
      )}
      <Form locale={locale} action={pathOf(life, 'remarks')} faults={shown.faults ?? []}>
        <StateMark life={life} />
        <TextArea locale={locale} name="said" label={say('life.say')} rows={3} value={shown.typed?.said} />
        <Button kind="quiet">{say('life.sayIt')}</Button>
      </Form>
    </Section>
  )
}

function Said({ reader, remark }: { reader: Reader; remark: Remark }) {
  const { say, format } = reader
  return (
    <blockquote>
      <p class="difference">
        <bdi>{remark.said}</bdi>
      </p>
      <small>
        <bdi>{remark.saidBy?.name || say('life.nobody')}</bdi>, {format.moment(remark.saidAt, 'UTC')} UTC
        {remark.lang === null ? null : `, ${format.language(remark.lang)}`}
      </small>
    </blockquote>
  )
}

function Assigned({ reader, life, shown }: Props) {
  const { say, locale } = reader
  const { assigned } = life
  const chosen = shown.typed?.person ?? assigned?.id ?? ''
  const named = (name: string) => name || say('life.nameless')
  return (
    <Section title={say('life.assigned')} id="assignment">
      <p>
        <Text text={assigned ? named(assigned.name) : say('life.unassigned')} locale={locale} />
      </p>
      {life.assignable.length === 0 ? null : (
        <Form locale={locale} action={pathOf(life, 'assignment')} faults={shown.faults ?? []}>
          <StateMark life={life} />
          <SelectField
            locale={locale}
            name="person"
            label={say('life.assignTo')}
            empty={say('life.unassigned')}
            options={life.assignable.map(({ id, name }) => ({
              value: id,
              label: named(name),
              chosen: id === chosen,
            }))}
          />
          <Button kind="quiet">{say('life.assign')}</Button>
        </Form>
      )}
    </Section>
  )
}
