import type { Child } from 'hono/jsx'
import type { TextState } from '../../../community/index.ts'
import {
  Button,
  CheckField,
  Columns,
  Crumbs,
  ErrorSummary,
  Fact,
  Facts,
  type Fault,
  Form,
  Heading,
  hrefIn,
  KeptForm,
  Link,
  Notice,
  Section,
  SelectField,
  Suggestions,
} from '../../../design/index.ts'
import type { Reader } from '../../readers/model.ts'
import { type DeskKind, fieldGroups, type FieldGroup } from '../fields/model.ts'
import { fieldLabel, groupLabel } from '../fields/words.ts'
import type { Clash } from '../form/merge/model.ts'
import { FieldInputs, type InputFacts } from '../form/inputs/desk-views.tsx'
import type { AskedField } from '../form/model.ts'
import { valueInWords } from '../form/words.ts'
import { Clashes } from './clashes/desk-views.tsx'
import { deskPath, type DoneWord } from './model.ts'

/** One language of the record as the page names it. */
export type ShownText = { lang: string; state: TextState; isStale: boolean }

/** What the form of a record shows. */
export type EditFacts = {
  reader: Reader
  /** Who writes, by their id. */
  whose: string
  kind: DeskKind
  id: string
  /** The translation that is written; undefined for the record in its own language. */
  lang: string | undefined
  originalLang: string
  version: number
  isNew: boolean
  title: string
  langs: readonly ShownText[]
  fields: readonly AskedField[]
  /** Fields they may read and not change, and why nothing can be saved, if it cannot. */
  fixed: readonly { path: string; value: string }[]
  inputs: InputFacts
  lists: readonly { id: string; values: readonly string[] }[]
  /** Of a translation: what the original says, by path. */
  original: ReadonlyMap<string, Child>
  given: ReadonlyMap<string, readonly { source: string; value: unknown }[]>
  faults: readonly Fault[]
  clashes: readonly Clash[]
  choices: ReadonlyMap<string, string>
  done: DoneWord | undefined
  /** What is said besides: a draft that is shown, a record like this one. */
  remarks: readonly Child[]
  /** When the draft that is offered was kept, in words. */
  draft: string | undefined
  /** When an event that repeats takes place next. */
  dates: readonly string[]
  aside: Child
}

/** The page of a record at the desk: its form, in its own language or a translation beside the original. */
export function EditBody({ facts }: { facts: EditFacts }) {
  const { reader, kind, id, isNew, title, lang } = facts
  const { locale, say } = reader
  return (
    <>
      <ErrorSummary locale={locale} errors={[...facts.faults]} />
      <Crumbs
        locale={locale}
        items={[
          { href: reader.href('/desk'), label: say('editor.desk') },
          { href: reader.href(`/desk/${kind}`), label: say(`editor.kind.${kind}`) },
        ]}
      />
      {facts.done ? <Notice tone="info">{say(`editor.done.${facts.done}`)}</Notice> : null}
      <Heading
        text={isNew ? say(`editor.new.${kind}`) : title}
        lang={isNew || title === '' ? undefined : facts.originalLang}
        lead={
          lang === undefined
            ? undefined
            : say('editor.translating', { language: reader.format.language(lang) })
        }
      />
      {isNew ? null : <TextTabs facts={facts} />}
      {facts.draft === undefined ? null : <OfferedDraft facts={facts} words={facts.draft} />}
      {facts.remarks.map((remark) => (
        <Notice tone="info">{remark}</Notice>
      ))}
      <Columns main={<RecordForm facts={facts} />} aside={facts.aside} />
      {facts.lists.map(({ id: list, values }) => (
        <Suggestions id={list} values={values} />
      ))}
      {isNew ? null : <AddLanguage facts={facts} path={deskPath(kind, id)} />}
    </>
  )
}

