-- Somebody asked by mail to join an organisation; kept when it is over, as it is history.
create table community.membership_invitation (
  id uuid primary key default gen_random_uuid(),
  organisation_id text not null references community.organisation on delete cascade,
  email text not null check (email = lower(email)),
  role text not null check (role in ('organisation-editor', 'organisation-member')),
  invited_at timestamptz not null,
  -- Who stands for it: whoever sent it last. When they are no editor any more, it is no good.
  invited_by uuid references community.person on delete set null,
  expires_at timestamptz not null,
  outcome text check (outcome in ('joined', 'withdrawn', 'replaced')),
  ended_at timestamptz,
  ended_by uuid references community.person on delete set null,
  check ((outcome is null) = (ended_at is null))
);
create unique index membership_invitation_open on community.membership_invitation (organisation_id, email)
  where outcome is null;
create index membership_invitation_by_end on community.membership_invitation (coalesce(ended_at, expires_at));

-- Somebody who says that an entry of the directory is their organisation's, with what shows it.
create table community.claim (
  id uuid primary key default gen_random_uuid(),
  organisation_id text not null references community.organisation on delete cascade,
  person_id uuid not null references community.person on delete cascade,
  -- Who they are there, and what for.
  standing text not null,
  reason text not null,
  proof text,
  proof_url text,
  -- Whether the claimant's mailbox and the website were of one domain, as it stood when this was written last.
  address_matches boolean not null,
  made_at timestamptz not null,
  stage text not null default 'waiting' check (stage in ('waiting', 'accepted', 'refused', 'withdrawn')),
  decided_at timestamptz,
  decided_by uuid references community.person on delete set null,
  decided_why text,
  check ((stage = 'waiting') = (decided_at is null))
);
create unique index claim_waiting_once on community.claim (organisation_id, person_id) where stage = 'waiting';
create index claim_waiting on community.claim (made_at, id) where stage = 'waiting';
create index claim_decided on community.claim (decided_at desc, id) where stage <> 'waiting';
create index claim_by_person on community.claim (person_id, made_at desc);

-- Who belongs to an organisation.
create index role_grant_by_organisation on community.role_grant using gin ((limits -> 'organisation'))
  where ended_at is null;

alter table community.link drop constraint link_purpose_check;
alter table community.link add constraint link_purpose_check
  check (purpose in ('sign-in', 'leave-address', 'take-address', 'join-organisation'));
