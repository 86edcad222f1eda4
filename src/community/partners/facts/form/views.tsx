import {
  CheckField,
  DateField,
  Fields,
  type Locale,
  Section,
  Suggestions,
  TextArea,
  TextField,
} from '../../../../design/index.ts'
import { speak } from '../../../messages/index.ts'
import { longestName } from '../../../people/model.ts'
import { type FactsForm, longestAddress, mostOffices, mostSpeakers, type SpeakerForm } from './model.ts'

type Props = {
  locale: Locale
  form: FactsForm
  /** The names of languages to choose from. */
  languages: readonly string[]
  faults: { field: string; message: string }[]
}

const errorIn = (faults: Props['faults'], field: string) =>
  faults.find((fault) => fault.field === field)?.message

const blankSpeaker: SpeakerForm = {
  id: '',
  name: '',
  function: '',
  from: '',
  until: '',
  shown: false,
  remove: false,
}

/** Everything a partner says of itself, in the fields of one form. */
export function FactsFields(props: Props) {
  const { locale, form, faults } = props
  const say = speak(locale)
  return (
    <>
      <input type="hidden" name="version" value={form.version} />
      <Offices {...props} />
      <Contact {...props} />
      <Section title={say('focal.speakers')} id="speakers">
        <p class="hint">{say('focal.speakersHint')}</p>
        {[...form.speakers, blankSpeaker].slice(0, mostSpeakers).map((speaker, index) => (
          <Speaker {...props} speaker={speaker} number={index + 1} />
        ))}
      </Section>
      <TextField
        locale={locale}
        name="why"
        label={say('focal.why')}
        hint={say('focal.whyHint')}
        value={form.why}
        maxLength={1000}
        error={errorIn(faults, 'why')}
      />
      <Suggestions id="all-languages" values={props.languages} />
    </>
  )
}

function Offices({ locale, form, faults }: Props) {
  const say = speak(locale)
  const blank = { lang: '', name: '' }
  return (
    <Section title={say('focal.offices')} id="offices">
      <p class="hint">{say('focal.officesHint')}</p>
      {[...form.offices, blank].slice(0, mostOffices).map(({ lang, name }, index) => {
        const number = index + 1
        return (
          <Fields>
            <TextField
              locale={locale}
              id={`office-${number}-name`}
              name="office-name"
              label={say('focal.officeName', { number })}
              value={name}
              error={errorIn(faults, `office-${number}-name`)}
            />
            <TextField
              locale={locale}
              id={`office-${number}-lang`}
              name="office-lang"
              label={say('focal.officeLang', { number })}
              value={lang}
              list="all-languages"
              autocomplete="off"
              error={errorIn(faults, `office-${number}-lang`)}
            />
          </Fields>
        )
      })}
    </Section>
  )
}

function Contact({ locale, form, faults }: Props) {
  const say = speak(locale)
  return (
    <Section title={say('focal.contact')} id="contact">
      <TextField
        locale={locale}
        name="email"
        type="email"
        label={say('focal.email')}
        hint={say('focal.emailHint')}
        value={form.email}
        maxLength={254}
        error={errorIn(faults, 'email')}
      />
      <TextField
        locale={locale}
        name="phone"
        type="tel"
        label={say('focal.phone')}
        hint={say('focal.phoneHint')}
        value={form.phone}
        maxLength={60}
        error={errorIn(faults, 'phone')}
      />
      <TextField
        locale={locale}
        name="website"
        type="url"
        label={say('focal.website')}
        value={form.website}
        maxLength={500}
        error={errorIn(faults, 'website')}
      />
      <TextArea
        locale={locale}
        name="address"
        label={say('focal.address')}
        value={form.address}
        rows={4}
        maxLength={longestAddress}
        error={errorIn(faults, 'address')}
      />
    </Section>
  )
}

function Speaker({ locale, faults, speaker, number }: Props & { speaker: SpeakerForm; number: number }) {
  const say = speak(locale)
  const isKept = speaker.id !== ''
  const field = (part: string) => ({
    locale,
    name: `speaker-${number}-${part}`,
    error: errorIn(faults, `speaker-${number}-${part}`),
  })
  return (
    <fieldset class="group">
      <legend>{isKept ? say('focal.speaker', { number }) : say('focal.speakerNew')}</legend>
      <input type="hidden" name={`speaker-${number}-id`} value={speaker.id} />
      <TextField {...field('name')} label={say('focal.name')} value={speaker.name} maxLength={longestName} />
      <TextField
        {...field('function')}
        label={say('focal.function')}
        value={speaker.function}
        maxLength={longestName}
      />
      <Fields>
        <DateField {...field('from')} label={say('focal.from')} value={speaker.from} />
        <DateField
          {...field('until')}
          label={say('focal.until')}
          hint={say('focal.untilHint')}
          value={speaker.until}
        />
      </Fields>
      <CheckField
        {...field('is')}
        label={say('focal.show')}
        options={[
          { value: 'shown', label: say('focal.shown'), chosen: speaker.shown },
          ...(isKept ? [{ value: 'removed', label: say('focal.remove'), chosen: speaker.remove }] : []),
        ]}
      />
    </fieldset>
  )
}
