import { z } from 'zod'
import { day, listOf, maybe, someWords, webAddress, words, slugName } from '../../platform/index.ts'
import { commonRules } from '../checks/rules/model.ts'
import { type Known, placeShape, termListShape, termShape, textFields } from '../known/model.ts'
import type { Plain } from '../records/model.ts'
import { picturesShape } from '../pictures/model.ts'
import { langTag } from '../texts/model.ts'

/** An organisation as files hold it. */
export function organisationShape(known: Known) {
  return z.strictObject({
    ...textFields([]),
    name: someWords,
    slug: maybe(slugName),
    kind: maybe(termShape(known, 'organisation-kind')),
    country_code: maybe(placeShape(known)),
    city: maybe(words),
    website: maybe(webAddress),
    disciplines: termListShape(known, 'discipline'),
    aliases: listOf(someWords),
    languages: maybe(z.array(langTag)),
    note: maybe(words),
    source_url: maybe(webAddress),
    last_checked: maybe(day),
    pictures: picturesShape,
  })
}

export type OrganisationRecord = z.output<ReturnType<typeof organisationShape>>

/** What is asked of an organisation before it is published. */
export const organisationRules = commonRules({
  title: 'name',
  source: ['source_url', 'website'],
  sourceLevel: 'should',
})

/** An organisation as the directory lists it. */
export type OrganisationRow = {
  id: string
  slug: string
  title: string
  summary: string | null
  lang: string
  demonstration: boolean
  kind: string | null
  country: string | null
  city: string | null
  disciplines: string[]
}

/** An organisation with all that is known of it. */
export type Organisation = {
  id: string
  slug: string
  originalLang: string
  kind: string | null
  country: string | null
  city: string | null
  website: string | null
  disciplines: string[]
  languages: string[] | null
  note: string | null
  sourceUrl: string | null
  lastChecked: string | null
}

const ownFields: readonly string[] = [
  'name',
  'summary',
  'body',
  'website',
  'country_code',
  'city',
  'disciplines',
  'kind',
  'languages',
]

/** The languages of a record as it is kept whose texts are published: those an organisation keeps itself. */
export function publishedLangs(record: Plain): string[] {
  const isPublished = (text: Plain) => (text['state'] ?? 'published') === 'published'
  const original = isPublished(record) ? [String(record['original_lang'] ?? 'en')] : []
  const others = Object.entries(textsIn(record)).filter(([, text]) => isPublished(text))
  return [...new Set([...original, ...others.map(([lang]) => lang)])]
}

/** The translations of a record as it is kept, by language. */
export function textsIn(record: Plain): Record<string, Plain> {
  const { translations } = record
  if (typeof translations !== 'object' || translations === null) return {}
  return Object.fromEntries(
    Object.entries(translations).filter(([, text]) => typeof text === 'object' && text !== null),
  )
}

/** Whether an organisation says this field itself: what it is and does, in the languages that are published; never the state. */
export function isOwnField(record: Plain, field: string): boolean {
  const [, lang, piece = field] = /^translations\.([^.]+)\.([^.]+)$/.exec(field) ?? []
  if (lang !== undefined)
    return publishedLangs(record).includes(lang) && ['title', 'name', 'summary', 'body'].includes(piece)
  const isText = ['name', 'summary', 'body'].includes(field)
  return ownFields.includes(field) && (!isText || (record['state'] ?? 'published') === 'published')
}
