/** Countries and languages to choose from, by their names in the reader's language. Pure. */
import { formatsFor, type Locale } from '../../../design/index.ts'
import { foldText } from '../../../platform/index.ts'
import type { Known } from '../../known/model.ts'

/** One list to choose from: its names in the order of the reader's alphabet, and ways from a name or code to a code and back. */
export type Choices = {
  names: string[]
  nameOf(code: string): string
  /** The code of what was typed: a code, a name in any language of the house, or an alias. */
  find(typed: string): string | undefined
}

/** Offered by name; any other language that has a name can be given by its tag. */
const offered =
  `ady af ak am ar as ase ast az ba be bfi bg bho bn bo br bs ca ceb co cs cv cy da de dv dz el en eo es et eu fa fi fil fj
  fo fr fsl fy ga gd gl gn gu gv ha haw he hi hil hmn hr ht hu hy id ig ii ilo is it ja jv ka kha kk km kn ko ks ku ky la lb
  lo lt lus lv mad mg mi min mk ml mn mni mr ms mt my nb ne new nl nn oc om or os pa pl ps pt qu rm ro rom ru rw sa sat sc sco
  sd se sh shn si sk sl sm so sq sr su sv sw ta te tet tg th ti tk to tpi tr tt ug uk ur uz vi wo xh yi yo yue za zh zh-Hans
  zh-Hant zu`.split(/\s+/)

const kept = new Map<Locale, Choices>()

/** The languages of the world, for one reader; always the same object. */
export function languageChoices(locale: Locale): Choices {
  const choices = kept.get(locale) ?? openLanguages(locale)
  kept.set(locale, choices)
  return choices
}

function openLanguages(locale: Locale): Choices {
  const own = formatsFor(locale)
  const english = formatsFor('en')
  const isNamed = (tag: string) => english.language(tag) !== tag
  const codes = offered.filter(isNamed)
  return choicesOf(locale, {
    codes,
    nameOf: (tag) => (own.language(tag) === tag ? english.language(tag) : own.language(tag)),
    aliases: codes.flatMap((tag) => [[english.language(tag), tag] as const, [selfName(tag), tag] as const]),
    otherwise: (typed) => {
      const tag = canonical(typed)
      return tag !== undefined && isNamed(tag) ? tag : undefined
    },
  })
}

type KnownPlaces = Pick<Known, 'places' | 'placeCodes'>

// By the list of places, which stays the same until one of them changes.
const keptCountries = new WeakMap<readonly object[], Map<Locale, Choices>>()

/** The places the house knows, for one reader; the same object as long as they do not change. */
export function countryChoices(locale: Locale, known: KnownPlaces): Choices {
  const byLocale = keptCountries.get(known.places) ?? new Map<Locale, Choices>()
  keptCountries.set(known.places, byLocale)
  const choices = byLocale.get(locale) ?? openCountries(locale, known)
  byLocale.set(locale, choices)
  return choices
}

function openCountries(locale: Locale, { places, placeCodes }: KnownPlaces): Choices {
  const own = formatsFor(locale)
  const english = formatsFor('en')
  return choicesOf(locale, {
    codes: places.map(({ code }) => code),
    nameOf: (code) => own.country(code),
    aliases: places.flatMap(({ code, names }) =>
      [...names, english.country(code)].map((name) => [name, code] as const),
    ),
    otherwise: (typed) => {
      const code = typed.trim().toUpperCase()
      return placeCodes.has(code) ? code : undefined
    },
  })
}

function choicesOf(
  locale: Locale,
  {
    codes,
    nameOf,
    aliases,
    otherwise,
  }: {
    codes: string[]
    nameOf(code: string): string
    aliases: (readonly [name: string, code: string])[]
    otherwise(typed: string): string | undefined
  },
): Choices {
  // The reader's own names come last, so that they win where another language calls something else so.
  const own = codes.map((code) => [nameOf(code), code] as const)
  const byName = new Map([...aliases, ...own].map(([name, code]) => [foldText(name), code]))
  return {
    names: own.map(([name]) => name).toSorted(formatsFor(locale).compare),
    nameOf,
    find: (typed) => byName.get(foldText(typed)) ?? otherwise(typed),
  }
}

const canonical = (typed: string): string | undefined => {
  const tag = typed.trim()
  if (tag.length > 35 || !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

/** What the speakers of a language call it: English, français, ខ្មែរ. */
function selfName(tag: string): string {
  return new Intl.DisplayNames([tag, 'en'], { type: 'language' }).of(tag) ?? tag
}
