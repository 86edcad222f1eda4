/** Fields that fill several facts at once: who applies, how many, the journey, the past, costs and money. Pure. */
import { applicantShapes, type Facts, type Organisation, type Person } from '../../../../rules/facts/model.ts'
import type { Question } from '../../../model.ts'
import { costsNamed, earlierNamed, keyOf } from '../../naming/model.ts'
import { type Asked, factAt, type FieldKind } from '../../planning/model.ts'
import {
  type Asking,
  type FormFault,
  type KindOfField,
  nameOf,
  noneOfThese,
  type Typed,
} from '../fields/model.ts'
import {
  choice,
  countIn,
  countryIn,
  dayIn,
  decimalIn,
  filled,
  listOf,
  one,
  periodIn,
  placeIn,
  type PlainKind,
  shownDay,
  shownPlace,
  textOf,
  ticked,
  wrong,
} from '../plain/model.ts'

type GroupKind = Exclude<FieldKind, PlainKind>

const most = 100

/** So many people, those known kept; the first is whoever applies, except where an organisation names people. */
function peopleOf(facts: Facts, count: number, organised: boolean): Person[] {
  return Array.from({ length: count }, (_, index): Person => {
    const as = index === 0 && !organised ? 'lead' : 'participant'
    return { ...facts.people?.[index], as }
  })
}

const isOrganised = (shape: string | undefined) => shape === 'organisation' || shape === 'consortium'

const shape: KindOfField = {
  read(asked, typed, { facts }) {
    const chosen = applicantShapes.find((each) => each === one(typed, nameOf(asked)))
    if (chosen === undefined) return wrong(nameOf(asked), 'choose')
    if (chosen === facts.applicant?.shape) return { set: [] }
    const sizes: Partial<Record<string, number>> = { individual: 1, pair: 2 }
    const size = sizes[chosen]
    return {
      set: [
        ['/applicant', { shape: chosen }],
        ['/people', size === undefined ? undefined : peopleOf(facts, size, false)],
        ['/organisations', undefined],
      ],
    }
  },
  show: (_, { facts }) => ({ 'applicant.shape': [facts.applicant?.shape ?? ''] }),
}

const people: KindOfField = {
  read(asked, typed, { facts }) {
    const count = countIn(one(typed, nameOf(asked)))
    const organised = isOrganised(facts.applicant?.shape)
    if (count === undefined || count > most) return wrong(nameOf(asked), 'number')
    if (count === 0 && !organised) return wrong(nameOf(asked), 'few')
    return filled(asked, peopleOf(facts, count, organised))
  },
  show: (asked, { facts }) => (facts.people ? { [nameOf(asked)]: [String(facts.people.length)] } : {}),
}

/** How many organisations of each part are asked for, by who applies. */
export const partsAsked = (organisedAs: string | undefined): ('lead' | 'partner' | 'host')[] =>
  organisedAs === 'consortium' ? ['lead', 'host'] : ['partner', 'host']

const organisations: KindOfField = {
  read(asked, typed, { facts }) {
    const { shape: organisedAs } = facts.applicant ?? {}
    const parts = partsAsked(organisedAs).map((part) => {
      const field = `${nameOf(asked)}-${part}`
      return { part, field, count: countIn(one(typed, field)) }
    })
    const faults = parts
      .filter(({ count }) => count === undefined || count > most / 2)
      .map(({ field }): FormFault => ({ field, fault: 'number' }))
    const counts = new Map(parts.map(({ part, count }) => [part, count ?? 0]))
    if (faults.length === 0 && organisedAs === 'consortium' && counts.get('lead') === 0)
      faults.push({ field: `${nameOf(asked)}-lead`, fault: 'few' })
    if (faults.length > 0) return { faults }
    const together = counts.get('lead') ?? 0
    const leads = organisedAs === 'organisation' || together > 0 ? 1 : 0
    return filled(asked, [
      ...organisationsOf(facts, 'lead', leads),
      ...organisationsOf(facts, 'partner', (counts.get('partner') ?? 0) + Math.max(0, together - 1)),
      ...organisationsOf(facts, 'host', counts.get('host') ?? 0),
    ])
  },
  show(asked, { facts }) {
    if (!facts.organisations) return {}
    const count = (part: string) => facts.organisations?.filter(({ as }) => as === part).length ?? 0
    const together = {
      lead: count('lead') + count('partner'),
      partner: count('partner'),
      host: count('host'),
    }
    return Object.fromEntries(
      partsAsked(facts.applicant?.shape).map((part) => [
        `${nameOf(asked)}-${part}`,
        [String(together[part])],
      ]),
    )
  },
}

