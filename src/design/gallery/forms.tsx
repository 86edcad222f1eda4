import type { Locale } from '../locales.ts'
import {
  Button,
  CheckField,
  DateField,
  ErrorSummary,
  Fields,
  Form,
  Opening,
  RadioField,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../pieces/index.ts'

export function Front({ locale }: { locale: Locale }) {
  const places = [
    { value: 'VN', label: 'Viet Nam' },
    { value: 'LT', label: 'Lithuania' },
  ]
  return (
    <Section title="Front page" id="front">
      <Opening
        title="Where are you from, and what do you make?"
        lead="Calls, grants and events between Asia and Europe that are open to you, with what they pay and when they close."
        tile="front"
      >
        <form action="/design" method="get">
          <Fields>
            <SelectField
              locale={locale}
              name="citizenship"
              label="Citizen of"
              options={places}
              empty="Choose …"
            />
            <SelectField
              locale={locale}
              name="residence"
              label="Living in"
              options={places}
              empty="Choose …"
            />
            <SelectField
              locale={locale}
              name="discipline"
              label="Working in"
              options={[{ value: 'dance', label: 'Dance' }]}
              empty="Choose …"
            />
          </Fields>
          <Button>Show me</Button>
        </form>
      </Opening>
    </Section>
  )
}

export function Forms({ locale }: { locale: Locale }) {
  const faults = [
    { field: 'name', message: 'Enter your name' },
    { field: 'apply-as', message: 'Choose how you apply' },
  ]
  return (
    <Section title="Forms" id="forms">
      <ErrorSummary focus={false} locale={locale} errors={faults} />
      <Form locale={locale} action="/design" faults={faults}>
        <TextField locale={locale} name="name" label="Your name" autocomplete="name" />
        <TextField
          locale={locale}
          name="email"
          label="E-mail"
          hint="We write only about this application."
          type="email"
          autocomplete="email"
          optional
        />
        <TextField locale={locale} name="number" label="Application number" value="2027-0031" disabled />
        <TextArea
          locale={locale}
          name="plan"
          label="What will you do?"
          hint="Up to 200 words."
          value="Two weeks in Vilnius."
        />
        <DateField locale={locale} name="day" label="First day" value="2027-05-31" />
        <SelectField
          locale={locale}
          name="place"
          label="Where"
          empty="Choose …"
          options={[
            { value: 'JP', label: 'Japan', chosen: true },
            { value: 'DE', label: 'Germany', disabled: true },
          ]}
        />
        <RadioField
          locale={locale}
          name="apply-as"
          label="Apply as"
          options={[
            { value: 'one', label: 'One person' },
            { value: 'group', label: 'A group', hint: 'One of you signs for all.' },
            { value: 'house', label: 'An organisation', disabled: true },
          ]}
        />
        <CheckField
          locale={locale}
          name="covers"
          label="What do you ask for?"
          hint="Tick all that apply."
          options={[
            { value: 'travel', label: 'Travel', chosen: true },
            { value: 'stay', label: 'Stay' },
          ]}
        />
        <CheckField
          locale={locale}
          name="countries"
          label="Which countries?"
          folded="Choose …"
          options={[
            { value: 'JP', label: 'Japan', chosen: true },
            { value: 'LT', label: 'Lithuania', chosen: true },
            { value: 'VN', label: 'Viet Nam' },
          ]}
        />
        <p class="buttons">
          <Button>Continue</Button> <Button kind="quiet">Save and come back</Button>{' '}
          <Button kind="warning">Withdraw</Button> <Button disabled>Not yet</Button>
        </p>
      </Form>
    </Section>
  )
}
