import { z } from 'zod'
import { slugFrom } from '../../platform/index.ts'

/** Each language of a record has a life of its own. */
export const textStates = ['draft', 'in-review', 'scheduled', 'published', 'archived'] as const
export type TextState = (typeof textStates)[number]

/** A language tag (BCP 47), kept in its canonical form: `zh-hant` is `zh-Hant`. */
export const langTag = z
  .string()
  .max(35, 'is longer than any language tag')
  .meta({
    description: 'a language tag (BCP 47)',
    pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$',
    examples: ['en', 'km', 'zh-Hant'],
  })
  .transform((text, context) => {
    const tag = canonicalTag(text)
    if (tag !== undefined) return tag
    context.addIssue({
      code: 'custom',
      message: 'must be a language code such as en or zh-Hant',
      input: text,
    })
    return z.NEVER
  })

function canonicalTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0]
  } catch {
    return undefined
  }
}

/** A piece of text and the language it is in. */
export type LangText = { text: string; lang: string }

/** A record as lists show it: title and summary in the best language there is for the reader. */
export type ChosenText = {
  title: string
  summary: string | null
  lang: string
  demonstration: boolean
}

/** One language of a record with all its fields. */
export type RecordText = { lang: string; state: TextState; title: string; demonstration: boolean } & Record<
  string,
  string | boolean | null
>

/** The best language for a reader comes first, then the original, then the others by name. */
export function inOrderOfUse<T extends { lang: string }>(
  texts: T[],
  locale: string,
  originalLang: string,
): T[] {
  const rank = (lang: string) => (lang === locale ? 0 : lang === originalLang ? 1 : 2)
  return texts.toSorted((a, b) => rank(a.lang) - rank(b.lang) || (a.lang < b.lang ? -1 : 1))
}

/** The first language that has this piece, so that a missing translation shows the original with its language. */
export function pieceOf(texts: RecordText[], field: string): LangText | undefined {
  for (const text of texts) {
    const piece = text[field]
    if (typeof piece === 'string' && piece !== '') return { text: piece, lang: text.lang }
  }
  return undefined
}

type Titled = { title?: string | null | undefined; name?: string | null | undefined; state: TextState }

/**
 * The words an address may be made of: the original title once it is published, else that of a published translation,
 * else the id. What is not published must not show in an address either.
 */
function wordsForSlug(record: Titled & { id: string; translations: Record<string, Titled> }): string {
  const published = [record, ...Object.values(record.translations)].filter(
    ({ state }) => state === 'published',
  )
  return published.map(({ title, name }) => title ?? name ?? '').find((words) => words !== '') ?? record.id
}

/** The slug a record wants: as it states it, or of its words, or of its id. */
export function slugWanted(
  record: Titled & { id: string; slug: string | null; translations: Record<string, Titled> },
  otherwise: string,
): string {
  return record.slug ?? (slugFrom(wordsForSlug(record)) || slugFrom(record.id) || otherwise)
}
