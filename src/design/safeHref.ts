/** Whether an address may stand in a page: http(s), mail, a telephone, or a place in this house. Others could run script. */
export function isSafeHref(href: string): boolean {
  return /^(https?:\/\/[^\s]|mailto:[^\s?]+@[^\s?]+$|tel:\+?\d+$|\/(?![/\\])|[?#]|\/$)/i.test(href)
}
