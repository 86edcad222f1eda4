-- How many factors a session has shown, and what the second was; `way` says the first.
alter table community.session add column factors smallint not null default 1 check (factors in (1, 2));
alter table community.session add column second_way text
  check (second_way in ('code', 'recovery-code', 'passkey'));

-- An app that shows codes (RFC 6238). The key is sealed with one made from the house's secret.
create table community.authenticator (
  person_id uuid primary key references community.person on delete cascade,
  sealed_key text not null,
  made_at timestamptz not null,
  -- The session that is shown the key before it is confirmed; no other one sees it.
  offered_to uuid references community.session on delete set null,
  -- Since when signing in asks for codes: from the first right one. Until then the key is only offered.
  confirmed_at timestamptz,
  -- The time step of the last code that was accepted; no code is good twice.
  last_step bigint not null default 0
);

-- Of a recovery code only a hash is kept; it is long and random, so a plain one cannot be undone.
create table community.recovery_code (
  person_id uuid not null references community.person on delete cascade,
  code_hash text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);

create table community.passkey (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references community.person on delete cascade,
  -- As the device names it, in base64url.
  credential_id text not null unique,
  public_key bytea not null,
  -- How often the device says it has been used; some always say 0.
  counter bigint not null,
  transports text[] not null,
  name text not null,
  made_at timestamptz not null,
  used_at timestamptz
);
create index passkey_by_person on community.passkey (person_id);

-- What a passkey has to sign: once, soon, and in the browser that asked, which holds the token.
create table community.passkey_challenge (
  token_hash text primary key,
  challenge text not null,
  -- Whose new passkey it is for; null where somebody signs in.
  person_id uuid references community.person on delete cascade,
  expires_at timestamptz not null
);
create index passkey_challenge_by_expiry on community.passkey_challenge (expires_at);

-- Somebody half-way in: the first step is done, the second has still to be. Only the hash of its token is kept.
create table community.second_step (
  token_hash text primary key,
  person_id uuid not null references community.person on delete cascade,
  way text not null,
  next text,
  tries integer not null default 0,
  expires_at timestamptz not null
);
create index second_step_by_expiry on community.second_step (expires_at);
create index second_step_by_person on community.second_step (person_id);
