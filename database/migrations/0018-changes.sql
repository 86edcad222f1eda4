-- Every write to what public pages show announces it, whoever makes it, so that kept pages are dropped when it is
-- committed: "events" (a list of events may be another now), "events/ID" (its own page), "events:country:HASH" (pages
-- of what has that value). Many at once are announced as "events/*", everything of that kind.

-- The first letters of a hash stand for a value, which may be of any length.
create function platform.announced_value(value text) returns text language sql immutable as $$
  select left(md5(value), 12)
$$;

-- What to announce of these rows; each key is "name=column" of a text or an array of them.
create function platform.announced_of(kind text, id_column text, keys text[], changed jsonb) returns setof text
language sql immutable as $$
  select kind
  union select kind || '/' || (changed ->> id_column)
  union select kind || ':' || split_part(key, '=', 1) || ':' || platform.announced_value(value)
    from unnest(keys) as key, lateral (select changed -> split_part(key, '=', 2) as held) as column_value,
      lateral (select jsonb_array_elements_text(held) as value where jsonb_typeof(held) = 'array'
        union all select held #>> '{}' where jsonb_typeof(held) = 'string') as each_value
$$;

-- Arguments: the kind; the column with the id; the table of the record, where this is a part of one, whose values are
-- announced as well; then the keys of this table, a "|", the keys of the record.
create function platform.announce_change() returns trigger language plpgsql as $$
declare
  kind constant text := tg_argv[0];
  id_column constant text := tg_argv[1];
  record_table constant text := tg_argv[2];
  keys constant text[] := coalesce(tg_argv[3:array_position(tg_argv, '|') - 1], '{}');
  record_keys constant text[] := coalesce(tg_argv[array_position(tg_argv, '|') + 1:], '{}');
  -- An update counts each row twice, as it was and as it is.
  most constant integer := (case tg_op when 'UPDATE' then 40 else 20 end);
  rows_changed jsonb;
  records jsonb;
begin
  if tg_op = 'INSERT' then
    select jsonb_agg(to_jsonb(c)) into rows_changed from (select * from now_so limit 21) c;
  elsif tg_op = 'DELETE' then
    select jsonb_agg(to_jsonb(c)) into rows_changed from (select * from was_so limit 21) c;
  else
    select jsonb_agg(c) into rows_changed from (
      select to_jsonb(n) as c from now_so n union all select to_jsonb(w) from was_so w limit 41) both_states;
  end if;
  if rows_changed is null then return null; end if;
  if jsonb_array_length(rows_changed) > most then
    perform pg_notify('changed', kind || '/*');
    return null;
  end if;
  if record_table <> '' then
    execute format('select jsonb_agg(to_jsonb(r)) from %s r where r.id = any($1)', record_table)
      into records using array(select value ->> id_column from jsonb_array_elements(rows_changed));
  end if;
  perform pg_notify('changed', tag) from (
    select platform.announced_of(kind, id_column, keys, value) as tag from jsonb_array_elements(rows_changed)
    union
    select platform.announced_of(kind, 'id', record_keys, value) from jsonb_array_elements(coalesce(records, '[]'))
  ) as tags;
  return null;
end $$;

-- A table's three triggers.
create function platform.announce_changes_of(watched text, variadic arguments text[]) returns void language plpgsql as $$
declare
  list constant text := (select string_agg(quote_literal(argument), ', ') from unnest(arguments) as argument);
  name constant text := replace(watched, '.', '_');
begin
  execute format('create trigger %I after insert on %s referencing new table as now_so
    for each statement execute function platform.announce_change(%s)', name || '_added', watched, list);
  execute format('create trigger %I after update on %s referencing old table as was_so new table as now_so
    for each statement execute function platform.announce_change(%s)', name || '_changed', watched, list);
  execute format('create trigger %I after delete on %s referencing old table as was_so
    for each statement execute function platform.announce_change(%s)', name || '_dropped', watched, list);
end $$;

select platform.announce_changes_of('information.opportunity', 'opportunities', 'id', '',
    'discipline=disciplines', 'country=host_countries', 'organiser=organiser', 'programme=programme', '|'),
  platform.announce_changes_of('information.opportunity_text', 'opportunities', 'record_id', 'information.opportunity', '|',
    'discipline=disciplines', 'country=host_countries', 'organiser=organiser', 'programme=programme'),
  platform.announce_changes_of('information.opportunity_change', 'opportunities', 'opportunity_id', '', '|'),
  platform.announce_changes_of('information.event', 'events', 'id', '',
    'discipline=disciplines', 'country=country', 'organiser=organiser', 'parent=parent_id', '|'),
  platform.announce_changes_of('information.event_text', 'events', 'record_id', 'information.event', '|',
    'discipline=disciplines', 'country=country', 'organiser=organiser', 'parent=parent_id'),
  platform.announce_changes_of('information.occurrence', 'events', 'event_id', 'information.event', '|',
    'discipline=disciplines', 'country=country', 'organiser=organiser', 'parent=parent_id'),
  platform.announce_changes_of('information.article', 'articles', 'id', '',
    'theme=themes', 'country=countries', '|'),
  platform.announce_changes_of('information.article_text', 'articles', 'record_id', 'information.article', '|',
    'theme=themes', 'country=countries'),
  platform.announce_changes_of('information.programme', 'programmes', 'id', '', '|'),
  platform.announce_changes_of('information.programme_text', 'programmes', 'record_id', '', '|'),
  platform.announce_changes_of('community.organisation', 'organisations', 'id', '', 'country=country', '|'),
  platform.announce_changes_of('community.organisation_text', 'organisations', 'record_id', 'community.organisation',
    'title=title', '|', 'country=country'),
  platform.announce_changes_of('community.partner', 'partners', 'id', '', '|'),
  platform.announce_changes_of('community.partner_region', 'partners', 'partner_id', '', '|'),
  platform.announce_changes_of('community.partner_name', 'partners', 'partner_id', '', '|'),
  platform.announce_changes_of('community.partner_alias', 'partners', 'partner_id', '', '|');

-- Places, sets and terms stand on every page.
create function community.announce_known() returns trigger language plpgsql as $$
begin
  perform pg_notify('changed', 'known');
  return null;
end $$;
create trigger known_version_changed after update on community.known_version
  for each statement execute function community.announce_known();

-- The next moment at which lists turn: when a call closes (and a week and a month before), when an event begins or ends.
create index opportunity_of_rounds on information.opportunity (id) where cardinality(closings) > 1;
create index occurrence_by_end on information.occurrence (ends_at);
