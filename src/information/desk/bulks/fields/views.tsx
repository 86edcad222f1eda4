import {
  Button,
  Disclosure,
  locales,
  type Option,
  RadioField,
  SelectField,
} from '../../../../design/index.ts'
import type { Reader } from '../../../readers/model.ts'
import type { DeskKind } from '../../fields/model.ts'
import { personLabel } from '../../tables/words.ts'
import { actionsOf, type BulkForm, valueField } from '../model.ts'

export type BulkFieldsFacts = {
  total: number
  people: readonly { id: string; name: string }[]
  terms(vocabulary: string): readonly string[]
  places: readonly string[]
}

type Props = { reader: Reader; kind: DeskKind; form: BulkForm; facts: BulkFieldsFacts }

/** What is done with several records: which of them, what, and with which value. Stands in the form of the table. */
export function BulkFields({ reader, kind, form, facts, open }: Props & { open: boolean }) {
  const { say, locale } = reader
  return (
    <div class="desk-change">
      <Disclosure summary={say('bulk.title')} open={open}>
        <RadioField
          locale={locale}
          name="which"
          label={say('bulk.which')}
          options={[
            { value: 'chosen', label: say('bulk.chosen'), chosen: form.which === 'chosen' },
            {
              value: 'found',
              label: say('bulk.found', { count: facts.total }),
              chosen: form.which === 'found',
            },
          ]}
        />
        <div class="fields">
          <SelectField
            locale={locale}
            name="action"
            label={say('bulk.action')}
            empty={say('bulk.chooseAction')}
            options={actionsOf(kind).map((action) => ({
              value: action,
              label: say(`bulk.action.${action}`),
              chosen: form.action === action,
            }))}
          />
          <Values reader={reader} kind={kind} form={form} facts={facts} />
        </div>
        <Button>{say('bulk.preview')}</Button>
      </Disclosure>
    </div>
  )
}

function Values({ reader, kind, form, facts }: Props) {
  const { say, locale } = reader
  const needed = new Set(actionsOf(kind).map(valueField))
  const all = [
    { name: 'discipline', label: say('facet.discipline'), options: termsOf(reader, 'discipline', facts) },
    { name: 'theme', label: say('facet.theme'), options: termsOf(reader, 'theme', facts) },
    { name: 'country', label: say('tables.column.country'), options: placesOf(reader, facts) },
    { name: 'person', label: say('bulk.person'), options: peopleOf(reader, facts) },
    { name: 'language', label: say('bulk.language'), options: languagesOf(reader) },
  ] as const
  return (
    <>
      {all
        .filter(({ name }) => needed.has(name))
        .map(({ name, label, options }) => (
          <SelectField
            locale={locale}
            name={name}
            id={`bulk-${name}`}
            label={label}
            empty={name === 'language' ? say('bulk.everyLanguage') : '—'}
            options={options.map((option) => ({ ...option, chosen: form[name] === option.value }))}
          />
        ))}
    </>
  )
}

const sorted = ({ format }: Reader, options: Option[]) =>
  options.toSorted((a, b) => format.compare(a.label, b.label))

const termsOf = (reader: Reader, vocabulary: string, { terms }: BulkFieldsFacts): Option[] =>
  sorted(
    reader,
    terms(vocabulary).map((value) => ({ value, label: reader.term(vocabulary, value) })),
  )

const placesOf = (reader: Reader, { places }: BulkFieldsFacts): Option[] =>
  sorted(
    reader,
    places.map((value) => ({ value, label: reader.format.country(value) })),
  )

const peopleOf = (reader: Reader, { people }: BulkFieldsFacts): Option[] => [
  { value: 'nobody', label: reader.say('tables.nobody') },
  ...people.map(({ id, name }) => ({ value: id, label: personLabel(reader, name) })),
]

const languagesOf = ({ format }: Reader): Option[] =>
  locales.map((value) => ({ value, label: format.language(value) }))
