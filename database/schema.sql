-- Written by `npm run schema`; do not edit.

create table community.account (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE,
  constraint account_provider_id_account_id_key UNIQUE (provider_id, account_id)
);
CREATE INDEX account_by_person ON community.account USING btree (person_id);

create table community.address_change (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  from_email text not null,
  to_email text not null,
  asked_at timestamp with time zone not null,
  left_at timestamp with time zone,
  taken_at timestamp with time zone,
  done_at timestamp with time zone,
  constraint address_change_pkey PRIMARY KEY (id),
  constraint address_change_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE
);
CREATE INDEX address_change_by_person ON community.address_change USING btree (person_id);

create table community.assignment (
  kind text not null,
  record_id text not null,
  person_id uuid not null,
  assigned_at timestamp with time zone not null,
  assigned_by uuid,
  constraint assignment_pkey PRIMARY KEY (kind, record_id),
  constraint assignment_assigned_by_fkey FOREIGN KEY (assigned_by) REFERENCES community.person(id) ON DELETE SET NULL,
  constraint assignment_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE
);
CREATE INDEX assignment_by_assigner ON community.assignment USING btree (assigned_by) WHERE (assigned_by IS NOT NULL);
CREATE INDEX assignment_by_person ON community.assignment USING btree (person_id);

create table community.attempt (
  key text not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  count integer not null,
  constraint attempt_pkey PRIMARY KEY (key)
);
CREATE INDEX attempt_by_time ON community.attempt USING btree (until);

create table community.authenticator (
  person_id uuid not null,
  sealed_key text not null,
  made_at timestamp with time zone not null,
  offered_to uuid,
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0,
  constraint authenticator_pkey PRIMARY KEY (person_id),
  constraint authenticator_offered_to_fkey FOREIGN KEY (offered_to) REFERENCES community.session(id) ON DELETE SET NULL,
  constraint authenticator_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE
);

create table community.bulk (
  id uuid not null default gen_random_uuid(),
  kind text not null,
  change jsonb not null,
  query text not null,
  stage text not null,
  asked_by uuid,
  asked_at timestamp with time zone not null,
  done_at timestamp with time zone,
  undone_at timestamp with time zone,
  constraint bulk_pkey PRIMARY KEY (id),
  constraint bulk_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES community.person(id) ON DELETE SET NULL,
  constraint bulk_stage_check CHECK ((stage = ANY (ARRAY['preparing'::text, 'ready'::text, 'doing'::text, 'done'::text, 'undoing'::text, 'undone'::text])))
);
CREATE INDEX bulk_by_asker ON community.bulk USING btree (asked_by, asked_at);

create table community.bulk_record (
  bulk_id uuid not null,
  place integer not null,
  record_id text not null,
  title text not null,
  version integer not null,
  version_after integer,
  before json,
  after json,
  undoing json,
  outcome text not null default 'waiting'::text,
  why text,
  constraint bulk_record_pkey PRIMARY KEY (bulk_id, place),
  constraint bulk_record_bulk_id_fkey FOREIGN KEY (bulk_id) REFERENCES community.bulk(id) ON DELETE CASCADE,
  constraint bulk_record_outcome_check CHECK ((outcome = ANY (ARRAY['waiting'::text, 'ready'::text, 'same'::text, 'refused'::text, 'done'::text, 'undone'::text, 'left'::text])))
);
CREATE INDEX bulk_record_by_outcome ON community.bulk_record USING btree (bulk_id, outcome, place);

create table community.check_answer (
  kind text not null,
  record_id text not null,
  rule text not null,
  answer text not null,
  answered_at timestamp with time zone not null,
  answered_by uuid,
  constraint check_answer_pkey PRIMARY KEY (kind, record_id, rule),
  constraint check_answer_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'not-stated'::text]))),
  constraint check_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES community.person(id) ON DELETE SET NULL,
  constraint check_answer_kind_record_id_fkey FOREIGN KEY (kind, record_id) REFERENCES community.record(kind, id) ON DELETE CASCADE
);
CREATE INDEX check_answer_by_person ON community.check_answer USING btree (answered_by) WHERE (answered_by IS NOT NULL);

create table community.check_state (
  kind text not null,
  record_id text not null,
  must text[] not null,
  should text[] not null,
  look_again date,
  constraint check_state_pkey PRIMARY KEY (kind, record_id),
  constraint check_state_kind_record_id_fkey FOREIGN KEY (kind, record_id) REFERENCES community.record(kind, id) ON DELETE CASCADE
);
CREATE INDEX check_state_again ON community.check_state USING btree (look_again) WHERE (look_again IS NOT NULL);
CREATE INDEX check_state_must ON community.check_state USING btree (kind, record_id) WHERE (must <> '{}'::text[]);

create table community.checklist_item (
  id text not null,
  kind text not null,
  types text[] not null default '{}'::text[],
  level text not null,
  test jsonb not null,
  words jsonb not null,
  "position" integer not null,
  is_on boolean not null,
  constraint checklist_item_pkey PRIMARY KEY (id),
  constraint checklist_item_id_check CHECK ((id ~ '^[a-z0-9-]{1,60}$'::text)),
  constraint checklist_item_level_check CHECK ((level = ANY (ARRAY['must'::text, 'should'::text])))
);

