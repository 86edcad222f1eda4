/** The pictures of a record as its editors see them. Pure. */
import {
  type KeptPicture,
  langsOf,
  originalLangOf,
  type Plain,
  type RecordPicture,
} from '../../../community/index.ts'
import type { DeskKind } from '../fields/model.ts'

/** A picture with what the house has of it; nothing where its file never came. */
export type DeskPicture = RecordPicture & { kept: KeptPicture | undefined }

/** A record with its pictures, as its editors see it. */
export type Pictured = {
  kind: DeskKind
  id: string
  title: { text: string; lang: string }
  /** The languages it is written in, the original first. */
  langs: string[]
  pictures: DeskPicture[]
  /** Whether the viewer may change them: those of what is published only who may publish. */
  mayChange: boolean
  /** The languages in which the viewer may say what they show. */
  mayWords: string[]
  /** Whether the viewer may read what is said in the language of the record. */
  mayRead: boolean
}

/** A record as it is kept, as its pictures need it. */
export function picturedOf({
  record,
  ...pictured
}: Omit<Pictured, 'title' | 'langs'> & { record: Plain }): Pictured {
  const lang = originalLangOf(record)
  const text = textOf(record['title']) ?? textOf(record['name']) ?? pictured.id
  return { ...pictured, title: { text, lang }, langs: langsOf(record) }
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** The languages of the record in which this picture says nothing, so that it is not shown in them. */
export const silentIn = ({ alt }: RecordPicture, langs: string[]): string[] =>
  langs.filter((lang) => alt[lang] === undefined)

/** What the form of one picture holds, as it was typed. */
export type PictureForm = {
  alt: Record<string, string>
  credit: string
  /** Hundredths from the left and from the top. */
  x: string
  y: string
  /** What the picture said when the form was made. */
  seen: string
}

/** The form of a picture as it is kept. */
export function formOf(picture: RecordPicture): PictureForm {
  const { alt, credit, focus } = picture
  const hundredths = (share: number) => String(Math.round(share * 100))
  return {
    alt,
    credit: credit ?? '',
    x: hundredths(focus.x),
    y: hundredths(focus.y),
    seen: seenOf(picture),
  }
}

/** All that is said of a picture in one text, by which it is seen whether somebody else has changed it. */
export function seenOf({ alt, credit, focus }: RecordPicture): string {
  const said = Object.entries(alt).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([said, credit, focus.x, focus.y])
}

/** Reads a form; languages it does not ask for stay as they are. */
export function readForm(given: Record<string, string>, langs: string[]): PictureForm {
  const typed = (name: string) => (given[name] ?? '').toWellFormed().trim()
  return {
    alt: Object.fromEntries(langs.map((lang) => [lang, typed(`alt-${lang}`)])),
    credit: typed('credit'),
    x: typed('x'),
    y: typed('y'),
    seen: given['seen'] ?? '',
  }
}

/** The picture as the form says; undefined where the point is no pair of hundredths. */
export function pictureOf(picture: RecordPicture, form: PictureForm): RecordPicture | undefined {
  const [x, y] = [shareOf(form.x), shareOf(form.y)]
  if (x === undefined || y === undefined) return undefined
  return { ...withWords(picture, form), credit: form.credit || null, focus: { x, y } }
}

/** The picture with only the words of the form. */
export function withWords(picture: RecordPicture, form: Pick<PictureForm, 'alt'>): RecordPicture {
  const said = { ...picture.alt, ...form.alt }
  return { ...picture, alt: Object.fromEntries(Object.entries(said).filter(([, text]) => text !== '')) }
}

/** A point in hundredths as a share; figures of any script, as some keyboards write them. */
export function shareOf(typed: string): number | undefined {
  const latin = typed.replaceAll(/\p{Nd}/gu, (figure) => String(valueOf(figure)))
  return /^\d{1,3}$/.test(latin) && Number(latin) <= 100 ? Number(latin) / 100 : undefined
}

// The figures of a script stand together, ten by ten; the first of them is its zero.
function valueOf(figure: string): number {
  const code = figure.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1
  return value
}

/** Pictures in another order: this one first. */
export const withFirst = (pictures: RecordPicture[], id: string): RecordPicture[] => [
  ...pictures.filter((picture) => picture.id === id),
  ...pictures.filter((picture) => picture.id !== id),
]
