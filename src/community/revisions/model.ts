/** A record as it was, and which of its translations no longer say what the original says. Pure. */
import { langsOf } from '../lives/model.ts'
import { originalLangOf, type Plain, sameValue, textIn } from '../records/model.ts'

/** A version of a record; who wrote it is null where a file or the house did, or who did is forgotten. */
export type Revision = {
  version: number
  changedAt: Temporal.Instant
  changedBy: { id: string; name: string } | null
  why: string | null
}

export type WholeRevision = Revision & { record: Plain }

/** What becomes of the translations of a record: those that the original has left behind, and those that say the same again. */
export type Staleness = { stale: string[]; current: string[] }

/**
 * Which translations a change leaves behind: all, where a text of the original is another, but for those of which something
 * was given with it. Of what was given for a translation, it says what the original says again.
 */
export function staleAfter(
  { before, after }: { before: Plain; after: Plain },
  given: ReadonlySet<string>,
  texts: readonly string[],
): Staleness {
  const original = originalLangOf(after)
  const others = langsOf(after).filter((lang) => lang !== original)
  const isOther = texts.some(
    (piece) => !sameValue(textIn(before, original, piece), textIn(after, original, piece)),
  )
  const saysOther = (lang: string) =>
    texts.some((piece) => !sameValue(textIn(before, lang, piece), textIn(after, lang, piece)))
  const gone = langsOf(before).filter((lang) => !others.includes(lang))
  return {
    stale: isOther ? others.filter((lang) => !given.has(lang)) : [],
    current: [...others.filter((lang) => saysOther(lang) || (isOther && given.has(lang))), ...gone],
  }
}
