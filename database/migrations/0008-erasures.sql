-- What was erased, so that a backup from before is made to forget it again when it is restored. The id is that of
-- a row and says nothing about anybody.
create table platform.erasure (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  subject_id text not null,
  erased_at timestamptz not null default now()
);
create index erasure_by_time on platform.erasure (erased_at);
