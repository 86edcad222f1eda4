import type { ChecklistItem, Known } from '../../../community/index.ts'
import {
  Button,
  CheckField,
  Crumbs,
  ErrorSummary,
  type Fault,
  Form,
  Heading,
  Link,
  LinkList,
  type Locale,
  Notice,
  RadioField,
  Section,
  SelectField,
  Table,
  TextField,
} from '../../../design/index.ts'
import { deskKinds } from '../../desk/fields/model.ts'
import { fieldLabel } from '../../desk/fields/words.ts'
import type { Reader } from '../../readers/model.ts'
import { rulesOf } from '../model.ts'
import { itemInWords, ruleInWords } from '../words.ts'
import { fieldsFor, type ItemForm, longestAsking, testsFor, typesOf } from './model.ts'

export type ChecklistFacts = { checklist: readonly ChecklistItem[]; done: 'saved' | 'removed' | undefined }

/** Everything that is asked of records: the items of the checklist, and the rules of the house beside them. */
export function ChecklistBody({ reader, facts }: { reader: Reader; facts: ChecklistFacts }) {
  const { say, href, locale } = reader
  return (
    <>
      {facts.done === undefined ? null : <Notice tone="info">{say(`checklist.done.${facts.done}`)}</Notice>}
      <Crumbs locale={locale} items={[{ href: href('/desk'), label: say('checks.desk') }]} />
      <Heading text={say('checklist.title')} lead={say('checklist.lead')} />
      <Items reader={reader} checklist={facts.checklist} />
      <Section title={say('checklist.add')}>
        <LinkList
          items={deskKinds.map((kind) => ({
            href: href(`/desk/checklist/new?kind=${kind}`),
            label: say('checklist.addOf', { kind: say(`checklist.kind.${kind}`) }),
          }))}
        />
      </Section>
      <Section title={say('checklist.house')}>
        <p>{say('checklist.houseLead')}</p>
        <Table
          caption={say('checklist.house')}
          head={[say('checklist.head.asks'), say('checklist.head.kind'), say('checklist.head.level')]}
          rows={deskKinds.flatMap((kind) =>
            rulesOf[kind].map(({ id, level }) => [
              ruleInWords(locale, id, []),
              say(`checklist.kind.${kind}`),
              say(`checklist.short.${level}`),
            ]),
          )}
        />
      </Section>
    </>
  )
}

function Items({ reader, checklist }: { reader: Reader; checklist: readonly ChecklistItem[] }) {
  const { say, href, locale } = reader
  if (checklist.length === 0) return <p>{say('checklist.none')}</p>
  const head = ['asks', 'kind', 'level', 'test', 'position', 'on'] as const
  return (
    <Table
      caption={say('checklist.items')}
      head={head.map((column) => say(`checklist.head.${column}`))}
      numeric={[4]}
      rows={checklist.map((item) => [
        <Link href={href(`/desk/checklist/${encodeURIComponent(item.id)}`)}>
          {itemInWords(locale, item)}
        </Link>,
        kindOf(reader, item),
        say(`checklist.short.${item.level}`),
        testOf(reader, item),
        reader.format.number(item.position),
        say(item.isOn ? 'checklist.on' : 'checklist.off'),
      ])}
    />
  )
}

const kindNamed = (name: string) => deskKinds.find((kind) => kind === name) ?? 'opportunities'

function kindOf({ say, term, format }: Reader, { kind, types }: ChecklistItem): string {
  const named = kindNamed(kind)
  const words = say(`checklist.kind.${named}`)
  return types.length === 0
    ? words
    : `${words}: ${format.list(types.map((type) => term(typesOf[named], type)))}`
}

/** How an item looks at a record, with what it looks for. */
function testOf({ say, term, format, locale }: Reader, { kind, test }: ChecklistItem): string {
  const words = say(`checklist.test.${test.is}`)
  if ('terms' in test) return `${words}: ${format.list(test.terms.map((id) => term('covers', id)))}`
  if ('days' in test) return `${words}: ${format.number(test.days)}`
  return 'field' in test ? `${words}: ${fieldLabel(locale, kindNamed(kind), test.field)}` : words
}

export type ItemFacts = {
  form: ItemForm
  faults: Fault[]
  /** Absent as long as the item is not there. */
  id: string | undefined
  vocabularies: Known['vocabularies']
  locales: readonly Locale[]
}

