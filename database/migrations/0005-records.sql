-- Every record as files hold it, whole: what was imported, edited and is exported. The tables of its kind hold what is
-- asked of it, and are written from this.
create table community.record (
  kind text not null,
  -- In the order of bytes, which is that of exports.
  id text collate "C" not null,
  -- Kept as text, so that the order of its fields is that of the published shape.
  record json not null,
  version integer not null default 1,
  -- The source that gave it last and what it gave, as a hash, so that the same file again is known at a glance.
  given_hash text,
  -- [{"name", "address", "at", "fields", "given", "properties"}], the latest last; `given` only where it is not what is kept.
  sources json not null default '[]',
  -- {"field": {"value", "by", "at"}}: what a person has since put in place of what sources give.
  edits json not null default '{}',
  added_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (kind, id)
);

-- By what a record is recognised under another id: its address, its title with date and place (as hashes).
create table community.record_key (
  key bigint not null,
  kind text not null,
  id text collate "C" not null,
  primary key (key, kind, id)
);
create index record_key_by_record on community.record_key (kind, id);

-- Free addresses are looked for by how they begin, which only this collation's index can do.
alter table community.organisation alter column slug type text collate "C";
alter table information.opportunity alter column slug type text collate "C";
alter table information.event alter column slug type text collate "C";
alter table information.article alter column slug type text collate "C";
alter table information.programme alter column slug type text collate "C";

-- What the house holds already becomes records, read back from the tables of its kinds. By what they are recognised
-- (community.record_key) is noted by code, when they are next changed.

-- A house may hold many.
set local statement_timeout = 0;

-- One source, and what it gave: all fields but the address and the history of deadlines, which the house keeps itself.
create function community.source_of(name text, at timestamptz, record json) returns json language sql as $$
  select json_object(
    'name': name,
    'address': null,
    'at': to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'fields': coalesce(json_agg(field order by n, lang_n, piece_n), '[]'),
    'given': null,
    'properties': null)
  from (
    select key as field, n, 0 as lang_n, 0 as piece_n from json_each(record) with ordinality as f (key, value, n)
      where key not in ('id', 'slug', 'deadline_changes', 'translations')
    union all
    select 'translations.' || lang || '.' || piece, f.n, lang_n, piece_n
      from json_each(record) with ordinality as f (key, value, n),
        json_each(record -> 'translations') with ordinality as l (lang, pieces, lang_n),
        json_each(pieces) with ordinality as p (piece, words, piece_n)
      where f.key = 'translations'
  ) fields
$$;

