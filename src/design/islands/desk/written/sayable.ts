/** A document without what Markdown has no words for: no word of it is lost, only the place of marks and empty lines. */
import { Fragment, type Mark, type Node } from '@tiptap/pm/model'
import { inlineOf } from './inline.ts'
import { parseMarkdown } from './parse.ts'
import { schema } from './schema.ts'

/** The same document as far as Markdown can say it. */
export function sayable(document: Node): Node {
  const blocks = blocksOf(document)
  return document.copy(Fragment.from(blocks.length > 0 ? blocks : [schema.node('paragraph')]))
}

function blocksOf(parent: Node): Node[] {
  return parent.children.flatMap((block) => {
    if (block.type.name === 'codeBlock' || block.isLeaf) return [block]
    if (block.isTextblock) return isEmptyBlock(block) ? [] : [textblock(block)]
    if (block.type.name === 'listItem') return itemsOf(block)
    const within = blocksOf(block)
    return within.length > 0 ? [block.copy(Fragment.from(within))] : []
  })
}

const isEmptyBlock = (block: Node) => !/\S/.test(block.textContent)

// A point begins with a paragraph, be it an empty one; one that says nothing is none.
function itemsOf(item: Node): Node[] {
  const blocks = blocksOf(item)
  const [first] = blocks
  if (!first) return []
  const begins = first.type.name === 'paragraph' ? [] : [schema.node('paragraph')]
  return [item.copy(Fragment.from([...begins, ...blocks]))]
}

/** A sign of the text with what it is marked as; a break of the line is one too. */
type Sign = { text: string; marks: readonly Mark[]; leaf?: Node }

function textblock(block: Node): Node {
  const all = block.children.flatMap((node): Sign[] =>
    node.isText
      ? Array.from(plainly(node), (text) => ({ text, marks: node.marks }))
      : [{ text: '\n', marks: [], leaf: node }],
  )
  const lines = linesOf(all, block.type.name === 'heading')
  settle(lines, 'bold', ['link'])
  settle(lines, 'italic', ['link', 'bold'])
  // Stars of two marks beside one another can be read in another way than they were meant.
  for (const give of [() => partBeside(lines), () => drop(lines, 'italic'), () => drop(lines, 'bold')]) {
    if (isReadAlike(blockOf(block, lines))) break
    give()
  }
  return blockOf(block, lines)
}

const blockOf = (block: Node, signs: Sign[]) =>
  block.copy(Fragment.from(signs.map(({ text, marks, leaf }) => leaf ?? schema.text(text, marks))))

function isReadAlike(block: Node): boolean {
  const read = parseMarkdown(inlineOf(block))
  return read?.childCount === 1 && read.firstChild?.content.eq(block.content) === true
}

/** Takes a slant away where it begins or ends within a word that is partly bold. */
function partBeside(signs: Sign[]): void {
  const isTorn = (at: number) => {
    const [one, other] = [signs[at], signs[at + 1]]
    return one && other && !isEdge(one) && !isEdge(other) && has(one, 'bold') !== has(other, 'bold')
  }
  for (let at = 0; at < signs.length; at += 1) {
    if (!isTorn(at)) continue
    for (let back = at; has(signs[back], 'italic'); back -= 1) bare(signs, back, 'italic')
    for (let on = at + 1; has(signs[on], 'italic'); on += 1) bare(signs, on, 'italic')
  }
}

const drop = (signs: Sign[], name: string) => signs.forEach((_, at) => bare(signs, at, name))

function bare(signs: Sign[], at: number, name: string): void {
  const sign = signs[at]
  if (sign) signs[at] = { ...sign, marks: sign.marks.filter(({ type }) => type.name !== name) }
}

// A line feed within code or words is a space to whoever reads it.
const plainly = (node: Node) => (node.text ?? '').replaceAll(/[\n\r\t\f\v\u2028\u2029]/g, ' ')

const isSpace = (sign: Sign) => /^\s$/.test(sign.text) && !has(sign, 'code')

/** Without room where lines begin and end, and without breaks that break nothing; a heading is one line. */
function linesOf(all: Sign[], isHeading: boolean): Sign[] {
  const signs = all.map((sign): Sign => (sign.leaf && isHeading ? { text: ' ', marks: [] } : sign))
  const kept: Sign[] = []
  for (const sign of signs) {
    const last = kept.at(-1)
    if (isSpace(sign) && (last === undefined || last.leaf)) continue
    if (sign.leaf) while (kept.length > 0 && isSpace(kept.at(-1) ?? sign) && !kept.at(-1)?.leaf) kept.pop()
    if (sign.leaf && (kept.length === 0 || kept.at(-1)?.leaf)) continue
    kept.push(sign)
  }
  while (kept.length > 0 && isSpace(kept.at(-1) ?? { text: '', marks: [] })) kept.pop()
  return kept
}

const has = (sign: Sign | undefined, name: string) =>
  sign?.marks.some(({ type }) => type.name === name) ?? false

/** Are these within the same marks of these names? */
const isWithinSame = (one: Sign, other: Sign, names: string[]) =>
  names.every((name) => {
    const [left, right] = [one, other].map((sign) => sign.marks.find(({ type }) => type.name === name))
    return left === right || (left !== undefined && right !== undefined && left.eq(right))
  })

const isPunctuation = (sign: Sign) => /^[\p{P}\p{S}]$/u.test(sign.text) || has(sign, 'code')
const isEdge = (sign: Sign | undefined) => sign === undefined || sign.leaf !== undefined || isSpace(sign)

/**
 * Stars open only before a word and close only after one (CommonMark, "left-flanking" and "right-flanking"): a mark that
 * ends with a full stop before another word, as is common in Chinese, is ended before that stop.
 */
function settle(signs: Sign[], name: string, around: string[]): void {
  const goesOn = (at: number, next: number) => {
    const [sign, other] = [signs[at], signs[next]]
    return sign && other && has(other, name) && isWithinSame(sign, other, around)
  }
  for (let at = 0; at < signs.length; at += 1) {
    if (!has(signs[at], name)) continue
    let [from, to] = [at, at]
    while (goesOn(to, to + 1)) to += 1
    at = to
    while (from <= to && !mayStand(signs[from - 1], signs[from])) bare(signs, from++, name)
    while (to >= from && !mayStand(signs[to + 1], signs[to])) bare(signs, to--, name)
  }
}

/** May stars stand between these, of which one is within them? */
function mayStand(outside: Sign | undefined, inside: Sign | undefined): boolean {
  if (!inside || isEdge(inside)) return false
  // Where a link begins or ends there is a bracket.
  if (!outside || isEdge(outside) || !isWithinSame(outside, inside, ['link'])) return true
  return !isPunctuation(inside) || isPunctuation(outside)
}
