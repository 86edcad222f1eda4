create schema information;

create table information.opportunity (
  id text primary key,
  slug text not null unique,
  original_lang text not null default 'en',
  type text,
  organiser text,
  partners text[] not null default '{}',
  host_countries text[] not null default '{}',
  host_city text,
  online boolean not null default false,
  disciplines text[] not null default '{}',
  themes text[] not null default '{}',
  programme text,
  deadline_kind text not null check (deadline_kind in
    ('fixed', 'rounds', 'rolling', 'until-filled', 'first-come', 'not-announced')),
  -- The wall time as stated: [{"deadline", "time", "zone", "text"}], in order; none for a call without a date.
  rounds jsonb not null default '[]',
  deadline_places integer,
  -- The same as instants, for comparing; closes_at is the last of them.
  closings timestamptz[] not null default '{}',
  closes_at timestamptz,
  cancelled boolean not null default false,
  fee text check (fee in ('none', 'paid')),
  fee_amount numeric(14, 2),
  fee_currency text,
  covers text[],
  eligible_countries text[] not null default '{}',
  eligible_regions text[] not null default '{}',
  eligible_except text[] not null default '{}',
  eligible_basis text,
  -- Sets stated apart from the three above, when one list cannot say it.
  citizenship text[],
  residence text[],
  base text[],
  anyone boolean not null default false,
  -- Which fact decides, and the places each fact may be, worked out when written.
  who_test text not null check (who_test in
    ('anyone', 'citizenship', 'residence', 'base', 'either', 'both', 'unclear', 'member', 'not-stated')),
  citizenship_places text[] not null default '{}',
  residence_places text[] not null default '{}',
  applicant_shapes text[],
  applicant_roles text[],
  career_stages text[],
  age_min integer,
  age_max integer,
  application_languages text[],
  activity_start date,
  activity_end date,
  url text,
  note text,
  last_checked date,
  -- The words each structured field was read from.
  readings jsonb not null default '{}',
  -- In a demonstration: the real dates behind the moved ones.
  real_dates jsonb,
  imported_hash text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (fee_amount is null or fee = 'paid'),
  check (age_min <= age_max),
  check (activity_start <= activity_end)
);
create index opportunity_by_close on information.opportunity (closes_at);
create index opportunity_by_type on information.opportunity (type);
create index opportunity_by_programme on information.opportunity (programme);
-- Names have any length, which only a hash index takes.
create index opportunity_by_organiser on information.opportunity using hash (organiser);
create index opportunity_by_discipline on information.opportunity using gin (disciplines);
create index opportunity_by_place on information.opportunity using gin (host_countries);
create index opportunity_by_citizenship on information.opportunity using gin (citizenship_places);
create index opportunity_by_residence on information.opportunity using gin (residence_places);

create table information.opportunity_text (
  record_id text not null references information.opportunity on delete cascade,
  lang text not null,
  state text not null check (state in ('draft', 'published', 'archived')),
  title text not null,
  summary text,
  body text,
  eligibility text,
  funding_summary text,
  deadline_text text,
  fee_reason text,
  access_support text,
  demonstration boolean not null default false,
  folded text not null,
  primary key (record_id, lang)
);

-- What became of a deadline: a record of each change, never only the latest.
create table information.opportunity_change (
  opportunity_id text not null references information.opportunity on delete cascade,
  position integer not null,
  kind text not null check (kind in ('extended', 'shortened', 'cancelled', 'reopened')),
  changed_on date,
  from_date date,
  to_date date,
  words text,
  primary key (opportunity_id, position)
);

create table information.event (
  id text primary key,
  slug text not null unique,
  original_lang text not null default 'en',
  parent_id text references information.event on delete set null,
  position integer not null default 0,
  kind text,
  organiser text,
  city text,
  country text,
  venue text,
  -- Wall time with its zone; without a time it is whole days. Series with rules get a table of occurrences.
  starts_on date,
  starts_time time,
  ends_on date,
  ends_time time,
  zone text,
  date_precision text check (date_precision in ('day', 'month', 'year')),
  -- The same as instants, for comparing; ends_at is the first moment after it. An event may have no date yet.
  starts_at timestamptz,
  ends_at timestamptz,
  state text not null check (state in ('tentative', 'confirmed', 'postponed', 'cancelled')),
  attendance text not null check (attendance in ('on-site', 'online', 'hybrid')),
  online_url text,
  disciplines text[] not null default '{}',
  themes text[] not null default '{}',
  programme text,
  -- What a meeting of governments has besides: number, theme, delegations, outcomes.
  convening jsonb,
  url text,
  more_sources text[] not null default '{}',
  note text,
  last_checked date,
  real_dates jsonb,
  imported_hash text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (starts_at < ends_at)
);
create index event_by_start on information.event (starts_at);
create index event_by_end on information.event (ends_at);
create index event_by_parent on information.event (parent_id, position);
create index event_by_country on information.event (country);
create index event_by_discipline on information.event using gin (disciplines);
-- Names have any length, which only a hash index takes.
create index event_by_organiser on information.event using hash (organiser);

create table information.event_text (
  record_id text not null references information.event on delete cascade,
  lang text not null,
  state text not null check (state in ('draft', 'published', 'archived')),
  title text not null,
  summary text,
  body text,
  demonstration boolean not null default false,
  folded text not null,
  primary key (record_id, lang)
);

create table information.article (
  id text primary key,
  slug text not null unique,
  original_lang text not null default 'en',
  kind text,
  authors text[] not null default '{}',
  publisher text,
  published_on date,
  countries text[] not null default '{}',
  disciplines text[] not null default '{}',
  themes text[] not null default '{}',
  programme text,
  url text,
  url_is_listing boolean not null default false,
  note text,
  last_checked date,
  real_dates jsonb,
  imported_hash text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index article_by_date on information.article (published_on desc);
create index article_by_country on information.article using gin (countries);
create index article_by_theme on information.article using gin (themes);

create table information.article_text (
  record_id text not null references information.article on delete cascade,
  lang text not null,
  state text not null check (state in ('draft', 'published', 'archived')),
  title text not null,
  summary text,
  body text,
  demonstration boolean not null default false,
  folded text not null,
  primary key (record_id, lang)
);

create table information.programme (
  id text primary key,
  slug text not null unique,
  original_lang text not null default 'en',
  kind text,
  pillar text,
  organiser text,
  partners text[] not null default '{}',
  facts jsonb not null default '{}',
  editions jsonb not null default '[]',
  url text,
  more_sources text[] not null default '{}',
  last_checked date,
  imported_hash text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table information.programme_text (
  record_id text not null references information.programme on delete cascade,
  lang text not null,
  state text not null check (state in ('draft', 'published', 'archived')),
  title text not null,
  summary text,
  body text,
  demonstration boolean not null default false,
  folded text not null,
  primary key (record_id, lang)
);
