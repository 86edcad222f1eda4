/** Choosing from long lists and saying a day in part; all of it works without script. */
import type { Child } from 'hono/jsx'
import { speak } from '../messages/index.ts'
import { describedBy, type FieldProps, idOf, LabelWords, type Option, Remarks } from './field.tsx'
import { withFault } from './form.tsx'

/** What the browser offers while one types in a field that names this list; stands once on a page. */
export function Suggestions({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option value={value} />
      ))}
    </datalist>
  )
}

/**
 * One question with any number of answers from a long list: those chosen as boxes that can be unticked, and fields to
 * type others in, which are sent as `NAME-more`.
 */
export function PickField({
  chosen,
  list,
  add,
  more,
  ...props
}: FieldProps & {
  chosen: Option[]
  /** The id of the suggestions. */
  list: string
  /** What the fields for others are called: "Add a language". */
  add: string
  /** What is typed in them; empty ones are offered as well. */
  more: readonly string[]
}) {
  const field = withFault(props)
  return (
    <div class={field.error === undefined ? 'field' : 'field wrong'}>
      <fieldset {...describedBy(field)}>
        <legend class="label">
          <LabelWords {...field} />
        </legend>
        <Remarks {...field} />
        {chosen.map(({ value, label }, index) => (
          <div class="choice">
            <input
              type="checkbox"
              id={`${idOf(field)}-${index + 1}`}
              name={field.name}
              value={value}
              checked
            />
            <label for={`${idOf(field)}-${index + 1}`}>{label}</label>
          </div>
        ))}
        {more.map((value, index) => (
          <input
            type="text"
            class="more"
            // The first has the field's own id, so that the error summary leads to it.
            id={index === 0 ? idOf(field) : `${idOf(field)}-more-${index + 1}`}
            name={`${field.name}-more`}
            value={value}
            list={list}
            aria-label={add}
            placeholder={add}
            autocomplete="off"
          />
        ))}
      </fieldset>
    </div>
  )
}

export type DateParts = { day: string; month: string; year: string }

/** A day in three short fields, sent as `NAME-day`, `NAME-month` and `NAME-year`; after the pattern of GOV.UK. */
export function DatePartsField({ value, ...props }: FieldProps & { value: DateParts }) {
  const field = withFault(props)
  const say = speak(field.locale)
  const id = idOf(field)
  const part = (name: keyof DateParts, length: number) => (
    <div>
      <label for={name === 'day' ? id : `${id}-${name}`}>{say(`form.${name}`)}</label>
      <input
        type="text"
        id={name === 'day' ? id : `${id}-${name}`}
        name={`${field.name}-${name}`}
        value={value[name]}
        inputmode="numeric"
        maxlength={length}
        autocomplete="off"
        {...(field.error === undefined ? {} : { 'aria-invalid': 'true' })}
      />
    </div>
  )
  return (
    <div class={field.error === undefined ? 'field' : 'field wrong'}>
      <fieldset {...describedBy(field)}>
        <legend class="label">
          <LabelWords {...field} />
        </legend>
        <Remarks {...field} />
        <div class="date-parts">
          {part('day', 2)}
          {part('month', 2)}
          {part('year', 4)}
        </div>
      </fieldset>
    </div>
  )
}

/** What most readers do not need, behind a line that opens it. */
export function Disclosure({
  summary,
  open = false,
  children,
}: {
  summary: string
  open?: boolean
  children?: Child
}) {
  return (
    <details class="disclosure" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
