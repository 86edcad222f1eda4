import {
  Button,
  CheckField,
  DateField,
  Form,
  type Locale,
  localeNames,
  locales,
  Section,
  SelectField,
  TextField,
} from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import { type Grant, type LimitKind, recordKinds, type Registry } from '../model.ts'
import type { LimitChoices, RoleForm } from './model.ts'

/** What the page of roles shows. */
export type RolesFacts = {
  roles: Registry
  running: Grant[]
  over: Grant[]
  choices: LimitChoices
  form: RoleForm
  notice: string | undefined
}

/** A form that grants a role. */
export function GrantForm({ locale, facts }: { locale: Locale; facts: RolesFacts }) {
  const say = speak(locale)
  const { form } = facts
  return (
    <Section title={say('roles.grant')} id="grant">
      <Form locale={locale} action="/desk/roles" faults={form.faults}>
        <TextField
          locale={locale}
          name="email"
          type="email"
          label={say('roles.email')}
          hint={say('roles.emailHint')}
          value={form.email}
          maxLength={254}
        />
        <SelectField
          locale={locale}
          name="role"
          label={say('roles.role')}
          empty={say('roles.choose')}
          options={facts.roles.all.map(({ id, words }) => ({
            value: id,
            label: words(locale).name,
            chosen: id === form.role,
          }))}
        />
        <Limiting
          locale={locale}
          facts={facts}
          kinds={['language', 'kind', 'country', 'partner', 'organisation', 'record']}
        />
        <Button>{say('roles.button')}</Button>
      </Form>
    </Section>
  )
}

type LimitingProps = {
  locale: Locale
  facts: Pick<RolesFacts, 'form' | 'choices'>
  kinds: readonly LimitKind[]
}

/** The limits a role can have, its last day and why: what granting and limiting ask alike. */
export function Limiting({ locale, facts, kinds }: LimitingProps) {
  const say = speak(locale)
  const { form } = facts
  return (
    <>
      {kinds.length === 0 ? null : (
        <>
          <h3>{say('roles.limits')}</h3>
          <p class="hint">{say('roles.limitsHint')}</p>
        </>
      )}
      {kinds.map((kind) => (
        <LimitField locale={locale} facts={facts} kind={kind} />
      ))}
      <DateField
        locale={locale}
        name="until"
        label={say('roles.untilDay')}
        hint={say('roles.untilHint')}
        value={form.untilDay}
      />
      <TextField
        locale={locale}
        name="why"
        label={say('roles.why')}
        hint={say('roles.whyHint')}
        value={form.why}
        maxLength={1000}
      />
    </>
  )
}

function LimitField({ locale, facts, kind }: Omit<LimitingProps, 'kinds'> & { kind: LimitKind }) {
  const say = speak(locale)
  const { form, choices } = facts
  const chosen = form.limits[kind] ?? []
  const field = { locale, name: kind, label: say(`roles.${kind}`) }
  const option = (value: string, label: string) => ({ value, label, chosen: chosen.includes(value) })
  const known = (options: { value: string; label: string }[]) =>
    options.map(({ value, label }) => option(value, label))
  switch (kind) {
    case 'language':
      return <CheckField {...field} options={locales.map((code) => option(code, localeNames[code]))} />
    case 'kind':
      return <CheckField {...field} options={recordKinds.map((name) => option(name, say(`kind.${name}`)))} />
    case 'partner':
    case 'country':
      return <CheckField {...field} folded={say('roles.choose')} options={known(choices[kind])} />
    case 'organisation':
      return (
        <>
          {choices.organisation.length === 0 ? null : (
            <CheckField {...field} options={known(choices.organisation)} />
          )}
          <TextField
            {...field}
            name="organisation-names"
            id={choices.organisation.length === 0 ? 'organisation' : undefined}
            label={say('roles.organisationNames')}
            hint={say('roles.organisationHint')}
            value={form.organisationNames}
            maxLength={2000}
          />
        </>
      )
    default:
      return (
        <TextField {...field} hint={say('roles.recordHint')} value={chosen.join(', ')} maxLength={2000} />
      )
  }
}
