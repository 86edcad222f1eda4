-- Each language of a record goes from draft to in review, scheduled, published and archived.
alter table information.opportunity_text drop constraint opportunity_text_state_check,
  add check (state in ('draft', 'in-review', 'scheduled', 'published', 'archived'));
alter table information.event_text drop constraint event_text_state_check,
  add check (state in ('draft', 'in-review', 'scheduled', 'published', 'archived'));
alter table information.article_text drop constraint article_text_state_check,
  add check (state in ('draft', 'in-review', 'scheduled', 'published', 'archived'));
alter table information.programme_text drop constraint programme_text_state_check,
  add check (state in ('draft', 'in-review', 'scheduled', 'published', 'archived'));
alter table community.organisation_text drop constraint organisation_text_state_check,
  add check (state in ('draft', 'in-review', 'scheduled', 'published', 'archived'));

-- Who wrote a record as it stands (nobody: an import or the house), and why.
alter table community.record add column changed_by uuid references community.person on delete set null;
alter table community.record add column changed_why text;
create index record_by_changer on community.record (changed_by) where changed_by is not null;

-- A record as it was before it was written again. What stands is in community.record.
create table community.revision (
  kind text not null,
  record_id text collate "C" not null,
  version integer not null,
  record json not null,
  changed_at timestamptz not null,
  changed_by uuid references community.person on delete set null,
  changed_why text,
  primary key (kind, record_id, version)
);
create index revision_by_changer on community.revision (changed_by) where changed_by is not null;

-- A translation whose original has been changed since: the last version that it says the same as.
create table community.stale_text (
  kind text not null,
  record_id text collate "C" not null,
  lang text not null,
  since_version integer not null,
  since timestamptz not null,
  primary key (kind, record_id, lang)
);
create index stale_text_by_lang on community.stale_text (lang, since);

-- What becomes of a text at a wall time. Done or withdrawn, it stays as history.
create table community.schedule (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  record_id text collate "C" not null,
  lang text not null,
  becomes text not null check (becomes in ('published', 'archived')),
  -- The wall time as it was asked for, and the moment that it is.
  wall timestamp not null,
  zone text not null,
  due timestamptz not null,
  asked_at timestamptz not null,
  asked_by uuid references community.person on delete set null,
  -- When it was done, withdrawn or given up, and in the last case why.
  ended_at timestamptz,
  ended_how text check (ended_how in ('done', 'withdrawn', 'failed')),
  failure text,
  check ((ended_at is null) = (ended_how is null))
);
create unique index schedule_waiting on community.schedule (kind, record_id, lang, becomes) where ended_at is null;
create index schedule_by_due on community.schedule (due) where ended_at is null;
create index schedule_by_asker on community.schedule (asked_by) where asked_by is not null;

-- What a reviewer says of a record, or of one language of it, until somebody settles it.
create table community.remark (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  record_id text collate "C" not null,
  lang text,
  said text not null,
  said_at timestamptz not null,
  said_by uuid references community.person on delete set null,
  settled_at timestamptz,
  settled_by uuid references community.person on delete set null
);
create index remark_by_record on community.remark (kind, record_id, said_at);
create index remark_open on community.remark (said_at) where settled_at is null;
create index remark_by_sayer on community.remark (said_by) where said_by is not null;
create index remark_by_settler on community.remark (settled_by) where settled_by is not null;

-- Who looks after a record.
create table community.assignment (
  kind text not null,
  record_id text collate "C" not null,
  person_id uuid not null references community.person on delete cascade,
  assigned_at timestamptz not null,
  assigned_by uuid references community.person on delete set null,
  primary key (kind, record_id)
);
create index assignment_by_person on community.assignment (person_id);
create index assignment_by_assigner on community.assignment (assigned_by) where assigned_by is not null;
