/** The form of a record: what stands in its fields as typed, and what was typed as values of the record. Pure. */
import type { DeskKind, Field } from '../fields/model.ts'
import { fieldsOf, isAsked, titleField } from '../fields/model.ts'

/** What stands in the fields of a form, by the names they are sent by. */
export type Typed = Readonly<Record<string, readonly string[]>>

/** A record flat, as edits name its fields. */
export type Flat = Readonly<Record<string, unknown>>

/** Which text a form is of: the record in its own language, or one of its translations. */
export type FormOf = { kind: DeskKind; lang?: string | undefined }

/** A field as one form asks it: under its path in the flat record. */
export type AskedField = Field & { path: string }

/** The fields a form asks: all of the record, or the pieces of one translation. */
export function askedFields({ kind, lang }: FormOf): AskedField[] {
  const asked = fieldsOf[kind].filter(isAsked)
  if (lang === undefined) return asked.map((field) => ({ ...field, path: field.name }))
  return asked
    .filter(({ inEachLanguage }) => inEachLanguage)
    .map((field) => ({ ...field, path: `translations.${lang}.${field.name}` }))
}

/** The path of the title in a translation: files may call the name of a translation its title, and that one is shown. */
export function titlePath({ kind, lang }: FormOf, flat: Flat): string {
  const name = titleField(kind)
  if (lang === undefined) return name
  const title = `translations.${lang}.title`
  return name === 'name' && flat[title] !== undefined && flat[title] !== null
    ? title
    : `translations.${lang}.${name}`
}

/** The fields of a form for a record: its translations call their name as they do. */
export function fieldsFor(form: FormOf, flat: Flat): AskedField[] {
  const own = titleField(form.kind)
  return askedFields(form).map((field) =>
    field.name === own ? { ...field, path: titlePath(form, flat) } : field,
  )
}

/** Only what is a field of this form; whatever else is sent is nobody's. */
export function typedIn(form: FormOf, flat: Flat, pairs: Iterable<readonly [string, string]>): Typed {
  const paths = fieldsFor(form, flat).map(({ path }) => path)
  const typed: Record<string, string[]> = Object.create(null)
  for (const [name, text] of pairs) {
    if (!paths.some((path) => belongsTo(path, name))) continue
    ;(typed[name] ??= []).push(text.toWellFormed().replaceAll('\0', '').replaceAll(/\r\n?/g, '\n'))
  }
  return typed
}

/** Whether a name of the form belongs to a field: itself, what is typed beside it, or a part of it. */
export function belongsTo(path: string, name: string): boolean {
  if (name === path) return true
  const rest = name.startsWith(path) ? name.slice(path.length) : undefined
  return rest !== undefined && /^(-more|-unstated|(\.[a-z0-9_]+){1,4}(-more)?)$/.test(rest)
}

/** What is typed of one field. */
export function typedOfField(typed: Typed, path: string): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => belongsTo(path, name)))
}

/** Whether the same is typed, empty lines and spaces at the ends aside. */
export function sameTyped(one: Typed, other: Typed): boolean {
  return JSON.stringify(said(one)) === JSON.stringify(said(other))
}

function said(typed: Typed): [string, string[]][] {
  return Object.entries(typed)
    .map(([name, values]): [string, string[]] => [
      name,
      values.map((value) => value.trim()).filter((value) => value !== ''),
    ])
    .filter(([, values]) => values.length > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** The places of the rows of a list that are typed, in their order. */
export function rowsTyped(typed: Typed, path: string): number[] {
  const places = Object.keys(typed).flatMap((name) => {
    const [, place] = name.startsWith(`${path}.`)
      ? (/^(\d{1,4})(\.|$)/.exec(name.slice(path.length + 1)) ?? [])
      : []
    return place === undefined ? [] : [Number(place)]
  })
  return [...new Set(places)].toSorted((a, b) => a - b)
}

/** The same with a row taken out, or all rows in which nothing is typed; the others move up. */
export function withoutRows(typed: Typed, path: string, goes: (row: Typed, place: number) => boolean): Typed {
  const others = Object.entries(typed).filter(([name]) => !name.startsWith(`${path}.`))
  const stay = rowsTyped(typed, path).flatMap((place) => {
    const start = `${path}.${place}.`
    const row = Object.entries(typed).filter(([name]) => name.startsWith(start))
    return goes(Object.fromEntries(row), place)
      ? []
      : [row.map(([name, values]) => [name.slice(start.length), values] as const)]
  })
  const moved = stay.flatMap((row, place) =>
    row.map(([rest, values]) => [`${path}.${place}.${rest}`, values] as const),
  )
  return Object.fromEntries([...others, ...moved])
}

/** Whether anything is typed in a row. */
export const isEmptyRow = (row: Typed): boolean => Object.keys(Object.fromEntries(said(row))).length === 0

/** The same with an empty row at the end of a list. */
export function withRow(typed: Typed, path: string, column: string): Typed {
  const next = (rowsTyped(typed, path).at(-1) ?? -1) + 1
  return { ...typed, [`${path}.${next}.${column}`]: [''] }
}
