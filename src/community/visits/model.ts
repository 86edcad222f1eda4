import type { Locale } from '../../design/index.ts'
import { type Db, type FileStore, Refusal } from '../../platform/index.ts'
import type { HouseKnown } from '../known/model.ts'
import type { Member, Viewer } from '../people/model.ts'

/** One request as the rooms see it: who looks, in which language, when, and from where. */
export type Visit = {
  viewer: Viewer
  locale: Locale
  now: Temporal.Instant
  /** The address without language: path and query. */
  path: string
  /** The reader's network address; for limits, never kept as it is. */
  network: string
}

/** What the routes of every room are given. */
export type House = {
  db: Db
  /** Where files are kept beside the database. */
  files: FileStore
  /** Places, country sets, vocabularies and settings as they stand on the day of this moment; kept until one of them changes. */
  known(now: Temporal.Instant): Promise<HouseKnown>
  demonstration: boolean
  /** Where the house is reached, without a path; what leaves it names pages by it. */
  publicUrl: string
}

/** What routes find beside a request, as Hono's `Env`. */
/** `page` is the text of a page, once it is written. */
export type HouseEnv = { Variables: { visit: Visit; page?: string } }

/** Who is looking, where one must be signed in. Refuses (401) a stranger, who is led to `/sign-in` from a page. */
export function memberIn({ viewer }: Visit): Member {
  if (viewer.kind === 'stranger') throw new Refusal(401)
  return viewer
}
