/** What a page shows, said by the reading functions while it is made, so that it is dropped when that changes. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'

const making = new AsyncLocalStorage<Set<string>>()

/** Makes a page and answers it, with all it shows added to these tags. */
export function noting<T>(tags: Set<string>, make: () => T): T {
  return making.run(tags, make)
}

/** The page shows a list of this kind, or counts it: any change of the kind may change it. */
export function showsList(kind: string): void {
  making.getStore()?.add(kind)
}

/** The page shows these records, and nothing that other records of the kind could change. */
export function showsRecords(kind: string, ...ids: (string | null)[]): void {
  const tags = making.getStore()
  if (tags) for (const id of ids) if (id !== null) tags.add(`${kind}/${id}`)
}

/** The page shows records of this kind that have one of these values under a key of the kind (a country, a discipline …). */
export function showsThoseWith(kind: string, key: string, values: readonly (string | null)[]): void {
  const tags = making.getStore()
  if (tags) for (const value of values) if (value !== null) tags.add(`${kind}:${key}:${shortOf(value)}`)
}

/** The page shows something of which nobody hears when it changes, so it is not kept at all. */
export function showsUnwatched(): void {
  making.getStore()?.add(unwatched)
}

/** The tag of a page that cannot be kept. */
export const unwatched = '!'

// As the database says it (platform.announced_value).
const shortOf = (value: string) => createHash('md5').update(value).digest('hex').slice(0, 12)

/** The kind a tag is of: `events` of `events/1`. */
export const kindOf = (tag: string): string => /^[^/:]*/.exec(tag)?.[0] ?? ''
