/** A word of the house's own vocabulary, with its name in each interface language. */
export type Term = {
  id: string
  names: Record<string, string>
  /** It stays with the records that have it, and is not offered to others. */
  retired: boolean
  /** The term that stands for it since the two were merged. */
  mergedInto?: string | null
}

/** Every vocabulary (discipline, theme, kinds …) by name, its terms in the order they are shown. */
export type Vocabularies = Record<string, Term[]>

const find = (vocabularies: Vocabularies, vocabulary: string, id: string) =>
  vocabularies[vocabulary]?.find((term) => term.id === id)

/** The name of a term for a reader, or of the one that stands for it; a term that is not in the vocabulary keeps its id as words. */
export function termName(vocabularies: Vocabularies, vocabulary: string, id: string, locale: string): string {
  const term = find(vocabularies, vocabulary, standingTerm(vocabularies, vocabulary, id))
  return term?.names[locale] ?? term?.names['en'] ?? id.replaceAll('-', ' ')
}

export function isTerm(vocabularies: Vocabularies, vocabulary: string, id: string): boolean {
  return find(vocabularies, vocabulary, id) !== undefined
}

/** The term that stands for this one: itself, unless it was merged into another. */
export function standingTerm(vocabularies: Vocabularies, vocabulary: string, id: string): string {
  return find(vocabularies, vocabulary, id)?.mergedInto ?? id
}

/** The vocabularies that have a name of their own in every language. */
export const vocabularyNames = [
  'discipline',
  'theme',
  'opportunity-type',
  'event-kind',
  'article-kind',
  'programme-kind',
  'organisation-kind',
  'pillar',
  'covers',
  'applicant-shape',
  'applicant-role',
  'career-stage',
] as const

/** An id made of a name: its letters without accents, in small letters with hyphens; empty where it has no Latin letters. */
export function termId(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '')
}

export const isTermId = (id: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 60
