create schema platform;

-- What the house remembers about itself.
create table platform.house (
  key text primary key,
  value jsonb not null
);

-- Jobs are kept by the job queue in a schema of its own; this says how far a long one is.
create table platform.job_progress (
  job_id uuid primary key,
  done integer not null,
  total integer not null,
  told_at timestamptz not null default now()
);

-- What a room announced; whoever listens is given a job of its own for it, once.
create table platform.announcement (
  id uuid primary key default gen_random_uuid(),
  event text not null,
  payload jsonb not null,
  announced_at timestamptz not null default now(),
  told_at timestamptz
);
create index announcement_by_time on platform.announcement (announced_at);

-- Which listener has done its work for which announcement; written in the transaction of that work.
create table platform.heard (
  announcement_id uuid not null references platform.announcement on delete cascade,
  listener text not null,
  heard_at timestamptz not null default now(),
  primary key (announcement_id, listener)
);

-- One row for each recipient of each letter, kept after sending.
create table platform.letter (
  id uuid primary key default gen_random_uuid(),
  -- The writer's own name for it: the same one twice is one letter.
  reference text not null unique,
  kind text not null,
  -- 0 is somebody waiting at the door, 1 is a letter to one person, 2 is a mailing.
  priority smallint not null,
  to_address text not null,
  to_name text,
  language text not null,
  subject text not null,
  -- Emptied some time after it was sent.
  text text not null,
  html text,
  headers jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'unknown')),
  attempts integer not null default 0,
  last_reply text,
  written_at timestamptz not null default now(),
  try_at timestamptz not null default now(),
  of_use_until timestamptz,
  sending_at timestamptz,
  settled_at timestamptz
);
create index letter_waiting on platform.letter (priority, try_at) where state = 'waiting';
create index letter_sending on platform.letter (sending_at) where state = 'sending';
create index letter_to_look_at on platform.letter (written_at) where state in ('failed', 'unknown');
create index letter_by_time on platform.letter (written_at);

-- Who changed what on which record: only what changed, and never a secret.
create table platform.audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  who text,
  what text not null,
  room text not null,
  record_kind text not null,
  record_id text not null,
  before jsonb not null,
  after jsonb not null,
  why text
);
create index audit_entry_by_record on platform.audit_entry (record_kind, record_id, id);
create index audit_entry_by_time on platform.audit_entry (at);
