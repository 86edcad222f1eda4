import { type RawBuilder, sql } from 'kysely'
import { type Db, rows } from '../../platform/index.ts'
import type { Member } from '../people/model.ts'
import type { Permission } from '../roles/model.ts'
import { rolesWith } from '../roles/permissions.ts'
import type { HeapName, HeapPart, Waiting, WaitingRecord } from './model.ts'

/** How many records of a heap are named. */
const named = 5

/** Schedules that failed longer ago are history. */
const failedDays = 30

type Condition = RawBuilder<boolean>

const all = (conditions: Condition[]): Condition =>
  conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`
const any = (conditions: Condition[]): Condition =>
  conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` or `)})`

/** The texts `x` of entries `r` with which the viewer may do something; what a limit says nothing of does not fit it. */
function within(by: Member, permission: Permission): { isText: Condition; isRecord: Condition } {
  const limited = rolesWith(by, permission).flatMap(({ limits }) => {
    const { language, record, country, kind, partner, organisation } = limits
    if (partner || organisation) return []
    const ofRecord = [
      ...(kind ? [sql<boolean>`r.kind = any(${[...kind]}::text[])`] : []),
      ...(record ? [sql<boolean>`r.id = any(${[...record]}::text[])`] : []),
      ...(country ? [sql<boolean>`r.countries && ${[...country]}::text[]`] : []),
    ]
    return [{ ofRecord, language }]
  })
  const isLang = (language: readonly string[]) =>
    sql<boolean>`split_part(x, ':', 1) = any(${[...language]}::text[])`
  const isText = any(
    limited.map(({ ofRecord, language }) => all([...ofRecord, ...(language ? [isLang(language)] : [])])),
  )
  const isRecord = any(
    limited.map(({ ofRecord, language }) =>
      all([
        ...ofRecord,
        ...(language
          ? [sql<boolean>`exists (select 1 from unnest(r.texts) as x where ${isLang(language)})`]
          : []),
      ]),
    ),
  )
  return { isText, isRecord }
}

const inState = (state: string) => sql<boolean>`split_part(x, ':', 2) = ${state}`

/** The texts `t` of entries `r` of which something is so. */
const textsOf = (condition: Condition) => sql`cross join lateral (
    select array_agg(split_part(x, ':', 1)) as langs, min(split_part(x, ':', 1)) as lang,
      bool_or(split_part(x, ':', 1) = r.original_lang) as own
    from unnest(r.texts) as x where ${condition}) t`

/** A heap: entries `r` with their texts `t` that are meant, since when, and what is noted. */
type Source = {
  heap: HeapName
  from: RawBuilder<unknown>
  where: Condition
  at: RawBuilder<unknown>
  note?: RawBuilder<unknown>
}

type Asking = { by: Member; now: Date }
type Within = ReturnType<typeof within>

const entry = sql`community.desk_entry r`
const isMeant = sql<boolean>`t.lang is not null`
const noText = sql`cross join lateral (select '{}'::text[] as langs, null as lang, false as own) t`
const dayOf = (now: Date) => now.toTemporalInstant().toZonedDateTimeISO('UTC').toPlainDate()

/** What somebody wrote, looks after, or is to look at. */
function workOf({ by }: Asking, writes: Within, publishes: Within): Source[] {
  const me = sql`${by.personId}::uuid`
  const wrote = sql<boolean>`(exists (select 1 from community.revision v
      where v.kind = r.kind and v.record_id = r.id and v.changed_by = ${me})
    or exists (select 1 from community.record c where c.kind = r.kind and c.id = r.id and c.changed_by = ${me}))`
  return [
    {
      heap: 'sent-back',
      from: sql`community.remark m join ${entry} on r.kind = m.kind and r.id = m.record_id
        ${textsOf(all([sql<boolean>`(m.lang is null or m.lang = split_part(x, ':', 1))`, inState('draft'), writes.isText]))}`,
      where: all([
        sql<boolean>`m.settled_at is null`,
        sql<boolean>`m.said_by is distinct from ${me}`,
        isMeant,
        any([sql<boolean>`r.assigned_to = ${me}`, wrote]),
      ]),
      at: sql`m.said_at`,
      note: sql`m.said`,
    },
    {
      heap: 'review',
      from: sql`${entry} ${textsOf(all([inState('in-review'), publishes.isText]))}`,
      where: all([sql<boolean>`community.in_state(r.texts, 'in-review')`, isMeant]),
      at: sql`r.changed_at`,
    },
    {
      heap: 'drafts',
      from: sql`community.record c join ${entry} on r.kind = c.kind and r.id = c.id
        ${textsOf(all([inState('draft'), writes.isText]))}`,
      where: all([
        sql<boolean>`c.changed_by = ${me}`,
        sql<boolean>`community.in_state(r.texts, 'draft')`,
        isMeant,
      ]),
      at: sql`r.changed_at`,
    },
    {
      heap: 'assigned',
      from: sql`${entry} ${textsOf(writes.isText)}`,
      where: all([sql<boolean>`r.assigned_to = ${me}`, isMeant]),
      at: sql`r.changed_at`,
    },
  ]
}

