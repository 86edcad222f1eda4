/** Pictures of a record: what shows them, and what is to be known before one is shown. Pure. */
import { z } from 'zod'
import { isFileName, maybe, type PictureType, someWords, words } from '../../platform/index.ts'
import { langTag } from '../texts/model.ts'

/** How many a record may have. */
export const mostPictures = 24

/** How many days a picture stays that nothing names: as long as somebody may still be writing the record it is for. */
export const daysUnnamed = 30

const share = (of: string) => z.number().min(0).max(1).meta({ description: of })

const pictureShape = z.strictObject({
  id: z
    .string()
    .refine(isFileName, 'is not the SHA-256 of a file (64 hexadecimal digits)')
    .meta({ description: 'the SHA-256 of its file, which is in `files`', pattern: '^[0-9a-f]{64}$' }),
  alt: z
    .record(langTag, someWords)
    .nullish()
    .transform((given) => given ?? {})
    .meta({ description: 'what it shows, for those who do not see it, by language' }),
  credit: maybe(words).meta({ description: 'whose picture it is' }),
  focus: z
    .strictObject({ x: share('how far from the left, 0 to 1'), y: share('how far from the top, 0 to 1') })
    .nullish()
    .transform((given) => given ?? middle)
    .meta({
      description: 'the point that stays in sight where it is cut, from the left and the top, 0 to 1',
    }),
})

const middle = { x: 0.5, y: 0.5 }

/** The field `pictures` of a record. */
export const picturesShape = z
  .array(pictureShape)
  .max(mostPictures, `holds more than ${mostPictures} pictures`)
  .refine((given) => new Set(given.map(({ id }) => id)).size === given.length, 'names the same picture twice')
  .nullish()
  .transform((given) => given ?? [])

/** A picture as its record has it. */
export type RecordPicture = z.output<typeof pictureShape>

/**
 * The languages in which other words say what these pictures show; undefined where anything else about them is other: which
 * they are, their order, credit or focal point.
 */
export function wordsChanged(before: RecordPicture[], after: RecordPicture[]): string[] | undefined {
  const rest = (all: RecordPicture[]) =>
    JSON.stringify(all.map(({ id, credit, focus }) => [id, credit, focus.x, focus.y]))
  if (rest(before) !== rest(after)) return undefined
  const langs = [...before, ...after].flatMap(({ alt }) => Object.keys(alt))
  return [...new Set(langs)].filter((lang) =>
    before.some(({ alt }, at) => alt[lang] !== after[at]?.alt[lang]),
  )
}

/** One as it has just been added: nothing is said of it yet. */
export const newPicture = (id: string): RecordPicture => ({ id, alt: {}, credit: null, focus: middle })

/** The pictures of a record as it is kept. */
export function picturesIn(record: Record<string, unknown>): RecordPicture[] {
  const read = picturesShape.safeParse(record['pictures'])
  return read.success ? read.data : []
}

/** One that was made of a picture, and the file it is in. */
export type MadeVersion = {
  type: 'image/avif' | 'image/webp' | 'image/jpeg'
  width: number
  height: number
  file: string
}

/** A picture as the house keeps it; `made` is null as long as nothing could be made of it. */
export type KeptPicture = {
  id: string
  type: PictureType
  width: number
  height: number
  made: MadeVersion[] | null
  failed: boolean
}

/** How far a picture is: its file is not here, it is being made, it cannot be made, or it can be shown. */
export type PictureStage = 'missing' | 'making' | 'failed' | 'made'

export function stageOf(kept: KeptPicture | undefined): PictureStage {
  if (!kept) return 'missing'
  return kept.made ? 'made' : kept.failed ? 'failed' : 'making'
}

/** A picture that a page shows, with what is said of it in the page's language or that of its text. */
export type ShownPicture = {
  id: string
  width: number
  height: number
  /** The widths it was made in, the smallest first. */
  widths: number[]
  alt: { text: string; lang: string }
  credit: string | null
  focus: { x: number; y: number }
}

/** Those of a record's pictures that can be shown beside a text in this language: the others say nothing in it. */
export function shownIn(lang: string, all: (RecordPicture & { kept: KeptPicture })[]): ShownPicture[] {
  return all.flatMap(({ id, alt, credit, focus, kept }) => {
    const text = alt[lang]
    if (!kept.made || text === undefined) return []
    const made = kept.made.filter(({ type }) => type === 'image/webp').toSorted((a, b) => a.width - b.width)
    const largest = made.at(-1)
    if (!largest) return []
    const { width, height } = largest
    const widths = made.map((version) => version.width)
    return [{ id, width, height, widths, alt: { text, lang }, credit, focus }]
  })
}

/** The ending of a file, by its media type. */
export const endings: Record<PictureType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
}
