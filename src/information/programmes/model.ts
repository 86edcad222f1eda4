import { z } from 'zod'
import { type Known, picturesShape, termShape, textFields } from '../../community/index.ts'
import { day, listOf, maybe, someWords, webAddress, words, freeJson, slugName } from '../../platform/index.ts'

const facts = z.record(words, freeJson)

/** One edition of a programme: a name, and whatever facts its page gives. */
export type Edition = { name: string } & Record<string, unknown>

/** A programme as files hold it. */
export function programmeShape(known: Known) {
  return z.strictObject({
    ...textFields([]),
    name: someWords,
    slug: maybe(slugName),
    organiser: maybe(words),
    pillar: maybe(termShape(known, 'pillar')),
    kind: maybe(termShape(known, 'programme-kind')),
    partners: listOf(someWords),
    facts: facts.nullish().transform((given) => given ?? {}),
    editions: listOf(z.object({ name: someWords }).catchall(freeJson)),
    source_url: maybe(webAddress),
    more_sources: listOf(webAddress),
    last_checked: maybe(day),
    pictures: picturesShape,
  })
}

export type ProgrammeRecord = z.output<ReturnType<typeof programmeShape>>

export type ProgrammeRow = {
  id: string
  slug: string
  title: string
  summary: string | null
  lang: string
  demonstration: boolean
  kind: string | null
  pillar: string | null
  organiser: string | null
  editions: Edition[]
}

export type Programme = Omit<ProgrammeRow, 'title' | 'summary' | 'lang' | 'demonstration'> & {
  originalLang: string
  partners: string[]
  facts: Record<string, unknown>
  url: string | null
  moreSources: string[]
  lastChecked: string | null
}
