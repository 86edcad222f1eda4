import { type RecordPicture, stageOf } from '../../../community/index.ts'
import {
  Button,
  Crumbs,
  ErrorSummary,
  type Fault,
  Fields,
  FileField,
  Form,
  formatsFor,
  Heading,
  hrefIn,
  Link,
  type Locale,
  Notice,
  Picture,
  PointOn,
  Section,
  Text,
  TextArea,
  TextField,
} from '../../../design/index.ts'
import { pictureTypes } from '../../../platform/index.ts'
import { type Say, speak } from '../../messages/index.ts'
import { type DeskPicture, type Pictured, type PictureForm, silentIn } from './model.ts'

/** The address of a record's pictures, or of one of them, without language. */
export function picturesPath({ kind, id }: Pick<Pictured, 'kind' | 'id'>, picture?: string): string {
  const path = `/desk/${kind}/${encodeURIComponent(id)}/pictures`
  return picture === undefined ? path : `${path}/${picture}`
}

type Shown = { locale: Locale; pictured: Pictured; notice: string | undefined; faults: Fault[] }

/** The pictures of a record in their order, what each still needs, and a form that adds one. */
export function PicturesBody({ locale, pictured, notice, faults }: Shown) {
  const say = speak(locale)
  return (
    <>
      <ErrorSummary locale={locale} errors={faults} />
      {notice === undefined ? null : <Notice tone="info">{notice}</Notice>}
      <Way locale={locale} pictured={pictured} />
      <Heading text={say('pictures.title')} lead={say('pictures.lead')} />
      {pictured.pictures.length === 0 ? (
        <p>{say('pictures.none')}</p>
      ) : (
        <ol class="picture-list">
          {pictured.pictures.map((picture, at) => (
            <Item locale={locale} pictured={pictured} picture={picture} first={at === 0} />
          ))}
        </ol>
      )}
      <WhatTheyMay locale={locale} pictured={pictured} />
      {pictured.mayChange ? (
        <Section title={say('pictures.add')}>
          <Form locale={locale} action={picturesPath(pictured)} faults={faults} files>
            <FileField
              locale={locale}
              name="picture"
              label={say('pictures.file')}
              hint={say('pictures.fileHint')}
              accept={pictureTypes}
            />
            <Button>{say('pictures.upload')}</Button>
          </Form>
        </Section>
      ) : null}
    </>
  )
}

/** Why the viewer may not change these pictures, and what they may. */
function WhatTheyMay({ locale, pictured }: { locale: Locale; pictured: Pictured }) {
  const { mayChange, mayWords } = pictured
  if (mayChange) return null
  const say = speak(locale)
  const { list, language } = formatsFor(locale)
  return (
    <Notice tone="info">
      {mayWords.length === 0
        ? say('pictures.published')
        : say('pictures.wordsOnly', { languages: list(mayWords.map((lang) => language(lang))) })}
    </Notice>
  )
}

function Way({ locale, pictured, here }: { locale: Locale; pictured: Pictured; here?: boolean }) {
  const say = speak(locale)
  const { kind, id, title } = pictured
  const own = [{ href: hrefIn(locale, picturesPath(pictured)), label: say('pictures.title') }]
  return (
    <Crumbs
      locale={locale}
      items={[
        { href: hrefIn(locale, '/desk'), label: say('desk.pictures') },
        {
          href: hrefIn(locale, `/desk/${kind}/${encodeURIComponent(id)}`),
          label: title.text,
          lang: title.lang,
        },
        ...(here ? own : []),
      ]}
    />
  )
}

type One = { locale: Locale; pictured: Pictured; picture: DeskPicture }

function Item({ locale, pictured, picture, first }: One & { first: boolean }) {
  const say = speak(locale)
  const path = picturesPath(pictured, picture.id)
  const number = pictured.pictures.indexOf(picture) + 1
  return (
    <li>
      <Thumbnail locale={locale} pictured={pictured} picture={picture} />
      <div>
        <h2>
          <Link href={hrefIn(locale, path)}>{say('pictures.one', { number })}</Link>
        </h2>
        <States locale={locale} pictured={pictured} picture={picture} />
        {picture.credit === null ? null : <p>{say('pictures.creditOf', { credit: picture.credit })}</p>}
        {pictured.mayChange ? (
          <p class="buttons">
            {first ? null : (
              <Form locale={locale} action={`${path}/first`}>
                <Button kind="quiet">{say('pictures.first', { number })}</Button>
              </Form>
            )}
            <Form locale={locale} action={`${path}/remove`}>
              <Button kind="quiet">{say('pictures.remove', { number })}</Button>
            </Form>
          </p>
        ) : null}
      </div>
    </li>
  )
}

/** What is said of it in the language of the page, or of the record. */
function altOf({ alt }: RecordPicture, langs: string[], locale: Locale) {
  const lang = [locale, ...langs].find((one) => alt[one] !== undefined)
  return lang === undefined ? { text: '', lang: locale } : { text: alt[lang] ?? '', lang }
}

function Thumbnail({ locale, pictured, picture }: One) {
  const props = propsOf({ locale, pictured, picture })
  if (props) return <Picture {...props} sizes="9rem" />
  const stage = stageOf(picture.kept)
  return <span class="no-picture">{stage === 'made' ? '' : speak(locale)(`pictures.stage.${stage}`)}</span>
}

