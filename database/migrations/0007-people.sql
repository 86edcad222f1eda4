-- Who somebody is. The four tables up to verification are those of the package that signs people in, under our names.
create table community.person (
  id uuid primary key default gen_random_uuid(),
  -- As they write it themselves, in any script; empty until they do.
  name text not null default '',
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default true,
  image text,
  -- The language letters to them are written in.
  language text not null default 'en',
  -- A demonstration's person has a password that everybody knows, and can sign in nowhere else.
  demonstration boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table community.session (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references community.person on delete cascade,
  token text not null unique,
  -- How it was opened: by password, by link.
  way text not null default 'password',
  user_agent text,
  ip_address text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_by_person on community.session (person_id);
create index session_by_expiry on community.session (expires_at);

create table community.account (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references community.person on delete cascade,
  account_id text not null,
  -- "credential" is a password of this house.
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index account_by_person on community.account (person_id);

create table community.verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_by_identifier on community.verification (identifier);

-- A link sent by mail, good for one thing and once; only the hash of its token is kept.
create table community.link (
  id uuid primary key default gen_random_uuid(),
  purpose text not null check (purpose in ('sign-in', 'leave-address', 'take-address')),
  token_hash text not null unique,
  email text not null,
  -- What the purpose needs besides: where to go on to, which change of address.
  details jsonb not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index link_by_expiry on community.link (expires_at);

-- A change of address; it is done when both mailboxes have said so.
create table community.address_change (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references community.person on delete cascade,
  from_email text not null,
  to_email text not null,
  asked_at timestamptz not null,
  left_at timestamptz,
  taken_at timestamptz,
  done_at timestamptz
);
create index address_change_by_person on community.address_change (person_id);

-- Networks a person has signed in from, as keyed hashes: from there nobody else's failures stand in their way.
create table community.known_network (
  person_id uuid not null references community.person on delete cascade,
  network_hash text not null,
  seen_at timestamptz not null,
  primary key (person_id, network_hash)
);

-- How often something was tried since a moment; keys are keyed hashes, and say nothing by themselves.
create table community.attempt (
  key text primary key,
  since timestamptz not null,
  until timestamptz not null,
  count integer not null
);
create index attempt_by_time on community.attempt (until);

-- Who may do what, within which limits and for how long. A grant that ended stays: it is history.
create table community.role_grant (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references community.person on delete cascade,
  role text not null,
  -- {"language": ["fr"], "country": ["VN"]}: each of these must fit; an empty object is everywhere.
  limits jsonb not null default '{}',
  valid_from timestamptz not null,
  valid_until timestamptz,
  granted_at timestamptz not null,
  granted_by uuid references community.person on delete set null,
  why text not null,
  ended_at timestamptz,
  ended_by uuid references community.person on delete set null,
  ended_why text,
  check (valid_until > valid_from)
);
create index role_grant_by_person on community.role_grant (person_id) where ended_at is null;
create index role_grant_by_time on community.role_grant (granted_at);
