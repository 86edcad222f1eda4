import type { Remark } from '../../../community/index.ts'
import {
  Button,
  Crumbs,
  Difference,
  Disclosure,
  ErrorSummary,
  Form,
  Heading,
  Link,
  Notice,
  Section,
  SelectField,
  Text,
  TextArea,
} from '../../../design/index.ts'
import type { Reader } from '../../readers/model.ts'
import { deskPath } from '../editing/model.ts'
import { fieldLabel } from '../fields/words.ts'
import { pathOf, type Props, StateMark } from './mark/views.tsx'
import type { Life, LifeDone } from './model.ts'
import { Later } from './schedules/views.tsx'

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

/** A remark, with who said it and when. */
export function Said({ reader, remark }: { reader: Reader; remark: Remark }) {
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
