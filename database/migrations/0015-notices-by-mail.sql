-- How somebody wants to hear by mail of what they are told.
alter table community.person add column notices_by_mail text not null default 'daily'
  check (notices_by_mail in ('at-once', 'daily', 'never'));

-- How many are unread is asked with every page of who is signed in.
create index notice_unread on community.notice (person_id) where read_at is null;
