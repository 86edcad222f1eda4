import type { Child } from 'hono/jsx'
import {
  CheckField,
  DatePartsField,
  Fields,
  type Option,
  RadioField,
  Section,
  SelectField,
  TextField,
} from '../../../../design/index.ts'
import { applicantShapes } from '../../../rules/facts/model.ts'
import { nameOfPlace, nameOfTerm, type RuleReader, type SaidBook } from '../../../rules/sentences/words.ts'
import { asksSince, earlierNamed, keyOf, partsNamed } from '../naming/model.ts'
import type { Asked } from '../planning/model.ts'
import { organisationName, termWords, whoseOf } from '../questions/words.ts'
import { wordsIn } from '../words.ts'
import { type Asking, nameOf, noneOfThese, type Typed } from './fields/model.ts'
import {
  costFields,
  destinationsOf,
  fundingFields,
  otherCosts,
  othersIn,
  partsAsked,
  questionOf,
} from './groups/model.ts'

/** A field of the check as it is shown: what was typed in it, and what it is asked by. */
export type FieldFacts = { reader: RuleReader; asked: Asked; typed: Typed; asking: Asking; book: SaidBook }

/** The id of the countries a browser suggests. */
export const countriesList = 'countries'

const valueIn = (typed: Typed, name: string) => typed[name]?.[0] ?? ''
const chosenIn = (typed: Typed, name: string, value: string) => typed[name]?.includes(value) ?? false

/** One thing that is asked, by its kind. */
export function AskedField(facts: FieldFacts) {
  const { reader, asked, typed } = facts
  const { locale, say } = reader
  const name = nameOf(asked)
  const field = { locale, name }
  const label = whoseOf(asked, readingOf(facts)) ?? say('check.yourAnswer')
  const radio = (options: Option[]) => (
    <RadioField {...field} label={label} options={marked(options, typed, name)} />
  )
  switch (asked.kind) {
    case 'shape':
      return radio(applicantShapes.map((value) => ({ value, label: say(`check.shape.${value}`) })))
    case 'formed':
      return radio([
        { value: 'ready-made', label: say('check.formed.ready-made') },
        { value: 'matched', label: say('check.formed.matched') },
      ])
    case 'mode':
      return radio(
        (['air', 'rail', 'road', 'sea'] as const).map((value) => ({
          value,
          label: say(`mode.${value}`),
        })),
      )
    case 'yes-no':
      return radio(yesOrNo(reader))
    case 'term':
      return radio([...termOptions(facts), none(reader)])
    case 'terms':
      return <Ticked facts={facts} label={label} options={termOptions(facts)} />
    case 'people':
    case 'number':
      return <NumberField {...field} label={say('check.f.number')} value={valueIn(typed, name)} />
    case 'money':
      return <NumberField {...field} label={facts.book.currency} value={valueIn(typed, name)} />
    case 'text':
      return <TextField {...field} label={label} value={valueIn(typed, name)} maxLength={200} />
    case 'day':
      return (
        <DatePartsField {...field} label={label} hint={say('check.h.day')} value={partsOf(typed, name)} />
      )
    case 'month':
      return (
        <DatePartsField {...field} label={label} hint={say('check.h.year')} value={partsOf(typed, name)} />
      )
    case 'period':
      return <PeriodFields facts={facts} first={say('check.f.first')} last={say('check.f.last')} />
    case 'travel':
      return <PeriodFields facts={facts} first={say('check.f.leave')} last={say('check.f.return')} />
    default:
      return <PlaceOrGroup {...facts} />
  }
}

/** Countries, and what is asked in several fields at once. */
function PlaceOrGroup(facts: FieldFacts) {
  const { reader, asked, typed, asking } = facts
  const { locale, say } = reader
  const name = nameOf(asked)
  switch (asked.kind) {
    case 'countries':
    case 'places':
      return <Countries facts={facts} />
    case 'residence':
      return (
        <>
          <PlaceField facts={facts} name={name} label={say('check.f.country')} />
          {asksSince(asking.rules) ? (
            <DatePartsField
              locale={locale}
              name={`${name}-since`}
              label={say('check.f.since')}
              hint={say('check.h.year')}
              value={partsOf(typed, `${name}-since`)}
            />
          ) : null}
        </>
      )
    case 'place':
      return <PlaceField facts={facts} name={name} label={say('check.f.country')} />
    case 'journey':
      return (
        <>
          <PlaceField facts={facts} name={`${name}-from`} label={say('check.f.from')} whole />
          <PlaceField facts={facts} name={`${name}-to`} label={say('check.f.to')} whole />
          <CountryField facts={facts} name={`${name}-onward`} label={say('check.f.onward')} />
        </>
      )
    case 'coordinates':
      return <Coordinates facts={facts} />
    case 'organisations':
      return (
        <>
          {partsAsked(asking.facts.applicant?.shape).map((part) => (
            <NumberField
              locale={locale}
              name={`${name}-${part}`}
              label={say(partLabels[part])}
              value={valueIn(typed, `${name}-${part}`)}
            />
          ))}
        </>
      )
    case 'costs':
      return <Amounts facts={facts} names={costFields(asking)} labelOf={(cost) => costWords(facts, cost)} />
    case 'funding':
      return (
        <Amounts
          facts={facts}
          names={fundingFields(asking.facts)}
          labelOf={(giver) => giverWords(facts, giver)}
        />
      )
    case 'question':
      return <QuestionField facts={facts} />
    default:
      return <Past facts={facts} />
  }
}

