/** The words a calendar sorts its events by, as terms of the house's vocabularies where they are such. Pure. */
import type { Known } from '../../../community/index.ts'
import { foldText } from '../../../platform/index.ts'

export type Sorted = { kind: string | null; disciplines: string[]; themes: string[]; others: string[] }

type Terms = { kinds: Map<string, string>; disciplines: Map<string, string>; themes: Map<string, string> }

const kept = new WeakMap<Known, Terms>()

/** Sorts words into kind, disciplines and themes; what is no term of any is handed back. The first kind counts. */
export function sortCategories(words: string[], known: Known): Sorted {
  const terms = kept.get(known) ?? termsOf(known)
  kept.set(known, terms)
  const found = words.map((word) => ({
    word,
    kind: lookUp(terms.kinds, word),
    discipline: lookUp(terms.disciplines, word),
    theme: lookUp(terms.themes, word),
  }))
  const kind = found.find((one) => one.kind !== undefined)?.kind ?? null
  return {
    kind,
    disciplines: unique(found.map(({ discipline }) => discipline)),
    themes: unique(found.map(({ theme }) => theme)),
    others: found
      .filter((one) => one.kind !== kind || one.kind === undefined)
      .filter(({ discipline, theme }) => discipline === undefined && theme === undefined)
      .map(({ word }) => word),
  }
}

const unique = (ids: (string | undefined)[]) => [...new Set(ids.filter((id) => id !== undefined))]

// `Concerts` is the word for a list of them; no other ending is taken off.
function lookUp(terms: ReadonlyMap<string, string>, word: string): string | undefined {
  const plain = folded(word)
  return terms.get(plain) ?? terms.get(plain.replace(/s$/, ''))
}

function termsOf(known: Known): Terms {
  const namesOf = (vocabulary: string) =>
    new Map(
      (known.vocabularies[vocabulary] ?? [])
        .filter(({ retired }) => !retired)
        .flatMap(({ id, names }) => [id, ...Object.values(names)].map((name) => [folded(name), id] as const)),
    )
  return { kinds: namesOf('event-kind'), disciplines: namesOf('discipline'), themes: namesOf('theme') }
}

const folded = (word: string) => foldText(word.replace(/[-_/]+/g, ' '))
