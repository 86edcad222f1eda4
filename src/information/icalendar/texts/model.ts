/** Descriptions as calendars give them, some of them HTML, as plain text. Pure. */

/** A description no longer than this, and in one piece, is a summary. */
const longestSummary = 300

/** Summary and body from one description; HTML becomes text with its links written out. */
export function textsOf(description: string | null): { summary: string | null; body: string | null } {
  const text =
    description === null ? '' : looksLikeHtml(description) ? plainText(description) : description.trim()
  if (text === '') return { summary: null, body: null }
  const short = text.length <= longestSummary && !/\n\s*\n/.test(text)
  return short ? { summary: text, body: null } : { summary: null, body: text }
}

function looksLikeHtml(text: string): boolean {
  return /<(br|p|a|b|i|u|ul|ol|li|div|span|strong|em|html|h[1-6])(\s[^<>]*)?\/?>/i.test(text)
}

const block = /^\/?(p|div|ul|ol|h[1-6]|table|tr|blockquote)$/
const unseen = /^(script|style|head|title)$/

/** The words of HTML, its blocks as paragraphs, links as Markdown has them. Read in one go, whatever is not closed. */
export function plainText(html: string): string {
  let text = ''
  let hidden: string | undefined
  let link: { address: string; from: number } | undefined
  for (const piece of html.split(/(<[^<>]*>)/)) {
    const name = /^<(\/?[a-z][a-z0-9]*)/i.exec(piece)?.[1]?.toLowerCase()
    if (hidden !== undefined) {
      if (name === `/${hidden}`) hidden = undefined
    } else if (name === undefined) {
      text += /^<[!?/]/.test(piece) ? '' : decoded(piece.replace(/\s+/g, ' '))
    } else if (unseen.test(name)) hidden = name
    else if (name === 'br') text += '\n'
    else if (name === 'li') text += '\n- '
    else if (block.test(name)) text += '\n\n'
    else if (name === 'a') link = linkOf(piece, text.length)
    else if (name === '/a' && link) {
      text = text.slice(0, link.from) + linkText(text.slice(link.from), link.address)
      link = undefined
    }
  }
  const lines = text.split('\n').map((line) => line.trim())
  return lines
    .filter((line, at) => line !== '' || lines[at - 1] !== '')
    .join('\n')
    .trim()
}

function linkOf(tag: string, from: number): { address: string; from: number } | undefined {
  const [, address] = /\shref\s?=\s?["']?(https?:[^"'\s>]+)/i.exec(tag) ?? []
  return address === undefined ? undefined : { address: decoded(address), from }
}

function linkText(words: string, address: string): string {
  const plain = words.trim()
  return plain === '' || plain === address ? address : `[${plain}](${address})`
}

const entities = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }))

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities.get(name.toLowerCase()) ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
