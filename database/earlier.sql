-- For tests: rows of every kind in a house of migrations 0001 to 0004, as the earlier version kept them.
insert into information.opportunity (id, slug, original_lang, type, organiser, partners, host_countries, host_city, online,
  disciplines, themes, programme, deadline_kind, rounds, deadline_places, closings, closes_at, cancelled, fee, fee_amount,
  fee_currency, covers, eligible_countries, eligible_regions, eligible_except, eligible_basis, citizenship, residence, base,
  anyone, who_test, citizenship_places, residence_places, applicant_shapes, applicant_roles, career_stages, age_min, age_max,
  application_languages, activity_start, activity_end, url, note, last_checked, readings, real_dates, imported_hash,
  updated_at) values
('call-1', 'a-call', 'fr', 'residency', 'A house', '{"One, Ltd","Two"}', '{VN,FR}', 'Hanoi', true,
  '{dance,music}', '{mobility}', 'a-programme', 'rounds',
  '[{"deadline": "2027-03-31", "time": "17:00", "zone": "Europe/Berlin", "text": "first"},
    {"deadline": "2027-05-01", "time": null, "zone": "anywhere-on-earth", "text": null}]',
  12, '{2027-03-31T15:00:00Z,2027-05-02T12:00:00Z}', '2027-05-02T12:00:00Z', true, 'paid', 25.00,
  'EUR', '{}', '{VN}', '{"somewhere else"}', '{DE}', 'citizenship-or-residence', '{VN,LA}', '{FR}', null,
  false, 'either', '{LA,VN}', '{FR}', '{individual}', '{artist}', '{emerging}', 18, 35,
  '{en,zh-Hant}', '2027-08-01', '2027-08-31', 'https://example.org/call', 'A "note"', '2026-10-30', '{"fee": "25 euro"}',
  '{"deadline": "2026-03-31"}', 'hash', '2026-11-02T10:20:30.4Z');
insert into information.opportunity (id, slug, deadline_kind, rounds, closings, closes_at, fee, fee_amount, fee_currency, base,
  who_test, residence_places, imported_hash) values
('call-2', 'plain', 'fixed', '[{"deadline": "2027-04-30", "time": "12:30", "zone": null, "text": null}]',
  '{2027-05-01T00:30:00Z}', '2027-05-01T00:30:00Z', 'paid', 25.50, 'EUR', '{SG}', 'base', '{SG}', 'hash'),
('call-3', 'draft', 'not-announced', '[]', '{}', null, 'none', null, null, null, 'not-stated', '{}', 'hash'),
('call-4', 'rolling', 'rolling', '[]', '{}', null, null, null, null, null, 'not-stated', '{}', 'hash');
insert into information.opportunity_text (record_id, lang, state, title, summary, body, eligibility, funding_summary,
  deadline_text, fee_reason, access_support, demonstration, folded) values
('call-1', 'fr', 'published', 'Un appel', 'Court', 'Long', 'Tous', 'Tout', 'Bientôt', 'Pour rien', 'Oui', false, 'un appel court'),
('call-1', 'vi', 'published', 'Lời mời', 'Ngắn', 'Dài', 'Ai cũng được', null, null, null, null, true, 'loi moi ngan'),
('call-1', 'de', 'draft', 'Ein Aufruf', null, null, null, null, null, null, null, false, 'ein aufruf'),
('call-2', 'en', 'published', 'Plain', null, null, null, null, null, null, null, false, 'plain'),
('call-3', 'en', 'draft', 'Not yet', null, null, null, null, null, null, null, false, 'not yet'),
('call-4', 'en', 'published', 'Rolling', null, null, null, null, null, null, null, false, 'rolling');
insert into information.opportunity_change (opportunity_id, position, kind, changed_on, from_date, to_date, words) values
('call-1', 1, 'cancelled', null, null, null, null),
('call-1', 0, 'extended', '2026-10-20', '2027-04-01', '2027-05-01', 'by popular demand');

insert into information.event (id, slug, original_lang, parent_id, position, kind, organiser, city, country, venue, starts_on,
  starts_time, ends_on, ends_time, zone, date_precision, starts_at, ends_at, state, attendance, online_url, disciplines, themes,
  programme, convening, url, more_sources, note, last_checked, real_dates, imported_hash) values
('cmm9', 'ninth-meeting', 'en', null, 0, 'ministerial-meeting', null, 'Poznań', 'PL', 'The hall', '2027-09-08',
  null, '2027-09-10', null, null, 'day', '2027-09-08T00:00:00Z', '2027-09-11T00:00:00Z', 'confirmed', 'on-site', null,
  '{cultural-policy}', '{}', null, '{"number": 9, "theme": "Heritage", "notes": ["Or later"], "outputs": ["A statement"]}',
  'https://example.org/cmm9', '{https://example.org/more}', null, '2026-10-30', null, 'hash'),
('cmm9-policy-panel', 'a-panel', 'en', 'cmm9', 1, 'policy-panel', null, 'Poznań', 'PL', null, '2027-09-09',
  null, '2027-09-09', null, null, 'day', '2027-09-09T00:00:00Z', '2027-09-10T00:00:00Z', 'confirmed', 'on-site', null,
  '{cultural-policy}', '{}', null, null, null, '{}', null, null, null, 'hash'),