function TextTabs({ facts }: { facts: EditFacts }) {
  const { reader, kind, id, lang, originalLang } = facts
  const { say, format, href } = reader
  const here = lang ?? originalLang
  return (
    <nav class="tabs" aria-label={say('editor.languages')}>
      <ul>
        {facts.langs.map((text) => (
          <li>
            <a
              href={href(deskPath(kind, id, text.lang === originalLang ? {} : { lang: text.lang }))}
              {...(text.lang === here ? { 'aria-current': 'page' } : {})}
            >
              {format.language(text.lang)}{' '}
              <small>{text.isStale ? say('editor.stale') : say(`editor.state.${text.state}`)}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function AddLanguage({ facts, path }: { facts: EditFacts; path: string }) {
  const { reader, langs, inputs } = facts
  const { locale, say } = reader
  const there = new Set(langs.map(({ lang }) => lang))
  const options = inputs.languages.names.flatMap((label) => {
    const value = inputs.languages.find(label)
    return value === undefined || there.has(value) ? [] : [{ value, label }]
  })
  return (
    <Section title={say('editor.addText')}>
      <form action={hrefIn(locale, path)} method="get" class="add-language">
        <SelectField
          locale={locale}
          name="lang"
          id="new-lang"
          label={say('editor.newLang')}
          empty={say('editor.choose')}
          options={options}
        />
        <Button kind="quiet">{say('editor.write')}</Button>
      </form>
    </Section>
  )
}

function OfferedDraft({ facts, words }: { facts: EditFacts; words: string }) {
  const { reader, kind, id, lang } = facts
  const { locale, say, href } = reader
  return (
    <Notice tone="warning">
      <p>{say('editor.draftThere', { moment: words })}</p>
      <div class="buttons">
        <Link href={href(deskPath(kind, id, { lang, draft: true }))}>{say('editor.draftOpen')}</Link>
        <Form locale={locale} action={deskPath(kind, id, { lang, page: 'draft' })}>
          <Button kind="link" name="do" value="drop">
            {say('editor.draftDrop')}
          </Button>
        </Form>
      </div>
    </Notice>
  )
}

function RecordForm({ facts }: { facts: EditFacts }) {
  const { reader, kind, id, lang, isNew, version, faults, clashes } = facts
  const { locale } = reader
  const action = isNew ? `/desk/${kind}/new` : deskPath(kind, id, { lang })
  const disputed = new Set(clashes.map(({ path }) => path))
  return (
    <KeptForm
      locale={locale}
      action={action}
      keeping={deskPath(kind, id, { lang, page: 'draft' })}
      whose={facts.whose}
      faults={faults}
    >
      <input type="hidden" name="version" value={version} />
      {isNew ? <input type="hidden" name="id" value={id} /> : null}
      <div class="form-bar">
        <FormButtons reader={reader} />
      </div>
      {clashes.length === 0 ? null : <Clashes facts={facts} />}
      {fieldGroups.map((group) => (
        <Group
          facts={facts}
          group={group}
          fields={facts.fields.filter((field) => field.group === group && !disputed.has(field.path))}
        />
      ))}
      {facts.fixed.length === 0 ? null : <Fixed facts={facts} />}
      <p class="buttons">
        <FormButtons reader={reader} />
      </p>
    </KeptForm>
  )
}

function FormButtons({ reader: { say } }: { reader: Reader }) {
  return (
    <>
      <Button name="do" value="save">
        {say('editor.save')}
      </Button>{' '}
      <Button kind="quiet" name="do" value="draft">
        {say('editor.keepDraft')}
      </Button>{' '}
      <Button kind="quiet" name="do" value="preview">
        {say('editor.preview')}
      </Button>
    </>
  )
}

function Group({ facts, group, fields }: { facts: EditFacts; group: FieldGroup; fields: AskedField[] }) {
  if (fields.length === 0) return null
  return (
    <Section title={groupLabel(facts.reader.locale, { group })} id={`group-${group}`}>
      {fields.map((field) => (
        <OneField facts={facts} field={field} />
      ))}
      {group === 'time' && facts.dates.length > 0 ? <NextDates facts={facts} /> : null}
    </Section>
  )
}

function OneField({ facts, field }: { facts: EditFacts; field: AskedField }) {
  const { reader, kind, original } = facts
  const label =
    facts.lang === undefined ? fieldLabel(reader.locale, kind, field.path) : reader.say(`field.${field.name}`)
  const input = <FieldInputs facts={facts.inputs} path={field.path} label={label} field={field} />
  const says = original.get(field.path)
  return (
    <>
      {facts.lang === undefined ? (
        input
      ) : (
        <div class="side-by-side">
          <div class="original">
            <p class="label">{reader.say('editor.original', { field: label })}</p>
            {says ?? <p class="hint">{reader.say('editor.nothing')}</p>}
          </div>
          {input}
        </div>
      )}
      <GivenBack facts={facts} field={field} />
    </>
  )
}

/** What sources say of a field that a person has edited, and a way back to it. */
function GivenBack({ facts, field }: { facts: EditFacts; field: AskedField }) {
  const { reader, inputs } = facts
  const given = facts.given.get(field.path) ?? []
  if (given.length === 0) return null
  const said = given.map(({ source, value }) =>
    reader.say('editor.sourceSays', {
      source,
      value: valueInWords(reader, inputs.known, field.input, value) || reader.say('editor.nothing'),
    }),
  )
  return (
    <CheckField
      locale={reader.locale}
      name="giveback"
      id={`giveback-${field.path}`}
      label={reader.say('editor.edited')}
      hint={said.join(' · ')}
      options={[{ value: field.path, label: reader.say('editor.giveBack') }]}
    />
  )
}

function NextDates({ facts: { reader, dates } }: { facts: EditFacts }) {
  return (
    <>
      <p class="label">{reader.say('editor.nextDates')}</p>
      <ul>
        {dates.map((date) => (
          <li>{date}</li>
        ))}
      </ul>
    </>
  )
}

function Fixed({ facts: { reader, kind, fixed } }: { facts: EditFacts }) {
  return (
    <Section title={reader.say('editor.fixed')}>
      <p class="hint">{reader.say('editor.fixedWhy')}</p>
      <Facts>
        {fixed.map(({ path, value }) => (
          <Fact name={fieldLabel(reader.locale, kind, path)}>{value}</Fact>
        ))}
      </Facts>
    </Section>
  )
}