create table community.claim (
  id uuid not null default gen_random_uuid(),
  organisation_id text not null,
  person_id uuid not null,
  standing text not null,
  reason text not null,
  proof text,
  proof_url text,
  address_matches boolean not null,
  made_at timestamp with time zone not null,
  stage text not null default 'waiting'::text,
  decided_at timestamp with time zone,
  decided_by uuid,
  decided_why text,
  constraint claim_pkey PRIMARY KEY (id),
  constraint claim_check CHECK (((stage = 'waiting'::text) = (decided_at IS NULL))),
  constraint claim_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES community.person(id) ON DELETE SET NULL,
  constraint claim_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES community.organisation(id) ON DELETE CASCADE,
  constraint claim_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE,
  constraint claim_stage_check CHECK ((stage = ANY (ARRAY['waiting'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE INDEX claim_by_person ON community.claim USING btree (person_id, made_at DESC);
CREATE INDEX claim_decided ON community.claim USING btree (decided_at DESC, id) WHERE (stage <> 'waiting'::text);
CREATE INDEX claim_waiting ON community.claim USING btree (made_at, id) WHERE (stage = 'waiting'::text);
CREATE UNIQUE INDEX claim_waiting_once ON community.claim USING btree (organisation_id, person_id) WHERE (stage = 'waiting'::text);

create table community.country_set (
  id text not null,
  name text not null,
  note text,
  source_url text,
  version integer not null default 1,
  constraint country_set_pkey PRIMARY KEY (id)
);

create table community.country_set_member (
  set_id text not null,
  place_code text not null,
  valid_from date not null,
  valid_to date,
  constraint country_set_member_pkey PRIMARY KEY (set_id, place_code, valid_from),
  constraint country_set_member_check CHECK ((valid_to > valid_from)),
  constraint country_set_member_place_code_fkey FOREIGN KEY (place_code) REFERENCES community.place(code),
  constraint country_set_member_set_id_fkey FOREIGN KEY (set_id) REFERENCES community.country_set(id)
);
CREATE INDEX country_set_member_by_place ON community.country_set_member USING btree (place_code);

create table community.desk_entry (
  kind text not null,
  id text not null,
  slug text,
  original_lang text not null,
  title text not null,
  titles jsonb not null,
  texts text[] not null,
  stale text[] not null,
  countries text[] not null,
  disciplines text[] not null,
  themes text[] not null,
  type text,
  on_date date,
  checked_on date,
  sources text[] not null,
  assigned_to uuid,
  demonstration boolean not null,
  added_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint desk_entry_pkey PRIMARY KEY (kind, id),
  constraint desk_entry_assigned_to_fkey FOREIGN KEY (assigned_to) REFERENCES community.person(id) ON DELETE SET NULL,
  constraint desk_entry_kind_id_fkey FOREIGN KEY (kind, id) REFERENCES community.record(kind, id) ON DELETE CASCADE
);
CREATE INDEX desk_entry_by_added ON community.desk_entry USING btree (kind, added_at, id);
CREATE INDEX desk_entry_by_changed ON community.desk_entry USING btree (kind, changed_at, id);
CREATE INDEX desk_entry_by_checked ON community.desk_entry USING btree (kind, COALESCE(checked_on, '-infinity'::date), id);
CREATE INDEX desk_entry_by_date ON community.desk_entry USING btree (kind, COALESCE(on_date, '-infinity'::date), id);
CREATE INDEX desk_entry_by_person ON community.desk_entry USING btree (assigned_to) WHERE (assigned_to IS NOT NULL);
CREATE INDEX desk_entry_by_title ON community.desk_entry USING btree (kind, title COLLATE "und-x-icu", id);
CREATE INDEX desk_entry_by_type ON community.desk_entry USING btree (kind, COALESCE(type, ''::text), id);
CREATE INDEX desk_entry_in_draft ON community.desk_entry USING btree (kind, id) WHERE community.in_state(texts, 'draft'::text);
CREATE INDEX desk_entry_in_review ON community.desk_entry USING btree (kind, changed_at) WHERE community.in_state(texts, 'in-review'::text);
CREATE INDEX desk_entry_stale ON community.desk_entry USING btree (kind, id) WHERE (stale <> '{}'::text[]);

create table community.draft (
  person_id uuid not null,
  kind text not null,
  record_id text not null,
  lang text not null,
  base_version integer not null,
  typed json not null,
  saved_at timestamp with time zone not null,
  constraint draft_pkey PRIMARY KEY (person_id, kind, record_id, lang),
  constraint draft_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE
);
CREATE INDEX draft_by_time ON community.draft USING btree (saved_at);

create table community.house_page (
  slug text not null,
  titles jsonb not null,
  texts jsonb not null,
  version integer not null,
  changed_at timestamp with time zone not null,
  constraint house_page_pkey PRIMARY KEY (slug),
  constraint house_page_slug_check CHECK ((slug ~ '^[a-z0-9-]{1,60}$'::text))
);

create table community.house_picture (
  hash text not null,
  type text not null,
  width integer not null,
  height integer not null,
  bytes bytea not null,
  added_at timestamp with time zone not null,
  constraint house_picture_pkey PRIMARY KEY (hash),
  constraint house_picture_type_check CHECK ((type = ANY (ARRAY['png'::text, 'webp'::text])))
);

create table community.known_network (
  person_id uuid not null,
  network_hash text not null,
  seen_at timestamp with time zone not null,
  constraint known_network_pkey PRIMARY KEY (person_id, network_hash),
  constraint known_network_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE
);

create table community.known_version (
  one boolean not null default true,
  version bigint not null,
  constraint known_version_pkey PRIMARY KEY (one),
  constraint known_version_one_check CHECK (one)
);

create table community.link (
  id uuid not null default gen_random_uuid(),
  purpose text not null,
  token_hash text not null,
  email text not null,
  details jsonb not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint link_pkey PRIMARY KEY (id),
  constraint link_purpose_check CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'leave-address'::text, 'take-address'::text, 'join-organisation'::text]))),
  constraint link_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX link_by_expiry ON community.link USING btree (expires_at);

create table community.membership_invitation (
  id uuid not null default gen_random_uuid(),
  organisation_id text not null,
  email text not null,
  role text not null,
  invited_at timestamp with time zone not null,
  invited_by uuid,
  expires_at timestamp with time zone not null,
  outcome text,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint membership_invitation_pkey PRIMARY KEY (id),
  constraint membership_invitation_check CHECK (((outcome IS NULL) = (ended_at IS NULL))),
  constraint membership_invitation_email_check CHECK ((email = lower(email))),
  constraint membership_invitation_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES community.person(id) ON DELETE SET NULL,
  constraint membership_invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES community.person(id) ON DELETE SET NULL,
  constraint membership_invitation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES community.organisation(id) ON DELETE CASCADE,
  constraint membership_invitation_outcome_check CHECK ((outcome = ANY (ARRAY['joined'::text, 'withdrawn'::text, 'replaced'::text]))),
  constraint membership_invitation_role_check CHECK ((role = ANY (ARRAY['organisation-editor'::text, 'organisation-member'::text])))
);
CREATE INDEX membership_invitation_by_end ON community.membership_invitation USING btree (COALESCE(ended_at, expires_at));
CREATE UNIQUE INDEX membership_invitation_open ON community.membership_invitation USING btree (organisation_id, email) WHERE (outcome IS NULL);

create table community.notice (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null,
  details jsonb not null,
  told_at timestamp with time zone not null,
  read_at timestamp with time zone,
  mailed_at timestamp with time zone,
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE
);
CREATE INDEX notice_by_person ON community.notice USING btree (person_id, told_at DESC, id);
CREATE INDEX notice_to_mail ON community.notice USING btree (person_id) WHERE ((mailed_at IS NULL) AND (read_at IS NULL));
CREATE INDEX notice_unread ON community.notice USING btree (person_id) WHERE (read_at IS NULL);

create table community.old_address (
  kind text not null,
  slug text not null,
  record_id text not null,
  left_at timestamp with time zone not null,
  constraint old_address_pkey PRIMARY KEY (kind, slug)
);
CREATE INDEX old_address_by_record ON community.old_address USING btree (kind, record_id);

create table community.organisation (
  id text not null,
  slug text not null,
  original_lang text not null default 'en'::text,
  kind text,
  country text,
  city text,
  website text,
  disciplines text[] not null default '{}'::text[],
  languages text[],
  note text,
  source_url text,
  last_checked date,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  aliases text[] not null default '{}'::text[],
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_country_fkey FOREIGN KEY (country) REFERENCES community.place(code),
  constraint organisation_slug_key UNIQUE (slug)
);
CREATE INDEX organisation_by_country ON community.organisation USING btree (country);
CREATE INDEX organisation_by_discipline ON community.organisation USING gin (disciplines);

create table community.organisation_text (
  record_id text not null,
  lang text not null,
  state text not null,
  title text not null,
  summary text,
  body text,
  demonstration boolean not null default false,
  constraint organisation_text_pkey PRIMARY KEY (record_id, lang),
  constraint organisation_text_record_id_fkey FOREIGN KEY (record_id) REFERENCES community.organisation(id) ON DELETE CASCADE,
  constraint organisation_text_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in-review'::text, 'scheduled'::text, 'published'::text, 'archived'::text])))
);
CREATE INDEX organisation_text_by_title ON community.organisation_text USING hash (title);

create table community.partner (
  id text not null,
  kind text not null,
  place_code text,
  year_joined integer,
  year_joined_note text,
  capital text,
  seat text,
  note text,
  source_url text,
  constraint partner_pkey PRIMARY KEY (id),
  constraint partner_check CHECK (((kind = 'country'::text) = (place_code IS NOT NULL))),
  constraint partner_kind_check CHECK ((kind = ANY (ARRAY['country'::text, 'organisation'::text]))),
  constraint partner_place_code_fkey FOREIGN KEY (place_code) REFERENCES community.place(code),
  constraint partner_place_code_key UNIQUE (place_code)
);

create table community.partner_agreement (
  partner_id text not null,
  person_id uuid not null,
  agreed_at timestamp with time zone not null,
  constraint partner_agreement_pkey PRIMARY KEY (partner_id, person_id),
  constraint partner_agreement_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES community.partner(id),
  constraint partner_agreement_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE
);

create table community.partner_alias (
  partner_id text not null,
  alias text not null,
  constraint partner_alias_pkey PRIMARY KEY (partner_id, alias),
  constraint partner_alias_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES community.partner(id)
);

create table community.partner_contact (
  partner_id text not null,
  version integer not null,
  email text not null default ''::text,
  phone text not null default ''::text,
  website text not null default ''::text,
  address text not null default ''::text,
  demonstration boolean not null default false,
  changed_at timestamp with time zone not null,
  constraint partner_contact_pkey PRIMARY KEY (partner_id),
  constraint partner_contact_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES community.partner(id)
);

create table community.partner_name (
  partner_id text not null,
  lang text not null,
  name text not null,
  constraint partner_name_pkey PRIMARY KEY (partner_id, lang),
  constraint partner_name_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES community.partner(id)
);

create table community.partner_office (
  partner_id text not null,
  lang text not null,
  name text not null,
  constraint partner_office_pkey PRIMARY KEY (partner_id, lang),
  constraint partner_office_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES community.partner_contact(partner_id) ON DELETE CASCADE
);

create table community.partner_region (
  partner_id text not null,
  region text not null,
  valid_from date not null,
  valid_to date,
  constraint partner_region_pkey PRIMARY KEY (partner_id, valid_from),
  constraint partner_region_check CHECK ((valid_to > valid_from)),
  constraint partner_region_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES community.partner(id),
  constraint partner_region_region_check CHECK ((region = ANY (ARRAY['asia'::text, 'europe'::text])))
);

create table community.partner_speaker (
  id uuid not null default gen_random_uuid(),
  partner_id text not null,
  name text not null,
  function text not null default ''::text,
  valid_from date not null,
  valid_until date,
  shown boolean not null,
  "position" integer not null,
  constraint partner_speaker_pkey PRIMARY KEY (id),
  constraint partner_speaker_check CHECK ((valid_until >= valid_from)),
  constraint partner_speaker_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES community.partner_contact(partner_id) ON DELETE CASCADE
);
CREATE INDEX partner_speaker_by_partner ON community.partner_speaker USING btree (partner_id, "position");

create table community.passkey (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_credential_id_key UNIQUE (credential_id),
  constraint passkey_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE
);
CREATE INDEX passkey_by_person ON community.passkey USING btree (person_id);

create table community.passkey_challenge (
  token_hash text not null,
  challenge text not null,
  person_id uuid,
  expires_at timestamp with time zone not null,
  constraint passkey_challenge_pkey PRIMARY KEY (token_hash),
  constraint passkey_challenge_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE
);
CREATE INDEX passkey_challenge_by_expiry ON community.passkey_challenge USING btree (expires_at);

create table community.person (
  id uuid not null default gen_random_uuid(),
  name text not null default ''::text,
  email text not null,
  email_verified boolean not null default true,
  image text,
  language text not null default 'en'::text,
  demonstration boolean not null default false,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  signed_in_at timestamp with time zone,
  closed_at timestamp with time zone,
  notices_by_mail text not null default 'daily'::text,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_email_check CHECK ((email = lower(email))),
  constraint person_email_key UNIQUE (email),
  constraint person_notices_by_mail_check CHECK ((notices_by_mail = ANY (ARRAY['at-once'::text, 'daily'::text, 'never'::text])))
);
CREATE INDEX person_closed ON community.person USING btree (closed_at) WHERE (closed_at IS NOT NULL);

create table community.picture (
  id text not null,
  type text not null,
  width integer not null,
  height integer not null,
  added_at timestamp with time zone not null,
  made jsonb,
  failed_at timestamp with time zone,
  constraint picture_pkey PRIMARY KEY (id),
  constraint picture_height_check CHECK ((height > 0)),
  constraint picture_id_check CHECK ((id ~ '^[0-9a-f]{64}$'::text)),
  constraint picture_type_check CHECK ((type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text, 'image/avif'::text]))),
  constraint picture_width_check CHECK ((width > 0))
);

