/** The settings of the house: what it says of itself, how it looks, in which languages it speaks. Pure. */
import { z } from 'zod'
import {
  defaultLocale,
  type HouseLook,
  coloursPath,
  isLocale,
  type Locale,
  locales,
  type LangText,
  type RegionColours,
} from '../../design/index.ts'

/** A text in some languages of the interface. */
export type Words = Partial<Record<Locale, string>>

const perLanguage = z
  .record(z.string(), z.string())
  .transform((given): Words =>
    Object.fromEntries(Object.entries(given).filter(([lang, text]) => isLocale(lang) && text !== '')),
  )
const hex = z.string().regex(/^#[0-9a-f]{6}$/)

/** The shape of each subject of settings, as the database keeps it. */
const shapes = {
  identity: z.object({ name: perLanguage, says: perLanguage }),
  footer: z.object({ text: perLanguage }),
  colours: z.object({ asia: hex, europe: hex }).nullable(),
  languages: z.object({
    offered: z.array(z.string()).transform((given) => locales.filter((one) => given.includes(one))),
  }),
  logo: z
    .object({ hash: z.string(), type: z.enum(['png', 'webp']), width: z.number(), height: z.number() })
    .nullable(),
  retention: z.object({ days: z.record(z.string(), z.number()) }),
} as const

export type Subject = keyof typeof shapes
export type Setting<S extends Subject> = z.output<(typeof shapes)[S]>
export type Settings = { [S in Subject]: Setting<S> }

/** A page of the house's own, without its text. */
export type PageTitle = { slug: string; titles: Words }

/** All settings of a house, with the titles of its own pages. */
export type HouseSettings = Settings & { pages: PageTitle[] }

/** The settings of a house that nobody has changed. */
export const asDelivered: HouseSettings = {
  identity: { name: { en: 'Caravanserai' }, says: {} },
  footer: { text: {} },
  colours: null,
  languages: { offered: [...locales] },
  logo: null,
  retention: { days: {} },
  pages: [],
}

/** The settings kept under each subject; what is absent, or kept by a later version in a shape of its own, is as delivered. */
export function settingsOf(kept: ReadonlyMap<string, unknown>, pages: PageTitle[]): HouseSettings {
  const read = <S extends Subject>(subject: S): HouseSettings[S] => {
    const found = shapes[subject].safeParse(kept.get(subject))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape and the type are of the same subject
    return found.success ? (found.data as HouseSettings[S]) : asDelivered[subject]
  }
  return {
    identity: read('identity'),
    footer: read('footer'),
    colours: read('colours'),
    languages: read('languages'),
    logo: read('logo'),
    retention: read('retention'),
    pages,
  }
}

/** A text in the reader's language, or else in the default one, or in any; undefined where it is in none. */
export function spoken(words: Words, locale: Locale): LangText | undefined {
  const lang = [locale, defaultLocale, ...locales].find((one) => words[one])
  const text = lang && words[lang]
  return lang && text ? { text, lang } : undefined
}

/** The name of the house for a reader. */
export function houseName({ identity }: Pick<HouseSettings, 'identity'>, locale: Locale): string {
  return spoken(identity.name, locale)?.text ?? spoken(asDelivered.identity.name, locale)?.text ?? ''
}

/** The address of a page of the house's own, without language. */
export const pagePath = (slug: string) => (slug === 'about' ? '/about' : `/legal/${slug}`)

/** How the house looks, for the frame around its pages. */
export function lookOf(settings: HouseSettings, locale: Locale): HouseLook {
  const { colours, logo, languages, footer } = settings
  return {
    offered: languages.offered,
    colours: colours ? coloursPath(colours) : undefined,
    logo: logo ? { src: logoPath(logo), ...shownSize(logo) } : undefined,
    foot: spoken(footer.text, locale),
  }
}

/** The address of a logo; it names the bytes, so they may be kept for ever. */
export const logoPath = ({ hash, type }: { hash: string; type: string }) => `/assets/logo.${hash}.${type}`

const logoHeight = 40

// Pictures that say their size do not move what is below them while they load.
function shownSize({ width, height }: { width: number; height: number }) {
  return { width: Math.max(1, Math.round((width * logoHeight) / height)), height: logoHeight }
}

/** The colours of the regions, where they are the house's own. */
export function coloursOf({ colours }: Pick<HouseSettings, 'colours'>): RegionColours | undefined {
  return colours ?? undefined
}
