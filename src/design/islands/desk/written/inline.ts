/** The words of a block as Markdown. */
import type { Mark, Node } from '@tiptap/pm/model'

/** Marks from the outermost to the innermost: those within end where those around them do. */
const order = ['link', 'bold', 'italic']

/** The words of a block with their marks. */
export function inlineOf(block: Node): string {
  let text = ''
  let active: Mark[] = []
  const becomes = (marks: Mark[]) => {
    let same = 0
    while (isSame(active[same], marks[same])) same += 1
    for (const mark of active.slice(same).toReversed()) text += closing(mark)
    for (const mark of marks.slice(same)) text += mark.type.name === 'link' ? '[' : stars(mark)
    active = marks
  }
  block.forEach((node, _, at) => {
    becomes(order.flatMap((name) => node.marks.find(({ type }) => type.name === name) ?? []))
    if (node.type.name === 'hardBreak') text += '\\\n'
    else if (node.marks.some(({ type }) => type.name === 'code')) text += codeOf(node.text ?? '')
    else {
      const begins = text === '' || text.endsWith('\n')
      const heading = block.type.name === 'heading' && at === block.childCount - 1 && active.length === 0
      text += escaped(node.text ?? '', { begins, heading })
    }
  })
  becomes([])
  return text
}

const isSame = (one: Mark | undefined, other: Mark | undefined) =>
  one !== undefined && other !== undefined && one.eq(other)

const stars = ({ type }: Mark) => (type.name === 'bold' ? '**' : '*')
const closing = (mark: Mark) =>
  mark.type.name === 'link' ? `](${addressOf(mark)}${titleOf(mark)})` : stars(mark)

/** Text that means nothing but itself; `begins` a line, or ends a heading, where signs mean more. */
function escaped(text: string, { begins, heading }: { begins: boolean; heading: boolean }): string {
  let safe = text
    .replaceAll(/[\\`*[\]~<_]/g, (sign, at: number) =>
      sign === '_' && isInWord(text, at) ? sign : `\\${sign}`,
    )
    .replaceAll(/&(?=#?\w+;)/g, String.raw`\&`)
    // Addresses would become links by themselves.
    .replaceAll(/:(?=\/\/)|(?<=mailto):/gi, String.raw`\:`)
    .replaceAll(/\/(?=\/)/g, String.raw`/\ `.trim())
  if (begins)
    safe = safe.replace(/^[-+#>=|:]/, String.raw`\$&`).replace(/^(\d{1,9})([.)])/, String.raw`$1\$2`)
  return heading ? safe.replace(/(?<!\\)#+$/, String.raw`\$&`) : safe
}

const isInWord = (text: string, at: number) =>
  /[a-z0-9]/i.test(text[at - 1] ?? '') && /[a-z0-9]/i.test(text[at + 1] ?? '')

/** Code within more signs than any run of them in it, and with room where it begins or ends with one. */
function codeOf(text: string): string {
  const runs = new Set([...text.matchAll(/`+/g)].map(([run]) => run.length))
  let length = 1
  while (runs.has(length)) length += 1
  const fence = '`'.repeat(length)
  const room = /^`|`$|^ .*[^ ].* $/s.test(text) ? ' ' : ''
  return fence + room + text + room + fence
}

function addressOf({ attrs }: Mark): string {
  const address = String(attrs['href'] ?? '')
  return /^[^\s()<>\\]+$/.test(address) ? address : `<${address.replaceAll(/[<>\\]/g, String.raw`\$&`)}>`
}

function titleOf({ attrs }: Mark): string {
  const title = attrs['title']
  return typeof title === 'string' && title !== '' ? ` "${title.replaceAll(/["\\]/g, String.raw`\$&`)}"` : ''
}