create table community.picture_use (
  kind text not null,
  record_id text not null,
  place integer not null,
  picture_id text not null,
  alt jsonb not null,
  credit text,
  focus_x double precision not null,
  focus_y double precision not null,
  constraint picture_use_pkey PRIMARY KEY (kind, record_id, place),
  constraint picture_use_focus_x_check CHECK (((focus_x >= (0)::double precision) AND (focus_x <= (1)::double precision))),
  constraint picture_use_focus_y_check CHECK (((focus_y >= (0)::double precision) AND (focus_y <= (1)::double precision)))
);
CREATE INDEX picture_use_by_picture ON community.picture_use USING btree (picture_id);

create table community.place (
  code text not null,
  iso_code text,
  alpha3 text,
  constraint place_pkey PRIMARY KEY (code),
  constraint place_code_check CHECK ((code = upper(code))),
  constraint place_iso_code_key UNIQUE (iso_code)
);

create table community.place_alias (
  place_code text not null,
  alias text not null,
  constraint place_alias_pkey PRIMARY KEY (place_code, alias),
  constraint place_alias_place_code_fkey FOREIGN KEY (place_code) REFERENCES community.place(code)
);

create table community.preview_link (
  id uuid not null default gen_random_uuid(),
  token_hash text not null,
  kind text not null,
  record_id text not null,
  lang text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint preview_link_pkey PRIMARY KEY (id),
  constraint preview_link_made_by_fkey FOREIGN KEY (made_by) REFERENCES community.person(id) ON DELETE CASCADE,
  constraint preview_link_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX preview_link_by_expiry ON community.preview_link USING btree (expires_at);
CREATE INDEX preview_link_by_maker ON community.preview_link USING btree (made_by);
CREATE INDEX preview_link_by_record ON community.preview_link USING btree (kind, record_id, expires_at);

create table community.profile (
  person_id uuid not null,
  version integer not null default 0,
  latin_name text not null default ''::text,
  languages text[] not null default '{}'::text[],
  disciplines text[] not null default '{}'::text[],
  roles text[] not null default '{}'::text[],
  citizenships text[] not null default '{}'::text[],
  base_country text,
  base_city text not null default ''::text,
  slug text,
  shown text[] not null default '{}'::text[],
  public_since timestamp with time zone,
  findable boolean not null default false,
  changed_at timestamp with time zone not null,
  constraint profile_pkey PRIMARY KEY (person_id),
  constraint profile_base_country_fkey FOREIGN KEY (base_country) REFERENCES community.place(code),
  constraint profile_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE,
  constraint profile_slug_check CHECK ((slug ~ '^[a-z0-9-]+$'::text)),
  constraint profile_slug_key UNIQUE (slug)
);

create table community.provider_visit (
  state_hash text not null,
  browser_hash text not null,
  language text not null,
  next text,
  begun_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint provider_visit_pkey PRIMARY KEY (state_hash)
);
CREATE INDEX provider_visit_by_expiry ON community.provider_visit USING btree (expires_at);

create table community.reading (
  id uuid not null default gen_random_uuid(),
  who uuid,
  roles text[] not null,
  what text[] not null,
  at timestamp with time zone not null,
  constraint reading_pkey PRIMARY KEY (id),
  constraint reading_who_fkey FOREIGN KEY (who) REFERENCES community.person(id) ON DELETE SET NULL
);
CREATE INDEX reading_by_reader ON community.reading USING btree (who);
CREATE INDEX reading_by_time ON community.reading USING btree (at);

create table community.reading_of (
  reading_id uuid not null,
  person_id uuid not null,
  constraint reading_of_pkey PRIMARY KEY (person_id, reading_id),
  constraint reading_of_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE,
  constraint reading_of_reading_id_fkey FOREIGN KEY (reading_id) REFERENCES community.reading(id) ON DELETE CASCADE
);
CREATE INDEX reading_of_reading ON community.reading_of USING btree (reading_id);

create table community.record (
  kind text not null,
  id text not null,
  record json not null,
  version integer not null default 1,
  given_hash text,
  sources json not null default '[]'::json,
  edits json not null default '{}'::json,
  added_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  changed_why text,
  constraint record_pkey PRIMARY KEY (kind, id),
  constraint record_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES community.person(id) ON DELETE SET NULL
);
CREATE INDEX record_by_changer ON community.record USING btree (changed_by) WHERE (changed_by IS NOT NULL);

create table community.record_key (
  key bigint not null,
  kind text not null,
  id text not null,
  constraint record_key_pkey PRIMARY KEY (key, kind, id)
);
CREATE INDEX record_key_by_record ON community.record_key USING btree (kind, id);

create table community.recovery_code (
  person_id uuid not null,
  code_hash text not null,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (person_id, code_hash),
  constraint recovery_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE
);

create table community.remark (
  id uuid not null default gen_random_uuid(),
  kind text not null,
  record_id text not null,
  lang text,
  said text not null,
  said_at timestamp with time zone not null,
  said_by uuid,
  settled_at timestamp with time zone,
  settled_by uuid,
  constraint remark_pkey PRIMARY KEY (id),
  constraint remark_said_by_fkey FOREIGN KEY (said_by) REFERENCES community.person(id) ON DELETE SET NULL,
  constraint remark_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES community.person(id) ON DELETE SET NULL
);
CREATE INDEX remark_by_record ON community.remark USING btree (kind, record_id, said_at);
CREATE INDEX remark_by_sayer ON community.remark USING btree (said_by) WHERE (said_by IS NOT NULL);
CREATE INDEX remark_by_settler ON community.remark USING btree (settled_by) WHERE (settled_by IS NOT NULL);
CREATE INDEX remark_open ON community.remark USING btree (said_at) WHERE (settled_at IS NULL);

create table community.residence (
  id bigint not null,
  person_id uuid not null,
  place_code text not null,
  since text,
  stated_at timestamp with time zone not null,
  constraint residence_pkey PRIMARY KEY (id),
  constraint residence_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE,
  constraint residence_place_code_fkey FOREIGN KEY (place_code) REFERENCES community.place(code),
  constraint residence_since_check CHECK ((since ~ '^\d{4}-\d\d(-\d\d)?$'::text))
);
CREATE INDEX residence_by_person ON community.residence USING btree (person_id, id);

create table community.retention_run (
  id bigint not null,
  at timestamp with time zone not null,
  kind text not null,
  days integer not null,
  count integer not null,
  constraint retention_run_pkey PRIMARY KEY (id)
);
CREATE INDEX retention_run_by_time ON community.retention_run USING btree (at);

create table community.revision (
  kind text not null,
  record_id text not null,
  version integer not null,
  record json not null,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  changed_why text,
  constraint revision_pkey PRIMARY KEY (kind, record_id, version),
  constraint revision_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES community.person(id) ON DELETE SET NULL
);
CREATE INDEX revision_by_changer ON community.revision USING btree (changed_by) WHERE (changed_by IS NOT NULL);

create table community.role_grant (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  role text not null,
  limits jsonb not null default '{}'::jsonb,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone,
  granted_at timestamp with time zone not null,
  granted_by uuid,
  why text not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_why text,
  constraint role_grant_pkey PRIMARY KEY (id),
  constraint role_grant_check CHECK ((valid_until > valid_from)),
  constraint role_grant_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES community.person(id) ON DELETE SET NULL,
  constraint role_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES community.person(id) ON DELETE SET NULL,
  constraint role_grant_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE
);
CREATE INDEX role_grant_by_organisation ON community.role_grant USING gin (((limits -> 'organisation'::text))) WHERE (ended_at IS NULL);
CREATE INDEX role_grant_by_person ON community.role_grant USING btree (person_id) WHERE (ended_at IS NULL);
CREATE INDEX role_grant_by_time ON community.role_grant USING btree (granted_at);

create table community.schedule (
  id uuid not null default gen_random_uuid(),
  kind text not null,
  record_id text not null,
  lang text not null,
  becomes text not null,
  wall timestamp without time zone not null,
  zone text not null,
  due timestamp with time zone not null,
  asked_at timestamp with time zone not null,
  asked_by uuid,
  ended_at timestamp with time zone,
  ended_how text,
  failure text,
  constraint schedule_pkey PRIMARY KEY (id),
  constraint schedule_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES community.person(id) ON DELETE SET NULL,
  constraint schedule_becomes_check CHECK ((becomes = ANY (ARRAY['published'::text, 'archived'::text]))),
  constraint schedule_check CHECK (((ended_at IS NULL) = (ended_how IS NULL))),
  constraint schedule_ended_how_check CHECK ((ended_how = ANY (ARRAY['done'::text, 'withdrawn'::text, 'failed'::text])))
);
CREATE INDEX schedule_by_asker ON community.schedule USING btree (asked_by) WHERE (asked_by IS NOT NULL);
CREATE INDEX schedule_by_due ON community.schedule USING btree (due) WHERE (ended_at IS NULL);
CREATE INDEX schedule_failed ON community.schedule USING btree (ended_at) WHERE (ended_how = 'failed'::text);
CREATE UNIQUE INDEX schedule_waiting ON community.schedule USING btree (kind, record_id, lang, becomes) WHERE (ended_at IS NULL);

create table community.second_step (
  token_hash text not null,
  person_id uuid not null,
  way text not null,
  next text,
  tries integer not null default 0,
  expires_at timestamp with time zone not null,
  constraint second_step_pkey PRIMARY KEY (token_hash),
  constraint second_step_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE
);
CREATE INDEX second_step_by_expiry ON community.second_step USING btree (expires_at);
CREATE INDEX second_step_by_person ON community.second_step USING btree (person_id);

create table community.session (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  token text not null,
  way text not null default 'password'::text,
  user_agent text,
  ip_address text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  factors smallint not null default 1,
  second_way text,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_factors_check CHECK ((factors = ANY (ARRAY[1, 2]))),
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE,
  constraint session_second_way_check CHECK ((second_way = ANY (ARRAY['code'::text, 'recovery-code'::text, 'passkey'::text]))),
  constraint session_token_key UNIQUE (token)
);
CREATE INDEX session_by_expiry ON community.session USING btree (expires_at);
CREATE INDEX session_by_person ON community.session USING btree (person_id);

create table community.setting (
  subject text not null,
  value jsonb not null,
  version integer not null,
  changed_at timestamp with time zone not null,
  constraint setting_pkey PRIMARY KEY (subject)
);

create table community.stale_text (
  kind text not null,
  record_id text not null,
  lang text not null,
  since_version integer not null,
  since timestamp with time zone not null,
  constraint stale_text_pkey PRIMARY KEY (kind, record_id, lang)
);
CREATE INDEX stale_text_by_lang ON community.stale_text USING btree (lang, since);

create table community.table_view (
  id uuid not null default gen_random_uuid(),
  kind text not null,
  person_id uuid not null,
  name text not null,
  query text not null,
  shared boolean not null,
  made_at timestamp with time zone not null,
  constraint table_view_pkey PRIMARY KEY (id),
  constraint table_view_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE
);
CREATE INDEX table_view_by_person ON community.table_view USING btree (person_id, kind);
CREATE INDEX table_view_shared ON community.table_view USING btree (kind) WHERE shared;

create table community.term (
  vocabulary text not null,
  id text not null,
  names jsonb not null,
  "position" integer not null,
  retired boolean not null default false,
  version integer not null default 1,
  merged_into text,
  constraint term_pkey PRIMARY KEY (vocabulary, id),
  constraint term_check CHECK (((merged_into IS NULL) OR (retired AND (merged_into <> id)))),
  constraint term_vocabulary_merged_into_fkey FOREIGN KEY (vocabulary, merged_into) REFERENCES community.term(vocabulary, id)
);
CREATE INDEX term_by_merged_into ON community.term USING btree (vocabulary, merged_into) WHERE (merged_into IS NOT NULL);

create table community.term_merge (
  id uuid not null default gen_random_uuid(),
  vocabulary text not null,
  from_id text not null,
  into_id text not null,
  asked_at timestamp with time zone not null,
  done integer not null default 0,
  total integer,
  refused integer not null default 0,
  ended_at timestamp with time zone,
  constraint term_merge_pkey PRIMARY KEY (id)
);
CREATE INDEX term_merge_by_time ON community.term_merge USING btree (asked_at DESC);

create table community.token (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  name text not null,
  token_hash text not null,
  scopes text[] not null,
  factors smallint not null default 1,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  last_used_on date,
  told_at timestamp with time zone,
  constraint token_pkey PRIMARY KEY (id),
  constraint token_check CHECK ((expires_at > made_at)),
  constraint token_person_id_fkey FOREIGN KEY (person_id) REFERENCES community.person(id) ON DELETE CASCADE,
  constraint token_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX token_by_expiry ON community.token USING btree (expires_at);
CREATE UNIQUE INDEX token_by_person ON community.token USING btree (person_id, name) WHERE (ended_at IS NULL);

create table community.verification (
  id uuid not null default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_by_identifier ON community.verification USING btree (identifier);

create table information.article (
  id text not null,
  slug text not null,
  original_lang text not null default 'en'::text,
  kind text,
  authors text[] not null default '{}'::text[],
  publisher text,
  published_on date,
  countries text[] not null default '{}'::text[],
  disciplines text[] not null default '{}'::text[],
  themes text[] not null default '{}'::text[],
  programme text,
  url text,
  url_is_listing boolean not null default false,
  note text,
  last_checked date,
  real_dates jsonb,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint article_pkey PRIMARY KEY (id),
  constraint article_slug_key UNIQUE (slug)
);
CREATE INDEX article_by_country ON information.article USING gin (countries);
CREATE INDEX article_by_date ON information.article USING btree (published_on DESC);
CREATE INDEX article_by_theme ON information.article USING gin (themes);

create table information.article_text (
  record_id text not null,
  lang text not null,
  state text not null,
  title text not null,
  summary text,
  body text,
  demonstration boolean not null default false,
  constraint article_text_pkey PRIMARY KEY (record_id, lang),
  constraint article_text_record_id_fkey FOREIGN KEY (record_id) REFERENCES information.article(id) ON DELETE CASCADE,
  constraint article_text_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in-review'::text, 'scheduled'::text, 'published'::text, 'archived'::text])))
);

create table information.event (
  id text not null,
  slug text not null,
  original_lang text not null default 'en'::text,
  parent_id text,
  "position" integer not null default 0,
  kind text,
  organiser text,
  city text,
  country text,
  venue text,
  starts_on date,
  starts_time time without time zone,
  ends_on date,
  ends_time time without time zone,
  zone text,
  date_precision text,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  state text not null,
  attendance text not null,
  online_url text,
  disciplines text[] not null default '{}'::text[],
  themes text[] not null default '{}'::text[],
  programme text,
  convening jsonb,
  url text,
  more_sources text[] not null default '{}'::text[],
  note text,
  last_checked date,
  real_dates jsonb,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  recurrence jsonb,
  occurrences_until date,
  constraint event_pkey PRIMARY KEY (id),
  constraint event_attendance_check CHECK ((attendance = ANY (ARRAY['on-site'::text, 'online'::text, 'hybrid'::text]))),
  constraint event_check CHECK ((starts_at < ends_at)),
  constraint event_date_precision_check CHECK ((date_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text]))),
  constraint event_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES information.event(id) ON DELETE SET NULL,
  constraint event_slug_key UNIQUE (slug),
  constraint event_state_check CHECK ((state = ANY (ARRAY['tentative'::text, 'confirmed'::text, 'postponed'::text, 'cancelled'::text])))
);
CREATE INDEX event_by_country ON information.event USING btree (country);
CREATE INDEX event_by_discipline ON information.event USING gin (disciplines);
CREATE INDEX event_by_occurrences_until ON information.event USING btree (occurrences_until) WHERE (occurrences_until IS NOT NULL);
CREATE INDEX event_by_organiser ON information.event USING hash (organiser);
CREATE INDEX event_by_parent ON information.event USING btree (parent_id, "position");

create table information.event_text (
  record_id text not null,
  lang text not null,
  state text not null,
  title text not null,
  summary text,
  body text,
  demonstration boolean not null default false,
  constraint event_text_pkey PRIMARY KEY (record_id, lang),
  constraint event_text_record_id_fkey FOREIGN KEY (record_id) REFERENCES information.event(id) ON DELETE CASCADE,
  constraint event_text_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in-review'::text, 'scheduled'::text, 'published'::text, 'archived'::text])))
);

create table information.missed_search (
  day date not null,
  hash text not null,
  words text,
  times integer not null,
  constraint missed_search_pkey PRIMARY KEY (day, hash)
);

create table information.occurrence (
  event_id text not null,
  start text not null,
  starts_on date not null,
  starts_time time without time zone,
  ends_on date not null,
  ends_time time without time zone,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  state text not null,
  title text,
  shown_from timestamp with time zone not null,
  shown_until timestamp with time zone not null,
  constraint occurrence_pkey PRIMARY KEY (event_id, start),
  constraint occurrence_check CHECK ((starts_at < ends_at)),
  constraint occurrence_event_id_fkey FOREIGN KEY (event_id) REFERENCES information.event(id) ON DELETE CASCADE,
  constraint occurrence_state_check CHECK ((state = ANY (ARRAY['tentative'::text, 'confirmed'::text, 'postponed'::text, 'cancelled'::text])))
);
CREATE INDEX occurrence_by_end ON information.occurrence USING btree (ends_at);
CREATE INDEX occurrence_by_shown ON information.occurrence USING btree (shown_until, shown_from) WHERE (shown_from < shown_until);
CREATE INDEX occurrence_by_start ON information.occurrence USING btree (starts_at);
CREATE UNIQUE INDEX occurrence_last ON information.occurrence USING btree (event_id) WHERE (shown_until = 'infinity'::timestamp with time zone);
CREATE INDEX occurrence_long ON information.occurrence USING btree (ends_at) WHERE ((ends_at - starts_at) > '60 days'::interval);
CREATE INDEX occurrence_of_event ON information.occurrence USING btree (event_id, starts_at);
CREATE INDEX occurrence_shown_of ON information.occurrence USING btree (event_id, shown_until) WHERE (shown_from < shown_until);

create table information.opportunity (
  id text not null,
  slug text not null,
  original_lang text not null default 'en'::text,
  type text,
  organiser text,
  partners text[] not null default '{}'::text[],
  host_countries text[] not null default '{}'::text[],
  host_city text,
  online boolean not null default false,
  disciplines text[] not null default '{}'::text[],
  themes text[] not null default '{}'::text[],
  programme text,
  deadline_kind text not null,
  rounds jsonb not null default '[]'::jsonb,
  deadline_places integer,
  closings timestamp with time zone[] not null default '{}'::timestamp with time zone[],
  closes_at timestamp with time zone,
  cancelled boolean not null default false,
  fee text,
  fee_amount numeric(14,2),
  fee_currency text,
  covers text[],
  eligible_countries text[] not null default '{}'::text[],
  eligible_regions text[] not null default '{}'::text[],
  eligible_except text[] not null default '{}'::text[],
  eligible_basis text,
  citizenship text[],
  residence text[],
  base text[],
  anyone boolean not null default false,
  who_test text not null,
  citizenship_places text[] not null default '{}'::text[],
  residence_places text[] not null default '{}'::text[],
  applicant_shapes text[],
  applicant_roles text[],
  career_stages text[],
  age_min integer,
  age_max integer,
  application_languages text[],
  activity_start date,
  activity_end date,
  url text,
  note text,
  last_checked date,
  readings jsonb not null default '{}'::jsonb,
  real_dates jsonb,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  page text,
  constraint opportunity_pkey PRIMARY KEY (id),
  constraint opportunity_check CHECK (((fee_amount IS NULL) OR (fee = 'paid'::text))),
  constraint opportunity_check1 CHECK ((age_min <= age_max)),
  constraint opportunity_check2 CHECK ((activity_start <= activity_end)),
  constraint opportunity_deadline_kind_check CHECK ((deadline_kind = ANY (ARRAY['fixed'::text, 'rounds'::text, 'rolling'::text, 'until-filled'::text, 'first-come'::text, 'not-announced'::text]))),
  constraint opportunity_fee_check CHECK ((fee = ANY (ARRAY['none'::text, 'paid'::text]))),
  constraint opportunity_slug_key UNIQUE (slug),
  constraint opportunity_who_test_check CHECK ((who_test = ANY (ARRAY['anyone'::text, 'citizenship'::text, 'residence'::text, 'base'::text, 'either'::text, 'both'::text, 'unclear'::text, 'member'::text, 'not-stated'::text])))
);
CREATE INDEX opportunity_by_citizenship ON information.opportunity USING gin (citizenship_places);
CREATE INDEX opportunity_by_close ON information.opportunity USING btree (closes_at);
CREATE INDEX opportunity_by_discipline ON information.opportunity USING gin (disciplines);
CREATE INDEX opportunity_by_organiser ON information.opportunity USING hash (organiser);
CREATE INDEX opportunity_by_place ON information.opportunity USING gin (host_countries);
CREATE INDEX opportunity_by_programme ON information.opportunity USING btree (programme);
CREATE INDEX opportunity_by_residence ON information.opportunity USING gin (residence_places);
CREATE INDEX opportunity_by_type ON information.opportunity USING btree (type);
CREATE INDEX opportunity_of_rounds ON information.opportunity USING btree (id) WHERE (cardinality(closings) > 1);

create table information.opportunity_change (
  opportunity_id text not null,
  "position" integer not null,
  kind text not null,
  changed_on date,
  from_date date,
  to_date date,
  words text,
  constraint opportunity_change_pkey PRIMARY KEY (opportunity_id, "position"),
  constraint opportunity_change_kind_check CHECK ((kind = ANY (ARRAY['extended'::text, 'shortened'::text, 'cancelled'::text, 'reopened'::text]))),
  constraint opportunity_change_opportunity_id_fkey FOREIGN KEY (opportunity_id) REFERENCES information.opportunity(id) ON DELETE CASCADE
);

create table information.opportunity_text (
  record_id text not null,
  lang text not null,
  state text not null,
  title text not null,
  summary text,
  body text,
  eligibility text,
  funding_summary text,
  deadline_text text,
  fee_reason text,
  access_support text,
  demonstration boolean not null default false,
  constraint opportunity_text_pkey PRIMARY KEY (record_id, lang),
  constraint opportunity_text_record_id_fkey FOREIGN KEY (record_id) REFERENCES information.opportunity(id) ON DELETE CASCADE,
  constraint opportunity_text_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in-review'::text, 'scheduled'::text, 'published'::text, 'archived'::text])))
);

create table information.programme (
  id text not null,
  slug text not null,
  original_lang text not null default 'en'::text,
  kind text,
  pillar text,
  organiser text,
  partners text[] not null default '{}'::text[],
  facts jsonb not null default '{}'::jsonb,
  editions jsonb not null default '[]'::jsonb,
  url text,
  more_sources text[] not null default '{}'::text[],
  last_checked date,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint programme_pkey PRIMARY KEY (id),
  constraint programme_slug_key UNIQUE (slug)
);

create table information.programme_text (
  record_id text not null,
  lang text not null,
  state text not null,
  title text not null,
  summary text,
  body text,
  demonstration boolean not null default false,
  constraint programme_text_pkey PRIMARY KEY (record_id, lang),
  constraint programme_text_record_id_fkey FOREIGN KEY (record_id) REFERENCES information.programme(id) ON DELETE CASCADE,
  constraint programme_text_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in-review'::text, 'scheduled'::text, 'published'::text, 'archived'::text])))
);

create table platform.announcement (
  id uuid not null default gen_random_uuid(),
  event text not null,
  payload jsonb not null,
  announced_at timestamp with time zone not null default now(),
  told_at timestamp with time zone,
  constraint announcement_pkey PRIMARY KEY (id)
);
CREATE INDEX announcement_by_time ON platform.announcement USING btree (announced_at);

create table platform.audit_entry (
  id bigint not null,
  at timestamp with time zone not null default now(),
  who text,
  what text not null,
  room text not null,
  record_kind text not null,
  record_id text not null,
  before jsonb not null,
  after jsonb not null,
  why text,
  constraint audit_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_entry_by_record ON platform.audit_entry USING btree (record_kind, record_id, id);
CREATE INDEX audit_entry_by_time ON platform.audit_entry USING btree (at);
CREATE INDEX audit_entry_by_who ON platform.audit_entry USING btree (who, id) WHERE (who IS NOT NULL);
CREATE INDEX audit_entry_of_settings ON platform.audit_entry USING btree (id DESC) WHERE (record_kind = ANY (ARRAY['settings'::text, 'terms'::text, 'sets'::text, 'pages'::text]));

create table platform.erasure (
  id uuid not null default gen_random_uuid(),
  kind text not null,
  subject_id text not null,
  erased_at timestamp with time zone not null default now(),
  constraint erasure_pkey PRIMARY KEY (id)
);
CREATE INDEX erasure_by_time ON platform.erasure USING btree (erased_at);

create table platform.heard (
  announcement_id uuid not null,
  listener text not null,
  heard_at timestamp with time zone not null default now(),
  constraint heard_pkey PRIMARY KEY (announcement_id, listener),
  constraint heard_announcement_id_fkey FOREIGN KEY (announcement_id) REFERENCES platform.announcement(id) ON DELETE CASCADE
);

create table platform.house (
  key text not null,
  value jsonb not null,
  constraint house_pkey PRIMARY KEY (key)
);

create table platform.job_progress (
  job_id uuid not null,
  done integer not null,
  total integer not null,
  told_at timestamp with time zone not null default now(),
  constraint job_progress_pkey PRIMARY KEY (job_id)
);

create table platform.letter (
  id uuid not null default gen_random_uuid(),
  reference text not null,
  kind text not null,
  priority smallint not null,
  to_address text not null,
  to_name text,
  language text not null,
  subject text not null,
  text text not null,
  html text,
  headers jsonb not null,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  last_reply text,
  written_at timestamp with time zone not null default now(),
  try_at timestamp with time zone not null default now(),
  of_use_until timestamp with time zone,
  sending_at timestamp with time zone,
  settled_at timestamp with time zone,
  constraint letter_pkey PRIMARY KEY (id),
  constraint letter_reference_key UNIQUE (reference),
  constraint letter_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'unknown'::text])))
);
CREATE INDEX letter_by_address ON platform.letter USING btree (lower(to_address));
CREATE INDEX letter_by_time ON platform.letter USING btree (written_at);
CREATE INDEX letter_sending ON platform.letter USING btree (sending_at) WHERE (state = 'sending'::text);
CREATE INDEX letter_to_look_at ON platform.letter USING btree (written_at) WHERE (state = ANY (ARRAY['failed'::text, 'unknown'::text]));
CREATE INDEX letter_waiting ON platform.letter USING btree (priority, try_at) WHERE (state = 'waiting'::text);