function organisationsOf(facts: Facts, part: 'lead' | 'partner' | 'host', count: number): Organisation[] {
  const known = facts.organisations?.filter(({ as }) => as === part) ?? []
  return Array.from({ length: count }, (_, index) => ({
    ...known[index],
    id: `${part}-${index + 1}`,
    as: part,
  }))
}

const journey: KindOfField = {
  read(asked, typed, asking) {
    const name = nameOf(asked)
    const from = placeIn(typed, `${name}-from`, asking)
    const to = placeIn(typed, `${name}-to`, asking)
    const onward = countryIn(typed, `${name}-onward`, asking)
    const faults = [from, to, onward]
      .filter((each) => typeof each === 'object')
      .filter((each) => 'fault' in each)
    if (faults.length > 0) return { faults }
    const places = [from, to, ...(typeof onward === 'string' ? [{ country: onward }] : [])]
    return filled(
      asked,
      places.slice(1).map((place, index) => ({
        ...sameJourney(asking.facts.legs?.[index]),
        from: places[index],
        to: place,
      })),
    )
  },
  show(asked, asking) {
    const name = nameOf(asked)
    const [first, second] = (asking.facts.legs ?? []).filter(({ back }) => !back)
    return {
      ...shownPlace(`${name}-from`, first?.from, asking),
      ...shownPlace(`${name}-to`, first?.to, asking),
      ...shownPlace(`${name}-onward`, second?.to, asking),
    }
  },
}

// The days stay where the way changes; where the places lie does not.
const sameJourney = (leg: { departs?: string | undefined; arrives?: string | undefined } | undefined) => ({
  ...(leg?.departs === undefined ? {} : { departs: leg.departs }),
  ...(leg?.arrives === undefined ? {} : { arrives: leg.arrives }),
})

const modes = ['air', 'rail', 'road', 'sea'] as const

/** How one travels, all the way. */
const mode: KindOfField = {
  read(asked, typed, { facts }) {
    const chosen = modes.find((each) => each === one(typed, nameOf(asked)))
    if (chosen === undefined) return wrong(nameOf(asked), 'choose')
    return { set: [['/legs', (facts.legs ?? []).map((leg) => ({ ...leg, mode: chosen }))]] }
  },
  show: (asked, { facts }) => ({ [nameOf(asked)]: [facts.legs?.[0]?.mode ?? ''] }),
}

/** When one leaves, and when one is back; the way home is a leg of its own. */
const travel: KindOfField = {
  read(asked, typed, { facts }) {
    const found = periodIn(typed, nameOf(asked))
    if (Array.isArray(found)) return { faults: found }
    const out = (facts.legs ?? []).filter(({ back }) => !back)
    const home = {
      ...(out.at(-1)?.mode === undefined ? {} : { mode: out[0]?.mode }),
      ...(out.at(-1)?.to === undefined ? {} : { from: out.at(-1)?.to }),
      ...(out[0]?.from === undefined ? {} : { to: out[0].from }),
      departs: found.ends,
      arrives: found.ends,
      back: true,
    }
    const legs = out.map((leg, index) => (index === 0 ? { ...leg, departs: found.starts } : leg))
    return { set: [['/legs', [...legs, home]]] }
  },
  show(asked, { facts }) {
    const [first] = facts.legs ?? []
    const last = facts.legs?.at(-1)
    return {
      ...shownDay(`${nameOf(asked)}.starts`, first?.departs),
      ...shownDay(`${nameOf(asked)}.ends`, last?.arrives ?? last?.departs),
    }
  },
}

