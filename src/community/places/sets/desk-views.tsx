import {
  DateField,
  formatsFor,
  hrefIn,
  Link,
  type Locale,
  type Option,
  SelectField,
  Table,
  TextArea,
  TextField,
} from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import { type FormFacts, SettingsForm, SettingsPage } from '../../settings/desk-views.tsx'
import { linesOf } from './model.ts'

export const setsPath = '/desk/settings/sets'

/** What is typed in place of an id until there is one. */
export const newSet = 'new'

/** Every set, with how many are in it today. */
export function SetsBody({
  locale,
  sets,
}: {
  locale: Locale
  sets: { id: string; name: string; members: number }[]
}) {
  const say = speak(locale)
  return (
    <SettingsPage locale={locale} title={say('settings.page.sets')} lead={say('settings.about.sets')}>
      <Table
        caption={say('settings.page.sets')}
        head={[say('sets.name'), say('sets.id'), say('sets.membersToday')]}
        numeric={[2]}
        rows={sets.map(({ id, name, members }) => [
          <Link href={hrefIn(locale, `${setsPath}/${id}`)}>
            <bdi lang="en">{name}</bdi>
          </Link>,
          <code dir="ltr">{id}</code>,
          formatsFor(locale).number(members),
        ])}
      />
      <p>
        <Link href={hrefIn(locale, `${setsPath}/${newSet}`)}>{say('sets.add')}</Link>
      </p>
    </SettingsPage>
  )
}

export type SetFacts = FormFacts & {
  /** Undefined for one that is yet to be. */
  set: { id: string; name: string } | undefined
  places: Option[]
}

/** One set: its members of all times, each with its first day and the first on which it is none any more. */
export function SetBody({ locale, facts }: { locale: Locale; facts: SetFacts }) {
  const say = speak(locale)
  const { set, typed } = facts
  return (
    <SettingsPage
      locale={locale}
      title={set ? set.name : say('sets.add')}
      lead={say('sets.lead')}
      up={[{ href: setsPath, label: say('settings.page.sets') }]}
      faults={facts.faults}
      notice={facts.notice}
    >
      <SettingsForm locale={locale} action={`${setsPath}/${set?.id ?? newSet}`} facts={facts}>
        {set ? null : (
          <>
            <TextField locale={locale} name="name" label={say('sets.name')} value={typed['name']} />
            <TextField
              locale={locale}
              name="id"
              label={say('sets.id')}
              hint={say('sets.idHint')}
              value={typed['id']}
            />
          </>
        )}
        <TextArea
          locale={locale}
          lang="en"
          name="note"
          label={say('sets.note')}
          value={typed['note']}
          rows={3}
          optional
        />
        <input type="hidden" name="lines" value={String(linesOf(typed))} />
        <Table
          caption={say('sets.members')}
          head={[say('sets.place'), say('sets.from'), say('sets.until'), say('sets.remove')]}
          rows={Array.from({ length: linesOf(typed) }, (_, at) => line(locale, facts, at))}
        />
      </SettingsForm>
    </SettingsPage>
  )
}

function line(locale: Locale, { typed, places }: SetFacts, at: number) {
  const say = speak(locale)
  const place = typed[`place-${at}`] ?? ''
  const name = places.find(({ value }) => value === place)?.label ?? say('sets.newMember')
  const label = (what: 'place' | 'from' | 'until' | 'remove') =>
    say('sets.of', { what: say(`sets.${what}`), name })
  const day = (what: 'from' | 'until') => (
    <DateField locale={locale} name={`${what}-${at}`} label={label(what)} value={typed[`${what}-${at}`]} />
  )
  return [
    place !== '' && name !== say('sets.newMember') && typed[`kept-${at}`] === 'yes' ? (
      <>
        {name}
        <input type="hidden" name={`place-${at}`} value={place} />
        <input type="hidden" name={`kept-${at}`} value="yes" />
      </>
    ) : (
      <SelectField
        locale={locale}
        name={`place-${at}`}
        label={label('place')}
        empty={say('vocabulary.choose')}
        options={places.map((option) => ({ ...option, chosen: option.value === place }))}
      />
    ),
    day('from'),
    day('until'),
    <label>
      <input type="checkbox" name={`remove-${at}`} value="yes" checked={typed[`remove-${at}`] === 'yes'} />{' '}
      {label('remove')}
    </label>,
  ]
}
