/** What the forms of the settings hold, read from and written to the settings themselves. Pure. */
import { defaultLocale, faintWith, type Fault, isAlike, type Locale, locales } from '../../../design/index.ts'
import { readText } from '../../claims/model.ts'
import { speak } from '../../messages/index.ts'
import type { Setting, Words } from '../model.ts'
import { leastDays, mostDays, settablePeriods } from '../../privacy/periods/model.ts'

/** What was typed, by the name of the field; of several boxes those ticked, with commas between them. */
export type Typed = Readonly<Record<string, string>>

type Read<T> = { value: T } | { faults: Fault[] }

/** How a subject of settings is put into a form, and read from one. */
type SubjectForm<T> = {
  typedOf(value: T): Typed
  read(typed: Typed, locale: Locale): Read<T>
}

/** The subjects that have a form of fields, in the order they are shown. */
export const formSubjects = ['identity', 'colours', 'footer', 'languages', 'retention'] as const
export type FormSubject = (typeof formSubjects)[number]

export const longest = { name: 60, says: 300, text: 20_000 }

const typedWords = (piece: string, words: Words): Typed =>
  Object.fromEntries(locales.map((lang) => [`${piece}-${lang}`, words[lang] ?? '']))

/** The text of each language, as it was typed under `piece-lang`. */
export function wordsIn(typed: Typed, piece: string): Words {
  return Object.fromEntries(
    locales.flatMap((lang) => {
      const text = readText(typed[`${piece}-${lang}`])
      return text === '' ? [] : [[lang, text]]
    }),
  )
}

/** Texts that are longer than the page has room for. */
export function longFaults(
  words: Words,
  piece: keyof typeof longest,
  locale: Locale,
  name: string = piece,
): Fault[] {
  const most = longest[piece]
  return locales
    .filter((lang) => Array.from(words[lang] ?? '').length > most)
    .map((lang) => ({
      field: `${name}-${lang}`,
      message: speak(locale)('settings.fault.long', { count: most }),
    }))
}

const orFaults = <T>(faults: Fault[], value: T): Read<T> => (faults.length > 0 ? { faults } : { value })

const oneLine = (words: Words): Words =>
  Object.fromEntries(Object.entries(words).map(([lang, text]) => [lang, text.replaceAll(/\s+/gu, ' ')]))

export const subjectForms: { [S in FormSubject]: SubjectForm<Setting<S>> } = {
  identity: {
    typedOf: ({ name, says }) => ({ ...typedWords('name', name), ...typedWords('says', says) }),
    read(typed, locale) {
      const value = { name: oneLine(wordsIn(typed, 'name')), says: oneLine(wordsIn(typed, 'says')) }
      const missing = value.name[defaultLocale]
        ? []
        : [{ field: `name-${defaultLocale}`, message: speak(locale)('settings.fault.name') }]
      return orFaults(
        [...missing, ...longFaults(value.name, 'name', locale), ...longFaults(value.says, 'says', locale)],
        value,
      )
    },
  },
  colours: {
    typedOf: (colours) => ({ asia: colours?.asia ?? '', europe: colours?.europe ?? '' }),
    read: (typed, locale) => readColours(typed, locale),
  },
  footer: {
    typedOf: ({ text }) => typedWords('text', text),
    read(typed, locale) {
      const text = wordsIn(typed, 'text')
      return orFaults(longFaults(text, 'text', locale), { text })
    },
  },
  languages: {
    typedOf: ({ offered }) => ({ offered: offered.join(',') }),
    read(typed) {
      const ticked = (typed['offered'] ?? '').split(',')
      return { value: { offered: locales.filter((lang) => lang === defaultLocale || ticked.includes(lang)) } }
    },
  },
  retention: {
    typedOf: ({ days }) =>
      Object.fromEntries(Object.entries(days).map(([id, count]) => [periodField(id), String(count)])),
    read: (typed, locale) => readPeriods(typed, locale),
  },
}

function readColours(typed: Typed, locale: Locale): Read<Setting<'colours'>> {
  const say = speak(locale)
  const [asia, europe] = [readColour(typed['asia']), readColour(typed['europe'])]
  if (asia === '' && europe === '') return { value: null }
  const unread = Object.entries({ asia, europe }).filter(([, colour]) => !/^#[0-9a-f]{6}$/.test(colour))
  if (unread.length > 0)
    return {
      faults: unread.map(([field]) => ({
        field,
        message: say('settings.fault.colour', { example: exampleColour }),
      })),
    }
  if (isAlike(asia, europe)) return { faults: [{ field: 'europe', message: say('settings.fault.alike') }] }
  const faint = faintWith({ asia, europe })
  const worst = (['asia', 'europe'] as const).flatMap(
    (region) => faint.find((pair) => pair.region === region) ?? [],
  )
  const faults = worst.map(({ region, ratio, needed }) => ({
    field: region,
    message: say('settings.fault.faint', { ratio: Math.floor(ratio * 100) / 100, needed }),
  }))
  return orFaults(faults, { asia, europe })
}

export const exampleColour = '#b3361b'

/** A colour as it may be typed: with or without its sign, in capitals, of three figures. */
function readColour(given: string | undefined): string {
  const plain = readText(given).toLowerCase().replace(/^#?/, '#')
  if (plain === '#') return ''
  return plain.replace(/^#([0-9a-f])([0-9a-f])([0-9a-f])$/, '#$1$1$2$2$3$3')
}

/** What the field of a period is called: its lasting name without the signs that ids of elements do not take. */
export const periodField = (id: string) => id.replaceAll(/[./]/g, '-')

function readPeriods(typed: Typed, locale: Locale): Read<Setting<'retention'>> {
  const faults: Fault[] = []
  const days: Record<string, number> = {}
  for (const id of settablePeriods) {
    const [field, least = 0] = [periodField(id), leastDays(id)]
    const text = readText(typed[field])
    if (text === '') continue
    const count = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
    if (count >= least && count <= mostDays) days[id] = count
    else faults.push({ field, message: speak(locale)('settings.fault.days', { least, most: mostDays }) })
  }
  return orFaults(faults, { days })
}
