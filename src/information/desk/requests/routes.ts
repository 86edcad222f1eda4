/** What is asked of the desk's pages of records: who, which record, what was typed. */
import type { Context } from 'hono'
import {
  flatten,
  type House,
  type HouseEnv,
  type KeptRecord,
  languageChoices,
  countryChoices,
  mayAnywhere,
  type Member,
  memberIn,
  stateIn,
} from '../../../community/index.ts'
import { hrefIn } from '../../../design/index.ts'
import { notAllowed, notFound } from '../../../platform/index.ts'
import { type Reader, readerOf } from '../../readers/model.ts'
import { deskKinds, type DeskKind } from '../fields/model.ts'
import { fieldLabel } from '../fields/words.ts'
import { belongsTo, fieldsFor, type Flat, type Typed, typedIn, withoutRows, withRow } from '../form/model.ts'
import type { Readable } from '../form/reading/model.ts'
import { refusalInWords, typedFaultInWords } from '../form/words.ts'
import { openRecord } from '../opening/actions.ts'
import type { SaveFault, Sent } from '../saving/actions.ts'
import { deskPath, type DoneWord } from '../editing/model.ts'

export type Ctx = Context<HouseEnv>

/** The record a page of the desk is about, and which text of it; a new one is not kept yet. */
export type Edited = { kind: DeskKind; id: string; lang: string | undefined; kept: KeptRecord | undefined }

/** What the addresses of records at the desk begin with, as Hono matches it. */
export const deskOfKind = `/desk/:plural{${deskKinds.join('|')}}`

export const formIn = (c: Ctx): Promise<FormData> => c.req.formData().catch(() => new FormData())

/** Who writes at the desk. Refuses (401) strangers, (403) who may write nothing. */
export function writerIn(c: Ctx): Member {
  const by = memberIn(c.var.visit)
  if (!mayAnywhere(by, 'records.edit')) throw notAllowed()
  return by
}

/** The kind an address names; refuses (404) any other. */
export function kindIn(c: Ctx): DeskKind {
  const kind = deskKinds.find((one) => one === c.req.param('plural'))
  if (!kind) throw notFound()
  return kind
}

/** The record an address names and the translation it asks for; the language of the original asks for the record itself. */
export async function editedIn(
  c: Ctx,
  house: House,
): Promise<{ by: Member; edited: Edited & { kept: KeptRecord } }> {
  const by = writerIn(c)
  const kind = kindIn(c)
  const id = c.req.param('id') ?? ''
  const kept = await openRecord(house.db, by, kind, id)
  const asked = c.req.query('lang')
  const lang =
    asked === undefined || asked === '' ? undefined : (await readableIn(c, house)).findLanguage(asked)
  if (asked && lang === undefined && stateIn(kept.record, asked) === undefined) throw notFound()
  const original = kept.record['original_lang'] ?? 'en'
  const own = lang ?? asked
  return { by, edited: { kind, id, lang: own === original || own === '' ? undefined : own, kept } }
}

export const pairsIn = (data: FormData): [string, string][] =>
  [...data].flatMap(([name, text]): [string, string][] => (typeof text === 'string' ? [[name, text]] : []))

export function textIn(data: FormData, name: string): string {
  const text = data.get(name)
  return typeof text === 'string' ? text : ''
}

// A form without its version is none of ours.
export function versionIn(data: FormData): number {
  const given = textIn(data, 'version')
  return /^\d{1,9}$/.test(given) ? Number(given) : -1
}

export function sentIn(data: FormData, form: Omit<Sent, 'givenBack' | 'choices' | 'asked'>): Sent {
  const texts = (name: string) => data.getAll(name).filter((text) => typeof text === 'string')
  const asked = new Set(texts('asked'))
  const choices = new Map(
    [...asked].flatMap((path) => {
      const chosen = textIn(data, `choose.${path}`)
      return chosen === 'theirs' || chosen === 'mine' ? [[path, chosen] as const] : []
    }),
  )
  return { ...form, givenBack: new Set(texts('giveback')), choices, asked }
}

/** What is typed with a row more or less, where that is what was asked for. */
export function withWish(typed: Typed, { kind, lang, kept }: Edited, wish: string): Typed | undefined {
  const [what, path = ''] = wish.split(':')
  const fields = fieldsFor({ kind, lang }, kept ? flatten(kept.record) : {})
  const field = fields.find((one) => belongsTo(one.path, path))
  if (!field || (what !== 'add' && what !== 'drop')) return undefined
  if (what === 'drop') {
    const [, list = '', place = ''] = /^(.+)\.(\d+)$/.exec(path) ?? []
    return withoutRows(typed, list, (_, at) => at === Number(place))
  }
  const isList = field.path === path && field.input.is === 'rows'
  return withRow(
    typed,
    path,
    isList && field.input.is === 'rows' ? (field.input.columns[0]?.name ?? '') : 'key',
  )
}

/** A draft as its form takes it up. */
export const ownTyped = (typed: Record<string, string[]>, form: Edited, base: Flat | undefined): Typed =>
  typedIn(
    form,
    base ?? (form.kept ? flatten(form.kept.record) : {}),
    Object.entries(typed).flatMap(([name, values]) => values.map((value) => [name, value] as const)),
  )

export const plainTyped = (typed: Typed): Record<string, string[]> =>
  Object.fromEntries(Object.entries(typed).map(([name, values]) => [name, [...values]]))

export const momentOf = (reader: Reader, at: Date) =>
  `${reader.format.moment(at.toTemporalInstant(), 'UTC')} UTC`

export async function keepingIn(c: Ctx, house: House) {
  const { now } = c.var.visit
  return { known: await house.known(now), at: new Date(now.epochMilliseconds) }
}

/** What fields can name, in the reader's language. */
export async function readableIn(c: Ctx, house: House): Promise<Readable> {
  const { locale, now } = c.var.visit
  const known = await house.known(now)
  const countries = countryChoices(locale, known)
  const languages = languageChoices(locale)
  return {
    known,
    findCountry: (typed) => countries.find(typed),
    findLanguage: (typed) => languages.find(typed),
  }
}

export const reasonOf = (c: Ctx, kind: DeskKind, path: string) => {
  const { locale, now } = c.var.visit
  const reader = readerOf(locale, { vocabularies: {} }, now)
  return `${fieldLabel(locale, kind, path)}: ${reader.say('editor.fault.choose')}`
}

export async function faultsInWords(c: Ctx, house: House, kind: DeskKind, faults: readonly SaveFault[]) {
  const { locale, now } = c.var.visit
  const reader = readerOf(locale, await house.known(now), now)
  return faults.map((found) => {
    if (found.kind === 'refused')
      return { field: found.fault.field, message: refusalInWords(reader, kind, found.fault) }
    if (found.kind === 'typed')
      return { field: found.fault.field, message: typedFaultInWords(reader, found.fault) }
    if (found.kind === 'choose')
      return { field: `choose.${found.field}`, message: reasonOf(c, kind, found.field) }
    return { field: found.field, message: reader.say('editor.fault.notYours') }
  })
}

/** Back to the page of a record, which says what has been done. */
export function done(c: Ctx, { kind, id, lang }: Edited, what: DoneWord) {
  const path = hrefIn(c.var.visit.locale, deskPath(kind, id, { lang }))
  return c.redirect(`${path}${path.includes('?') ? '&' : '?'}done=${what}`, 303)
}
