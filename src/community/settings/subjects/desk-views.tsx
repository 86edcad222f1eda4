import type { Child, FC } from 'hono/jsx'
import {
  CheckField,
  defaultLocale,
  Fold,
  type Locale,
  localeNames,
  locales,
  Swatches,
  TextArea,
  TextField,
  type Tokens,
} from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import { leastDays } from '../../privacy/periods/model.ts'
import { type FormFacts, SettingsForm, SettingsPage } from '../desk-views.tsx'
import { exampleColour, type FormSubject, periodField } from './model.ts'

/** A kind of data whose period may be set: what it is, and how long it is kept where nothing is set. */
export type Period = { id: string; name: string; days: number }

type SubjectFacts = FormFacts & {
  subject: FormSubject
  /** The colours in force, by token. */
  colours: Tokens
  periods: Period[]
}

type Props = { locale: Locale; facts: SubjectFacts }

/** The form of one subject of the settings. */
export function SubjectBody({ locale, facts }: Props) {
  const say = speak(locale)
  const { subject } = facts
  const Fields = fields[subject]
  return (
    <SettingsPage
      locale={locale}
      title={say(`settings.page.${subject}`)}
      lead={say(`settings.about.${subject}`)}
      faults={facts.faults}
      notice={facts.notice}
    >
      <SettingsForm locale={locale} action={`/desk/settings/${subject}`} facts={facts}>
        <Fields locale={locale} facts={facts} />
      </SettingsForm>
    </SettingsPage>
  )
}

const fields: Record<FormSubject, FC<Props>> = {
  identity: IdentityFields,
  colours: ColourFields,
  footer: FooterFields,
  languages: LanguageFields,
  retention: RetentionFields,
}

/** The fields of each language, folded away but for those that are written in, the default and what is to be mended. */
export function EachLanguage({
  facts: { typed, faults },
  pieces,
  children,
}: {
  facts: Pick<FormFacts, 'typed' | 'faults'>
  pieces: readonly string[]
  children: (lang: Locale) => Child
}) {
  return (
    <>
      {locales.map((lang) => {
        const names = pieces.map((piece) => `${piece}-${lang}`)
        const open =
          lang === defaultLocale ||
          names.some((name) => (typed[name] ?? '') !== '' || faults.some(({ field }) => field === name))
        return (
          <Fold title={localeNames[lang]} open={open}>
            {children(lang)}
          </Fold>
        )
      })}
    </>
  )
}

function IdentityFields({ locale, facts }: Props) {
  const say = speak(locale)
  return (
    <EachLanguage facts={facts} pieces={['name', 'says']}>
      {(lang) => (
        <>
          <TextField
            locale={locale}
            lang={lang}
            name={`name-${lang}`}
            label={say('settings.name')}
            optional={lang !== defaultLocale}
            value={facts.typed[`name-${lang}`]}
          />
          <TextArea
            locale={locale}
            lang={lang}
            name={`says-${lang}`}
            label={say('settings.says')}
            hint={say('settings.saysHint')}
            optional
            rows={3}
            value={facts.typed[`says-${lang}`]}
          />
        </>
      )}
    </EachLanguage>
  )
}

function ColourFields({ locale, facts }: Props) {
  const say = speak(locale)
  return (
    <>
      {(['asia', 'europe'] as const).map((region) => (
        <>
          <TextField
            locale={locale}
            name={region}
            label={say(`settings.colour.${region}`)}
            hint={say('settings.colourHint', { example: exampleColour })}
            value={facts.typed[region]}
            optional
          />
          <Swatches
            label={say('settings.swatches')}
            colours={['', '-mark', '-wash'].flatMap((kind) => {
              const colour = facts.colours.get(region + kind)
              return colour ? [colour.light, colour.dark] : []
            })}
          />
        </>
      ))}
    </>
  )
}

function FooterFields({ locale, facts }: Props) {
  return (
    <EachLanguage facts={facts} pieces={['text']}>
      {(lang) => (
        <TextArea
          locale={locale}
          lang={lang}
          name={`text-${lang}`}
          label={speak(locale)('settings.text')}
          hint={speak(locale)('settings.markdown')}
          optional
          value={facts.typed[`text-${lang}`]}
        />
      )}
    </EachLanguage>
  )
}

function LanguageFields({ locale, facts }: Props) {
  const say = speak(locale)
  const ticked = (facts.typed['offered'] ?? '').split(',')
  return (
    <CheckField
      locale={locale}
      name="offered"
      label={say('settings.offered')}
      hint={say('settings.offeredHint', { language: localeNames[defaultLocale] })}
      options={locales.map((lang) => ({
        value: lang,
        label: localeNames[lang],
        chosen: lang === defaultLocale || ticked.includes(lang),
        disabled: lang === defaultLocale,
      }))}
    />
  )
}

function RetentionFields({ locale, facts }: Props) {
  const say = speak(locale)
  return (
    <>
      {facts.periods.map(({ id, name, days }) => (
        <TextField
          locale={locale}
          name={periodField(id)}
          label={name}
          hint={say('settings.daysHint', { days, least: leastDays(id) ?? days })}
          value={facts.typed[periodField(id)]}
          figures
        />
      ))}
    </>
  )
}