const partLabels = { lead: 'check.f.applying', partner: 'check.f.partners', host: 'check.f.hosts' } as const

/** What was before: applications, visits, work together. */
function Past({ facts }: { facts: FieldFacts }) {
  const { reader, asked, asking, book } = facts
  const { say } = reader
  if (asked.kind === 'visits') {
    const options = destinationsOf(asking.facts).map((value) => ({
      value,
      label: nameOfPlace(reader, value, book),
    }))
    return <Ticked facts={facts} label={say('check.yourAnswer')} options={options} />
  }
  if (asked.kind === 'known-partners') {
    const options = othersIn(asking.facts).map((value) => ({
      value,
      label: organisationName(value, readingOf(facts)),
    }))
    return <Ticked facts={facts} label={say('check.yourAnswer')} options={options} />
  }
  const options = earlierNamed(asking.rules, asking.scheme).map((each) => {
    const scheme = [nameOfTerm(reader, 'scheme', each.scheme, book), each.edition ?? ''].join(' ').trim()
    return {
      value: keyOf(each),
      label: say(each.of === 'awards' ? 'check.f.awarded' : 'check.f.applied', { scheme }),
    }
  })
  return <Ticked facts={facts} label={say('check.yourAnswer')} options={options} />
}

const readingOf = ({ reader, asking }: FieldFacts) => ({
  reader,
  facts: asking.facts,
  questions: asking.questions,
})

const yesOrNo = ({ say }: RuleReader): Option[] => [
  { value: 'yes', label: say('check.yes') },
  { value: 'no', label: say('check.no') },
]
const none = ({ say }: RuleReader): Option => ({ value: noneOfThese, label: say('check.none') })

const marked = (options: Option[], typed: Typed, name: string): Option[] =>
  options.map((option) => ({ ...option, chosen: chosenIn(typed, name, option.value) }))

function termOptions({ reader, asked, asking, book }: FieldFacts): Option[] {
  const { term } = asked
  return term
    ? asking.termsOf(term).map((value) => ({ value, label: termWords(term, value, reader, book) }))
    : []
}

/** Several to tick, and "none of these". */
function Ticked({ facts, label, options }: { facts: FieldFacts; label: string; options: Option[] }) {
  const { reader, asked, typed } = facts
  const name = nameOf(asked)
  return (
    <CheckField
      locale={reader.locale}
      name={name}
      label={label}
      options={marked([...options, none(reader)], typed, name)}
    />
  )
}

function NumberField(props: { locale: RuleReader['locale']; name: string; label: string; value: string }) {
  return <TextField {...props} figures maxLength={20} autocomplete="off" />
}

const partsOf = (typed: Typed, name: string) => ({
  day: valueIn(typed, `${name}-day`),
  month: valueIn(typed, `${name}-month`),
  year: valueIn(typed, `${name}-year`),
})

/** Fields of one person or organisation under their name, where there are several. */
function Whose({ facts, children }: { facts: FieldFacts; children?: Child }) {
  const whose = whoseOf(facts.asked, readingOf(facts))
  return whose === undefined ? <>{children}</> : <Section title={whose}>{children}</Section>
}

function PeriodFields({ facts, first, last }: { facts: FieldFacts; first: string; last: string }) {
  const { reader, asked, typed } = facts
  const name = nameOf(asked)
  const { locale } = reader
  return (
    <Whose facts={facts}>
      <DatePartsField
        locale={locale}
        name={`${name}.starts`}
        label={first}
        value={partsOf(typed, `${name}.starts`)}
      />
      <DatePartsField
        locale={locale}
        name={`${name}.ends`}
        label={last}
        value={partsOf(typed, `${name}.ends`)}
      />
    </Whose>
  )
}