const history: KindOfField = {
  read(asked, typed, { rules, scheme }) {
    const earlier = earlierNamed(rules, scheme)
    const found = ticked(typed, nameOf(asked), earlier.map(keyOf))
    if (!Array.isArray(found)) return { faults: [found] }
    const said = earlier.filter((each) => found.includes(keyOf(each)))
    return filled(
      asked,
      said.map(({ of, scheme: named, edition }) => ({
        scheme: named,
        ...(edition === null ? {} : { edition }),
        result: of === 'awards' ? 'awarded' : 'pending',
      })),
    )
  },
  show(asked, { facts, rules, scheme }) {
    const given = facts.history?.applications
    if (!given) return {}
    const keys = earlierNamed(rules, scheme)
      .filter((each) =>
        given.some(
          (one_) =>
            one_.scheme === each.scheme &&
            (one_.edition ?? null) === each.edition &&
            (one_.result === 'awarded') === (each.of === 'awards'),
        ),
      )
      .map(keyOf)
    return { [nameOf(asked)]: keys.length > 0 ? keys : [noneOfThese] }
  },
}

/** The countries one would travel to, as far as they are known. */
export const destinationsOf = (facts: Facts): string[] => [
  ...new Set((facts.legs ?? []).filter(({ back }) => !back).flatMap(({ to }) => to?.country ?? [])),
]

/** Organisations other than the applicant's own, by the id under which they can be known from before. */
export const othersIn = (facts: Facts): string[] =>
  (facts.organisations ?? []).filter(({ as }) => as !== 'lead').flatMap(({ id }) => id ?? [])

function someOf(offered: (facts: Facts) => string[], key: 'country' | 'partner'): KindOfField {
  return {
    read(asked, typed, { facts }) {
      const found = ticked(typed, nameOf(asked), offered(facts))
      return Array.isArray(found)
        ? filled(
            asked,
            found.map((value) => ({ [key]: value })),
          )
        : { faults: [found] }
    },
    show(asked, { facts }) {
      const given = factAt(facts, asked.at)
      if (given === undefined) return {}
      const values = listOf(given).map((each) => textOf(factAt(each, `/${key}`)))
      return { [nameOf(asked)]: values.length > 0 ? values : [noneOfThese] }
    },
  }
}

/** Amounts, each in a field of its own; those left empty are not among them. */
function amountsIn(
  asked: Asked,
  typed: Typed,
  names: readonly string[],
): [string, string][] | { faults: FormFault[] } {
  const found = names.map((name) => {
    const field = `${nameOf(asked)}-${name}`
    return { name, field, text: one(typed, field), amount: decimalIn(one(typed, field)) }
  })
  const faults = found
    .filter(({ text, amount }) => text !== '' && amount === undefined)
    .map(({ field }): FormFault => ({ field, fault: 'money' }))
  if (faults.length > 0) return { faults }
  const said = found.flatMap(({ name, amount }): [string, string][] =>
    amount === undefined ? [] : [[name, amount]],
  )
  const first = names[0]
  return said.length > 0 || first === undefined
    ? said
    : { faults: [{ field: `${nameOf(asked)}-${first}`, fault: 'empty' }] }
}

/** What a cost that no rule names is called in the facts. */
export const otherCosts = 'other'
export const costFields = ({ rules }: Pick<Asking, 'rules'>): string[] => [
  ...new Set([...costsNamed(rules), otherCosts]),
]

