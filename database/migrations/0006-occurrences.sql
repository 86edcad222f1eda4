-- When events take place: one row for a single event, one for each occurrence of one that repeats, as far ahead as is
-- worked out. Written from the event, never for itself.
create table information.occurrence (
  event_id text not null references information.event on delete cascade,
  -- The start it has by rule or date, as files name it: 2027-05-31T10:00, or 2027-05-31 for whole days.
  start text collate "C" not null,
  starts_on date not null,
  starts_time time,
  ends_on date not null,
  ends_time time,
  -- The same as instants; ends_at is the first moment after it.
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null check (state in ('tentative', 'confirmed', 'postponed', 'cancelled')),
  -- Where the occurrence has one of its own, in the original language of the event.
  title text,
  -- While this is the occurrence by which lists show the event: from the end of those before it to its own. Of one event
  -- exactly one row is shown at any moment; a cancelled occurrence is none of them while others take place.
  shown_from timestamptz not null,
  shown_until timestamptz not null,
  primary key (event_id, start),
  check (starts_at < ends_at)
);
-- A month of the calendar: what begins in it or not long before, and the few that are longer than that.
create index occurrence_by_start on information.occurrence (starts_at);
create index occurrence_long on information.occurrence (ends_at) where ends_at - starts_at > interval '60 days';
create unique index occurrence_last on information.occurrence (event_id) where shown_until = 'infinity';
create index occurrence_by_shown on information.occurrence (shown_until, shown_from) where shown_from < shown_until;

insert into information.occurrence
select id, starts_on || coalesce('T' || to_char(starts_time, 'HH24:MI'), ''), starts_on, starts_time, ends_on, ends_time,
  starts_at, ends_at, state, null, '-infinity', 'infinity'
from information.event where starts_at is not null;

-- How an event repeats (as files hold it), and the day up to which its occurrences are worked out; null when all are.
alter table information.event add column recurrence jsonb, add column occurrences_until date;
create index event_by_occurrences_until on information.event (occurrences_until) where occurrences_until is not null;

-- Lists ask occurrences now.
drop index information.event_by_start;
drop index information.event_by_end;
