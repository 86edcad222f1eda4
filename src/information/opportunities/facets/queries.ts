import { type RawBuilder, sql } from 'kysely'
import { textLangs, type Viewer } from '../../../community/index.ts'
import { type Facet, hasAny } from '../../../platform/index.ts'
import type { Told } from '../../eligibility/model.ts'

export const opportunityTexts = 'information.opportunity_text'

/** The next closing of a call `r`. */
export const nextClosing = (now: Date) => sql`(select min(c) from unnest(r.closings) c where c > ${now})`
/** Whether a call `r` is open. */
export const isOpenAt = (now: Date) =>
  sql<boolean>`(not r.cancelled and (r.closes_at is null or r.closes_at > ${now}))`

/** The facets of calls, as they are at a moment. */
export function facetsOf(viewer: Viewer, now: Date): Facet[] {
  const open = isOpenAt(now)
  const within = (days: number) => sql`asked.next <= ${new Date(now.getTime() + days * 86_400_000)}`
  const deadline = sql`case when not ${open} then array['closed']
    when asked.next is null then array['no-date']
    when ${within(7)} then array['week', 'month']
    when ${within(30)} then array['month'] else array['later'] end`
  const standing = sql`array_remove(array[case asked.standing when 2 then 'yes' when 1 then 'depends' when -1 then 'not-stated' end], null)`
  const any = (name: string, values: RawBuilder<unknown>): Facet => ({
    name,
    values,
    matches: hasAny(values),
  })
  return [
    any('covers', sql`coalesce(r.covers, array['not-stated'])`),
    any('discipline', sql`r.disciplines`),
    any('country', sql`r.host_countries || case when r.online then array['online'] else '{}'::text[] end`),
    any('type', sql`array_remove(array[r.type], null)`),
    { ...any('deadline', deadline), unchosen: open },
    any('fee', sql`array[coalesce(r.fee, 'not-stated')]`),
    any('stage', sql`coalesce(r.career_stages, array['not-stated'])`),
    any('language', sql`coalesce(r.application_languages, array['not-stated'])`),
    any('theme', sql`r.themes`),
    any('lang', textLangs(opportunityTexts, viewer)),
    { ...any('standing', standing), unchosen: sql<boolean>`asked.standing <> 0` },
  ]
}

/** The same answer as `standingOf` in `eligibility`, in the query: 2 yes, 1 depends, 0 no, -1 not stated. */
export function standingOf(told: Told): RawBuilder<number> {
  const citizenship = degree(sql`r.citizenship_places`, told.citizenship)
  const residence = degree(sql`r.residence_places`, told.residence)
  const least = sql`least(${citizenship}, ${residence})`
  const most = sql`greatest(${citizenship}, ${residence})`
  return sql<number>`case r.who_test
    when 'anyone' then 2
    when 'not-stated' then -1
    when 'citizenship' then ${citizenship}
    when 'residence' then ${residence}
    when 'base' then ${residence}
    when 'either' then ${most}
    when 'both' then ${least}
    when 'unclear' then case when ${least} = 2 then 2 else least(1, ${most}) end
    else least(1, ${most}) end`
}

function degree(places: RawBuilder<unknown>, told: string[]): RawBuilder<number> {
  return sql<number>`case when ${places} && ${['*', ...told]}::text[] then 2
    when ${told.length === 0} or '?' = any(${places}) then 1 else 0 end`
}
