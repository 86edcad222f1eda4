-- What the tables of the desk show of a record, in one narrow row: as it is written down, in every language.
create table community.desk_entry (
  kind text not null,
  id text collate "C" not null,
  slug text,
  original_lang text not null,
  -- In its original language; and in each language it is written in.
  title text not null,
  titles jsonb not null,
  -- Each language with its state: "km:draft".
  texts text[] not null,
  -- The translations whose original has been changed since.
  stale text[] not null,
  countries text[] not null,
  disciplines text[] not null,
  themes text[] not null,
  type text,
  -- The day that matters: when a call closes, an event begins, an article was published.
  on_date date,
  checked_on date,
  sources text[] not null,
  assigned_to uuid references community.person on delete set null,
  demonstration boolean not null,
  added_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (kind, id),
  foreign key (kind, id) references community.record on delete cascade
);
-- One for each order; what has no day stands before all days.
create index desk_entry_by_title on community.desk_entry (kind, title collate "und-x-icu", id);
create index desk_entry_by_date on community.desk_entry (kind, coalesce(on_date, '-infinity'::date), id);
create index desk_entry_by_checked on community.desk_entry (kind, coalesce(checked_on, '-infinity'::date), id);
create index desk_entry_by_changed on community.desk_entry (kind, changed_at, id);
create index desk_entry_by_added on community.desk_entry (kind, added_at, id);
create index desk_entry_by_type on community.desk_entry (kind, coalesce(type, ''), id);
create index desk_entry_by_person on community.desk_entry (assigned_to) where assigned_to is not null;

-- A day as files write it, or nothing where it is a month or a year only.
create function community.whole_day(words text) returns date language sql stable as $$
  select case when words ~ '^\d{4}-\d\d-\d\d$' then words::date end
$$;

create function community.words_of(list jsonb) returns text[] language sql immutable as $$
  select case jsonb_typeof(list) when 'array' then array(select jsonb_array_elements_text(list)) else '{}' end
$$;

-- The entries of records of a kind, made of what is kept of them now; of all of them where no ids are named.
create function community.desk_entries_of(which text, ids text[]) returns setof community.desk_entry
language sql stable as $$
  select r.kind, r.id, j.record ->> 'slug', own.lang, own.title,
    t.titles || jsonb_build_object(own.lang, own.title),
    array[own.lang || ':' || coalesce(j.record ->> 'state', 'published')] || t.texts,
    array(select s.lang from community.stale_text s where s.kind = r.kind and s.record_id = r.id order by s.lang),
    coalesce(
      case when j.record ? 'host_countries' then community.words_of(j.record -> 'host_countries')
        when j.record ? 'countries' then community.words_of(j.record -> 'countries')
        else array_remove(array[j.record ->> 'country_code'], null) end, '{}'),
    community.words_of(j.record -> 'disciplines'), community.words_of(j.record -> 'themes'),
    case when r.kind = 'opportunities' then j.record ->> 'type' else j.record ->> 'kind' end,
    case r.kind
      when 'opportunities' then coalesce(community.whole_day(j.record ->> 'deadline'),
        (select max(community.whole_day(round ->> 'deadline')) from jsonb_array_elements(
          case when jsonb_typeof(j.record -> 'rounds') = 'array' then j.record -> 'rounds' else '[]' end) as round))
      when 'events' then community.whole_day(j.record ->> 'start_date')
      when 'articles' then community.whole_day(j.record ->> 'date') end,
    community.whole_day(j.record ->> 'last_checked'),
    array(select source ->> 'name' from json_array_elements(r.sources) with ordinality as given (source, place)
      order by place),
    (select a.person_id from community.assignment a where a.kind = r.kind and a.record_id = r.id),
    j.record ? 'real_dates' or t.demonstration,
    r.added_at, r.changed_at
  from community.record r
  cross join lateral (select r.record::jsonb as record offset 0) j
  cross join lateral (select coalesce(j.record ->> 'original_lang', 'en') as lang,
    coalesce(j.record ->> 'title', j.record ->> 'name', r.id) as title) own
  cross join lateral (
    select coalesce(jsonb_object_agg(lang, coalesce(said ->> 'title', said ->> 'name')), '{}') as titles,
      coalesce(array_agg(lang || ':' || coalesce(said ->> 'state', 'published') order by lang), '{}') as texts,
      coalesce(bool_or((said ->> 'demonstration')::boolean), false) as demonstration
    from jsonb_each(coalesce(j.record -> 'translations', '{}')) as each_text (lang, said)
    where lang <> own.lang and coalesce(said ->> 'title', said ->> 'name') is not null
  ) t
  where r.kind = which and (ids is null or r.id = any(ids))
$$;

insert into community.desk_entry
  select entry.* from unnest(array['opportunities', 'events', 'articles', 'programmes', 'organisations']) as kind,
    community.desk_entries_of(kind, null) as entry;

-- Kept sets of the tables hear of what changes, of whichever kind it is.
select platform.announce_changes_of('community.desk_entry', 'desk', 'id', '', '|');

-- A table as somebody wants to find it again: its filters, order and columns, as they stand in its address.
create table community.table_view (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  person_id uuid not null references community.person on delete cascade,
  name text not null,
  query text not null,
  shared boolean not null,
  made_at timestamptz not null
);
create index table_view_by_person on community.table_view (person_id, kind);
create index table_view_shared on community.table_view (kind) where shared;

-- One change to many records: prepared, looked at, done, and perhaps undone.
create table community.bulk (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  -- What is to become of each record: what is done, and with which value.
  change jsonb not null,
  -- The table it was asked from, as it stands in its address.
  query text not null,
  stage text not null check (stage in ('preparing', 'ready', 'doing', 'done', 'undoing', 'undone')),
  asked_by uuid references community.person on delete set null,
  asked_at timestamptz not null,
  done_at timestamptz,
  undone_at timestamptz
);
create index bulk_by_asker on community.bulk (asked_by, asked_at);

create table community.bulk_record (
  bulk_id uuid not null references community.bulk on delete cascade,
  place integer not null,
  record_id text collate "C" not null,
  title text not null,
  -- The version that was looked at, and the one that was made of it.
  version integer not null,
  version_after integer,
  -- What changes, by field, as it was and as it becomes; and what undoing it gives back.
  before json,
  after json,
  undoing json,
  outcome text not null default 'waiting'
    check (outcome in ('waiting', 'ready', 'same', 'refused', 'done', 'undone', 'left')),
  -- Why it was refused, or left as it is.
  why text,
  primary key (bulk_id, place)
);
create index bulk_record_by_outcome on community.bulk_record (bulk_id, outcome, place);