create table platform.search_entry (
  kind text not null,
  record_id text not null,
  lang text not null,
  state text not null,
  path text not null,
  title text not null,
  names text[] not null,
  text text not null,
  running text not null,
  words tsvector not null,
  title_words tsvector not null,
  labels text[] not null,
  moments timestamp with time zone[] not null,
  until timestamp with time zone,
  constraint search_entry_pkey PRIMARY KEY (kind, record_id, lang)
);
CREATE INDEX search_entry_by_title ON platform.search_entry USING gin (title_words);
CREATE INDEX search_entry_by_word ON platform.search_entry USING gin (words);

create table platform.search_word (
  word text not null,
  trigrams text[] not null,
  constraint search_word_pkey PRIMARY KEY (word)
);
CREATE INDEX search_word_by_trigram ON platform.search_word USING gin (trigrams);

create table practice.call (
  id text not null,
  slug text not null,
  original_lang text not null default 'en'::text,
  version integer not null,
  scheme text not null,
  edition text,
  programme text,
  opens_at timestamp with time zone not null,
  zone text not null,
  closes_at timestamp with time zone,
  phase text not null,
  changes_at timestamp with time zone,
  place double precision not null,
  real_dates jsonb,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint call_pkey PRIMARY KEY (id),
  constraint call_phase_check CHECK ((phase = ANY (ARRAY['not-yet-open'::text, 'open'::text, 'late'::text, 'closed'::text, 'full'::text, 'cancelled'::text]))),
  constraint call_slug_key UNIQUE (slug),
  constraint call_version_check CHECK ((version > 0))
);
CREATE INDEX call_by_change ON practice.call USING btree (changes_at) WHERE (changes_at IS NOT NULL);
CREATE INDEX call_by_place ON practice.call USING btree (place, id);
CREATE INDEX call_by_programme ON practice.call USING btree (programme);