function CountryField({ facts, name, label }: { facts: FieldFacts; name: string; label: string }) {
  const { locale } = facts.reader
  const value = valueIn(facts.typed, name)
  return (
    <TextField
      locale={locale}
      name={name}
      label={label}
      value={value}
      list={countriesList}
      autocomplete="off"
    />
  )
}

function Countries({ facts }: { facts: FieldFacts }) {
  const { reader, asked } = facts
  const name = nameOf(asked)
  return (
    <Whose facts={facts}>
      <CountryField facts={facts} name={`${name}-1`} label={reader.say('check.f.country')} />
      <CountryField facts={facts} name={`${name}-2`} label={reader.say('check.f.otherCountry')} />
    </Whose>
  )
}

/** A country, with the part of it where rules name parts; `whole` stands among others of the same person. */
function PlaceField({
  facts,
  name,
  label,
  whole = false,
}: {
  facts: FieldFacts
  name: string
  label: string
  whole?: boolean
}) {
  const { reader, typed, asking, book } = facts
  const parts = partsNamed(asking.rules)
  const fields = (
    <>
      <CountryField facts={facts} name={name} label={label} />
      {parts.length === 0 ? null : (
        <SelectField
          locale={reader.locale}
          name={`${name}-part`}
          label={reader.say('check.f.part')}
          empty={reader.say('check.f.unsaidPart')}
          options={marked(
            [
              ...parts.map((value) => ({ value, label: nameOfPlace(reader, value, book) })),
              { value: noneOfThese, label: reader.say('check.f.noPart') },
            ],
            typed,
            `${name}-part`,
          )}
        />
      )}
    </>
  )
  return whole ? fields : <Whose facts={facts}>{fields}</Whose>
}

function Coordinates({ facts }: { facts: FieldFacts }) {
  const { reader, asked, typed } = facts
  const name = nameOf(asked)
  const { locale, say } = reader
  return (
    <Section title={say(asked.at.endsWith('/from') ? 'check.f.start' : 'check.f.end')}>
      <Fields>
        {(['latitude', 'longitude'] as const).map((part) => (
          <TextField
            locale={locale}
            name={`${name}-${part}`}
            label={say(`check.f.${part}`)}
            value={valueIn(typed, `${name}-${part}`)}
            maxLength={16}
            autocomplete="off"
          />
        ))}
      </Fields>
    </Section>
  )
}

function Amounts(props: { facts: FieldFacts; names: string[]; labelOf(name: string): string }) {
  const { reader, asked, typed } = props.facts
  return (
    <>
      {props.names.map((each) => {
        const name = `${nameOf(asked)}-${each}`
        return (
          <NumberField
            locale={reader.locale}
            name={name}
            label={props.labelOf(each)}
            value={valueIn(typed, name)}
          />
        )
      })}
    </>
  )
}

const costWords = ({ reader, book }: FieldFacts, cost: string) =>
  cost === otherCosts ? reader.say('check.f.otherCosts') : nameOfTerm(reader, 'cost', cost, book)

function giverWords(facts: FieldFacts, giver: string): string {
  const { say } = facts.reader
  if (giver === 'own' || giver === 'public' || giver === 'private' || giver === 'other')
    return say(`check.f.${giver}`)
  return organisationName(giver, readingOf(facts))
}

/** A question of the call's own. */
function QuestionField({ facts }: { facts: FieldFacts }) {
  const { reader, asked, typed, asking } = facts
  const { locale, say } = reader
  const question = questionOf(asked, asking.questions)
  const name = nameOf(asked)
  const field = { locale, name, label: say('check.yourAnswer') }
  const options = (question?.options ?? []).map(({ id, says }) => ({
    value: id,
    label: wordsIn(says, locale),
  }))
  switch (question?.kind) {
    case 'yes-no':
      return <RadioField {...field} options={marked(yesOrNo(reader), typed, name)} />
    case 'choice':
      return <RadioField {...field} options={marked([...options, none(reader)], typed, name)} />
    case 'choices':
      return <Ticked facts={facts} label={field.label} options={options} />
    case 'day':
      return <DatePartsField {...field} hint={say('check.h.day')} value={partsOf(typed, name)} />
    case 'number':
      return <NumberField {...field} value={valueIn(typed, name)} />
    default:
      return <TextField {...field} value={valueIn(typed, name)} maxLength={2000} />
  }
}
