-- How often checks of a call came to which answer, and which rules stood against it: by day, and without anybody's name or facts.
create table practice.check_count (
  call_id text not null references practice.call on delete cascade,
  version integer not null,
  day date not null,
  -- The id of a rule that was not met; empty for the whole answer.
  rule text not null,
  answer text not null check (answer in ('pass', 'fail', 'unknown')),
  number integer not null check (number > 0),
  primary key (call_id, version, day, rule, answer)
);
