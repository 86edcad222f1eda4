/** What the desk asks of each kind of record, field by field: where it stands, and how it is given. Pure. */

import { recordKinds, type RecordKindName } from '../../../community/index.ts'

/** The kinds of records that are kept at the desk. */
export const deskKinds = recordKinds
export type DeskKind = RecordKindName

/** The parts of the form, in their order. */
export const fieldGroups = [
  'text',
  'about',
  'closing',
  'who',
  'paid',
  'time',
  'place',
  'source',
  'page',
] as const
export type FieldGroup = (typeof fieldGroups)[number]

/**
 * How a field is given. Where `stated`, nothing given is another answer than an empty list: the form asks for it. `elsewhere`
 * is kept by other pages than the form, and `kept` by the house itself.
 */
export type FieldInput =
  | Bare<
      'line' | 'words' | 'markdown' | 'flag' | 'day' | 'part-day' | 'time' | 'number' | 'amount' | 'currency'
    >
  | Bare<'address' | 'slug' | 'language' | 'country' | 'recurrence' | 'lines' | 'addresses' | 'countries'>
  | { is: 'zone'; anywhere?: true }
  | { is: 'choice'; options: readonly Option[]; stands?: Option }
  | { is: 'term'; vocabulary: string }
  | { is: 'terms'; vocabulary: string; stated?: true }
  | { is: 'places'; stated: true }
  | { is: 'languages'; stated: true }
  | { is: 'record'; kinds: readonly DeskKind[] }
  | { is: 'rows'; columns: readonly Field[] }
  | { is: 'facts'; words?: true }
  | Bare<'elsewhere' | 'kept'>

/** One member of the union for each name. */
type Bare<Is> = Is extends string ? { is: Is } : never

/** The values of fields that are one of a few. */
export type Option =
  | 'open'
  | 'cancelled'
  | 'fixed'
  | 'rounds'
  | 'rolling'
  | 'until-filled'
  | 'first-come'
  | 'not-announced'
  | 'extended'
  | 'shortened'
  | 'reopened'
  | 'none'
  | 'paid'
  | 'based'
  | 'citizenship'
  | 'citizenship-and-residence'
  | 'citizenship-or-residence'
  | 'from'
  | 'member'
  | 'residence'
  | 'tentative'
  | 'confirmed'
  | 'postponed'
  | 'on-site'
  | 'online'
  | 'hybrid'
  | 'day'
  | 'month'
  | 'year'

export type Field = {
  /** As in the shape of the kind; within a row as in the shape of the row. */
  name: FieldName
  group: FieldGroup
  input: FieldInput
  /** It is part of the text, and each language has its own. */
  inEachLanguage?: true
  required?: true
}

/** Every name a field can have; its label is `field.NAME`. */
export type FieldName =
  | 'id'
  | 'provenance'
  | 'translations'
  | 'pictures'
  | 'state'
  | 'title'
  | 'name'
  | 'summary'
  | 'body'
  | 'original_lang'
  | 'slug'
  | 'note'
  | 'last_checked'
  | 'real_dates'
  | 'disciplines'
  | 'themes'
  | 'programme'
  | 'organiser'
  | 'partners'
  | 'url'
  | 'kind'
  | 'type'
  | 'eligibility'
  | 'funding_summary'
  | 'deadline_text'
  | 'fee_reason'
  | 'access_support'
  | 'host_countries'
  | 'host_city'
  | 'online'
  | 'status'
  | 'deadline_kind'
  | 'deadline'
  | 'deadline_time'
  | 'deadline_zone'
  | 'places'
  | 'rounds'
  | 'deadline_changes'
  | 'fee'
  | 'fee_amount'
  | 'fee_currency'
  | 'covers'
  | 'eligible_countries'
  | 'eligible_regions'
  | 'eligible_except'
  | 'eligible_basis'
  | 'citizenship'
  | 'residence'
  | 'base'
  | 'anyone'
  | 'applicant_shapes'
  | 'applicant_roles'
  | 'career_stages'
  | 'age_min'
  | 'age_max'
  | 'application_languages'
  | 'activity_start'
  | 'activity_end'
  | 'readings'
  | 'parent'
  | 'position'
  | 'city'
  | 'country_code'
  | 'venue'
  | 'start_date'
  | 'start_time'
  | 'end_date'
  | 'end_time'
  | 'zone'
  | 'date_precision'
  | 'attendance'
  | 'online_url'
  | 'more_sources'
  | 'recurrence'
  | 'author'
  | 'publisher'
  | 'date'
  | 'countries'
  | 'url_is_listing'
  | 'pillar'
  | 'facts'
  | 'editions'
  | 'source_url'
  | 'website'
  | 'aliases'
  | 'languages'
  | 'time'
  | 'text'
  | 'on'
  | 'to'
  | 'from'
  | 'words'