insert into community.record (kind, id, record, sources, added_at, changed_at)
select 'opportunities', r.id, record, json_build_array(community.source_of('files', r.updated_at, record)), r.created_at, r.updated_at
from information.opportunity r
join information.opportunity_text t on t.record_id = r.id and t.lang = r.original_lang
cross join lateral (
  -- One deadline without words of its own is not a list of rounds.
  select case when jsonb_array_length(r.rounds) = 1 and r.rounds -> 0 ->> 'text' is null then r.rounds -> 0 end as deadline
) one
cross join lateral (
  select json_object(
    'id': r.id,
    'summary': t.summary,
    'body': t.body,
    'original_lang': nullif(r.original_lang, 'en'),
    'state': nullif(t.state, 'published'),
    'translations': (
      select json_object_agg(o.lang, json_object(
        'title': o.title, 'summary': o.summary, 'body': o.body, 'state': nullif(o.state, 'published'),
        'demonstration': nullif(o.demonstration, false), 'eligibility': o.eligibility,
        'funding_summary': o.funding_summary, 'deadline_text': o.deadline_text, 'fee_reason': o.fee_reason,
        'access_support': o.access_support absent on null returning json
      ) order by o.lang collate "C")
      from information.opportunity_text o where o.record_id = r.id and o.lang <> r.original_lang),
    'title': t.title,
    'eligibility': t.eligibility,
    'funding_summary': t.funding_summary,
    'deadline_text': t.deadline_text,
    'fee_reason': t.fee_reason,
    'access_support': t.access_support,
    'slug': r.slug,
    'type': r.type,
    'organiser': r.organiser,
    'partners': nullif(r.partners, '{}'),
    'host_countries': nullif(r.host_countries, '{}'),
    'host_city': r.host_city,
    'online': nullif(r.online, false),
    'disciplines': nullif(r.disciplines, '{}'),
    'themes': nullif(r.themes, '{}'),
    'programme': r.programme,
    'status': case when r.cancelled then 'cancelled' end,
    'deadline_kind': nullif(r.deadline_kind, case when r.rounds = '[]' then 'not-announced' else 'fixed' end),
    'deadline': deadline ->> 'deadline',
    'deadline_time': deadline ->> 'time',
    'deadline_zone': deadline ->> 'zone',
    'places': r.deadline_places,
    'rounds': case when deadline is null then (
      select json_agg(json_object(
        'deadline': round ->> 'deadline', 'time': round ->> 'time', 'zone': round ->> 'zone', 'text': round ->> 'text'
      ) order by n)
      from jsonb_array_elements(r.rounds) with ordinality as rounds (round, n)) end,
    'deadline_changes': (
      select json_agg(json_object(
        'kind': c.kind, 'on': c.changed_on, 'from': c.from_date, 'to': c.to_date, 'words': c.words
      ) order by c.position)
      from information.opportunity_change c where c.opportunity_id = r.id),
    'fee': r.fee,
    'fee_amount': regexp_replace(r.fee_amount::text, '\.00$', ''),
    'fee_currency': r.fee_currency,
    'covers': r.covers,
    'eligible_countries': nullif(r.eligible_countries, '{}'),
    'eligible_regions': nullif(r.eligible_regions, '{}'),
    'eligible_except': nullif(r.eligible_except, '{}'),
    'eligible_basis': r.eligible_basis,
    'citizenship': r.citizenship,
    'residence': r.residence,
    'base': r.base,
    'anyone': nullif(r.anyone, false),
    'applicant_shapes': r.applicant_shapes,
    'applicant_roles': r.applicant_roles,
    'career_stages': r.career_stages,
    'age_min': r.age_min,
    'age_max': r.age_max,
    'application_languages': r.application_languages,
    'activity_start': r.activity_start,
    'activity_end': r.activity_end,
    'url': r.url,
    'note': r.note,
    'last_checked': r.last_checked,
    'readings': nullif(r.readings, '{}'),
    'real_dates': r.real_dates
    absent on null returning json) as record
) plain;

-- Meetings of governments and their parts too: what their files held besides (the next host, the kinds of forums, which
-- remark is on what) is not in the tables, so no file of convenings can be made of them. `convening` stays with the event,
-- and the next import of the convening takes the events over.
insert into community.record (kind, id, record, sources, added_at, changed_at)
select 'events', r.id, record, json_build_array(community.source_of('files', r.updated_at, record)), r.created_at, r.updated_at
from information.event r
join information.event_text t on t.record_id = r.id and t.lang = r.original_lang
cross join lateral (
  select json_object(
    'id': r.id,
    'summary': t.summary,
    'body': t.body,
    'original_lang': nullif(r.original_lang, 'en'),
    'state': nullif(t.state, 'published'),
    'translations': (
      select json_object_agg(o.lang, json_object(
        'title': o.title, 'summary': o.summary, 'body': o.body, 'state': nullif(o.state, 'published'),
        'demonstration': nullif(o.demonstration, false) absent on null returning json
      ) order by o.lang collate "C")
      from information.event_text o where o.record_id = r.id and o.lang <> r.original_lang),
    'title': t.title,
    'slug': r.slug,
    'parent': r.parent_id,
    'position': nullif(r.position, 0),
    'kind': r.kind,
    'organiser': r.organiser,
    'city': r.city,
    'country_code': r.country,
    'venue': r.venue,
    'start_date': r.starts_on,
    'start_time': to_char(r.starts_time, 'HH24:MI'),
    'end_date': nullif(r.ends_on, r.starts_on),
    'end_time': to_char(r.ends_time, 'HH24:MI'),
    'zone': r.zone,
    'date_precision': nullif(r.date_precision, 'day'),
    'status': nullif(r.state, 'confirmed'),
    'attendance': nullif(r.attendance, 'on-site'),
    'online_url': r.online_url,
    'disciplines': nullif(r.disciplines, '{}'),
    'themes': nullif(r.themes, '{}'),
    'programme': r.programme,
    'note': r.note,
    'url': r.url,
    'more_sources': nullif(r.more_sources, '{}'),
    'last_checked': r.last_checked,
    'real_dates': r.real_dates
    absent on null returning json) as record
) plain;

