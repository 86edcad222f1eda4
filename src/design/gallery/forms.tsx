import type { Locale } from '../locales.ts'
import {
  Button,
  Changed,
  CheckField,
  CodeList,
  Copied,
  DateField,
  DatePartsField,
  Disclosure,
  ErrorSummary,
  Fields,
  Fold,
  FileField,
  Form,
  KeptForm,
  MarkdownField,
  Opening,
  PickField,
  QrCode,
  RadioField,
  Section,
  SelectField,
  Suggestions,
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
        <MarkdownField
          locale={locale}
          name="body"
          label="Text"
          value={
            'Two weeks in **Vilnius**, with [a residency](https://www.example.org/).\n\n- a room\n- a stipend'
          }
        />
        <FileField
          locale={locale}
          name="picture"
          label="Picture"
          hint="JPEG or PNG, at most 20 MB."
          accept={['image/jpeg', 'image/png']}
        />
        <TextArea
          locale={locale}
          name="copied"
          label="To be copied"
          value="<p>Words for another page</p>"
          rows={2}
          readOnly
        />
        <TextField locale={locale} name="title-ur" label="Title in Urdu" lang="ur" value="کاروان سرائے" />
        <Fold title="In other languages" open={false}>
          <TextField locale={locale} name="title-fr" label="Title in French" optional />
        </Fold>
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
        <PickField
          locale={locale}
          name="languages"
          label="Languages"
          hint="Begin to type, and choose."
          chosen={[{ value: 'km', label: 'Khmer' }]}
          list="all-languages"
          add="Add a language"
          more={['', '']}
        />
        <Suggestions id="all-languages" values={['Khmer', 'Lithuanian', 'Urdu']} />
        <DatePartsField
          locale={locale}
          name="since"
          label="Living there since"
          hint="The day can be left out."
          value={{ day: '', month: '3', year: '2021' }}
        />
        <Disclosure summary="Write it in Latin letters too">
          <TextField locale={locale} name="latin" label="Latin letters" />
        </Disclosure>
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

export function Kept({ locale }: { locale: Locale }) {
  const pieces = [
    { text: 'Two weeks in ', was: 'same' },
    { text: 'Hue', was: 'taken' },
    { text: 'Vilnius', was: 'added' },
  ] as const
  return (
    <Section title="A form that keeps itself" id="kept-form">
      <KeptForm locale={locale} action="/design" keeping="/design" whose="nobody">
        <TextArea locale={locale} name="kept-plan" label="Your plan" rows={2} />
        <Button>Save</Button>
      </KeptForm>
      <Changed pieces={pieces} lang="en" locale={locale} />
    </Section>
  )
}

export function Codes() {
  return (
    <Section title="Keys and codes" id="codes">
      <QrCode label="A key as a picture" text="otpauth://totp/culture.example:ana?secret=JBSWY3DPEHPK3PXP" />
      <p>
        Or type it: <Copied text="JBSW Y3DP EHPK 3PXP" />
      </p>
      <CodeList codes={['7k3f-9x2m-4qpz-t8vn', '2h6c-wj5r-0dby-e1sg', 'm4tq-8n3x-zk7p-5vfa']} />
    </Section>
  )
}