('cmm9-forum-1', 'a-forum', 'en', 'cmm9', 2, 'expert-meeting', null, null, null, null, '2027-01-01',
  null, '2027-12-31', null, null, 'year', '2027-01-01T00:00:00Z', '2028-01-01T00:00:00Z', 'confirmed', 'on-site', null,
  '{cultural-policy}', '{}', null, null, null, '{}', 'over 100', null, null, 'hash'),
('event-1', 'an-evening', 'de', 'cmm9-forum-1', 3, 'concert', 'A house', 'Berlin', 'DE', 'The attic', '2027-02-01',
  '19:30', '2027-02-02', '01:00', 'Europe/Berlin', 'day', '2027-02-01T18:30:00Z', '2027-02-02T00:00:00Z', 'postponed', 'hybrid',
  'https://example.org/stream', '{music}', '{mobility}', 'a-programme', null,
  'https://example.org/evening', '{}', 'A note', '2026-10-30', '{"start_date": "2026-02-01"}', 'hash'),
('event-2', 'a-month', 'en', null, 0, null, null, null, null, null, '2027-02-01',
  null, '2027-02-28', null, null, 'month', '2027-02-01T00:00:00Z', '2027-03-01T00:00:00Z', 'tentative', 'online', null,
  '{}', '{}', null, null, null, '{}', null, null, null, 'hash'),
('event-3', 'undated', 'en', null, 0, null, null, null, null, null, null,
  null, null, null, null, null, null, null, 'confirmed', 'on-site', null,
  '{}', '{}', null, null, null, '{}', null, null, null, 'hash');
insert into information.event_text (record_id, lang, state, title, summary, body, demonstration, folded) values
('cmm9', 'en', 'published', '9th meeting', 'Heritage', null, false, '9th meeting heritage'),
('cmm9', 'fr', 'published', '9e réunion', null, null, true, '9e reunion'),
('cmm9-policy-panel', 'en', 'published', 'A panel', null, null, false, 'a panel'),
('cmm9-forum-1', 'en', 'published', 'A forum', null, null, false, 'a forum'),
('event-1', 'de', 'archived', 'Ein Abend', 'Kurz', 'Lang', false, 'ein abend kurz'),
('event-1', 'en', 'published', 'An evening', null, null, false, 'an evening'),
('event-2', 'en', 'published', 'A month', null, null, false, 'a month'),
('event-3', 'en', 'published', 'Undated', null, null, false, 'undated');

insert into information.article (id, slug, original_lang, kind, authors, publisher, published_on, countries, disciplines, themes,
  programme, url, url_is_listing, note, last_checked, real_dates, imported_hash) values
('article-1', 'an-article', 'km', 'interview', '{"A. Writer",Somebody}', 'A paper', '2026-05-01', '{KH}', '{film}', '{mobility}',
  'a-programme', 'https://example.org/article', true, 'A note', '2026-10-30', '{"date": "2025-05-01"}', 'hash'),
('article-2', 'bare', 'en', null, '{}', null, null, '{}', '{}', '{}', null, null, false, null, null, null, 'hash');
insert into information.article_text (record_id, lang, state, title, summary, body, demonstration, folded) values
('article-1', 'km', 'published', 'អត្ថបទ', 'ខ្លី', 'វែង', false, 'អត្ថបទ ខ្លី'),
('article-1', 'en', 'published', 'An article', 'Short', 'Long', false, 'an article short'),
('article-2', 'en', 'published', 'Bare', null, null, false, 'bare');

insert into information.programme (id, slug, original_lang, kind, pillar, organiser, partners, facts, editions, url,
  more_sources, last_checked, imported_hash) values
('programme-1', 'a-programme', 'en', 'lab', 'dialogue', 'A house', '{One}', '{"idea": "2003", "parts": {"b": 1, "a": [null]}}',
  '[{"name": "First", "id": 1, "where": "Hanoi"}, {"name": "Second"}]', 'https://example.org/programme',
  '{https://example.org/more}', '2026-10-30', 'hash');
insert into information.programme_text (record_id, lang, state, title, summary, body, demonstration, folded) values
('programme-1', 'en', 'published', 'A programme', 'Short', 'Long', false, 'a programme short'),
('programme-1', 'fr', 'published', 'Un programme', null, null, true, 'un programme');

insert into community.organisation (id, slug, original_lang, kind, country, city, website, disciplines, languages, note,
  source_url, last_checked, imported_hash) values
('organisation-1', 'a-house', 'en', 'museum', 'SG', 'Singapore', 'https://example.org', '{museums}', '{en,zh-Hant}', 'A note',
  'https://example.org/source', '2026-10-30', 'hash');
insert into community.organisation_text (record_id, lang, state, title, summary, body, demonstration, folded) values
('organisation-1', 'en', 'published', 'A house', 'Short', 'Long', false, 'a house short'),
('organisation-1', 'fr', 'published', 'Une maison', 'Court', null, false, 'une maison court');

update information.event set created_at = '2026-10-01T08:00:00Z';
update information.opportunity set created_at = '2026-10-01T08:00:00Z';
update information.article set created_at = '2026-10-01T08:00:00Z';
update information.programme set created_at = '2026-10-01T08:00:00Z';
update community.organisation set created_at = '2026-10-01T08:00:00Z';

update community.partner set imported_hash = 'hash' where id = 'fi';
