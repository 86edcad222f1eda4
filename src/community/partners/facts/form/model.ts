/** The form of a partner's facts: what was given by what was typed. Pure. */
import { isDay, isMailAddress } from '../../../../platform/index.ts'
import { readEmail, readName, saysAName } from '../../../people/model.ts'
import type { Choices } from '../../../profiles/choices/model.ts'
import type { KeptFacts, Office, PartnerFacts, Speaker } from '../model.ts'

export type SpeakerForm = {
  id: string
  name: string
  function: string
  from: string
  until: string
  shown: boolean
  remove: boolean
}

/** What stands in the fields, as typed. */
export type FactsForm = {
  offices: { lang: string; name: string }[]
  email: string
  phone: string
  website: string
  address: string
  speakers: SpeakerForm[]
  why: string
  /** Of the facts that the form was made from. */
  version: number
}

/** Field by its name in the form: `office-2-lang`, `speaker-1-from`, `email`. */
export type FactsFault = {
  field: string
  fault:
    | 'lang'
    | 'langMissing'
    | 'langTwice'
    | 'email'
    | 'phone'
    | 'website'
    | 'long'
    | 'name'
    | 'from'
    | 'until'
    | 'why'
  value?: string
}

export const mostOffices = 12
export const mostSpeakers = 30
export const longestAddress = 500

/** The fields of a form that shows what is kept. */
export function formOf(facts: KeptFacts, languages: Choices): FactsForm {
  return {
    ...facts,
    offices: facts.offices.map(({ lang, name }) => ({ lang: languages.nameOf(lang), name })),
    speakers: facts.speakers.map((speaker) => ({
      ...speaker,
      id: speaker.id ?? '',
      until: speaker.until ?? '',
      remove: false,
    })),
    why: '',
  }
}

/** What was given, or what is to be mended. */
export function readFacts(
  form: FactsForm,
  languages: Choices,
): { given: PartnerFacts; faults: FactsFault[] } {
  const offices = readOffices(form, languages)
  const speakers = form.speakers.map(readSpeaker)
  const contact = readContact(form)
  const why: FactsFault[] = form.why === '' ? [{ field: 'why', fault: 'why' }] : []
  return {
    given: {
      ...contact.given,
      offices: offices.given,
      speakers: speakers.flatMap(({ given }) => given ?? []),
    },
    faults: [...offices.faults, ...contact.faults, ...speakers.flatMap(({ faults }) => faults), ...why],
  }
}

function readOffices({ offices }: FactsForm, languages: Choices): { given: Office[]; faults: FactsFault[] } {
  const faults: FactsFault[] = []
  const given: Office[] = []
  for (const [at, { lang: typed, name: words }] of offices.entries()) {
    const lang = languages.find(typed)
    const name = readName(words)
    const field = `office-${at + 1}`
    if (name === '') continue
    if (typed === '') faults.push({ field: `${field}-lang`, fault: 'langMissing' })
    else if (lang === undefined) faults.push({ field: `${field}-lang`, fault: 'lang', value: typed })
    else if (given.some((other) => other.lang === lang))
      faults.push({ field: `${field}-lang`, fault: 'langTwice' })
    if (name === undefined) faults.push({ field: `${field}-name`, fault: 'long' })
    else if (lang !== undefined) given.push({ lang, name })
  }
  return { given: given.toSorted((a, b) => (a.lang < b.lang ? -1 : 1)), faults }
}

function readContact(form: FactsForm) {
  const email = form.email === '' ? '' : readEmail(form.email)
  const website = form.website === '' ? '' : webAddressOf(form.website)
  const address = linesOf(form.address)
  const wrong = {
    email: email !== '' && !isMailAddress(email),
    phone: form.phone !== '' && !/^\+?[\p{Nd}\s()./-]{3,40}((ext\.?|x|#) ?\p{Nd}{1,8})?$/iu.test(form.phone),
    website: website === undefined,
  }
  const faults: FactsFault[] = (['email', 'phone', 'website'] as const)
    .filter((field) => wrong[field])
    .map((field) => ({ field, fault: field }))
  if (address.length > longestAddress) faults.push({ field: 'address', fault: 'long' })
  return { given: { email, phone: form.phone, website: website ?? '', address }, faults }
}

// People leave out what browsers leave out.
function webAddressOf(typed: string): string | undefined {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`
  const url = URL.parse(whole)
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.')
  return isWeb && url.username === '' && whole.length <= 500 ? url.href : undefined
}

const linesOf = (typed: string) =>
  typed
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')

function readSpeaker(form: SpeakerForm, at: number): { given: Speaker | undefined; faults: FactsFault[] } {
  const isEmpty = form.name === '' && form.function === '' && form.until === '' && form.id === ''
  if (form.remove || isEmpty) return { given: undefined, faults: [] }
  const name = readName(form.name)
  const role = readName(form.function)
  const field = `speaker-${at + 1}`
  const faults: FactsFault[] = []
  if (name !== undefined && !saysAName(name)) faults.push({ field: `${field}-name`, fault: 'name' })
  if (name === undefined) faults.push({ field: `${field}-name`, fault: 'long' })
  if (role === undefined) faults.push({ field: `${field}-function`, fault: 'long' })
  if (!isDay(form.from)) faults.push({ field: `${field}-from`, fault: 'from' })
  if (form.until !== '' && (!isDay(form.until) || form.until < form.from))
    faults.push({ field: `${field}-until`, fault: 'until' })
  const { id, from, until, shown } = form
  const given = {
    id: id === '' ? undefined : id,
    name: name ?? '',
    function: role ?? '',
    from,
    until: until === '' ? null : until,
    shown,
  }
  return { given, faults }
}
