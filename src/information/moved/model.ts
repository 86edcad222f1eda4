/** Addresses of one record, and the same of its name today. Pure. */

/** A page, file, picture or resource of one record: what stands around its slug. */
export type RecordAddress = { plural: string; before: string; slug: string; rest: string }

const ofRecord =
  /^(?<before>(?:\/api\/v1|\/cards)?\/(?<plural>opportunities|events|articles|programmes|organisations)\/)(?<slug>[a-z0-9-]+)(?<rest>(?:[./].*)?)$/

/** The record an address (a path without language) is of; undefined where it is of none. */
export function recordAddress(path: string): RecordAddress | undefined {
  const { before, plural, slug, rest } = ofRecord.exec(path)?.groups ?? {}
  if (before === undefined || plural === undefined || slug === undefined || rest === undefined)
    return undefined
  return { before, plural, slug, rest }
}
