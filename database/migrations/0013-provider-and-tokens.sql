-- Signing in with a provider elsewhere, between leaving for it and coming back. The secrets stand in the address and in
-- the browser; here are only their hashes. Who somebody is to a provider is a row of community.account: its issuer and theirs.
create table community.provider_visit (
  state_hash text primary key,
  browser_hash text not null,
  language text not null,
  next text,
  begun_at timestamptz not null,
  expires_at timestamptz not null
);
create index provider_visit_by_expiry on community.provider_visit (expires_at);

-- What a program shows to act for a person. The token is long and random and known to its owner alone.
create table community.token (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references community.person on delete cascade,
  name text not null,
  token_hash text not null unique,
  scopes text[] not null,
  -- How many factors the session had shown in which it was made.
  factors smallint not null default 1,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  last_used_on date,
  -- When its owner was told that it runs out soon.
  told_at timestamptz,
  check (expires_at > made_at)
);
create unique index token_by_person on community.token (person_id, name) where ended_at is null;
create index token_by_expiry on community.token (expires_at);
