import { type RawBuilder, sql } from 'kysely'
import type { Told } from './model.ts'

/** The same answer as `standingOf` of the model, in a query of calls `r`: 2 yes, 1 depends, 0 no, -1 not stated. */
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