const costs: KindOfField = {
  read(asked, typed, asking) {
    const found = amountsIn(asked, typed, costFields(asking))
    if (!Array.isArray(found)) return found
    return filled(
      asked,
      found.filter(([, amount]) => Number(amount) > 0).map(([category, amount]) => ({ category, amount })),
    )
  },
  show: (asked, { facts }) =>
    Object.fromEntries(
      (facts.budget?.lines ?? []).map(({ category, amount }) => [
        `${nameOf(asked)}-${category}`,
        [amount ?? ''],
      ]),
    ),
}

/** Whose money may be named: one's own, that of each of the others, and from elsewhere. */
export const fundingFields = (facts: Facts): string[] => [
  'own',
  ...othersIn(facts),
  'public',
  'private',
  'other',
]

const funding: KindOfField = {
  read(asked, typed, { facts }) {
    const found = amountsIn(asked, typed, fundingFields(facts))
    if (!Array.isArray(found)) return found
    return filled(
      asked,
      found
        .filter(([, amount]) => Number(amount) > 0)
        .map(([name, amount]) => ({ ...giverOf(facts, name), amount })),
    )
  },
  show: (asked, { facts }) =>
    Object.fromEntries(
      (facts.budget?.funding ?? []).map(({ from, by, amount }) => [
        `${nameOf(asked)}-${from === 'partner' || from === 'host' ? by : from}`,
        [amount ?? ''],
      ]),
    ),
}

// Every sum says whose it is, so that nobody's is taken for that of a partner.
function giverOf(facts: Facts, name: string): { from: string; by: string } {
  const giver = facts.organisations?.find(({ id }) => id === name)
  if (giver) return { from: giver.as === 'host' ? 'host' : 'partner', by: name }
  const lead = facts.organisations?.find(({ as }) => as === 'lead')?.id
  return { from: name, by: name === 'own' ? (lead ?? 'own') : name }
}

/** The call's own question of a field. */
export const questionOf = ({ at }: Asked, questions: readonly Question[]): Question | undefined =>
  questions.find(({ id }) => id === at.split('/')[2])

const question: KindOfField = {
  read(asked, typed, asking) {
    const found = questionOf(asked, asking.questions)
    const name = nameOf(asked)
    const text = one(typed, name)
    const options = found?.options?.map(({ id }) => id) ?? []
    if (found?.kind === 'yes-no')
      return text === 'yes' || text === 'no' ? filled(asked, text === 'yes') : wrong(name, 'choose')
    if (found?.kind === 'number') {
      const number = decimalIn(text)
      return number === undefined ? wrong(name, 'number') : filled(asked, Number(number))
    }
    if (found?.kind === 'choice') return choice(() => options).read(asked, typed, asking)
    if (found?.kind === 'choices') {
      const chosen = ticked(typed, name, options)
      return Array.isArray(chosen) ? filled(asked, chosen) : { faults: [chosen] }
    }
    if (found?.kind === 'day') {
      const day = dayIn(typed, name)
      if (typeof day === 'object') return { faults: [day] }
      return day === undefined ? wrong(name, 'empty') : filled(asked, day)
    }
    if (text.length > 2000) return wrong(name, 'long')
    return text === '' ? wrong(name, 'empty') : filled(asked, text)
  },
  show(asked, { facts, questions }) {
    const given = factAt(facts, asked.at)
    const name = nameOf(asked)
    if (given === undefined) return {}
    if (questionOf(asked, questions)?.kind === 'day') return shownDay(name, given)
    if (typeof given === 'boolean') return { [name]: [given ? 'yes' : 'no'] }
    if (Array.isArray(given)) return { [name]: given.length > 0 ? given.map(textOf) : [noneOfThese] }
    return { [name]: [given === 'other' ? noneOfThese : textOf(given)] }
  },
}

export const groupKinds: Record<GroupKind, KindOfField> = {
  shape,
  people,
  organisations,
  journey,
  mode,
  travel,
  history,
  visits: someOf(destinationsOf, 'country'),
  'known-partners': someOf(othersIn, 'partner'),
  costs,
  funding,
  question,
}
