-- What the house says of itself and how it looks, by subject (its name, colours, languages …). One that is absent is as delivered.
create table community.setting (
  subject text primary key,
  value jsonb not null,
  -- How often it was written; a form names the one it was made of.
  version integer not null,
  changed_at timestamptz not null
);

-- Pages of the house's own: about it, imprint, terms. Titles and texts (Markdown) by language.
create table community.house_page (
  slug text primary key check (slug ~ '^[a-z0-9-]{1,60}$'),
  titles jsonb not null,
  texts jsonb not null,
  version integer not null,
  changed_at timestamptz not null
);

-- The logo, under the hash of its bytes.
create table community.house_picture (
  hash text primary key,
  type text not null check (type in ('png', 'webp')),
  width integer not null,
  height integer not null,
  bytes bytea not null,
  added_at timestamptz not null
);

create trigger setting_changed after insert or update or delete on community.setting
  for each statement execute function community.count_known_version();
create trigger house_page_changed after insert or update or delete on community.house_page
  for each statement execute function community.count_known_version();

-- A term that was merged leads to the one that stands for it; that one is never merged itself, so there is no chain.
alter table community.term add column version integer not null default 1,
  add column merged_into text,
  add foreign key (vocabulary, merged_into) references community.term (vocabulary, id),
  add check (merged_into is null or (retired and merged_into <> id));
create index term_by_merged_into on community.term (vocabulary, merged_into) where merged_into is not null;

-- How far the records of a merged term have been written again.
create table community.term_merge (
  id uuid primary key default gen_random_uuid(),
  vocabulary text not null,
  from_id text not null,
  into_id text not null,
  asked_at timestamptz not null,
  done integer not null default 0,
  total integer,
  refused integer not null default 0,
  ended_at timestamptz
);
create index term_merge_by_time on community.term_merge (asked_at desc);

alter table community.country_set add column version integer not null default 1;

-- What was changed in the settings is listed by kind.
create index audit_entry_of_settings on platform.audit_entry (id desc)
  where record_kind in ('settings', 'terms', 'sets', 'pages');