/** One item of the checklist, new or to be changed. */
export function ItemBody({ reader, facts }: { reader: Reader; facts: ItemFacts }) {
  const { say, href, locale } = reader
  const { id, form } = facts
  const path = `/desk/checklist/${encodeURIComponent(id ?? 'new')}`
  return (
    <>
      <ErrorSummary locale={locale} errors={facts.faults} />
      <Crumbs
        locale={locale}
        items={[
          { href: href('/desk'), label: say('checks.desk') },
          { href: href('/desk/checklist'), label: say('checklist.title') },
        ]}
      />
      <Heading
        text={say(id === undefined ? 'checklist.new' : 'checklist.one')}
        lead={say('checklist.addOf', { kind: say(`checklist.kind.${form.kind}`) })}
      />
      <Form locale={locale} action={path} faults={facts.faults}>
        <input type="hidden" name="kind" value={form.kind} />
        <Asking reader={reader} facts={facts} />
        <Testing reader={reader} facts={facts} />
        <Standing reader={reader} facts={facts} />
        <Button>{say(id === undefined ? 'checklist.ask' : 'checklist.save')}</Button>
      </Form>
      {id === undefined ? null : (
        <Section title={say('checklist.remove')}>
          <p>{say('checklist.removeLead')}</p>
          <Form locale={locale} action={`${path}/remove`}>
            <Button kind="warning">{say('checklist.remove')}</Button>
          </Form>
        </Section>
      )}
    </>
  )
}

type Props = { reader: Reader; facts: ItemFacts }

function Asking({ reader: { say, locale, format }, facts: { form, locales } }: Props) {
  return (
    <>
      {locales.map((one) => (
        <TextField
          locale={locale}
          name={`words-${one}`}
          label={say('checklist.words', { language: format.language(one) })}
          hint={one === 'en' ? say('checklist.wordsHint') : undefined}
          optional={one !== 'en'}
          lang={one}
          value={form.words[one]}
          maxLength={longestAsking}
        />
      ))}
    </>
  )
}

function Testing({ reader, facts: { form, vocabularies } }: Props) {
  const { say, locale, term, format } = reader
  const tests = testsFor(form.kind)
  const named = (vocabulary: string) =>
    (vocabularies[vocabulary] ?? []).filter(({ retired }) => !retired).map(({ id }) => id)
  return (
    <>
      <RadioField
        locale={locale}
        name="test"
        label={say('checklist.test')}
        options={tests.map((test) => ({
          value: test,
          label: say(`checklist.test.${test}`),
          chosen: test === form.test,
        }))}
      />
      <SelectField
        locale={locale}
        name="field"
        label={say('checklist.field')}
        hint={say('checklist.fieldHint')}
        optional
        empty="…"
        options={fieldsFor(form.kind)
          .map((name) => ({
            value: name,
            label: fieldLabel(locale, form.kind, name),
            chosen: name === form.field,
          }))
          .toSorted((a, b) => format.compare(a.label, b.label))}
      />
      <TextField
        locale={locale}
        name="days"
        label={say('checklist.days')}
        optional
        value={form.days}
        figures
      />
      {tests.includes('covers') ? (
        <CheckField
          locale={locale}
          name="terms"
          label={say('checklist.terms')}
          optional
          columns
          options={named('covers').map((id) => ({
            value: id,
            label: term('covers', id),
            chosen: form.terms.includes(id),
          }))}
        />
      ) : null}
      <CheckField
        locale={locale}
        name="types"
        label={say('checklist.types')}
        hint={say('checklist.typesHint')}
        optional
        columns
        options={named(typesOf[form.kind]).map((id) => ({
          value: id,
          label: term(typesOf[form.kind], id),
          chosen: form.types.includes(id),
        }))}
      />
    </>
  )
}

function Standing({ reader: { say, locale }, facts: { form } }: Props) {
  return (
    <>
      <RadioField
        locale={locale}
        name="level"
        label={say('checklist.level')}
        options={(['must', 'should'] as const).map((level) => ({
          value: level,
          label: say(`checklist.level.${level}`),
          chosen: level === form.level,
        }))}
      />
      <TextField
        locale={locale}
        name="position"
        label={say('checklist.position')}
        value={form.position}
        figures
      />
      <CheckField
        locale={locale}
        name="on"
        label={say('checklist.isOn')}
        options={[{ value: 'yes', label: say('checklist.on'), chosen: form.isOn }]}
      />
    </>
  )
}
