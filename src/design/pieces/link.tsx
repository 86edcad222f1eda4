import type { Child } from 'hono/jsx'
import { isSafeHref } from '../safeHref.ts'

/** A link that refuses anything but such addresses; a refused one is shown as plain text. */
export function Link({ href, children, external }: { href: string; children?: Child; external?: boolean }) {
  if (!isSafeHref(href)) return <span>{children}</span>
  if (!external) return <a href={href}>{children}</a>
  return (
    <a href={href} rel="external noopener">
      {children}
    </a>
  )
}