const line = { is: 'line' } as const
const words = { is: 'words' } as const
const markdown = { is: 'markdown' } as const
const day = { is: 'day' } as const
const number = { is: 'number' } as const
const address = { is: 'address' } as const
const flag = { is: 'flag' } as const
const country = { is: 'country' } as const
const countries = { is: 'countries' } as const
const kept = { is: 'kept' } as const
const elsewhere = { is: 'elsewhere' } as const
const term = (vocabulary: string) => ({ is: 'term', vocabulary }) as const
const terms = (vocabulary: string) => ({ is: 'terms', vocabulary }) as const
const statedTerms = (vocabulary: string) => ({ is: 'terms', vocabulary, stated: true }) as const
const places = { is: 'places', stated: true } as const
const languages = { is: 'languages', stated: true } as const
const choice = (...options: Option[]) => ({ is: 'choice', options }) as const

/** Fields of one part of the form. */
function within(group: FieldGroup, fields: readonly Omit<Field, 'group'>[]): Field[] {
  return fields.map((field) => ({ ...field, group }))
}

/** A row has its fields beside one another, in no part of the form of their own. */
const rows = (group: FieldGroup, columns: readonly Omit<Field, 'group'>[]) =>
  ({ is: 'rows', columns: within(group, columns) }) as const

/** What every kind has: the text, and what the house keeps. */
function textOf(title: 'title' | 'name', pieces: readonly Omit<Field, 'group'>[] = []): Field[] {
  return [
    ...within('text', [
      { name: title, input: line, inEachLanguage: true, required: true },
      { name: 'summary', input: words, inEachLanguage: true },
      { name: 'body', input: markdown, inEachLanguage: true },
      ...pieces,
    ]),
    ...within('page', [
      { name: 'original_lang', input: { is: 'language' } },
      { name: 'slug', input: { is: 'slug' } },
      { name: 'id', input: kept },
      { name: 'provenance', input: kept },
      { name: 'translations', input: elsewhere },
      { name: 'state', input: elsewhere },
      { name: 'pictures', input: elsewhere },
    ]),
  ]
}

const disciplines = { name: 'disciplines', input: terms('discipline') } as const
const themes = { name: 'themes', input: terms('theme') } as const
const programme = { name: 'programme', input: { is: 'record', kinds: ['programmes'] } } as const
const organiser = { name: 'organiser', input: line } as const
const note = { name: 'note', input: words } as const
const checked = { name: 'last_checked', input: day } as const
const url = { name: 'url', input: address } as const
const moreSources = { name: 'more_sources', input: { is: 'addresses' } } as const
const realDates = { name: 'real_dates', input: kept } as const

const piece = (name: FieldName) => ({ name, input: markdown, inEachLanguage: true }) as const

const opportunityFields: readonly Field[] = [
  ...textOf('title', [
    piece('eligibility'),
    piece('funding_summary'),
    { name: 'deadline_text', input: words, inEachLanguage: true },
    { name: 'fee_reason', input: words, inEachLanguage: true },
    piece('access_support'),
  ]),
  ...within('about', [
    { name: 'type', input: term('opportunity-type') },
    organiser,
    { name: 'partners', input: { is: 'lines' } },
    programme,
    disciplines,
    themes,
  ]),
  ...within('closing', [
    { name: 'status', input: choice('open', 'cancelled') },
    {
      name: 'deadline_kind',
      input: choice('fixed', 'rounds', 'rolling', 'until-filled', 'first-come', 'not-announced'),
    },
    { name: 'deadline', input: day },
    { name: 'deadline_time', input: { is: 'time' } },
    { name: 'deadline_zone', input: { is: 'zone', anywhere: true } },
    {
      name: 'rounds',
      input: rows('closing', [
        { name: 'deadline', input: day, required: true },
        { name: 'time', input: { is: 'time' } },
        { name: 'zone', input: { is: 'zone', anywhere: true } },
        { name: 'text', input: line },
      ]),
    },
    { name: 'places', input: number },
    {
      name: 'deadline_changes',
      input: rows('closing', [
        { name: 'kind', input: choice('extended', 'shortened', 'cancelled', 'reopened'), required: true },
        { name: 'on', input: day },
        { name: 'from', input: day },
        { name: 'to', input: day },
        { name: 'words', input: line },
      ]),
    },
  ]),
  ...within('who', [
    { name: 'anyone', input: flag },
    {
      name: 'eligible_basis',
      input: choice(
        'citizenship',
        'residence',
        'citizenship-or-residence',
        'citizenship-and-residence',
        'based',
        'from',
        'member',
      ),
    },
    { name: 'eligible_countries', input: countries },
    { name: 'eligible_regions', input: { is: 'lines' } },
    { name: 'eligible_except', input: countries },
    { name: 'citizenship', input: places },
    { name: 'residence', input: places },
    { name: 'base', input: places },
    { name: 'applicant_shapes', input: statedTerms('applicant-shape') },
    { name: 'applicant_roles', input: statedTerms('applicant-role') },
    { name: 'career_stages', input: statedTerms('career-stage') },
    { name: 'age_min', input: number },
    { name: 'age_max', input: number },
    { name: 'application_languages', input: languages },
  ]),
  ...within('paid', [
    { name: 'covers', input: statedTerms('covers') },
    { name: 'fee', input: choice('none', 'paid') },
    { name: 'fee_amount', input: { is: 'amount' } },
    { name: 'fee_currency', input: { is: 'currency' } },
  ]),
  ...within('time', [
    { name: 'activity_start', input: day },
    { name: 'activity_end', input: day },
  ]),
  ...within('place', [
    { name: 'host_countries', input: countries },
    { name: 'host_city', input: line },
    { name: 'online', input: flag },
  ]),
  ...within('source', [
    url,
    checked,
    note,
    { name: 'readings', input: { is: 'facts', words: true } },
    realDates,
  ]),
]

