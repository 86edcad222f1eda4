import {
  Button,
  CheckField,
  DatePartsField,
  Disclosure,
  hrefIn,
  type Locale,
  PickField,
  Section,
  Suggestions,
  TextField,
} from '../../../design/index.ts'
import type { Known } from '../../known/model.ts'
import { speak } from '../../messages/index.ts'
import { longestName } from '../../people/model.ts'
import { isTerm, termName } from '../../vocabularies/model.ts'
import type { Choices } from '../choices/model.ts'
import { hasLatinLetters, type Residence } from '../model.ts'
import { residenceInWords } from '../words.ts'
import type { ProfileField, ProfileForm } from './model.ts'

/** What the form of a profile shows. */
export type FormFacts = {
  form: ProfileForm
  known: Known
  languages: Choices
  countries: Choices
  earlier: Residence[]
  faults: { field: string; message: string }[]
}

type Props = { locale: Locale; facts: FormFacts }

const fieldOf = (facts: FormFacts, field: ProfileField) => ({
  name: field,
  error: facts.faults.find((fault) => fault.field === field)?.message,
})

/** Everything a person may say of themselves, in one form. */
export function ProfileFields({ locale, facts }: Props) {
  const say = speak(locale)
  const { form } = facts
  return (
    <form action={hrefIn(locale, '/account/profile')} method="post" novalidate>
      <input type="hidden" name="version" value={form.version} />
      <TextField
        locale={locale}
        {...fieldOf(facts, 'name')}
        label={say('profile.name')}
        hint={say('profile.nameHint')}
        value={form.name}
        autocomplete="name"
      />
      <LatinName locale={locale} facts={facts} />
      <Picks locale={locale} facts={facts} field="languages" />
      <Terms locale={locale} facts={facts} field="roles" vocabulary="applicant-role" />
      <Terms locale={locale} facts={facts} field="disciplines" vocabulary="discipline" />
      <Section title={say('profile.geography')}>
        <p class="hint">{say('profile.geographyHint')}</p>
        <Picks locale={locale} facts={facts} field="citizenships" />
        <Residence locale={locale} facts={facts} />
        <Base locale={locale} facts={facts} />
      </Section>
      <Button>{say('profile.save')}</Button>
      <Suggestions id="countries" values={facts.countries.names} />
      <Suggestions id="all-languages" values={facts.languages.names} />
    </form>
  )
}

// Who writes their name in Latin letters need not be asked; letters to others need it.
function LatinName({ locale, facts }: Props) {
  const say = speak(locale)
  const { form } = facts
  const field = (
    <TextField
      locale={locale}
      {...fieldOf(facts, 'latinName')}
      label={say('profile.latinName')}
      hint={say('profile.latinNameHint')}
      value={form.latinName}
      maxLength={longestName}
    />
  )
  const isAsked =
    form.latinName !== '' ||
    (form.name !== '' && !hasLatinLetters(form.name)) ||
    fieldOf(facts, 'latinName').error !== undefined
  return isAsked ? field : <Disclosure summary={say('profile.latinNameAdd')}>{field}</Disclosure>
}

function Picks({ locale, facts, field }: Props & { field: 'languages' | 'citizenships' }) {
  const say = speak(locale)
  const isLanguage = field === 'languages'
  const choices = isLanguage ? facts.languages : facts.countries
  const typed = facts.form[`${field}More`]
  return (
    <PickField
      locale={locale}
      {...fieldOf(facts, field)}
      label={say(`profile.${field}`)}
      hint={say(`profile.${field}Hint`)}
      chosen={facts.form[field].map((code) => ({ value: code, label: choices.nameOf(code) }))}
      list={isLanguage ? 'all-languages' : 'countries'}
      add={say(isLanguage ? 'profile.addLanguage' : 'profile.addCountry')}
      more={[...typed, ...Array<string>(Math.max(1, 2 - typed.length)).fill('')]}
    />
  )
}

function Terms({
  locale,
  facts,
  field,
  vocabulary,
}: Props & { field: 'disciplines' | 'roles'; vocabulary: string }) {
  const say = speak(locale)
  const { vocabularies } = facts.known
  const chosen = facts.form[field].filter((id) => isTerm(vocabularies, vocabulary, id))
  const terms = (vocabularies[vocabulary] ?? []).filter(({ id, retired }) => !retired || chosen.includes(id))
  return (
    <CheckField
      locale={locale}
      {...fieldOf(facts, field)}
      label={say(`profile.${field}`)}
      hint={say(`profile.${field}Hint`)}
      columns={field === 'disciplines'}
      options={terms.map(({ id }) => ({
        value: id,
        label: termName(vocabularies, vocabulary, id, locale),
        chosen: chosen.includes(id),
      }))}
    />
  )
}

function Residence({ locale, facts }: Props) {
  const say = speak(locale)
  const { form, earlier } = facts
  return (
    <>
      <TextField
        locale={locale}
        {...fieldOf(facts, 'residence')}
        label={say('profile.residence')}
        hint={say('profile.residenceHint')}
        value={form.residence}
        list="countries"
        autocomplete="off"
      />
      <DatePartsField
        locale={locale}
        {...fieldOf(facts, 'since')}
        label={say('profile.since')}
        hint={say('profile.sinceHint')}
        value={form.since}
      />
      {earlier.length === 0 ? null : (
        <p class="hint">
          {say('profile.earlier', {
            places: earlier.map((each) => residenceInWords(locale, each)).join(' · '),
          })}
        </p>
      )}
    </>
  )
}

function Base({ locale, facts }: Props) {
  const say = speak(locale)
  const { form } = facts
  return (
    <>
      <TextField
        locale={locale}
        {...fieldOf(facts, 'baseCountry')}
        label={say('profile.baseCountry')}
        hint={say('profile.baseHint')}
        value={form.baseCountry}
        list="countries"
        autocomplete="off"
      />
      <TextField
        locale={locale}
        {...fieldOf(facts, 'baseCity')}
        label={say('profile.baseCity')}
        value={form.baseCity}
        maxLength={longestName}
      />
    </>
  )
}
