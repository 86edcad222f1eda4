import type { Child } from 'hono/jsx'
import type { Choices, Known } from '../../../../community/index.ts'
import {
  Button,
  CheckField,
  DateField,
  MarkdownField,
  PickField,
  SelectField,
  TextArea,
  TextField,
} from '../../../../design/index.ts'
import { isDay } from '../../../../platform/index.ts'
import type { Reader } from '../../../readers/model.ts'
import type { Field, FieldInput } from '../../fields/model.ts'
import { optionLabel } from '../../fields/words.ts'
import { rowsTyped, type Typed } from '../model.ts'
import { placeInWords } from '../words.ts'

/** What every field of the form needs to be shown. */
export type InputFacts = {
  reader: Reader
  known: Known
  countries: Choices
  languages: Choices
  typed: Typed
  /** The language of the text that the form is of. */
  textLang: string
}

type Props = {
  facts: InputFacts
  path: string
  label: string
  field: Pick<Field, 'input' | 'inEachLanguage'>
}
type InputProps<Is extends FieldInput['is']> = Omit<Props, 'field'> & {
  input: Extract<FieldInput, { is: Is }>
  lang: string | undefined
}

/** The field of a form for what a record says, whatever it is. */
export function FieldInputs({ facts, path, label, field }: Props) {
  const { input } = field
  const lang = field.inEachLanguage ? facts.textLang : undefined
  const shared = { facts, path, label, lang }
  switch (input.is) {
    case 'rows':
      return <RowInputs {...shared} input={input} />
    case 'facts':
      return <FactInputs {...shared} input={input} />
    case 'recurrence':
      return <RecurrenceInputs {...shared} input={input} />
    case 'terms':
      return <TermInputs {...shared} input={input} />
    case 'countries':
    case 'places':
    case 'languages':
      return <PickInputs {...shared} input={input} />
    case 'choice':
    case 'term':
    case 'country':
    case 'language':
      return <OneOf {...shared} input={input} />
    case 'words':
    case 'markdown':
    case 'lines':
    case 'addresses':
      return <Lines {...shared} input={input} />
    case 'flag':
      return <Flag {...shared} input={input} />
    default:
      return <Line {...shared} input={input} />
  }
}

const one = ({ typed }: InputFacts, path: string) => typed[path]?.[0] ?? ''

function Flag({ facts, path, label }: InputProps<'flag'>) {
  const { reader } = facts
  const options = [
    { value: 'yes', label: reader.say('editor.yes'), chosen: facts.typed[path]?.includes('yes') },
  ]
  return <CheckField locale={reader.locale} name={path} label={label} options={options} />
}

function Lines({
  facts,
  path,
  label,
  input,
  lang,
}: InputProps<'words' | 'markdown' | 'lines' | 'addresses'>) {
  const { locale, say } = facts.reader
  const isList = input.is === 'lines' || input.is === 'addresses'
  const hint = isList
    ? say('editor.hint.lines')
    : input.is === 'markdown'
      ? say('editor.hint.markdown')
      : undefined
  const value = one(facts, path)
  if (input.is === 'markdown') return <MarkdownField {...{ locale, label, hint, lang, value }} name={path} />
  return <TextArea {...{ locale, label, hint, lang, value }} name={path} rows={3} />
}

type LineKind = Exclude<
  FieldInput['is'],
  | 'rows'
  | 'facts'
  | 'recurrence'
  | 'terms'
  | 'countries'
  | 'places'
  | 'languages'
  | 'choice'
  | 'term'
  | 'country'
  | 'language'
  | 'words'
  | 'markdown'
  | 'lines'
  | 'addresses'
  | 'flag'
>

function Line({ facts, path, label, input, lang }: InputProps<LineKind>) {
  const { locale, say } = facts.reader
  const value = one(facts, path)
  // What is no day would be emptied by the browser's own field.
  if (input.is === 'day' && (value === '' || isDay(value)))
    return <DateField locale={locale} name={path} label={label} value={value} />
  const hint =
    input.is === 'day' ||
    input.is === 'part-day' ||
    input.is === 'time' ||
    input.is === 'amount' ||
    input.is === 'currency' ||
    input.is === 'slug' ||
    input.is === 'record'
      ? say(`editor.hint.${input.is}`)
      : input.is === 'zone'
        ? say(input.anywhere ? 'editor.hint.zoneAnywhere' : 'editor.hint.zone')
        : undefined
  const list =
    input.is === 'zone' ? 'all-zones' : input.is === 'record' ? `all-${input.kinds.join('-')}` : undefined
  const type = input.is === 'address' ? ('url' as const) : ('text' as const)
  const figures = input.is === 'number'
  return (
    <TextField
      {...{ locale, label, hint, lang, value, list, type, figures }}
      name={path}
      autocomplete="off"
    />
  )
}

function OneOf({ facts, path, label, input }: InputProps<'choice' | 'term' | 'country' | 'language'>) {
  const { reader } = facts
  const value = one(facts, path)
  const all = optionsOf(facts, input)
  // What is no longer offered stays as long as nobody chooses another.
  const options =
    value === '' || all.some((option) => option.value === value) ? all : [...all, { value, label: value }]
  const empty = input.is === 'choice' && input.stands ? undefined : reader.say('editor.notStated')
  return (
    <SelectField
      locale={reader.locale}
      name={path}
      label={label}
      empty={empty}
      options={options.map((option) => ({ ...option, chosen: option.value === value }))}
    />
  )
}

