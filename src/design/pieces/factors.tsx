import type { Child } from 'hono/jsx'
import { encode } from 'uqr'
import { hrefIn, type Locale } from '../locales.ts'
import { Button } from './fields.tsx'

/**
 * A form that a passkey fills in (`answer`), made or shown: by script where the browser knows passkeys, else absent.
 * `options` is the address, without language, that says what is to be signed; `failed` what to say when nothing came of it.
 */
export function PasskeyForm({
  locale,
  id,
  does,
  options,
  action,
  button,
  failed,
  children,
}: {
  locale: Locale
  id?: string
  does: 'make' | 'show'
  options: string
  action: string
  button: string
  failed: string
  children?: Child
}) {
  return (
    <passkey-form
      id={id}
      tabindex={-1}
      hidden
      data-does={does}
      data-options={hrefIn(locale, options)}
      data-failed={failed}
    >
      <form action={hrefIn(locale, action)} method="post">
        {children}
        <input type="hidden" name="answer" />
        <p class="error" role="alert" />
        <Button kind="quiet">{button}</Button>
      </form>
    </passkey-form>
  )
}

/** A text as a QR code (ISO/IEC 18004), drawn here so that nobody else learns it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  // Readers want four modules of quiet around it.
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

/** A text that is copied sign by sign, from left to right in every language. */
export function Copied({ text }: { text: string }) {
  return (
    <code class="copied" dir="ltr" translate="no">
      {text}
    </code>
  )
}

/** Codes to be written down or printed. */
export function CodeList({ codes }: { codes: readonly string[] }) {
  return (
    <ol class="codes">
      {codes.map((code) => (
        <li>
          <Copied text={code} />
        </li>
      ))}
    </ol>
  )
}
