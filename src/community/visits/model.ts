import type { Viewer } from '../people/permissions.ts'

/** One request as the rooms see it: who looks, in which language, and when. */
export type Visit = {
  viewer: Viewer
  locale: string
  now: Temporal.Instant
  /** The address without language: path and query. */
  path: string
}
