-- An account that was made for somebody and never used is let go of, and one that was closed stays only as a
-- nameless row, as long as something that must be kept refers to it.
alter table community.person add column signed_in_at timestamptz;
alter table community.person add column closed_at timestamptz;
-- Who signed in before this was written down is not known; nobody is let go of for that.
update community.person set signed_in_at = now();
create index person_closed on community.person (closed_at) where closed_at is not null;

-- Who of the staff was shown something sensitive about whom: a row for each page, however many people were on it.
create table community.reading (
  id uuid primary key default gen_random_uuid(),
  who uuid references community.person on delete set null,
  -- The roles they held, so that it can be said in which office they looked.
  roles text[] not null,
  -- Lasting names of what was shown, such as community.address.
  what text[] not null,
  at timestamptz not null
);
create index reading_by_time on community.reading (at);
create index reading_by_reader on community.reading (who);

create table community.reading_of (
  reading_id uuid not null references community.reading on delete cascade,
  person_id uuid not null references community.person on delete cascade,
  primary key (person_id, reading_id)
);
create index reading_of_reading on community.reading_of (reading_id);

-- What the nightly job let go of: which kind of data, how much of it, kept for how long; never whose.
create table community.retention_run (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  kind text not null,
  days integer not null,
  count integer not null
);
create index retention_run_by_time on community.retention_run (at);

create index audit_entry_by_who on platform.audit_entry (who, id) where who is not null;
create index letter_by_address on platform.letter (lower(to_address));
