import type { Child } from 'hono/jsx'
import { contextOf } from '../../platform/index.ts'
import { hrefIn, type Locale } from '../locales.ts'
import { speak } from '../messages/index.ts'
import { type FieldProps, idOf } from './field.tsx'

/** What is to be mended in the form around a field, by the field's id. */
const Faults = contextOf<readonly Fault[]>([])

export type Fault = { field: string; message: string }

/** A field with the fault its form found in it, where it says none of its own. */
export function withFault<Props extends FieldProps>(field: Props): Props {
  const found = Faults.current().find((fault) => fault.field === idOf(field))
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
  /** Whether it sends files, or long texts: in parts (RFC 7578) those of no script are swollen to three times their size. */
  files?: boolean
  children?: Child
}) {
  return (
    <form
      action={hrefIn(locale, action)}
      method="post"
      {...(files ? { enctype: 'multipart/form-data' } : {})}
      novalidate
    >
      <Faults.Provider value={faults}>{children}</Faults.Provider>
    </form>
  )
}

/**
 * A form of which what is typed is kept by itself every few seconds, at an address without language; leaving it with something
 * typed warns. Where it cannot be kept, because the session has ended or the network is away, it waits in the browser, for the
 * one whose it is (an id of theirs) and nobody else who signs in there. Without script it is a form like any other.
 */
export function KeptForm({
  keeping,
  whose,
  ...form
}: Parameters<typeof Form>[0] & { keeping: string; whose: string }) {
  const say = speak(form.locale)
  return (
    <kept-form
      data-to={hrefIn(form.locale, keeping)}
      data-whose={whose}
      data-kept={say('form.kept', { time: '{time}' })}
      data-waits={say('form.waits')}
      data-ended={say('form.ended')}
    >
      <Form {...form} files />
      <p class="hint kept" role="status" />
    </kept-form>
  )
}
