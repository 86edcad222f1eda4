import {
  Button,
  defaultLocale,
  Fact,
  Facts,
  Form,
  formatsFor,
  hrefIn,
  Link,
  type Locale,
  localeNames,
  locales,
  Section,
  SelectField,
  Table,
  TextField,
} from '../../design/index.ts'
import { speak } from '../messages/index.ts'
import { type FormFacts, SettingsForm, SettingsPage } from '../settings/desk-views.tsx'
import type { Merge } from './merging/model.ts'
import { type Term, vocabularyNames } from './model.ts'

export const vocabulariesPath = '/desk/settings/vocabularies'

/** What a vocabulary is called; one that a later version brings keeps its name in the database. */
export function vocabularyName(locale: Locale, vocabulary: string): string {
  const named = vocabularyNames.find((one) => one === vocabulary)
  return named ? speak(locale)(`vocabulary.${named}`) : vocabulary
}

const nameIn = ({ id, names }: Term, locale: Locale) => names[locale] ?? names[defaultLocale] ?? id

/** Every vocabulary, with how many terms stand in it. */
export function VocabulariesBody({
  locale,
  vocabularies,
}: {
  locale: Locale
  vocabularies: { id: string; terms: Term[] }[]
}) {
  const say = speak(locale)
  const format = formatsFor(locale)
  return (
    <SettingsPage
      locale={locale}
      title={say('settings.page.vocabularies')}
      lead={say('settings.about.vocabularies')}
    >
      <Table
        caption={say('settings.page.vocabularies')}
        head={[say('vocabulary.vocabulary'), say('vocabulary.standing'), say('vocabulary.retired')]}
        numeric={[1, 2]}
        rows={vocabularies.map(({ id, terms }) => [
          <Link href={hrefIn(locale, `${vocabulariesPath}/${id}`)}>{vocabularyName(locale, id)}</Link>,
          format.number(terms.filter(({ retired }) => !retired).length),
          format.number(terms.filter(({ retired }) => retired).length),
        ])}
      />
    </SettingsPage>
  )
}

export type VocabularyFacts = FormFacts & { vocabulary: string; terms: Term[]; merges: Merge[] }

/** One vocabulary: its terms in their order, what is being merged, and a form for one more. */
export function VocabularyBody({ locale, facts }: { locale: Locale; facts: VocabularyFacts }) {
  const say = speak(locale)
  const { vocabulary, terms } = facts
  const path = `${vocabulariesPath}/${vocabulary}`
  const standing = terms.filter(({ mergedInto }) => !mergedInto)
  return (
    <SettingsPage
      locale={locale}
      title={vocabularyName(locale, vocabulary)}
      up={[{ href: vocabulariesPath, label: say('settings.page.vocabularies') }]}
      faults={facts.faults}
      notice={facts.notice}
    >
      <Merges locale={locale} terms={terms} merges={facts.merges} />
      <Table
        caption={say('vocabulary.terms')}
        head={[
          say('vocabulary.name'),
          say('vocabulary.id'),
          say('vocabulary.state'),
          say('vocabulary.order'),
        ]}
        rows={standing.map((term) => [
          <Link href={hrefIn(locale, `${path}/${term.id}`)}>{nameIn(term, locale)}</Link>,
          <code dir="ltr">{term.id}</code>,
          term.retired ? say('vocabulary.retired') : say('vocabulary.standing'),
          <Order locale={locale} path={`${path}/${term.id}`} name={nameIn(term, locale)} />,
        ])}
      />
      <Merged locale={locale} terms={terms} />
      <Section title={say('vocabulary.add')}>
        <SettingsForm locale={locale} action={path} facts={facts} button={say('vocabulary.add')}>
          <NameFields locale={locale} facts={facts} />
          <TextField
            locale={locale}
            name="id"
            label={say('vocabulary.id')}
            hint={say('vocabulary.idHint')}
            value={facts.typed['id']}
            optional
          />
        </SettingsForm>
      </Section>
    </SettingsPage>
  )
}

function Order({ locale, path, name }: { locale: Locale; path: string; name: string }) {
  const say = speak(locale)
  return (
    <Form locale={locale} action={`${path}/place`}>
      {(['up', 'down'] as const).map((to) => (
        <Button kind="quiet" name="to" value={to} label={say(`vocabulary.${to}Name`, { name })}>
          {say(`vocabulary.${to}`)}
        </Button>
      ))}
    </Form>
  )
}

