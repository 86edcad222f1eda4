/** A word of the house's own vocabulary, with its name in each interface language. */
export type Term = { id: string; names: Record<string, string>; retired: boolean }

/** Every vocabulary (discipline, theme, kinds …) by name, its terms in the order they are shown. */
export type Vocabularies = Record<string, Term[]>

/** The name of a term for a reader; a term that is not in the vocabulary keeps its id as words. */
export function termName(vocabularies: Vocabularies, vocabulary: string, id: string, locale: string): string {
  const term = vocabularies[vocabulary]?.find((term) => term.id === id)
  return term?.names[locale] ?? term?.names['en'] ?? id.replaceAll('-', ' ')
}

export function isTerm(vocabularies: Vocabularies, vocabulary: string, id: string): boolean {
  return vocabularies[vocabulary]?.some((term) => term.id === id) ?? false
}
