create schema practice;

-- A call as it stands: its own record is in community.record, its versions below.
create table practice.call (
  id text primary key,
  slug text not null unique,
  original_lang text not null default 'en',
  version integer not null check (version > 0),
  scheme text not null,
  edition text,
  programme text,
  opens_at timestamptz not null,
  -- Where its days are counted (IANA).
  zone text not null,
  -- The closing that comes next, or was the last; none where a call has none.
  closes_at timestamptz,
  phase text not null check (phase in ('not-yet-open', 'open', 'late', 'closed', 'full', 'cancelled')),
  -- When the clock alone changes how it stands; none for never.
  changes_at timestamptz,
  -- Its place in lists: those that are open by when they close, then all others, the last to close first.
  place double precision not null,
  -- In a demonstration: the real dates behind the moved ones.
  real_dates jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index call_by_place on practice.call (place, id);
create index call_by_change on practice.call (changes_at) where changes_at is not null;
create index call_by_programme on practice.call (programme);

create table practice.call_text (
  record_id text not null references practice.call on delete cascade,
  lang text not null,
  state text not null check (state in ('draft', 'in-review', 'scheduled', 'published', 'archived')),
  title text not null,
  summary text,
  body text,
  demonstration boolean not null default false,
  primary key (record_id, lang)
);

-- Every version of a call's rules. One that was used, because it was published and the call had opened, never changes.
create table practice.call_version (
  call_id text not null references practice.call on delete cascade,
  version integer not null check (version > 0),
  content_hash text not null,
  record json not null,
  kept_at timestamptz not null,
  used_at timestamptz,
  primary key (call_id, version)
);

create function practice.keep_used_version() returns trigger language plpgsql as $$
begin
  if old.used_at is not null and (tg_op = 'DELETE' or new.content_hash <> old.content_hash
      or new.record::text <> old.record::text or new.used_at is null) then
    raise exception 'version % of the call % was used and never changes', old.version, old.call_id
      using errcode = '23514';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger call_version_used before update or delete on practice.call_version
  for each row execute function practice.keep_used_version();

-- The page that shows a call of the portal, where it is not that of the list it stands in.
alter table information.opportunity add column page text;

select platform.announce_changes_of('practice.call', 'calls', 'id', '', 'programme=programme', '|'),
  platform.announce_changes_of('practice.call_text', 'calls', 'record_id', 'practice.call', '|', 'programme=programme'),
  platform.announce_changes_of('practice.call_version', 'calls', 'call_id', '', '|');