function propsOf({ locale, pictured, picture }: One) {
  const made = picture.kept?.made?.filter(({ type }) => type === 'image/webp') ?? []
  const largest = made.at(-1)
  if (!largest) return undefined
  return {
    locale,
    address: `/pictures/${picture.id}`,
    widths: made.map(({ width }) => width),
    width: largest.width,
    height: largest.height,
    alt: altOf(picture, pictured.langs, locale),
    focus: picture.focus,
  }
}

/** Why it is not shown, or not everywhere. */
function States({ locale, pictured, picture }: One) {
  const say = speak(locale)
  const stage = stageOf(picture.kept)
  const silent = silentIn(picture, pictured.langs)
  const format = formatsFor(locale)
  const languages = format.list(silent.map((lang) => format.language(lang)))
  return (
    <>
      {stage === 'made' ? null : (
        <Notice tone={stage === 'making' ? 'info' : 'warning'}>{say(`pictures.why.${stage}`)}</Notice>
      )}
      {silent.length === 0 ? null : <Notice tone="warning">{say('pictures.silent', { languages })}</Notice>}
    </>
  )
}

type Editing = One & { form: PictureForm; notice: string | undefined; faults: Fault[]; now?: RecordPicture }

/** One picture: where it must not be cut, what it shows in every language, and whose it is. */
export function PictureBody({ locale, pictured, picture, form, notice, faults, now }: Editing) {
  const say = speak(locale)
  const props = propsOf({ locale, pictured, picture })
  const { mayChange, mayWords, langs } = pictured
  return (
    <>
      <ErrorSummary locale={locale} errors={faults} />
      {notice === undefined ? null : <Notice tone="info">{notice}</Notice>}
      <Way locale={locale} pictured={pictured} here />
      <Heading
        text={say('pictures.one', { number: pictured.pictures.indexOf(picture) + 1 })}
        lead={pictured.title.text}
      />
      <States locale={locale} pictured={pictured} picture={picture} />
      <WhatTheyMay locale={locale} pictured={pictured} />
      {now === undefined ? null : <Meanwhile locale={locale} now={now} />}
      <Form locale={locale} action={picturesPath(pictured, picture.id)} faults={faults}>
        <input type="hidden" name="seen" value={form.seen} />
        {mayChange ? (
          <PointFields say={say} locale={locale} form={form} picture={props} />
        ) : props ? (
          <Picture {...props} focus={{ x: 0.5, y: 0.5 }} sizes="30rem" />
        ) : null}
        {(mayChange ? langs : mayWords).map((lang) => (
          <>
            <Original locale={locale} pictured={pictured} picture={picture} lang={lang} />
            <AltField locale={locale} say={say} lang={lang} value={form.alt[lang] ?? ''} />
          </>
        ))}
        {mayChange ? (
          <TextField
            locale={locale}
            name="credit"
            label={say('pictures.credit')}
            hint={say('pictures.creditHint')}
            value={form.credit}
            optional
          />
        ) : null}
        {mayChange || mayWords.length > 0 ? <Button>{say('pictures.save')}</Button> : null}
      </Form>
    </>
  )
}

type PointProps = { say: Say; locale: Locale; form: PictureForm; picture: ReturnType<typeof propsOf> }

/** The point that must not be cut, to be pointed at or given in figures. */
function PointFields({ say, locale, form, picture }: PointProps) {
  return (
    <>
      {picture ? (
        <PointOn across="x" down="y">
          {/* Whole, so that every point of it can be chosen. */}
          <Picture {...picture} focus={{ x: 0.5, y: 0.5 }} sizes="30rem" />
        </PointOn>
      ) : null}
      <p class="hint">{say('pictures.focusHint')}</p>
      <Fields>
        <TextField locale={locale} name="x" label={say('pictures.across')} value={form.x} type="number" />
        <TextField locale={locale} name="y" label={say('pictures.down')} value={form.y} type="number" />
      </Fields>
    </>
  )
}

/** What the picture shows in the language of the record, for who translates it. */
function Original({ locale, pictured, picture, lang }: One & { lang: string }) {
  const { title, mayChange, mayRead } = pictured
  const text = picture.alt[title.lang]
  if (mayChange || !mayRead || lang === title.lang || text === undefined) return null
  return (
    <p class="hint">
      {formatsFor(locale).language(title.lang)}: <Text text={{ text, lang: title.lang }} locale={locale} />
    </p>
  )
}

function AltField({ locale, say, lang, value }: { locale: Locale; say: Say; lang: string; value: string }) {
  const language = formatsFor(locale).language(lang)
  return (
    <TextArea
      locale={locale}
      name={`alt-${lang}`}
      label={say('pictures.alt', { language })}
      hint={say('pictures.altHint')}
      lang={lang}
      rows={2}
      value={value}
    />
  )
}

/** What somebody else has written since the form was made; what was typed stands in the form. */
function Meanwhile({ locale, now }: { locale: Locale; now: RecordPicture }) {
  const say = speak(locale)
  const format = formatsFor(locale)
  return (
    <Notice tone="warning">
      <p>{say('pictures.meanwhile')}</p>
      <ul>
        {Object.entries(now.alt).map(([lang, text]) => (
          <li>
            {format.language(lang)}: <Text text={{ text, lang }} locale={locale} />
          </li>
        ))}
        {now.credit === null ? null : <li>{say('pictures.creditOf', { credit: now.credit })}</li>}
      </ul>
    </Notice>
  )
}
