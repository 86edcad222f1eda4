/**
 * What JSX becomes on the server: markup that is written as text in one pass, several times as fast as one that may wait,
 * stream and hydrate. Text and attributes are escaped; only what `raw` of Hono marks as markup already is taken as it is.
 */
import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { escaped } from './escape.ts'

export type { JSX } from 'hono/jsx/jsx-runtime'

type Props = Record<string, unknown>
type Component = (props: never) => unknown

// Elements without content (HTML 13.1.2).
const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
// Attributes that are there or not (HTML 2.3.2).
const booleans = new Set(
  `allowfullscreen async autofocus autoplay checked controls default defer disabled download formnovalidate hidden inert ismap
  itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected`.split(
    /\s+/,
  ),
)

/** Markup that is not written yet. Hono takes it for an answer, since it says that it is escaped. */
class Markup {
  readonly isEscaped = true
  readonly tag: string | Component
  readonly props: Props

  constructor(tag: string | Component, props: Props) {
    this.tag = tag
    this.props = props
  }

  toString(): string {
    return typeof this.tag === 'string'
      ? element(this.tag, this.props)
      : written(component(this.tag, this.props))
  }
}

const component = (tag: Component, props: Props) => (tag as (props: Props) => unknown)(props)

function element(tag: string, props: Props): string {
  let text = opening(tag)
  for (const name in props) {
    if (name === 'children') continue
    const value = props[name]
    if (value !== undefined && value !== null) text += attribute(name, value)
  }
  if (empty.has(tag)) return `${text}/>`
  const { children } = props
  return `${text}>${children === undefined ? '' : written(children)}</${tag}>`
}

const openings = new Map<string, string>()

function opening(tag: string): string {
  const known = openings.get(tag)
  if (known !== undefined) return known
  if (!/^[a-zA-Z][\w:-]*$/.test(tag)) throw new TypeError(`“${tag}” is no name of an element.`)
  openings.set(tag, `<${tag}`)
  return `<${tag}`
}

const names = new Map<string, string>()

function nameOf(name: string): string {
  const known = names.get(name)
  if (known !== undefined) return known
  if (!/^[a-zA-Z_:@][\w:.-]*$/.test(name)) throw new TypeError(`“${name}” is no name of an attribute.`)
  names.set(name, ` ${name}="`)
  return ` ${name}="`
}

function attribute(name: string, value: unknown): string {
  if (typeof value === 'string') return `${nameOf(name)}${escaped(value)}"`
  if (typeof value === 'number') return `${nameOf(name)}${value}"`
  if (typeof value === 'boolean') {
    if (booleans.has(name)) return value ? `${nameOf(name)}"` : ''
    return `${nameOf(name)}${value ? 'true' : 'false'}"`
  }
  throw new TypeError(`The attribute “${name}” is given what is neither words nor a number.`)
}

/** Content as text. Nothing is written for what is absent, true or false. */
function written(content: unknown): string {
  if (typeof content === 'string') return escaped(content)
  if (content === null || content === undefined || typeof content === 'boolean') return ''
  if (content instanceof Markup) return content.toString()
  if (typeof content === 'number') return String(content)
  if (Array.isArray(content)) {
    let text = ''
    for (const each of content) text += written(each)
    return text
  }
  // What `raw` makes: text of its own kind, that says it is markup.
  if (typeof content === 'object' && 'isEscaped' in content) return String(content)
  throw new TypeError('What stands in a page is neither words, a number nor markup.')
}

/** An element or a component with what it is given; React's automatic runtime. */
export function jsx(tag: string | Component, props: Props): Markup {
  return new Markup(tag, props)
}

/**
 * The same with several children.
 * @alias
 */
export const jsxs = jsx

/** Several things without an element around them. */
export function Fragment({ children }: { children?: Child }): Child {
  return children
}

/** A value that all within a part of a page can ask for. */
export type Context<Value> = {
  Provider(props: { value: Value; children?: Child }): JSX.Element
  /** The value of the innermost part around what is being written. */
  current(): Value
}

/** Makes a context with the value outside all its parts. */
export function contextOf<Value>(outside: Value): Context<Value> {
  let current = outside
  return {
    Provider({ value, children }) {
      const before = current
      current = value
      try {
        // Written here and now, while the value holds.
        return markup(written(children))
      } finally {
        current = before
      }
    },
    current: () => current,
  }
}

/** Text that is markup already. */
function markup(text: string): JSX.Element {
  return Object.assign(new String(text), { isEscaped: true as const }) as unknown as JSX.Element
}
