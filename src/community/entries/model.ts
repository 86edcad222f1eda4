/** An organisation's entry in the directory as it is kept by the organisation itself. Pure. */
import { publishedLangs, textsIn } from '../organisations/model.ts'
import type { Fields, Plain } from '../records/model.ts'
import { sameValue } from '../records/model.ts'

/** One language of an entry. */
export type EntryText = { lang: string; name: string; summary: string; body: string }

/** What an organisation says of itself, as a form has it; texts for each published language. */
export type Entry = {
  texts: EntryText[]
  website: string
  country: string
  city: string
  kind: string
  disciplines: string[]
  languages: string[]
}

const wordsOf = (value: unknown) => (typeof value === 'string' ? value : '')
const listIn = (value: unknown) =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

/** The entry that a record, as it is kept, comes down to. */
export function entryOf(record: Plain): Entry {
  return {
    texts: publishedLangs(record).map((lang) => textOf(record, lang)),
    website: wordsOf(record['website']),
    country: wordsOf(record['country_code']),
    city: wordsOf(record['city']),
    kind: wordsOf(record['kind']),
    disciplines: listIn(record['disciplines']),
    languages: listIn(record['languages']),
  }
}

const originalOf = (record: Plain) => wordsOf(record['original_lang']) || 'en'

function textOf(record: Plain, lang: string): EntryText {
  const text = lang === originalOf(record) ? record : (textsIn(record)[lang] ?? {})
  return {
    lang,
    name: wordsOf(text['title']) || wordsOf(text['name']),
    summary: wordsOf(text['summary']),
    body: wordsOf(text['body']),
  }
}

/** The fields of a record that differ from it in what was given, as an edit takes them; null takes a value away. */
export function changesIn(record: Plain, given: Entry): Fields {
  const before = entryOf(record)
  const changes: Fields = {}
  const put = (field: string, was: unknown, is: unknown) => {
    if (!sameValue(was, is)) changes[field] = is === '' || (Array.isArray(is) && is.length === 0) ? null : is
  }
  for (const text of before.texts) {
    const said = given.texts.find(({ lang }) => lang === text.lang)
    if (!said) continue
    for (const piece of ['name', 'summary', 'body'] as const)
      put(fieldOf(record, text.lang, piece), text[piece], said[piece])
  }
  put('website', before.website, given.website)
  put('country_code', before.country, given.country)
  put('city', before.city, given.city)
  put('kind', before.kind, given.kind)
  put('disciplines', before.disciplines, given.disciplines)
  put('languages', before.languages.toSorted(), given.languages.toSorted())
  return changes
}

function fieldOf(record: Plain, lang: string, piece: 'name' | 'summary' | 'body'): string {
  if (lang === originalOf(record)) return piece
  // Files may call the name of a translation its title, and that is the one that is shown.
  const isTitle = piece === 'name' && wordsOf(textsIn(record)[lang]?.['title']) !== ''
  return `translations.${lang}.${isTitle ? 'title' : piece}`
}

/** The field of the form that shows a field of the record: `translations.fr.summary` is `summary-fr`. */
export function formFieldOf(record: Plain, field: string): string {
  const [, lang, piece] = /^translations\.([^.]+)\.([^.]+)$/.exec(field) ?? []
  if (lang !== undefined) return `${piece === 'title' ? 'name' : piece}-${lang}`
  const isText = ['name', 'summary', 'body'].includes(field)
  return isText ? `${field}-${originalOf(record)}` : field
}

export const longest = { name: 300, summary: 1000, body: 20_000, website: 2000, city: 200 } as const

export type EntryFault = { field: string; fault: 'missing' | 'long' | 'address' | 'unknown' }

/** What of an entry is to be mended before anybody else is asked. */
export function faultsIn(given: Entry): EntryFault[] {
  const faults: EntryFault[] = []
  const tooLong = (text: string, most: number) => Array.from(text).length > most
  for (const text of given.texts) {
    if (text.name === '') faults.push({ field: `name-${text.lang}`, fault: 'missing' })
    for (const piece of ['name', 'summary', 'body'] as const)
      if (tooLong(text[piece], longest[piece])) faults.push({ field: `${piece}-${text.lang}`, fault: 'long' })
  }
  for (const field of ['website', 'city'] as const)
    if (tooLong(given[field], longest[field])) faults.push({ field, fault: 'long' })
  return faults
}
