/** What the API answers of each kind of record: the shapes its answers have and its document publishes. Pure. */
import { z } from 'zod'
import { deadlineKinds } from '../../deadlines/model.ts'
import { attendances, eventStates } from '../../events/model.ts'

const said = (description: string) => z.string().nullable().meta({ description })
const codes = (description: string) => z.array(z.string()).meta({ description })
const day = z.string().meta({ format: 'date', description: 'A calendar day (ISO 8601).' })
const moment = z.string().meta({ format: 'date-time', description: 'An instant in UTC (RFC 3339).' })
const webAddress = z.string().meta({ format: 'uri' })

/** What every item has. */
const shared = {
  id: z.string().meta({ description: 'Stable: the same record keeps it.' }),
  slug: z.string().meta({ description: 'The last part of its address, the same in all languages.' }),
  address: webAddress.meta({ format: 'uri', description: 'Its page, in the language asked for.' }),
}

/** Title and summary in the best language there is. */
const texted = {
  ...shared,
  title: z.string(),
  summary: z.string().nullable(),
  lang: z.string().meta({
    description: 'The language of title and summary (BCP 47): the one asked for, else the original.',
  }),
  demonstration: z.boolean().meta({ description: 'Whether the text was made up for a demonstration.' }),
}

const realDates = z
  .object({
    dates: z
      .record(z.string(), z.string())
      .meta({ description: 'The real dates, by the field that was moved.' }),
    notice: said('The same in words.'),
  })
  .nullable()
  .meta({ description: 'In a demonstration, what the dates really were; null where none was moved.' })

export const textShape = z
  .object({
    lang: z.string().meta({ description: 'BCP 47' }),
    state: z.enum(['draft', 'published', 'archived']),
    title: z.string(),
    summary: z.string().nullable(),
    body: z.string().nullable().meta({ description: 'Markdown (CommonMark).' }),
    demonstration: z.boolean(),
  })
  .catchall(z.string().nullable())
  .meta({ description: 'One language of a record, with the pieces its kind has besides.' })

/** What the answer about one record has besides. */
const detailed = {
  originalLang: z.string(),
  texts: z.array(textShape).meta({ description: 'Every published language, the one asked for first.' }),
  lastChecked: day.nullable().meta({ description: 'When it was last compared with its source.' }),
}

export const roundShape = z
  .object({
    deadline: day,
    time: said('The time as stated (HH:MM); null where a day is all that is said.'),
    zone: said('An IANA zone, or `anywhere-on-earth`; null where none is stated.'),
    text: said('The words as printed.'),
    closesAt: moment.meta({
      format: 'date-time',
      description: 'The first instant at which it is closed; without a stated zone the latest it can be.',
    }),
  })
  .meta({ description: 'One closing of a call: as stated, and as an instant.' })

const whoShape = z
  .object({
    test: z
      .enum([
        'anyone',
        'citizenship',
        'residence',
        'base',
        'either',
        'both',
        'unclear',
        'member',
        'not-stated',
      ])
      .meta({ description: 'Which fact about a person decides.' }),
    citizenship: codes('Passports (ISO 3166-1); `*` is any, `?` are places described but not listed.'),
    residence: codes('Homes or places of work, in the same way.'),
    regions: codes('As printed.'),
    except: codes('Places left out.'),
  })
  .meta({ description: 'Who may apply, as far as passport, home and place of work decide.' })

const opportunityFacts = {
  type: said('A term of `opportunity-type`.'),
  organiser: said('As its source names it.'),
  places: z.object({
    countries: codes('ISO 3166-1'),
    city: z.string().nullable(),
    online: z.boolean(),
  }),
  disciplines: codes('Terms of `discipline`.'),
  deadline: z.object({
    kind: z.enum(deadlineKinds),
    rounds: z.array(roundShape),
    cancelled: z.boolean(),
    places: z.number().nullable().meta({ description: 'How many are taken, first come, first served.' }),
    open: z.boolean().meta({ description: 'Whether one may apply at the moment of the answer.' }),
  }),
  fee: z.object({
    kind: z.enum(['none', 'paid']).nullable().meta({ description: 'null where it is not stated.' }),
    amount: said('A decimal number, as text.'),
    currency: said('ISO 4217'),
  }),
  covers: z
    .array(z.string())
    .nullable()
    .meta({ description: 'What is paid, terms of `covers`; null: not stated.' }),
  who: whoShape,
  realDates,
  lastChecked: day.nullable(),
}

export const opportunityItem = z
  .object({ ...texted, ...opportunityFacts })
  .meta({ description: 'A call as lists have it.' })

const changeShape = z.object({
  kind: z.enum(['extended', 'shortened', 'cancelled', 'reopened']),
  on: day.nullable(),
  from: day.nullable(),
  to: day.nullable(),
  words: z.string().nullable(),
})

const several = z.array(z.string()).nullable()

export const opportunityDetail = z
  .object({
    ...shared,
    ...opportunityFacts,
    ...detailed,
    changes: z.array(changeShape).meta({ description: 'What became of the deadline, oldest first.' }),
    partners: codes('Who organises it besides.'),
    themes: codes('Terms of `theme`.'),
    programme: said('The id of its programme.'),
    applicants: z.object({
      shapes: several,
      roles: several,
      stages: several,
      ageMin: z.number().nullable(),
      ageMax: z.number().nullable(),
    }),
    applicationLanguages: several,
    activity: z.object({ start: day.nullable(), end: day.nullable() }),
    url: webAddress.nullable().meta({ description: 'The page of its source.' }),
    note: z.string().nullable(),
  })
  .meta({ description: 'A call with all that is known of it.' })

