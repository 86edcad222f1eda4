import { type RawBuilder, sql } from 'kysely'
import { joinText, readTexts, type RecordText, saysWords, type Viewer } from '../../community/index.ts'
import {
  allOf,
  askList,
  askSets,
  type Bits,
  type Db,
  type Facet,
  firstRow,
  type ListAnswer,
  type ListOf,
  type ListRequest,
  rows,
  showsList,
  showsRecords,
  showsThoseWith,
  withColumns,
} from '../../platform/index.ts'
import type { Change } from '../deadlines/model.ts'
import type { Told } from '../eligibility/model.ts'
import { facetsOf, isOpenAt, nextClosing, opportunityTexts, standingOf } from './facets/queries.ts'
import { callsPaying, callsWith, firstOpen, readyCalls, standingSets } from './kept/queries.ts'
import type { Opportunity, OpportunityRow } from './model.ts'

export { opportunityTexts }

/** What a visitor asks of the list of calls. `now` decides what is open. */
export type OpportunityRequest = ListRequest & {
  now: Date
  told: Told
  words?: string | undefined
  /** Only calls with a closing on or after, on or before, these days (ISO dates). */
  from?: string | undefined
  to?: string | undefined
  sort?: string | undefined
}

type Unpaged<Request> = Omit<Request, keyof ListRequest>

const listed = sql`r.id, r.slug, r.page, r.type, r.organiser, r.host_countries as "hostCountries", r.host_city as "hostCity",
  r.online, r.disciplines, r.deadline_kind as "deadlineKind", r.rounds, r.cancelled, r.deadline_places as places,
  r.fee, r.fee_amount as "feeAmount", r.fee_currency as "feeCurrency", r.covers, r.who_test as "whoTest",
  r.eligible_countries as "eligibleCountries", r.eligible_regions as "eligibleRegions",
  r.eligible_except as "eligibleExcept", r.citizenship, r.residence, r.base,
  r.citizenship_places as "citizenshipPlaces", r.residence_places as "residencePlaces",
  r.real_dates as "realDates", r.last_checked as "lastChecked"`

/**
 * One page of calls with the counts of every facet; calls open to what was told first, then those that depend. `besides`
 * are columns that are wanted of each of them too.
 */
export async function listOpportunities<Besides = unknown>(
  db: Db,
  viewer: Viewer,
  locale: string,
  request: OpportunityRequest,
  besides?: RawBuilder<Besides>,
): Promise<ListAnswer<OpportunityRow & Besides>> {
  showsList('opportunities')
  const { words, from, to, sort, told } = request
  const list = withColumns(callList(viewer, locale, request), besides)
  const byHand = sort !== undefined && sort !== 'newest'
  const sets = (words ?? from ?? to ?? byHand) ? undefined : await readyCalls(db, viewer, request.now)
  if (sets) return askSets(db, sets, list, { ...request, order: sort, own: standingSets(sets, told) })
  return askList<OpportunityRow & Besides>(db, list, {
    ...request,
    chosen: narrowing(request),
  })
}

// Words and days narrow a list as facets do, and count as such: an empty list can say what to loosen.
export function narrowing({ chosen, words, from, to }: OpportunityRequest): Record<string, string[]> {
  return { ...chosen, ...(words ? { q: [words] } : {}), ...((from ?? to) ? { days: ['some'] } : {}) }
}

/** The list of calls as data. */
export function callList(viewer: Viewer, locale: string, request: Unpaged<OpportunityRequest>): ListOf {
  const standing = standingOf(request.told)
  return {
    from: sql`information.opportunity r ${joinText(opportunityTexts, viewer, locale)}
      cross join lateral (select ${standing} as standing, ${nextClosing(request.now)} as next) asked`,
    where: sql`true`,
    columns: sql`${listed}, text.*, asked.standing`,
    facets: [...facetsOf(viewer, request.now), ...narrowingFacets(viewer, request)],
    order: orderOf(request),
  }
}

function narrowingFacets(viewer: Viewer, { words, from, to }: Unpaged<OpportunityRequest>): Facet[] {
  const narrowed = (name: string, condition: RawBuilder<boolean>): Facet => ({
    name,
    values: sql`'{}'::text[]`,
    matches: () => condition,
  })
  const within = sql<boolean>`exists (select 1 from jsonb_array_elements(r.rounds) as round
    where round->>'deadline' between ${from ?? '0000'} and ${to ?? '9999'})`
  return [
    ...(words ? [narrowed('q', saysWords(opportunityTexts, viewer, words))] : []),
    ...((from ?? to) ? [narrowed('days', within)] : []),
  ]
}

