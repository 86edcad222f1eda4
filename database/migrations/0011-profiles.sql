-- What a person says of themselves, once, for every room. Nothing of it is required; the name is the person's own.
create table community.profile (
  person_id uuid primary key references community.person on delete cascade,
  -- Counts what was saved, so that of two windows the later does not overwrite the earlier unseen.
  version integer not null default 0,
  latin_name text not null default '',
  -- Tags of BCP 47.
  languages text[] not null default '{}',
  -- Terms of "discipline" and of "applicant-role".
  disciplines text[] not null default '{}',
  roles text[] not null default '{}',
  citizenships text[] not null default '{}',
  base_country text references community.place,
  base_city text not null default '',
  -- The name in the address of their page; once given it is theirs, shown or withdrawn.
  slug text unique check (slug ~ '^[a-z0-9-]+$'),
  -- The fields that the page shows beside the name.
  shown text[] not null default '{}',
  -- Null as long as nobody may read the page.
  public_since timestamptz,
  -- Whether search engines may list it.
  findable boolean not null default false,
  changed_at timestamptz not null
);

-- Where a person lives, the last row holding; another country is another row, because rules ask how long and where before.
create table community.residence (
  id bigint generated always as identity primary key,
  person_id uuid not null references community.person on delete cascade,
  place_code text not null references community.place,
  -- A month or a day, as precise as they said it.
  since text check (since ~ '^\d{4}-\d\d(-\d\d)?$'),
  stated_at timestamptz not null
);
create index residence_by_person on community.residence (person_id, id);

-- What a partner says of itself for everybody. Files of partners never touch it.
create table community.partner_contact (
  partner_id text primary key references community.partner,
  version integer not null,
  email text not null default '',
  phone text not null default '',
  website text not null default '',
  address text not null default '',
  -- Made up for a demonstration, and shown in one only.
  demonstration boolean not null default false,
  changed_at timestamptz not null
);

-- The ministry or office in each language it has a name in.
create table community.partner_office (
  partner_id text not null references community.partner_contact on delete cascade,
  lang text not null,
  name text not null,
  primary key (partner_id, lang)
);

-- Who may speak for a partner, and when.
create table community.partner_speaker (
  id uuid primary key default gen_random_uuid(),
  partner_id text not null references community.partner_contact on delete cascade,
  name text not null,
  function text not null default '',
  valid_from date not null,
  -- The last day.
  valid_until date check (valid_until >= valid_from),
  -- Whether everybody may read it.
  shown boolean not null,
  position integer not null
);
create index partner_speaker_by_partner on community.partner_speaker (partner_id, position);

-- Focal points who want to be named on their partner's page, for as long as they are its focal points.
create table community.partner_agreement (
  partner_id text not null references community.partner,
  person_id uuid not null references community.person on delete cascade,
  agreed_at timestamptz not null,
  primary key (partner_id, person_id)
);
