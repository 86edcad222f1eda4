import type { Child } from 'hono/jsx'

/** Whether an address may stand in a page: http(s), mail, a telephone, or a place in this house. Others could run script. */
export function isSafeHref(href: string): boolean {
  return /^(https?:\/\/[^\s]|mailto:[^\s?]+@[^\s?]+$|tel:\+?\d+$|\/(?![/\\])|[?#]|\/$)/i.test(href)
}

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
