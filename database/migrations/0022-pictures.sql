-- A picture as it came, under the SHA-256 of its bytes, which is also the name of its file; and what was made of it:
-- each with its format, size in pixels and file. Until they are made, or could not be, nothing is shown of it.
create table community.picture (
  id text collate "C" primary key check (id ~ '^[0-9a-f]{64}$'),
  type text not null check (type in ('image/jpeg', 'image/png', 'image/webp', 'image/avif')),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  added_at timestamptz not null,
  made jsonb,
  failed_at timestamptz
);

-- Which records show it, in which order and with which words. Written from the field `pictures` of the record; the
-- picture itself may come later, or never.
create table community.picture_use (
  kind text not null,
  record_id text collate "C" not null,
  place integer not null,
  picture_id text collate "C" not null,
  -- What it shows, for those who do not see it, by language.
  alt jsonb not null,
  credit text,
  -- The point that stays in sight where it is cut, from the left and from the top, 0 to 1.
  focus_x double precision not null check (focus_x between 0 and 1),
  focus_y double precision not null check (focus_y between 0 and 1),
  primary key (kind, record_id, place)
);
create index picture_use_by_picture on community.picture_use (picture_id);

-- Pages that show it are other ones once it is made. What else changes is written with the record itself.
create function community.announce_picture() returns trigger language plpgsql as $$
begin
  perform pg_notify('changed', tag) from (
    select distinct u.kind || '/' || u.record_id as tag from community.picture_use u where u.picture_id = new.id
  ) as tags;
  return null;
end $$;
create trigger picture_made after insert or update on community.picture
  for each row execute function community.announce_picture();