const eventFields: readonly Field[] = [
  ...textOf('title'),
  ...within('about', [
    { name: 'kind', input: term('event-kind') },
    organiser,
    { name: 'parent', input: { is: 'record', kinds: ['events'] } },
    { name: 'position', input: number },
    programme,
    disciplines,
    themes,
  ]),
  ...within('time', [
    {
      name: 'status',
      input: { ...choice('tentative', 'confirmed', 'postponed', 'cancelled'), stands: 'confirmed' },
    },
    { name: 'start_date', input: { is: 'part-day' } },
    { name: 'start_time', input: { is: 'time' } },
    { name: 'end_date', input: { is: 'part-day' } },
    { name: 'end_time', input: { is: 'time' } },
    { name: 'zone', input: { is: 'zone' } },
    { name: 'date_precision', input: choice('day', 'month', 'year') },
    { name: 'recurrence', input: { is: 'recurrence' } },
  ]),
  ...within('place', [
    { name: 'country_code', input: country },
    { name: 'city', input: line },
    { name: 'venue', input: line },
    { name: 'attendance', input: choice('on-site', 'online', 'hybrid') },
    { name: 'online', input: flag },
    { name: 'online_url', input: address },
  ]),
  ...within('source', [url, moreSources, checked, note, realDates]),
]

const articleFields: readonly Field[] = [
  ...textOf('title'),
  ...within('about', [
    { name: 'kind', input: term('article-kind') },
    { name: 'author', input: line },
    { name: 'publisher', input: line },
    { name: 'date', input: day },
    programme,
    disciplines,
    themes,
  ]),
  ...within('place', [{ name: 'countries', input: countries }]),
  ...within('source', [url, { name: 'url_is_listing', input: flag }, checked, note, realDates]),
]

const programmeFields: readonly Field[] = [
  ...textOf('name'),
  ...within('about', [
    { name: 'kind', input: term('programme-kind') },
    { name: 'pillar', input: term('pillar') },
    organiser,
    { name: 'partners', input: { is: 'lines' } },
    { name: 'facts', input: { is: 'facts' } },
    {
      name: 'editions',
      input: rows('about', [
        { name: 'name', input: line, required: true },
        { name: 'facts', input: { is: 'facts' } },
      ]),
    },
  ]),
  ...within('source', [{ name: 'source_url', input: address }, moreSources, checked]),
]

const organisationFields: readonly Field[] = [
  ...textOf('name'),
  ...within('about', [
    { name: 'kind', input: term('organisation-kind') },
    { name: 'website', input: address },
    disciplines,
    { name: 'languages', input: languages },
    { name: 'aliases', input: { is: 'lines' } },
  ]),
  ...within('place', [
    { name: 'country_code', input: country },
    { name: 'city', input: line },
  ]),
  ...within('source', [{ name: 'source_url', input: address }, checked, note]),
]

/** Every field of a kind, in the order of its form. */
export const fieldsOf: Record<DeskKind, readonly Field[]> = {
  opportunities: opportunityFields,
  events: eventFields,
  articles: articleFields,
  programmes: programmeFields,
  organisations: organisationFields,
}

/** Whether a field is asked in the form. */
export const isAsked = ({ input }: Field): boolean => input.is !== 'kept' && input.is !== 'elsewhere'

/** What the text of a kind is called by: its title, or its name. */
export const titleField = (kind: DeskKind): 'title' | 'name' =>
  fieldsOf[kind].some(({ name }) => name === 'title') ? 'title' : 'name'

/** The field of a kind by its name, or by the path of a piece of a translation (`translations.km.title`). */
export function fieldAt(kind: DeskKind, path: string): Field | undefined {
  const [, piece] = /^translations\.[^.]+\.([^.]+)$/.exec(path) ?? []
  // Files may call the name of a translation its title.
  const name = piece === 'title' ? titleField(kind) : (piece ?? path)
  return fieldsOf[kind].find((field) => field.name === name)
}