function orderOf({ sort, told }: Unpaged<OpportunityRequest>): RawBuilder<unknown> {
  const hasTold = told.citizenship.length + told.residence.length > 0
  // Whoever told nothing is not told apart: what closes next comes first, open to all or not.
  const group = hasTold ? sql`case asked.standing when 2 then 0 when 1 then 1 else 2 end` : sql`null::int`
  if (sort === 'title') return sql`${group}, text.title collate "und-x-icu", r.id`
  if (sort === 'newest') return sql`${group}, r.created_at desc, r.last_checked desc nulls last, r.id`
  return sql`${group}, asked.next nulls last, r.closes_at desc nulls first, text.title collate "und-x-icu", r.id`
}

const detailed = sql`${listed}, r.original_lang as "originalLang", r.partners, r.themes, r.programme,
  r.applicant_shapes as "applicantShapes", r.applicant_roles as "applicantRoles", r.career_stages as "careerStages", r.age_min as "ageMin",
  r.age_max as "ageMax", r.application_languages as "applicationLanguages", r.activity_start as "activityStart",
  r.activity_end as "activityEnd", r.url, r.note, r.readings`

/** The call at this address with the texts the viewer may see; undefined when there is none to see. */
export async function findOpportunity(
  db: Db,
  viewer: Viewer,
  slug: string,
  locale: string,
): Promise<{ opportunity: Opportunity; texts: RecordText[] } | undefined> {
  const found = await firstRow<Omit<Opportunity, 'changes'>>(
    db,
    sql`select ${detailed} from information.opportunity r where r.slug = ${slug}`,
  )
  if (!found) return undefined
  showsRecords('opportunities', found.id)
  const texts = await readTexts(db, viewer, opportunityTexts, found, locale)
  if (texts.length === 0) return undefined
  return { opportunity: { ...found, changes: await readChanges(db, found.id) }, texts }
}

/** The history of a call's deadline, oldest first. */
export function readChanges(db: Db, id: string): Promise<Change[]> {
  return rows<Change>(
    db,
    sql`select kind, changed_on as "on", from_date as "from", to_date as "to", words
      from information.opportunity_change where opportunity_id = ${id} order by position`,
  )
}

/** These calls as lists show them, in no order. */
export function readOpportunityRows(
  db: Db,
  viewer: Viewer,
  locale: string,
  ids: string[],
): Promise<OpportunityRow[]> {
  return rows<OpportunityRow>(
    db,
    sql`select ${listed}, text.*, 2 as standing
      from information.opportunity r ${joinText(opportunityTexts, viewer, locale)} where r.id = any(${ids})`,
  )
}

/** A few open calls that share a discipline or the programme of this one, the soonest to close first. */
export async function listRelatedOpportunities(
  db: Db,
  viewer: Viewer,
  locale: string,
  of: { id: string; disciplines: string[]; programme: string | null },
  now: Date,
): Promise<OpportunityRow[]> {
  showsThoseWith('opportunities', 'discipline', of.disciplines)
  showsThoseWith('opportunities', 'programme', [of.programme])
  const sets = await readyCalls(db, viewer, now)
  const related = sets
    ? among(
        // One more than is shown, since this one is found too.
        firstOpen(sets, callsWith(sets, 'programme', [of.programme]), fewRelated + 1),
        firstOpen(sets, callsWith(sets, 'discipline', of.disciplines), fewRelated + 1),
      )
    : sql`(r.disciplines && ${of.disciplines}::text[] or r.programme = ${of.programme})`
  return rows<OpportunityRow>(
    db,
    sql`select ${listed}, text.*, 2 as standing, ${nextClosing(now)} as next
      from information.opportunity r ${joinText(opportunityTexts, viewer, locale)}
      where r.id <> ${of.id} and ${isOpenAt(now)} and ${related}
      order by (r.programme = ${of.programme}) desc nulls last, ${inOrder} limit ${fewRelated}`,
  )
}

const fewRelated = 4

const among = (...ids: string[][]) => sql`r.id = any(${ids.flat()}::text[])`

const inOrder = sql`next nulls last, r.closes_at desc nulls first, text.title collate "und-x-icu", r.id`

/** Calls of a programme, open or over, the latest first. */
export function listOpportunitiesOf(
  db: Db,
  viewer: Viewer,
  locale: string,
  programme: string,
): Promise<OpportunityRow[]> {
  showsThoseWith('opportunities', 'programme', [programme])
  return rows<OpportunityRow>(
    db,
    sql`select ${listed}, text.*, 2 as standing
      from information.opportunity r ${joinText(opportunityTexts, viewer, locale)}
      where r.programme = ${programme} order by r.closes_at desc nulls first, r.id limit 50`,
  )
}

