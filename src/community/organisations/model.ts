import { z } from 'zod'
import { day, listOf, maybe, someWords, webAddress, words, slugName } from '../../platform/index.ts'
import { type Known, placeShape, termShape, textFields } from '../known/model.ts'
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
    disciplines: listOf(termShape(known, 'discipline')),
    aliases: listOf(someWords),
    languages: maybe(z.array(langTag)),
    note: maybe(words),
    source_url: maybe(webAddress),
    last_checked: maybe(day),
  })
}

export type OrganisationRecord = z.output<ReturnType<typeof organisationShape>>

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