insert into community.record (kind, id, record, sources, added_at, changed_at)
select 'articles', r.id, record, json_build_array(community.source_of('files', r.updated_at, record)), r.created_at, r.updated_at
from information.article r
join information.article_text t on t.record_id = r.id and t.lang = r.original_lang
cross join lateral (
  select json_object(
    'id': r.id,
    'summary': t.summary,
    'body': t.body,
    'original_lang': nullif(r.original_lang, 'en'),
    'state': nullif(t.state, 'published'),
    'translations': (
      select json_object_agg(o.lang, json_object(
        'title': o.title, 'summary': o.summary, 'body': o.body, 'state': nullif(o.state, 'published'),
        'demonstration': nullif(o.demonstration, false) absent on null returning json
      ) order by o.lang collate "C")
      from information.article_text o where o.record_id = r.id and o.lang <> r.original_lang),
    'title': t.title,
    'slug': r.slug,
    'kind': r.kind,
    'author': nullif(array_to_string(r.authors, ', '), ''),
    'publisher': r.publisher,
    'date': r.published_on,
    'countries': nullif(r.countries, '{}'),
    'disciplines': nullif(r.disciplines, '{}'),
    'themes': nullif(r.themes, '{}'),
    'programme': r.programme,
    'url': r.url,
    'url_is_listing': nullif(r.url_is_listing, false),
    'note': r.note,
    'last_checked': r.last_checked,
    'real_dates': r.real_dates
    absent on null returning json) as record
) plain;

insert into community.record (kind, id, record, sources, added_at, changed_at)
select 'programmes', r.id, record, json_build_array(community.source_of('files', r.updated_at, record)), r.created_at, r.updated_at
from information.programme r
join information.programme_text t on t.record_id = r.id and t.lang = r.original_lang
cross join lateral (
  select json_object(
    'id': r.id,
    'summary': t.summary,
    'body': t.body,
    'original_lang': nullif(r.original_lang, 'en'),
    'state': nullif(t.state, 'published'),
    'translations': (
      select json_object_agg(o.lang, json_object(
        'name': o.title, 'summary': o.summary, 'body': o.body, 'state': nullif(o.state, 'published'),
        'demonstration': nullif(o.demonstration, false) absent on null returning json
      ) order by o.lang collate "C")
      from information.programme_text o where o.record_id = r.id and o.lang <> r.original_lang),
    'name': t.title,
    'slug': r.slug,
    'organiser': r.organiser,
    'pillar': r.pillar,
    'kind': r.kind,
    'partners': nullif(r.partners, '{}'),
    'facts': nullif(r.facts, '{}'),
    -- The name of an edition comes first.
    'editions': (
      select json_agg((
        select json_object_agg(key, value order by key <> 'name', n) from jsonb_each(edition) with ordinality as e (key, value, n)
      ) order by editions.n)
      from jsonb_array_elements(r.editions) with ordinality as editions (edition, n)),
    'source_url': r.url,
    'more_sources': nullif(r.more_sources, '{}'),
    'last_checked': r.last_checked
    absent on null returning json) as record
) plain;

