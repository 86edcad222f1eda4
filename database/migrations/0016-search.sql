-- One index for every kind of record: an entry for each language of each record, written by the room that keeps it.

create table platform.search_entry (
  kind text collate "C" not null,
  record_id text collate "C" not null,
  lang text collate "C" not null,
  -- By which the room that wrote it says who may see it.
  state text not null,
  -- Where it is read, without language.
  path text not null,
  title text not null,
  -- All it is called, taken apart and set off by spaces.
  names text[] not null,
  text text not null,
  -- All it says, taken apart and set off by spaces, for phrases.
  running text not null,
  words tsvector not null,
  title_words tsvector not null,
  labels text[] not null,
  moments timestamptz[] not null,
  until timestamptz,
  primary key (kind, record_id, lang)
) with (toast_tuple_target = 512);

create index search_entry_by_word on platform.search_entry using gin (words);
create index search_entry_by_title on platform.search_entry using gin (title_words);

-- Words of alphabetic scripts, so that slips of the pen are forgiven. Some may be in no entry any more.
create table platform.search_word (
  word text collate "C" primary key,
  trigrams text[] not null
);

create index search_word_by_trigram on platform.search_word using gin (trigrams);

-- What an organisation is called besides its name.
alter table community.organisation add column aliases text[] not null default '{}';

-- Lists ask the index too.
alter table community.organisation_text drop column folded;
alter table information.opportunity_text drop column folded;
alter table information.event_text drop column folded;
alter table information.article_text drop column folded;
alter table information.programme_text drop column folded;

-- By its partners' names a country is found.
create trigger partner_name_changed after insert or update or delete on community.partner_name
  for each statement execute function community.count_known_version();
create trigger partner_alias_changed after insert or update or delete on community.partner_alias
  for each statement execute function community.count_known_version();

-- What was asked and not found, by day. The words are kept only once they have been asked three times, until then their
-- hash: what somebody alone asks is nobody's business.
create table information.missed_search (
  day date not null,
  hash text not null,
  words text,
  times integer not null,
  primary key (day, hash)
);
