-- What administrators ask of records before they are published; it is among the words of the house, which are kept in memory.
create table community.checklist_item (
  id text primary key check (id ~ '^[a-z0-9-]{1,60}$'),
  kind text not null,
  -- The types of records it is for; none means all.
  types text[] not null default '{}',
  level text not null check (level in ('must', 'should')),
  test jsonb not null,
  -- What it asks, by language.
  words jsonb not null,
  position integer not null,
  is_on boolean not null
);

create trigger checklist_item_changed after insert or update or delete or truncate on community.checklist_item
  for each statement execute function community.count_known_version();

-- After the moderation policy of On the Move, and what every desk should look at besides.
insert into community.checklist_item (id, kind, types, level, test, words, position, is_on) values
  ('no-fee', 'opportunities', '{}', 'should', '{"is": "no-fee"}',
    '{"en": "Applying costs nothing", "fr": "La candidature est gratuite", "vi": "Nộp hồ sơ không mất phí", "zh": "申请不收费", "th": "สมัครโดยไม่มีค่าใช้จ่าย", "km": "ការដាក់ពាក្យមិនអស់ថ្លៃ", "ur": "درخواست دینے پر کوئی فیس نہیں"}', 1, true),
  ('travel', 'opportunities', '{residency,fellowship,mobility-grant,call-for-participants}', 'should', '{"is": "covers", "terms": ["travel"]}',
    '{"en": "At least part of the travel is paid", "fr": "Une partie au moins du voyage est payée", "vi": "Ít nhất một phần chi phí đi lại được chi trả", "zh": "至少承担部分旅费", "th": "ออกค่าเดินทางให้อย่างน้อยบางส่วน", "km": "ថ្លៃធ្វើដំណើរត្រូវបានបង់ឱ្យយ៉ាងហោចណាស់មួយផ្នែក", "ur": "سفر کا کم از کم کچھ خرچ دیا جاتا ہے"}', 2, true),
  ('duties', 'opportunities', '{}', 'should', '{"is": "by-hand", "field": "body"}',
    '{"en": "It is clear on duties and on what is given", "fr": "Les obligations et ce qui est offert sont clairs", "vi": "Nêu rõ nghĩa vụ và quyền lợi", "zh": "清楚说明义务和所提供的内容", "th": "ระบุหน้าที่และสิ่งที่มอบให้อย่างชัดเจน", "km": "បញ្ជាក់ច្បាស់អំពីកាតព្វកិច្ច និងអ្វីដែលផ្តល់ឱ្យ", "ur": "ذمہ داریاں اور جو کچھ دیا جاتا ہے، دونوں واضح ہیں"}', 3, true),
  ('funded', 'opportunities', '{}', 'should', '{"is": "by-hand", "field": "funding_summary"}',
    '{"en": "It does not depend on money that is still being raised", "fr": "Elle ne dépend pas d’un financement encore à trouver", "vi": "Không phụ thuộc vào khoản tiền còn đang vận động", "zh": "不依赖仍在筹集的资金", "th": "ไม่ขึ้นกับเงินที่ยังอยู่ระหว่างระดมทุน", "km": "មិនពឹងផ្អែកលើថវិកាដែលកំពុងរៃអង្គាស", "ur": "یہ ایسی رقم پر منحصر نہیں جو ابھی جمع کی جا رہی ہو"}', 4, true),
  ('several-countries', 'opportunities', '{}', 'should', '{"is": "several-countries"}',
    '{"en": "It is open to people of more than one country", "fr": "Elle est ouverte à des personnes de plus d’un pays", "vi": "Dành cho người của nhiều hơn một nước", "zh": "向不止一个国家的人开放", "th": "เปิดรับผู้คนจากมากกว่าหนึ่งประเทศ", "km": "បើកឱ្យមនុស្សមកពីប្រទេសលើសពីមួយ", "ur": "یہ ایک سے زیادہ ملکوں کے لوگوں کے لیے کھلی ہے"}', 5, true),
  ('time-to-apply', 'opportunities', '{}', 'should', '{"is": "closes-in", "days": 14}',
    '{"en": "There are two weeks left to apply", "fr": "Il reste deux semaines pour se porter candidat", "vi": "Còn hai tuần để nộp hồ sơ", "zh": "距截止还有两周", "th": "เหลือเวลาสมัครสองสัปดาห์", "km": "នៅសល់ពីរសប្តាហ៍ដើម្បីដាក់ពាក្យ", "ur": "درخواست دینے کو دو ہفتے باقی ہیں"}', 6, true),
  ('checked', 'opportunities', '{}', 'should', '{"is": "checked-within", "days": 365}',
    '{"en": "It was compared with its source in the last year", "fr": "Elle a été comparée à sa source depuis moins d’un an", "vi": "Đã được đối chiếu với nguồn trong năm qua", "zh": "过去一年内曾与来源核对", "th": "ได้เทียบกับแหล่งที่มาภายในปีที่ผ่านมา", "km": "បានផ្ទៀងផ្ទាត់ជាមួយប្រភពក្នុងឆ្នាំកន្លងទៅ", "ur": "پچھلے ایک سال میں اسے اصل ذریعے سے ملایا گیا ہے"}', 7, true),
  ('discipline', 'events', '{}', 'should', '{"is": "stated", "field": "disciplines"}',
    '{"en": "Its disciplines are named", "fr": "Ses disciplines sont indiquées", "vi": "Đã nêu bộ môn", "zh": "已注明艺术门类", "th": "ระบุสาขาแล้ว", "km": "បានបញ្ជាក់មុខវិជ្ជា", "ur": "اس کے شعبے درج ہیں"}', 8, true);

-- What a person has answered for a record where nothing can be worked out: an item of the checklist, or that a source says nothing.
create table community.check_answer (
  kind text not null,
  record_id text collate "C" not null,
  rule text not null,
  answer text not null check (answer in ('yes', 'no', 'not-stated')),
  answered_at timestamptz not null,
  answered_by uuid references community.person on delete set null,
  primary key (kind, record_id, rule),
  foreign key (kind, record_id) references community.record on delete cascade
);
create index check_answer_by_person on community.check_answer (answered_by) where answered_by is not null;

-- What each record fails, as it was found when it was last written; texts name their language: "title@km".
create table community.check_state (
  kind text not null,
  record_id text collate "C" not null,
  must text[] not null,
  should text[] not null,
  -- The day on which time alone will have changed this; none when it will not.
  look_again date,
  primary key (kind, record_id),
  foreign key (kind, record_id) references community.record on delete cascade
);
create index check_state_must on community.check_state (kind, record_id) where must <> '{}';
create index check_state_again on community.check_state (look_again) where look_again is not null;

-- The queue of the desk counts what waits, among records of which most do not.
create function community.in_state(texts text[], state text) returns boolean language sql immutable as $$
  select exists (select 1 from unnest(texts) as x where split_part(x, ':', 2) = state)
$$;
create index desk_entry_in_review on community.desk_entry (kind, changed_at) where community.in_state(texts, 'in-review');
create index desk_entry_in_draft on community.desk_entry (kind, id) where community.in_state(texts, 'draft');
create index desk_entry_stale on community.desk_entry (kind, id) where stale <> '{}';
create index schedule_failed on community.schedule (ended_at) where ended_how = 'failed';
