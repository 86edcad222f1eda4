/** Is this text the id of a row the house numbered itself (a UUID, RFC 9562)? Ask before it meets a query: others are errors there. */
export function isRowId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
