/** What fields of every kind share: label, hint, error above the input, all tied to it; after the patterns of GOV.UK. */
import type { Child } from 'hono/jsx'
import type { Locale } from '../locales.ts'
import { speak } from '../messages/index.ts'
import { Away, langOf } from './text.tsx'

/** What every field has; `error` is shown above the input. */
export type FieldProps = {
  locale: Locale
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** Says "(optional)" after the label. */
  optional?: boolean | undefined
  disabled?: boolean | undefined
  /** The language of what is written in it, where it is not the page's (BCP 47). */
  lang?: string | undefined
  /** Where the same name occurs twice on a page. */
  id?: string | undefined
}

export type Option = {
  value: string
  label: string
  chosen?: boolean | undefined
  hint?: string | undefined
  disabled?: boolean | undefined
}

export const idOf = ({ id, name }: FieldProps) => id ?? name

export function describedBy(field: FieldProps): { 'aria-describedby'?: string } {
  const parts = [field.hint && `${idOf(field)}-hint`, field.error && `${idOf(field)}-error`].filter(Boolean)
  return parts.length === 0 ? {} : { 'aria-describedby': parts.join(' ') }
}

export function inputOf(field: FieldProps) {
  return {
    id: idOf(field),
    name: field.name,
    disabled: field.disabled,
    ...(field.error === undefined ? {} : { 'aria-invalid': 'true' }),
    ...langOf(field.lang, field.locale),
    ...describedBy(field),
  }
}

export function Field({ children, ...field }: FieldProps & { children?: Child }) {
  return (
    <div class={field.error === undefined ? 'field' : 'field wrong'}>
      <label class="label" for={idOf(field)}>
        <LabelWords {...field} />
      </label>
      <Remarks {...field} />
      {children}
    </div>
  )
}

export function LabelWords({ locale, label, optional }: FieldProps) {
  return <>{optional ? speak(locale)('form.optional', { label }) : label}</>
}

export function Remarks(field: FieldProps) {
  return (
    <>
      {field.hint === undefined ? null : (
        <p class="hint" id={`${idOf(field)}-hint`}>
          {field.hint}
        </p>
      )}
      {field.error === undefined ? null : (
        <p class="error" id={`${idOf(field)}-error`}>
          <Away>{speak(field.locale)('form.error')} </Away>
          {field.error}
        </p>
      )}
    </>
  )
}