type Asked = { now: Date; limit: number }

/** Open calls for those who told this, the soonest to close first; those that depend on more come after. */
export async function listOpportunitiesFor(
  db: Db,
  viewer: Viewer,
  locale: string,
  told: Told,
  { now, limit }: Asked,
): Promise<OpportunityRow[]> {
  showsList('opportunities')
  const where = await forThose(db, viewer, told, { now, limit })
  return listOpen(db, viewer, locale, { told, where: sql`asked.standing >= 1 and ${where}`, now, limit })
}

/** Open calls for something that takes place there, the soonest to close first. */
export async function listOpportunitiesIn(
  db: Db,
  viewer: Viewer,
  locale: string,
  place: string,
  { now, limit }: Asked,
): Promise<OpportunityRow[]> {
  showsThoseWith('opportunities', 'country', [place])
  const sets = await readyCalls(db, viewer, now)
  const where = sets
    ? among(firstOpen(sets, callsWith(sets, 'country', [place]), limit))
    : takesPlaceIn(place)
  return listOpen(db, viewer, locale, { where, now, limit })
}

/** Open calls that say what they pay for, and whose applicants may come from a place, or go there. */
export async function listFundedOpportunities(
  db: Db,
  viewer: Viewer,
  locale: string,
  place: string,
  { now, limit }: Asked,
): Promise<{ outward: OpportunityRow[]; inward: OpportunityRow[] }> {
  showsList('opportunities')
  const told = { citizenship: [place], residence: [place] }
  const funded = (where: RawBuilder<unknown>) => sql`r.covers <> '{}' and ${where}`
  const sets = await readyCalls(db, viewer, now)
  const paid = sets && callsPaying(sets)
  const inward =
    sets && paid
      ? among(firstOpen(sets, allOf([callsWith(sets, 'country', [place]), paid]), limit))
      : takesPlaceIn(place)
  return {
    outward: await listOpen(db, viewer, locale, {
      told,
      where: funded(sql`asked.standing >= 1 and ${await forThose(db, viewer, told, { now, limit }, paid)}`),
      now,
      limit,
    }),
    inward: await listOpen(db, viewer, locale, { where: funded(inward), now, limit }),
  }
}

/** The first open calls for those who told this, as a condition; no condition where no sets are kept. */
async function forThose(
  db: Db,
  viewer: Viewer,
  told: Told,
  { now, limit }: Asked,
  within?: Bits,
): Promise<RawBuilder<unknown>> {
  const sets = await readyCalls(db, viewer, now)
  if (!sets) return sql`true`
  const { values } = standingSets(sets, told)
  const first = (standing: string) =>
    firstOpen(sets, allOf([values.get(standing) ?? sets.everything(), within ?? sets.everything()]), limit)
  return among(first('yes'), first('depends'))
}

const takesPlaceIn = (place: string) => sql`r.host_countries @> array[${place}]`

function listOpen(
  db: Db,
  viewer: Viewer,
  locale: string,
  { told, where, now, limit }: Asked & { told?: Told; where: RawBuilder<unknown> },
): Promise<OpportunityRow[]> {
  return rows<OpportunityRow>(
    db,
    sql`select ${listed}, text.*, asked.standing
      from information.opportunity r ${joinText(opportunityTexts, viewer, locale)}
        cross join lateral (select ${told ? standingOf(told) : sql`2`} as standing, ${nextClosing(now)} as next) asked
      where ${isOpenAt(now)} and ${where}
      order by asked.standing desc, asked.next nulls last, text.title collate "und-x-icu", r.id limit ${limit}`,
  )
}

/** Calls of an organiser by any of its names, open or over: what closes next first, the latest of the others after. */
export function listOpportunitiesBy(
  db: Db,
  viewer: Viewer,
  locale: string,
  organisers: string[],
  { now, limit }: Asked,
): Promise<OpportunityRow[]> {
  showsThoseWith('opportunities', 'organiser', organisers)
  return rows<OpportunityRow>(
    db,
    sql`select ${listed}, text.*, 2 as standing, ${nextClosing(now)} as next
      from information.opportunity r ${joinText(opportunityTexts, viewer, locale)}
      where r.organiser = any(${organisers})
      order by ${isOpenAt(now)} desc, next nulls last, r.closes_at desc nulls first, r.id limit ${limit}`,
  )
}