create table practice.call_text (
  record_id text not null,
  lang text not null,
  state text not null,
  title text not null,
  summary text,
  body text,
  demonstration boolean not null default false,
  constraint call_text_pkey PRIMARY KEY (record_id, lang),
  constraint call_text_record_id_fkey FOREIGN KEY (record_id) REFERENCES practice.call(id) ON DELETE CASCADE,
  constraint call_text_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in-review'::text, 'scheduled'::text, 'published'::text, 'archived'::text])))
);

create table practice.call_version (
  call_id text not null,
  version integer not null,
  content_hash text not null,
  record json not null,
  kept_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint call_version_pkey PRIMARY KEY (call_id, version),
  constraint call_version_call_id_fkey FOREIGN KEY (call_id) REFERENCES practice.call(id) ON DELETE CASCADE,
  constraint call_version_version_check CHECK ((version > 0))
);

create table practice.check_count (
  call_id text not null,
  version integer not null,
  day date not null,
  rule text not null,
  answer text not null,
  number integer not null,
  constraint check_count_pkey PRIMARY KEY (call_id, version, day, rule, answer),
  constraint check_count_answer_check CHECK ((answer = ANY (ARRAY['pass'::text, 'fail'::text, 'unknown'::text]))),
  constraint check_count_call_id_fkey FOREIGN KEY (call_id) REFERENCES practice.call(id) ON DELETE CASCADE,
  constraint check_count_number_check CHECK ((number > 0))
);
