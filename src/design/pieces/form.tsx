import { type Child, createContext, useContext } from 'hono/jsx'
import { hrefIn, type Locale } from '../locales.ts'
import { type FieldProps, idOf } from './field.tsx'

/** What is to be mended in the form around a field, by the field's id. */
const Faults = createContext<readonly Fault[]>([])

export type Fault = { field: string; message: string }

/** A field with the fault its form found in it, where it says none of its own. */
export function withFault<Props extends FieldProps>(field: Props): Props {
  const found = useContext(Faults).find((fault) => fault.field === idOf(field))
  return field.error === undefined && found ? { ...field, error: found.message } : field
}

/**
 * A form that is sent to an address without language. What was found wrong with it stands at the fields of those ids; the
 * browser's own checks are left out, for they are in its language and not the page's.
 */
export function Form({
  locale,
  action,
  faults = [],
  files = false,
  children,
}: {
  locale: Locale
  action: string
  faults?: readonly Fault[]
  /** Whether it carries files. */
  files?: boolean
  children?: Child
}) {
  return (
    <form
      action={hrefIn(locale, action)}
      method="post"
      novalidate
      {...(files ? { enctype: 'multipart/form-data' } : {})}
    >
      <Faults.Provider value={faults}>{children}</Faults.Provider>
    </form>
  )
}