insert into community.record (kind, id, record, sources, added_at, changed_at)
select 'organisations', r.id, record, json_build_array(community.source_of('files', r.updated_at, record)), r.created_at, r.updated_at
from community.organisation r
join community.organisation_text t on t.record_id = r.id and t.lang = r.original_lang
cross join lateral (
  select json_object(
    'id': r.id,
    'summary': t.summary,
    'body': t.body,
    'original_lang': nullif(r.original_lang, 'en'),
    'state': nullif(t.state, 'published'),
    'translations': (
      select json_object_agg(o.lang, json_object(
        'name': o.title, 'summary': o.summary, 'body': o.body, 'state': nullif(o.state, 'published'),
        'demonstration': nullif(o.demonstration, false) absent on null returning json
      ) order by o.lang collate "C")
      from community.organisation_text o where o.record_id = r.id and o.lang <> r.original_lang),
    'name': t.title,
    'slug': r.slug,
    'kind': r.kind,
    'country_code': r.country,
    'city': r.city,
    'website': r.website,
    'disciplines': nullif(r.disciplines, '{}'),
    'languages': r.languages,
    'note': r.note,
    'source_url': r.source_url,
    'last_checked': r.last_checked
    absent on null returning json) as record
) plain;

-- A file that was imported for a partner of the reference data added to its names, and is not known to have said them.
insert into community.record (kind, id, record, sources, added_at, changed_at)
select 'partners', r.id, record,
  case
    when not seeded then json_build_array(community.source_of('files', now(), record))
    when r.imported_hash is null then json_build_array(community.source_of('reference', now(), record))
    else json_build_array(
      community.source_of('reference', now(), json_object('names': names, 'aliases': aliases absent on null returning json)),
      community.source_of('files', now(), (
        select json_object_agg(key, value order by n) from json_each(record) with ordinality as f (key, value, n)
        where key not in ('names', 'aliases'))))
  end,
  now(), now()
from community.partner r
cross join lateral (
  select r.id in (
    'asean-secretariat', 'at', 'au', 'bd', 'be', 'bg', 'bn', 'ch', 'cn', 'cy', 'cz', 'de', 'dk', 'ee', 'es',
    'european-union', 'fi', 'fr', 'gb', 'gr', 'hr', 'hu', 'id', 'ie', 'in', 'it', 'jp', 'kh', 'kr', 'kz', 'la', 'lt',
    'lu', 'lv', 'mm', 'mn', 'mt', 'my', 'nl', 'no', 'nz', 'ph', 'pk', 'pl', 'pt', 'ro', 'ru', 'se', 'sg', 'si', 'sk',
    'th', 'vn'
  ) as seeded
) reference
cross join lateral (
  select
    (select name from community.partner_name where partner_id = r.id order by lang = 'en' desc, lang limit 1) as name,
    (select json_object_agg(lang, name order by lang collate "C")
      from community.partner_name where partner_id = r.id and lang <> 'en') as names,
    (select json_agg(alias order by alias collate "C")
      from community.partner_alias where partner_id = r.id) as aliases,
    (select initcap(region) from community.partner_region where partner_id = r.id and valid_to is null) as region
) called
cross join lateral (
  select json_object(
    'id': r.id,
    'name': coalesce(name, r.id),
    'type': r.kind,
    'country_code': r.place_code,
    'asem_group': region,
    'year_joined': r.year_joined,
    'year_joined_note': r.year_joined_note,
    'capital': r.capital,
    'seat': r.seat,
    'names': names,
    'aliases': aliases,
    'note': r.note,
    'source_url': r.source_url
    absent on null returning json) as record
) plain;

drop function community.source_of;

-- Whether a file says the same as before is known from the records.
alter table community.partner drop column imported_hash;
alter table community.organisation drop column imported_hash;
alter table information.opportunity drop column imported_hash;
alter table information.event drop column imported_hash;
alter table information.article drop column imported_hash;
alter table information.programme drop column imported_hash;
