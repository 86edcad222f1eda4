import type { Child } from 'hono/jsx'
import { pieceOf, type RecordText, type ShownPicture } from '../../community/index.ts'
import {
  dirOf,
  Fact,
  Figure,
  hrefIn,
  isLocale,
  Link,
  localeNames,
  Notice,
  OtherLanguage,
  PrintLink,
  Prose,
  Text,
  Tile,
} from '../../design/index.ts'
import type { Reader } from '../readers/model.ts'

/** The title of a record in the best language there is, labelled where that is not the page's. */
export function RecordHeading({ reader, texts }: { reader: Reader; texts: RecordText[] }) {
  const [best] = texts
  if (!best) return null
  const marks = best.lang === reader.locale ? {} : { lang: best.lang, dir: dirOf(best.lang) }
  return (
    <header class="heading">
      <h1 {...marks}>{best.title}</h1>
      <OtherLanguage locale={reader.locale} lang={best.lang} />
      {best.demonstration ? <Notice tone="demo">{reader.say('record.demonstrationText')}</Notice> : null}
    </header>
  )
}

/** A piece of a record's text (`summary`, `body` …) in the first language that has it; nothing when none has. */
export function RecordPiece({
  reader,
  texts,
  piece,
}: {
  reader: Reader
  texts: RecordText[]
  piece: string
}) {
  const found = pieceOf(texts, piece)
  if (!found) return null
  return (
    <>
      <Prose text={found} locale={reader.locale} />
      {found.lang === texts[0]?.lang ? null : <OtherLanguage locale={reader.locale} lang={found.lang} />}
    </>
  )
}

/** The picture a record's page opens with; nothing where it has none. */
export function FirstPicture({ reader, pictures }: { reader: Reader; pictures: ShownPicture[] }) {
  const [first] = pictures
  return first ? <RecordFigure reader={reader} picture={first} /> : null
}

/** The other pictures of a record, below its text. */
export function OtherPictures({ reader, pictures }: { reader: Reader; pictures: ShownPicture[] }) {
  return (
    <>
      {pictures.slice(1).map((picture) => (
        <RecordFigure reader={reader} picture={picture} later />
      ))}
    </>
  )
}

/** The mark of a record without a picture. */
export function RecordTile({ id, pictures }: { id: string; pictures: ShownPicture[] }) {
  return pictures.length > 0 ? null : <Tile id={id} size={4} />
}

function RecordFigure({
  reader,
  picture,
  later = false,
}: {
  reader: Reader
  picture: ShownPicture
  later?: boolean
}) {
  const { id, credit, ...shown } = picture
  return (
    <Figure
      {...shown}
      locale={reader.locale}
      address={`/pictures/${id}`}
      later={later}
      {...(credit === null ? {} : { credit: reader.say('pictures.creditOf', { credit }) })}
    />
  )
}

export type Sources = {
  url: string | null
  moreSources?: string[]
  /** The address is that of a page that lists the record among others. */
  listing?: boolean
  lastChecked: string | null
  note?: string | null
  /** The language of the note. */
  originalLang?: string
}

/** Where the facts are from, and when somebody last compared them; to be put among the facts of the record. */
export function SourceFacts({ reader, sources }: { reader: Reader; sources: Sources }) {
  const { say, format } = reader
  const { url, moreSources = [], listing = false, lastChecked, note = null, originalLang = 'en' } = sources
  return (
    <>
      <Fact name={say('record.source')}>
        {url ? (
          <Link href={url} external>
            {say('record.sourceLink')}
          </Link>
        ) : (
          say('call.notStated')
        )}
        {url && listing ? <small> {say('record.listing')}</small> : null}
      </Fact>
      {moreSources.length > 0 ? (
        <Fact name={say('record.moreSources')}>
          <ul>
            {moreSources.map((address) => (
              <li>
                <Link href={address} external>
                  {hostOf(address)}
                </Link>
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
      <Fact name={say('record.checked')}>
        {lastChecked ? (
          <time datetime={lastChecked}>{format.date(lastChecked)}</time>
        ) : (
          say('record.notChecked')
        )}
      </Fact>
      {note ? (
        <Fact name={say('record.note')}>
          <Text text={{ text: note, lang: originalLang }} locale={reader.locale} />
        </Fact>
      ) : null}
    </>
  )
}

// No sentence holds it, so the sentence can be parted where it stands.
const place = '\u2063'

/** A sentence with a piece of text within it that has a language of its own: `sentence` puts a place-holder in. */
export function Said({ sentence, children }: { sentence: (piece: string) => string; children?: Child }) {
  const [before, after] = sentence(place).split(place)
  return (
    <>
      {before}
      {children}
      {after}
    </>
  )
}

/** The words of the source from which these fields were read, folded away. */
export function ReadFrom(props: {
  reader: Reader
  readings: Record<string, string>
  fields: readonly string[]
  /** The language of the source. */
  lang: string
}) {
  const { reader, readings, fields, lang } = props
  const words = [...new Set(fields.flatMap((field) => readings[field] ?? []))]
  if (words.length === 0) return null
  return (
    <details class="read-from">
      <summary>
        <small>{reader.say('call.readFrom')}</small>
      </summary>
      {words.map((text) => (
        <p>
          <q {...(lang === reader.locale ? {} : { lang, dir: dirOf(lang) })}>{text}</q>
        </p>
      ))}
    </details>
  )
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address
}

/** The same page in the other languages the record is written in, and the button that prints it. */
export function RecordTools({ reader, texts, path }: { reader: Reader; texts: RecordText[]; path: string }) {
  const others = texts.map(({ lang }) => lang).filter((lang) => lang !== reader.locale)
  return (
    <>
      {others.length > 0 ? (
        <p>
          {reader.say('record.languages')}:{' '}
          {joined(others.map((lang) => <LanguageLink lang={lang} path={path} reader={reader} />))}
        </p>
      ) : null}
      <PrintLink locale={reader.locale} />
    </>
  )
}

function LanguageLink({ lang, path, reader }: { lang: string; path: string; reader: Reader }) {
  if (!isLocale(lang)) return <span>{reader.format.language(lang)}</span>
  return (
    <a href={hrefIn(lang, path)} hreflang={lang} lang={lang} dir={dirOf(lang)}>
      {localeNames[lang]}
    </a>
  )
}

/** Terms of a vocabulary as links into the list that has them as a facet. */
export function TermLinks(props: {
  reader: Reader
  /** The list's path, without language. */
  list: string
  parameter: string
  vocabulary: string
  ids: string[]
}) {
  const { reader, list, parameter, vocabulary, ids } = props
  return (
    <>
      {joined(
        ids.map((id) => (
          <a href={reader.href(`${list}?${parameter}=${encodeURIComponent(id)}`)}>
            {reader.term(vocabulary, id)}
          </a>
        )),
      )}
    </>
  )
}

/** Countries as links into a list that has them as its facet `country`. */
export function CountryLinks({ reader, list, codes }: { reader: Reader; list: string; codes: string[] }) {
  return (
    <>
      {joined(
        codes.map((code) => (
          <a href={reader.href(`${list}?country=${code.toLowerCase()}`)}>{reader.format.country(code)}</a>
        )),
      )}
    </>
  )
}

/** Pieces one after the other, as a list set off by dots, which every script understands. */
export function joined(pieces: Child[]): Child[] {
  return pieces.flatMap((piece, at) => (at === 0 ? [piece] : [' · ', piece]))
}
