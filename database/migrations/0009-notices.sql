-- What somebody is told: once here, and by mail as they want it. Facts only; the words are made where it is read.
create table community.notice (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references community.person on delete cascade,
  kind text not null,
  details jsonb not null,
  told_at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz
);
create index notice_by_person on community.notice (person_id, told_at desc, id);
create index notice_to_mail on community.notice (person_id) where mailed_at is null and read_at is null;
