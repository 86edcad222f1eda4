-- What somebody has typed and not saved yet, kept for them alone. The language is '' for a record in its own.
create table community.draft (
  person_id uuid not null references community.person on delete cascade,
  kind text not null,
  record_id text collate "C" not null,
  lang text not null,
  -- Of the record that the form was made from; 0 where there is none yet.
  base_version integer not null,
  typed json not null,
  saved_at timestamptz not null,
  primary key (person_id, kind, record_id, lang)
);
create index draft_by_time on community.draft (saved_at);

-- Names in addresses that records had, for good: they lead to the record, and no other can have them.
create table community.old_address (
  kind text not null,
  slug text collate "C" not null,
  record_id text collate "C" not null,
  left_at timestamptz not null,
  primary key (kind, slug)
);
create index old_address_by_record on community.old_address (kind, record_id);

-- Secret links to a record as it will look, with what its maker has typed.
create table community.preview_link (
  id uuid primary key default gen_random_uuid(),
  token_hash text not null unique,
  kind text not null,
  record_id text collate "C" not null,
  lang text not null,
  made_by uuid not null references community.person on delete cascade,
  made_at timestamptz not null,
  expires_at timestamptz not null
);
create index preview_link_by_record on community.preview_link (kind, record_id, expires_at);
create index preview_link_by_maker on community.preview_link (made_by);
create index preview_link_by_expiry on community.preview_link (expires_at);
