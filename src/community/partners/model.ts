import { z } from 'zod'
import { maybe, slugName, someWords, webAddress, wholeNumber, words } from '../../platform/index.ts'
import { type Known, placeShape } from '../known/model.ts'
import { provenanceShape } from '../records/model.ts'

export type Region = 'asia' | 'europe'

/** A partner of the partnership as pages show it; `name` is in the reader's language, or else in English. */
export type Partner = {
  id: string
  kind: 'country' | 'organisation'
  place: string | null
  name: string
  lang: string
  region: Region | null
  yearJoined: number | null
  yearJoinedNote: string | null
  capital: string | null
  seat: string | null
  note: string | null
  sourceUrl: string | null
}

/** A partner as files hold it. */
export function partnerShape(known: Known) {
  return z
    .strictObject({
      id: slugName,
      name: someWords,
      type: maybe(z.enum(['country', 'organisation', 'regional-organisation'])),
      country_code: maybe(placeShape(known)),
      asem_group: maybe(z.string()),
      year_joined: maybe(wholeNumber.min(1900, 'is before 1900').max(2200, 'is after 2200')),
      year_joined_note: maybe(words),
      capital: maybe(words),
      seat: maybe(words),
      eu_member: maybe(z.boolean()),
      asean_member: maybe(z.boolean()),
      names: z
        .record(z.string(), someWords)
        .nullish()
        .transform((names) => names ?? {}),
      aliases: z
        .array(someWords.refine((alias) => alias.length <= 500, 'is longer than 500 characters'))
        .nullish()
        .transform((aliases) => aliases ?? []),
      note: maybe(words),
      source_url: maybe(webAddress),
      provenance: maybe(provenanceShape),
    })
    .refine(({ type, country_code }) => type === null || (type === 'country') === (country_code !== null), {
      path: ['country_code'],
      error: 'must be given for a country, and only for one',
    })
}

export type PartnerRecord = z.output<ReturnType<typeof partnerShape>>

/** The region a file's words name, if they name one. */
export function regionOf(words: string | null): Region | undefined {
  const plain = words?.toLowerCase()
  return plain === 'asia' || plain === 'europe' ? plain : undefined
}