function optionsOf(
  { reader, known, countries, languages }: InputFacts,
  input: InputProps<'choice' | 'term' | 'country' | 'language'>['input'],
) {
  if (input.is === 'choice')
    return input.options.map((value) => ({ value, label: optionLabel(reader.locale, value) }))
  if (input.is === 'term') return termOptions(reader, known, input.vocabulary)
  const choices = input.is === 'country' ? countries : languages
  return choices.names.flatMap((label) => {
    const value = choices.find(label)
    return value === undefined ? [] : [{ value, label }]
  })
}

function termOptions(reader: Reader, known: Known, vocabulary: string, kept: readonly string[] = []) {
  const terms = known.vocabularies[vocabulary] ?? []
  return terms
    .filter(({ id, retired }) => !retired || kept.includes(id))
    .map(({ id }) => ({ value: id, label: reader.term(vocabulary, id) }))
}

function TermInputs({ facts, path, label, input }: InputProps<'terms'>) {
  const { reader, known, typed } = facts
  const chosen = typed[path] ?? []
  const options = termOptions(reader, known, input.vocabulary, chosen).map((option) => ({
    ...option,
    chosen: chosen.includes(option.value),
  }))
  const boxes = (name: string) => (
    <CheckField
      locale={reader.locale}
      name={path}
      label={name}
      columns
      options={options}
      folded={reader.say('editor.choose')}
    />
  )
  return input.stated ? (
    <Stated {...{ facts, path, label }}>{boxes(reader.say('editor.stated'))}</Stated>
  ) : (
    boxes(label)
  )
}

function PickInputs({ facts, path, label, input }: InputProps<'countries' | 'places' | 'languages'>) {
  const { reader, known, typed } = facts
  const chosen = (typed[path] ?? []).map((value) => ({
    value,
    label: input.is === 'languages' ? reader.format.language(value) : placeInWords(reader, known, value),
  }))
  const more = (typed[`${path}-more`] ?? []).filter((text) => text.trim() !== '')
  const picks = (name: string) => (
    <PickField
      locale={reader.locale}
      name={path}
      label={name}
      chosen={chosen}
      list={
        input.is === 'languages' ? 'all-languages' : input.is === 'places' ? 'all-places' : 'all-countries'
      }
      add={reader.say(input.is === 'languages' ? 'editor.addLanguage' : 'editor.addCountry')}
      more={[...more, '', '']}
    />
  )
  return input.is === 'countries' ? (
    picks(label)
  ) : (
    <Stated {...{ facts, path, label }}>{picks(reader.say('editor.stated'))}</Stated>
  )
}

/** A list of which nothing said is another answer than nothing in it. */
function Stated({ facts, path, label, children }: Omit<Props, 'field'> & { children?: Child }) {
  const { reader, typed } = facts
  const name = `${path}-unstated`
  return (
    <fieldset class="group">
      <legend>{label}</legend>
      <div class="choice">
        <input type="checkbox" id={name} name={name} value="yes" checked={typed[name]?.includes('yes')} />
        <label for={name}>{reader.say('editor.unstated')}</label>
        <p class="hint">{reader.say('editor.hint.stated')}</p>
      </div>
      {children}
    </fieldset>
  )
}

function RowInputs({ facts, path, label, input }: InputProps<'rows'>) {
  const { say } = facts.reader
  return (
    <fieldset class="group" id={path}>
      <legend>{label}</legend>
      {rowsTyped(facts.typed, path).map((place) => (
        <div class="row-fields">
          <div class="fields">
            {input.columns.map((column) => (
              <FieldInputs
                facts={facts}
                path={`${path}.${place}.${column.name}`}
                label={say(`field.${column.name}`)}
                field={column}
              />
            ))}
          </div>
          <p>
            <Button kind="link" name="do" value={`drop:${path}.${place}`}>
              {say('editor.dropRow')}
            </Button>
          </p>
        </div>
      ))}
      <p>
        <Button kind="quiet" name="do" value={`add:${path}`}>
          {say('editor.addRow')}
        </Button>
      </p>
    </fieldset>
  )
}

function FactInputs({ facts, path, label }: InputProps<'facts'>) {
  const { locale, say } = facts.reader
  const places = rowsTyped(facts.typed, path)
  return (
    <fieldset class="group" id={path}>
      <legend>{label}</legend>
      {places.map((place) => {
        const [key, value] = [`${path}.${place}.key`, `${path}.${place}.value`]
        return (
          <div class="fields">
            <TextField locale={locale} name={key} label={say('editor.factName')} value={one(facts, key)} />
            <TextField locale={locale} name={value} label={say('editor.fact')} value={one(facts, value)} />
          </div>
        )
      })}
      <p>
        <Button kind="quiet" name="do" value={`add:${path}`}>
          {say('editor.addRow')}
        </Button>
      </p>
    </fieldset>
  )
}

function RecurrenceInputs({ facts, path, label }: InputProps<'recurrence'>) {
  const { locale, say } = facts.reader
  return (
    <fieldset class="group" id={path}>
      <legend>{label}</legend>
      <TextField
        locale={locale}
        name={`${path}.rule`}
        label={say('editor.rule')}
        hint={say('editor.hint.rule')}
        value={one(facts, `${path}.rule`)}
        autocomplete="off"
      />
      {(['dates', 'except'] as const).map((part) => (
        <TextArea
          locale={locale}
          name={`${path}.${part}`}
          label={say(`editor.recurrence.${part}`)}
          hint={say('editor.hint.starts')}
          rows={2}
          value={one(facts, `${path}.${part}`)}
        />
      ))}
    </fieldset>
  )
}