function Merges({ locale, terms, merges }: { locale: Locale; terms: Term[]; merges: Merge[] }) {
  const say = speak(locale)
  const running = merges.filter(({ endedAt, refused }) => endedAt === null || refused > 0)
  const nameOf = (id: string) => {
    const term = terms.find((one) => one.id === id)
    return term ? nameIn(term, locale) : id
  }
  if (running.length === 0) return null
  return (
    <Section title={say('vocabulary.merges')}>
      <Facts>
        {running.map(({ from, into, done, total, refused, endedAt }) => (
          <Fact name={say('vocabulary.mergeOf', { from: nameOf(from), into: nameOf(into) })}>
            {endedAt === null
              ? total === null
                ? say('vocabulary.mergeWaits')
                : say('vocabulary.mergeRuns', { count: done, total: formatsFor(locale).number(total) })
              : null}{' '}
            {refused > 0 ? say('vocabulary.mergeRefused', { count: refused }) : null}
          </Fact>
        ))}
      </Facts>
    </Section>
  )
}

function Merged({ locale, terms }: { locale: Locale; terms: Term[] }) {
  const say = speak(locale)
  const merged = terms.filter(({ mergedInto }) => mergedInto)
  if (merged.length === 0) return null
  return (
    <Section title={say('vocabulary.merged')}>
      <ul>
        {merged.map((term) => {
          const into = terms.find(({ id }) => id === term.mergedInto)
          const name = into ? nameIn(into, locale) : (term.mergedInto ?? '')
          return <li>{say('vocabulary.mergeOf', { from: nameIn(term, locale), into: name })}</li>
        })}
      </ul>
    </Section>
  )
}

function NameFields({ locale, facts }: { locale: Locale; facts: FormFacts }) {
  return (
    <>
      {locales.map((lang) => (
        <TextField
          locale={locale}
          lang={lang}
          name={`name-${lang}`}
          label={speak(locale)('vocabulary.nameIn', { language: localeNames[lang] })}
          value={facts.typed[`name-${lang}`]}
          optional={lang !== defaultLocale}
        />
      ))}
    </>
  )
}

export type TermFacts = FormFacts & {
  vocabulary: string
  term: Term
  /** Those it could be merged into. */
  others: Term[]
  /** The one chosen to be merged into. */
  into: string
}

/** One term: what it is called, whether it is offered, and merging it. */
export function TermBody({ locale, facts }: { locale: Locale; facts: TermFacts }) {
  const say = speak(locale)
  const { vocabulary, term, others } = facts
  const list = `${vocabulariesPath}/${vocabulary}`
  const path = `${list}/${term.id}`
  const version = <input type="hidden" name="version" value={String(facts.version)} />
  const up = [
    { href: vocabulariesPath, label: say('settings.page.vocabularies') },
    { href: list, label: vocabularyName(locale, vocabulary) },
  ]
  const byName = (one: Term, other: Term) =>
    formatsFor(locale).compare(nameIn(one, locale), nameIn(other, locale))
  return (
    <SettingsPage
      locale={locale}
      title={nameIn(term, locale)}
      up={up}
      faults={facts.faults}
      notice={facts.notice}
    >
      <SettingsForm locale={locale} action={path} facts={facts}>
        <NameFields locale={locale} facts={facts} />
      </SettingsForm>
      <Section title={term.retired ? say('vocabulary.bringBack') : say('vocabulary.retire')}>
        <p>{term.retired ? say('vocabulary.bringBackText') : say('vocabulary.retireText')}</p>
        <Form locale={locale} action={`${path}/retire`}>
          {version}
          <input type="hidden" name="retired" value={term.retired ? 'no' : 'yes'} />
          <Button kind="quiet">
            {term.retired ? say('vocabulary.bringBack') : say('vocabulary.retire')}
          </Button>
        </Form>
      </Section>
      <Section title={say('vocabulary.merge')}>
        <p>{say('vocabulary.mergeText')}</p>
        <Form locale={locale} action={`${path}/merge`} faults={facts.faults}>
          {version}
          <SelectField
            locale={locale}
            name="into"
            label={say('vocabulary.into')}
            empty={say('vocabulary.choose')}
            options={others.toSorted(byName).map((other) => ({
              value: other.id,
              label: nameIn(other, locale),
              chosen: other.id === facts.into,
            }))}
          />
          <Button kind="warning">{say('vocabulary.merge')}</Button>
        </Form>
      </Section>
    </SettingsPage>
  )
}