/** What is to be done today by itself, and what was not done. */
function schedulesFor({ now }: Asking, publishes: Within): Source[] {
  const tomorrow = dayOf(now).add({ days: 1 }).toString()
  const from = sql`community.schedule s join ${entry} on r.kind = s.kind and r.id = s.record_id
    ${textsOf(all([sql<boolean>`split_part(x, ':', 1) = s.lang`, publishes.isText]))}`
  const facts = { from, at: sql`s.due`, note: sql`s.becomes` }
  return [
    {
      heap: 'scheduled',
      ...facts,
      where: all([
        sql<boolean>`s.ended_at is null`,
        sql<boolean>`s.due < ${tomorrow}::timestamp at time zone 'UTC'`,
        isMeant,
      ]),
    },
    {
      heap: 'failed',
      ...facts,
      where: all([
        sql<boolean>`s.ended_how = 'failed'`,
        sql<boolean>`s.ended_at > ${now}::timestamptz - make_interval(days => ${failedDays})`,
        isMeant,
        // Once the text is what it was to become, or somebody has scheduled it anew, nothing waits.
        sql<boolean>`not (s.lang || ':' || s.becomes = any(r.texts))`,
        sql<boolean>`not exists (select 1 from community.schedule n where n.kind = s.kind and n.record_id = s.record_id
          and n.lang = s.lang and n.becomes = s.becomes and n.asked_at > s.asked_at)`,
      ]),
    },
  ]
}

/** What is amiss with records, whoever mends it: only counted, as tables show it. */
function faultsIn({ now }: Asking, writes: Within): Source[] {
  const yearAgo = dayOf(now).subtract({ years: 1 }).toString()
  return [
    {
      heap: 'stale',
      from: sql`${entry} ${textsOf(all([sql<boolean>`split_part(x, ':', 1) = any(r.stale)`, writes.isText]))}`,
      where: all([sql<boolean>`r.stale <> '{}'`, isMeant]),
      at: sql`r.changed_at`,
    },
    {
      heap: 'old',
      from: sql`${entry} ${noText}`,
      where: all([
        sql<boolean>`coalesce(r.checked_on, '-infinity'::date) <= ${yearAgo}::date`,
        writes.isRecord,
      ]),
      at: sql`r.checked_on::timestamp at time zone 'UTC'`,
    },
    {
      heap: 'must',
      from: sql`community.check_state k join ${entry} on r.kind = k.kind and r.id = k.record_id ${noText}`,
      where: all([
        sql<boolean>`k.must <> '{}'`,
        writes.isRecord,
        // What only a text fails that is not theirs, is not theirs to mend.
        sql<boolean>`exists (select 1 from unnest(k.must) as f where position('@' in f) = 0 or exists (
          select 1 from unnest(r.texts) as x where split_part(x, ':', 1) = split_part(f, '@', 2) and ${writes.isText}))`,
      ]),
      at: sql`r.changed_at`,
    },
  ]
}

/** What somebody typed and has not saved. */
const typedBy = (by: Member) => sql`community.draft d
  left join community.desk_entry r on r.kind = d.kind and r.id = d.record_id where d.person_id = ${by.personId}::uuid`

const countOf = ({ heap, from, where, at }: Source) =>
  sql`select ${heap}::text as heap, kind, count(*)::int as count, min(at) as since,
      array(select distinct l from unnest(string_to_array(string_agg(array_to_string(langs, ' '), ' '), ' ')) as l
        where l <> '' order by l) as langs
    from (select r.kind, ${at} as at, t.langs from ${from} where ${where}) found group by kind`

const firstOf = ({ heap, from, where, at, note }: Source) =>
  sql`(select ${heap}::text as heap, kind, id, coalesce(titles ->> lang, id) as title, lang, at, note
    from (select r.kind, r.id, r.titles, case when t.own then r.original_lang else t.lang end as lang, ${at} as at,
      ${note ?? sql`null`}::text as note from ${from} where ${where}) found
    order by at, kind, id limit ${named})`

/**
 * What waits at the desk for somebody at a moment, through the limits of their roles, in two queries however much there is.
 * Claims are counted by their own noun.
 */
export async function readWaiting(db: Db, by: Member, now: Date): Promise<Waiting> {
  const asking = { by, now }
  const writes = within(by, 'records.edit')
  const publishes = within(by, 'records.publish')
  const about = [...workOf(asking, writes, publishes), ...schedulesFor(asking, publishes)]
  const parts = await rows<HeapPart>(
    db,
    sql`${sql.join([...about, ...faultsIn(asking, writes)].map(countOf), sql` union all `)}
      union all select 'typed', kind, count(*)::int, min(at), '{}' from (
        select d.kind, d.saved_at as at from ${typedBy(by)}) typed group by kind`,
  )
  const records = await rows<WaitingRecord>(
    db,
    sql`${sql.join(about.map(firstOf), sql` union all `)}
      union all (select 'typed', d.kind, d.record_id, coalesce(r.titles ->> nullif(d.lang, ''), r.title, ''),
        coalesce(nullif(d.lang, ''), r.original_lang, 'en'), d.saved_at, null
        from ${typedBy(by)} order by d.saved_at desc limit ${named})`,
  )
  return { parts, records }
}
