/** Records as the API answers them: facts as data, texts with their languages. Pure. */
import type { z } from 'zod'
import type { Organisation, OrganisationRow, Partner, RecordText } from '../../community/index.ts'
import type { Article, ArticleRow } from '../articles/model.ts'
import { type Change, closingOf, isOpen } from '../deadlines/model.ts'
import type { EventDetail, EventRow } from '../events/model.ts'
import type { DateRow } from '../occurrences/model.ts'
import { type Opportunity, opportunityPieces, type OpportunityRow } from '../opportunities/model.ts'
import { deadlineOf } from '../opportunities/words.ts'
import type { Programme, ProgrammeRow } from '../programmes/model.ts'
import type { Reader } from '../readers/model.ts'
import { realDateWords } from '../records/words.ts'
import type {
  articleDetail,
  articleItem,
  eventDetail,
  eventItem,
  opportunityDetail,
  opportunityItem,
  organisationDetail,
  organisationItem,
  partnerDetail,
  partnerItem,
  programmeDetail,
  programmeItem,
  roundShape,
  textShape,
} from './shapes/model.ts'

/** Who asks, and where the house is. */
export type Answering = { reader: Reader; origin: string }

type Plural = 'opportunities' | 'events' | 'articles' | 'organisations' | 'programmes' | 'partners'

const sharedOf = (
  { reader, origin }: Answering,
  list: Plural,
  record: { id: string; slug: string; page?: string | null },
) => ({
  id: record.id,
  slug: record.slug,
  address: origin + reader.href(record.page ?? `/${list}/${record.slug}`),
})

type Titled = {
  id: string
  slug: string
  page?: string | null
  title: string
  summary: string | null
  lang: string
  demonstration: boolean
}

function textedOf(answering: Answering, list: Plural, record: Titled) {
  const { title, summary, lang, demonstration } = record
  return { ...sharedOf(answering, list, record), title, summary, lang, demonstration }
}

/** What a record says of its languages and its source. */
function detailOf(
  record: { originalLang: string; lastChecked: string | null },
  texts: RecordText[],
  pieces: readonly string[] = [],
) {
  return {
    originalLang: record.originalLang,
    texts: texts.map((text) => textAs(text, pieces)),
    lastChecked: record.lastChecked,
  }
}

function textAs(text: RecordText, pieces: readonly string[]): z.output<typeof textShape> {
  const { lang, state, title, demonstration } = text
  const others = pieces.map((piece) => [inOneWord(piece), wordsIn(text, piece)])
  const body = wordsIn(text, 'body')
  return {
    lang,
    state,
    title,
    summary: wordsIn(text, 'summary'),
    body,
    demonstration,
    ...Object.fromEntries(others),
  }
}

const inOneWord = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

function wordsIn(text: RecordText, piece: string): string | null {
  const words = text[piece]
  return typeof words === 'string' ? words : null
}

const realDatesOf = ({ reader }: Answering, dates: Record<string, string> | null) =>
  dates && { dates, notice: realDateWords(reader, dates) ?? null }

type Call = Omit<OpportunityRow, 'title' | 'summary' | 'lang' | 'demonstration' | 'standing'>

function callFacts(answering: Answering, call: Call) {
  const deadline = deadlineOf(call)
  return {
    type: call.type,
    organiser: call.organiser,
    places: { countries: call.hostCountries, city: call.hostCity, online: call.online },
    disciplines: call.disciplines,
    deadline: { ...deadline, rounds: call.rounds.map(roundAs), open: isOpen(deadline, answering.reader.now) },
    fee: { kind: call.fee, amount: call.feeAmount, currency: call.feeCurrency },
    covers: call.covers,
    who: {
      test: call.whoTest,
      citizenship: call.citizenshipPlaces,
      residence: call.residencePlaces,
      regions: call.eligibleRegions,
      except: call.eligibleExcept,
    },
    realDates: realDatesOf(answering, call.realDates),
    lastChecked: call.lastChecked,
  }
}

function roundAs(round: Call['rounds'][number]): z.output<typeof roundShape> {
  const { deadline, time, zone, text } = round
  return { deadline, time, zone, text, closesAt: closingOf(round).toString() }
}

/** A call as lists have it. */
export function callItem(answering: Answering, call: OpportunityRow): z.output<typeof opportunityItem> {
  return { ...textedOf(answering, 'opportunities', call), ...callFacts(answering, call) }
}

/** A call with all that is known of it. */
export function wholeCall(
  answering: Answering,
  call: Opportunity,
  texts: RecordText[],
): z.output<typeof opportunityDetail> {
  return {
    ...sharedOf(answering, 'opportunities', call),
    ...callFacts(answering, call),
    ...detailOf(call, texts, opportunityPieces),
    changes: call.changes.map(changeAs),
    partners: call.partners,
    themes: call.themes,
    programme: call.programme,
    applicants: {
      shapes: call.applicantShapes,
      roles: call.applicantRoles,
      stages: call.careerStages,
      ageMin: call.ageMin,
      ageMax: call.ageMax,
    },
    applicationLanguages: call.applicationLanguages,
    activity: { start: call.activityStart, end: call.activityEnd },
    url: call.url,
    note: call.note,
  }
}

const changeAs = ({ kind, on, from, to, words }: Change) => ({ kind, on, from, to, words })

type Dated = Omit<EventRow, 'title' | 'summary' | 'lang' | 'demonstration'>

