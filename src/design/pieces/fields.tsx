import type { Child } from 'hono/jsx'
import { Field, type FieldProps, inputOf, type Option } from './field.tsx'
import { withFault } from './form.tsx'

type TextProps = FieldProps & {
  value?: string | undefined
  type?: 'text' | 'email' | 'search' | 'url' | 'tel' | 'password' | 'number'
  autocomplete?: string
  maxLength?: number
  /** Phones show a keyboard of figures for it. */
  figures?: boolean
  /** The id of suggestions for it. */
  list?: string | undefined
}

export function TextField({
  value,
  type = 'text',
  autocomplete,
  maxLength,
  figures = false,
  list,
  ...props
}: TextProps) {
  const field = withFault(props)
  return (
    <Field {...field}>
      <input
        {...inputOf(field)}
        type={type}
        value={value}
        {...(autocomplete === undefined ? {} : { autocomplete })}
        {...(maxLength === undefined ? {} : { maxlength: maxLength })}
        {...(figures ? { inputmode: 'numeric' } : {})}
        {...(list === undefined ? {} : { list })}
      />
    </Field>
  )
}

export function TextArea({
  value,
  rows = 5,
  maxLength,
  readOnly = false,
  ...props
}: FieldProps & { value?: string | undefined; rows?: number; maxLength?: number; readOnly?: boolean }) {
  const field = withFault(props)
  return (
    <Field {...field}>
      <textarea
        {...inputOf(field)}
        rows={rows}
        readonly={readOnly}
        {...(maxLength === undefined ? {} : { maxlength: maxLength })}
      >
        {value}
      </textarea>
    </Field>
  )
}

/** Asks for one file; its form must have `files`. */
export function FileField({ accept, ...props }: FieldProps & { accept: readonly string[] }) {
  const field = withFault(props)
  return (
    <Field {...field}>
      <input {...inputOf(field)} type="file" accept={accept.join(',')} />
    </Field>
  )
}

export function DateField({
  value,
  min,
  max,
  ...props
}: FieldProps & { value?: string | undefined; min?: string; max?: string }) {
  const field = withFault(props)
  return (
    <Field {...field}>
      <input {...inputOf(field)} type="date" value={value} min={min} max={max} />
    </Field>
  )
}

/** `empty` is the first option, of no value: "Choose …". */
export function SelectField({
  options,
  empty,
  ...props
}: FieldProps & { options: Option[]; empty?: string | undefined }) {
  const field = withFault(props)
  return (
    <Field {...field}>
      <select {...inputOf(field)}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map(({ value, label, chosen, disabled }) => (
          <option value={value} selected={chosen} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** A button that sends its form; `kind` says how much weight it has, `link` looks like one. */
export function Button({
  children,
  kind = 'main',
  name,
  value,
  label,
  disabled,
}: {
  children?: Child
  kind?: 'main' | 'quiet' | 'warning' | 'link'
  name?: string
  value?: string
  /** What it is read out as, where its words alone would not say what it is of. */
  label?: string
  disabled?: boolean
}) {
  return (
    <button
      type="submit"
      class={kind}
      name={name}
      value={value}
      disabled={disabled}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
    </button>
  )
}