const eventFacts = {
  kind: said('A term of `event-kind`.'),
  organiser: said('As its source names it.'),
  places: z.object({ country: said('ISO 3166-1'), city: z.string().nullable() }),
  time: z
    .object({
      start: said('A day (ISO 8601).'),
      startTime: said('HH:MM in the zone; null for whole days.'),
      end: said('The last day, included.'),
      endTime: z.string().nullable(),
      zone: said('An IANA zone.'),
      precision: z
        .enum(['day', 'month', 'year'])
        .nullable()
        .meta({ description: 'How much of the date is known.' }),
      startsAt: moment.nullable(),
      endsAt: moment.nullable().meta({ format: 'date-time', description: 'The first instant after it.' }),
      repeats: z
        .boolean()
        .meta({ description: 'It takes place several times; this is the one on, next or last.' }),
    })
    .meta({ description: 'As stated, and as instants; all null when no date is known.' }),
  state: z.enum(eventStates),
  attendance: z.enum(attendances),
  disciplines: codes('Terms of `discipline`.'),
  realDates,
}

export const eventItem = z
  .object({ ...texted, ...eventFacts })
  .meta({ description: 'An event as lists have it.' })

export const eventDetail = z
  .object({
    ...shared,
    ...eventFacts,
    ...detailed,
    parent: said('The id of the event it is part of, as far as it may be seen.'),
    parts: codes('The ids of its parts.'),
    dates: z
      .array(
        z.object({
          start: day,
          startTime: z.string().nullable(),
          end: day,
          endTime: z.string().nullable(),
          startsAt: moment,
          endsAt: moment,
          state: z.enum(eventStates),
          title: z.string().nullable(),
        }),
      )
      .meta({ description: 'Of an event that repeats, the next dates, at most a hundred.' }),
    convening: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: 'Of a meeting of governments: its number, delegations and what came of it.' }),
    venue: z.string().nullable(),
    onlineUrl: webAddress.nullable(),
    themes: codes('Terms of `theme`.'),
    programme: said('The id of its programme.'),
    url: webAddress.nullable(),
    moreSources: z.array(webAddress),
    note: z.string().nullable(),
  })
  .meta({ description: 'An event with all that is known of it.' })

const articleFacts = {
  kind: said('A term of `article-kind`.'),
  authors: z.array(z.string()),
  publisher: z.string().nullable(),
  publishedOn: day.nullable(),
  countries: codes('What it is about (ISO 3166-1).'),
  themes: codes('Terms of `theme`.'),
}

export const articleItem = z
  .object({ ...texted, ...articleFacts })
  .meta({ description: 'An article as lists have it.' })

export const articleDetail = z
  .object({
    ...shared,
    ...articleFacts,
    ...detailed,
    disciplines: codes('Terms of `discipline`.'),
    programme: said('The id of its programme.'),
    url: webAddress.nullable(),
    note: z.string().nullable(),
  })
  .meta({ description: 'An article with all that is known of it.' })

const organisationFacts = {
  kind: said('A term of `organisation-kind`.'),
  country: said('ISO 3166-1'),
  city: z.string().nullable(),
  disciplines: codes('Terms of `discipline`.'),
}

export const organisationItem = z
  .object({ ...texted, ...organisationFacts })
  .meta({ description: 'An organisation as the directory has it.' })

export const organisationDetail = z
  .object({
    ...shared,
    ...organisationFacts,
    ...detailed,
    website: webAddress.nullable(),
    languages: several,
    url: webAddress.nullable(),
    note: z.string().nullable(),
  })
  .meta({ description: 'An organisation with all that is known of it.' })

const editionShape = z.looseObject({ name: z.string() })

const programmeFacts = {
  kind: said('A term of `programme-kind`.'),
  pillar: said('A term of `pillar`.'),
  organiser: z.string().nullable(),
  editions: z.array(editionShape).meta({ description: 'Each with its name and what its source says of it.' }),
}

export const programmeItem = z
  .object({ ...texted, ...programmeFacts })
  .meta({ description: 'A programme as lists have it.' })

export const programmeDetail = z
  .object({
    ...shared,
    ...programmeFacts,
    ...detailed,
    partners: z.array(z.string()),
    facts: z.record(z.string(), z.unknown()),
    url: webAddress.nullable(),
    moreSources: z.array(webAddress),
  })
  .meta({ description: 'A programme with all that is known of it.' })

export const partnerItem = z
  .object({
    ...shared,
    kind: z.enum(['country', 'organisation']),
    name: z.string(),
    lang: z.string().meta({ description: 'The language of the name.' }),
    country: said('ISO 3166-1; null for an organisation.'),
    region: z.enum(['asia', 'europe']).nullable(),
    yearJoined: z.number().nullable(),
    capital: z.string().nullable(),
    seat: z.string().nullable(),
    url: webAddress.nullable(),
  })
  .meta({ description: 'A member of the partnership.' })

export const partnerDetail = partnerItem
  .extend({
    aliases: z.array(z.string()),
    note: z.string().nullable(),
    yearJoinedNote: z.string().nullable(),
  })
  .meta({ description: 'A member of the partnership with all it is called.' })