function eventFacts(answering: Answering, event: Dated) {
  return {
    kind: event.kind,
    organiser: event.organiser,
    places: { country: event.country, city: event.city },
    time: {
      start: event.startsOn,
      startTime: event.startsTime,
      end: event.endsOn,
      endTime: event.endsTime,
      zone: event.zone,
      precision: event.precision,
      startsAt: event.startsAt && momentOf(event.startsAt),
      endsAt: event.endsAt && momentOf(event.endsAt),
      repeats: event.repeats,
    },
    state: event.state,
    attendance: event.attendance,
    disciplines: event.disciplines,
    realDates: realDatesOf(answering, event.realDates),
  }
}

const momentOf = (date: Date) => date.toTemporalInstant().toString()

/** An event as lists have it. */
export function eventAs(answering: Answering, event: EventRow): z.output<typeof eventItem> {
  return { ...textedOf(answering, 'events', event), ...eventFacts(answering, event) }
}

/** An event with all that is known of it, its family as far as it may be seen. */
export function wholeEvent(
  answering: Answering,
  event: EventDetail,
  {
    texts,
    parent,
    parts,
    dates,
  }: {
    texts: RecordText[]
    parent: EventRow | undefined
    parts: EventRow[]
    dates: DateRow[]
  },
): z.output<typeof eventDetail> {
  return {
    ...sharedOf(answering, 'events', event),
    ...eventFacts(answering, event),
    ...detailOf(event, texts),
    parent: parent?.id ?? null,
    parts: parts.map(({ id }) => id),
    dates: dates.map(dateAs),
    convening: event.convening,
    venue: event.venue,
    onlineUrl: event.onlineUrl,
    themes: event.themes,
    programme: event.programme,
    url: event.url,
    moreSources: event.moreSources,
    note: event.note,
  }
}

function dateAs(date: DateRow) {
  return {
    start: date.startsOn,
    startTime: date.startsTime,
    end: date.endsOn,
    endTime: date.endsTime,
    startsAt: momentOf(date.startsAt),
    endsAt: momentOf(date.endsAt),
    state: date.state,
    title: date.title,
  }
}

const articleFacts = (article: Omit<ArticleRow, 'title' | 'summary' | 'lang' | 'demonstration'>) => ({
  kind: article.kind,
  authors: article.authors,
  publisher: article.publisher,
  publishedOn: article.publishedOn,
  countries: article.countries,
  themes: article.themes,
})

/** An article as lists have it. */
export function articleAs(answering: Answering, article: ArticleRow): z.output<typeof articleItem> {
  return { ...textedOf(answering, 'articles', article), ...articleFacts(article) }
}

/** An article with all that is known of it. */
export function wholeArticle(
  answering: Answering,
  article: Article,
  texts: RecordText[],
): z.output<typeof articleDetail> {
  const { disciplines, programme, url, note } = article
  return {
    ...sharedOf(answering, 'articles', article),
    ...articleFacts(article),
    ...detailOf(article, texts),
    disciplines,
    programme,
    url,
    note,
  }
}

const organisationFacts = ({ kind, country, city, disciplines }: OrganisationRow | Organisation) => ({
  kind,
  country,
  city,
  disciplines,
})

/** An organisation as the directory has it. */
export function organisationAs(
  answering: Answering,
  organisation: OrganisationRow,
): z.output<typeof organisationItem> {
  return { ...textedOf(answering, 'organisations', organisation), ...organisationFacts(organisation) }
}

/** An organisation with all that is known of it. */
export function wholeOrganisation(
  answering: Answering,
  organisation: Organisation,
  texts: RecordText[],
): z.output<typeof organisationDetail> {
  const { website, languages, sourceUrl, note } = organisation
  return {
    ...sharedOf(answering, 'organisations', organisation),
    ...organisationFacts(organisation),
    ...detailOf(organisation, texts),
    website,
    languages,
    url: sourceUrl,
    note,
  }
}

const programmeFacts = ({ kind, pillar, organiser, editions }: ProgrammeRow | Programme) => ({
  kind,
  pillar,
  organiser,
  editions,
})

/** A programme as lists have it. */
export function programmeAs(answering: Answering, programme: ProgrammeRow): z.output<typeof programmeItem> {
  return { ...textedOf(answering, 'programmes', programme), ...programmeFacts(programme) }
}

/** A programme with all that is known of it. */
export function wholeProgramme(
  answering: Answering,
  programme: Programme,
  texts: RecordText[],
): z.output<typeof programmeDetail> {
  const { partners, facts, url, moreSources } = programme
  return {
    ...sharedOf(answering, 'programmes', programme),
    ...programmeFacts(programme),
    ...detailOf(programme, texts),
    partners,
    facts,
    url,
    moreSources,
  }
}

/** A partner as lists have it. */
export function partnerAs(answering: Answering, partner: Partner): z.output<typeof partnerItem> {
  const { id, kind, name, lang, place, region, yearJoined, capital, seat, sourceUrl } = partner
  const shared = sharedOf(answering, 'partners', { id, slug: id })
  return { ...shared, kind, name, lang, country: place, region, yearJoined, capital, seat, url: sourceUrl }
}

/** A partner with all it is called. */
export function wholePartner(
  answering: Answering,
  partner: Partner & { aliases: string[] },
): z.output<typeof partnerDetail> {
  const { aliases, note, yearJoinedNote } = partner
  return { ...partnerAs(answering, partner), aliases, note, yearJoinedNote }
}
