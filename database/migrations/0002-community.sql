create schema community;

-- Places are countries and territories; a place without an ISO code (Kosovo) still has a code of its own.
create table community.place (
  code text primary key check (code = upper(code)),
  iso_code text unique,
  alpha3 text
);

create table community.place_alias (
  place_code text not null references community.place,
  alias text not null,
  primary key (place_code, alias)
);

-- Named, dated sets of places: a partnership, a union, a programme's countries, a region.
create table community.country_set (
  id text primary key,
  name text not null,
  note text,
  source_url text
);

create table community.country_set_member (
  set_id text not null references community.country_set,
  place_code text not null references community.place,
  valid_from date not null,
  -- The first day on which it is no longer a member.
  valid_to date,
  primary key (set_id, place_code, valid_from),
  check (valid_to > valid_from)
);
create index country_set_member_by_place on community.country_set_member (place_code);

create table community.partner (
  id text primary key,
  kind text not null check (kind in ('country', 'organisation')),
  place_code text unique references community.place,
  year_joined integer,
  year_joined_note text,
  capital text,
  seat text,
  note text,
  source_url text,
  imported_hash text,
  check ((kind = 'country') = (place_code is not null))
);

-- One region at a time; it is neither continent nor membership of any union.
create table community.partner_region (
  partner_id text not null references community.partner,
  region text not null check (region in ('asia', 'europe')),
  valid_from date not null,
  valid_to date,
  primary key (partner_id, valid_from),
  check (valid_to > valid_from)
);

create table community.partner_name (
  partner_id text not null references community.partner,
  lang text not null,
  name text not null,
  primary key (partner_id, lang)
);

create table community.partner_alias (
  partner_id text not null references community.partner,
  alias text not null,
  primary key (partner_id, alias)
);

-- The house's vocabularies: disciplines, themes, kinds.
create table community.term (
  vocabulary text not null,
  id text not null,
  names jsonb not null,
  position integer not null,
  retired boolean not null default false,
  primary key (vocabulary, id)
);

create table community.organisation (
  id text primary key,
  slug text not null unique,
  original_lang text not null default 'en',
  kind text,
  country text references community.place,
  city text,
  website text,
  disciplines text[] not null default '{}',
  languages text[],
  note text,
  source_url text,
  last_checked date,
  imported_hash text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index organisation_by_country on community.organisation (country);
create index organisation_by_discipline on community.organisation using gin (disciplines);

create table community.organisation_text (
  record_id text not null references community.organisation on delete cascade,
  lang text not null,
  state text not null check (state in ('draft', 'published', 'archived')),
  title text not null,
  summary text,
  body text,
  demonstration boolean not null default false,
  -- Title and summary without case and accents, for searching.
  folded text not null,
  primary key (record_id, lang)
);
-- Names have any length, which only a hash index takes.
create index organisation_text_by_title on community.organisation_text using hash (title);

-- What every page names (places, sets, terms) is kept in memory; this number says when it has changed.
create table community.known_version (
  one boolean primary key default true check (one),
  version bigint not null
);
insert into community.known_version (version) values (1);

create function community.count_known_version() returns trigger language plpgsql as $$
begin
  update community.known_version set version = version + 1;
  return null;
end $$;

create trigger place_changed after insert or update or delete on community.place
  for each statement execute function community.count_known_version();
create trigger place_alias_changed after insert or update or delete on community.place_alias
  for each statement execute function community.count_known_version();
create trigger country_set_changed after insert or update or delete on community.country_set
  for each statement execute function community.count_known_version();
create trigger country_set_member_changed after insert or update or delete on community.country_set_member
  for each statement execute function community.count_known_version();
create trigger term_changed after insert or update or delete on community.term
  for each statement execute function community.count_known_version();
