import {
  Button,
  CheckField,
  Crumbs,
  ErrorSummary,
  Fold,
  formatsFor,
  Heading,
  hrefIn,
  Link,
  type Locale,
  locales,
  Notice,
  type Option,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../../design/index.ts'
import type { Known } from '../known/model.ts'
import { type NamedOrganisation, pageOf } from '../memberships/model.ts'
import { speak } from '../messages/index.ts'
import { termName } from '../vocabularies/model.ts'
import type { Entry, EntryText } from './model.ts'

/** What the form of an entry shows. */
export type EntryFacts = {
  organisation: NamedOrganisation
  version: number
  entry: Entry
  /** Languages typed as codes, beside those that can be ticked. */
  otherLanguages: string
  known: Known
  notice: string | undefined
  faults: { field: string; message: string }[]
}

type Props = { locale: Locale; facts: EntryFacts }

/** An organisation's entry in the directory, as a form for who speaks for it. */
export function EntryBody({ locale, facts }: Props) {
  const say = speak(locale)
  const { organisation, entry } = facts
  return (
    <>
      <ErrorSummary locale={locale} errors={facts.faults} />
      {facts.notice === undefined ? null : (
        <Notice tone="info">
          {facts.notice}{' '}
          <Link href={hrefIn(locale, `/organisations/${organisation.slug}`)}>{say('membership.page')}</Link>
        </Notice>
      )}
      <Crumbs
        locale={locale}
        items={[
          { href: hrefIn(locale, '/account/organisations'), label: say('membership.title') },
          { href: hrefIn(locale, pageOf(organisation.id)), label: organisation.name },
        ]}
      />
      <Heading text={say('entry.title', { organisation: organisation.name })} lead={say('entry.lead')} />
      {entry.texts.length === 0 ? <Notice tone="warning">{say('entry.none')}</Notice> : null}
      <form id="entry" action={hrefIn(locale, `${pageOf(organisation.id)}/entry`)} method="post" novalidate>
        <input type="hidden" name="version" value={String(facts.version)} />
        {entry.texts.map((text, at) => (
          <TextFields locale={locale} facts={facts} text={text} isFirst={at === 0} />
        ))}
        <FactFields locale={locale} facts={facts} />
        <Button>{say('entry.save')}</Button>
      </form>
    </>
  )
}

const errorOf = ({ faults }: EntryFacts, field: string) =>
  faults.find((fault) => fault.field === field)?.message

// The first language is the original; the others are opened by who writes them.
function TextFields({ locale, facts, text, isFirst }: Props & { text: EntryText; isFirst: boolean }) {
  const say = speak(locale)
  const { lang } = text
  const field = (piece: 'name' | 'summary' | 'body') => ({
    locale,
    lang,
    name: `${piece}-${lang}`,
    label: say(`entry.${piece}`),
    value: text[piece],
    error: errorOf(facts, `${piece}-${lang}`),
  })
  const isWrong = facts.faults.some(({ field: name }) => name.endsWith(`-${lang}`))
  return (
    <Fold title={formatsFor(locale).language(lang)} open={isFirst || isWrong}>
      <TextField {...field('name')} />
      <TextArea {...field('summary')} rows={3} optional />
      <TextArea {...field('body')} rows={8} optional />
    </Fold>
  )
}

function FactFields({ locale, facts }: Props) {
  const say = speak(locale)
  const { entry, known } = facts
  const format = formatsFor(locale)
  const byLabel = (a: Option, b: Option) => format.compare(a.label, b.label)
  const terms = (vocabulary: string, chosen: readonly string[]): Option[] =>
    (known.vocabularies[vocabulary] ?? [])
      .filter(({ id, retired }) => !retired || chosen.includes(id))
      .map(({ id }) => ({
        value: id,
        label: termName(known.vocabularies, vocabulary, id, locale),
        chosen: chosen.includes(id),
      }))
  const countries = known.places
    .map(({ code }) => ({ value: code, label: format.country(code), chosen: code === entry.country }))
    .toSorted(byLabel)
  const field = (name: string, label: string) => ({ locale, name, label, error: errorOf(facts, name) })
  return (
    <Section title={say('entry.facts')}>
      <TextField {...field('website', say('entry.website'))} type="url" value={entry.website} optional />
      <SelectField
        {...field('country_code', say('entry.country'))}
        empty={say('entry.notStated')}
        options={countries}
      />
      <TextField {...field('city', say('entry.city'))} value={entry.city} optional />
      <SelectField
        {...field('kind', say('entry.kind'))}
        empty={say('entry.notStated')}
        options={terms('organisation-kind', [entry.kind]).toSorted(byLabel)}
      />
      <CheckField
        {...field('disciplines', say('entry.disciplines'))}
        options={terms('discipline', entry.disciplines)}
      />
      <CheckField
        {...field('languages', say('entry.languages'))}
        options={[...new Set([...locales, ...entry.languages])].map((tag) => ({
          value: tag,
          label: format.language(tag),
          chosen: entry.languages.includes(tag),
        }))}
      />
      <TextField
        {...field('languages-other', say('entry.languagesOther'))}
        hint={say('entry.languagesOtherHint')}
        value={facts.otherLanguages}
        optional
      />
    </Section>
  )
}
