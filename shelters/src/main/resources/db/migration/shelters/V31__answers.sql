-- What opens an answer page. Only the hash is kept: who reads the database opens none.
create table shelters.answer_token (
  hash       bytea primary key,
  case_id    uuid not null references shelters.response_case,
  task       uuid references shelters.support_task, -- null: the person's own
  expires_at timestamptz not null
);
create index answer_token_expiry on shelters.answer_token (expires_at);

-- Short codes by which a supporter or person links their LINE account. Only hashes are kept.
create table shelters.link_code (
  hash       bytea primary key,
  mode       text not null,
  kind       text not null,                    -- ContactKind
  subject    uuid not null,
  made_by    text not null,
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);

-- Wrong codes, so that nobody tries them out. Kept for a day.
create table shelters.link_try (
  who bytea not null,                          -- hash of the LINE user
  at  timestamptz not null
);
create index link_try_who on shelters.link_try (who, at);

-- What LINE handed in: stored before it is answered, worked on afterwards, each once however often it comes.
create table shelters.line_event (
  number      bigint generated always as identity primary key,
  mode        text not null,
  id          text not null,                   -- webhookEventId
  event       jsonb,                           -- null once worked on: it names a LINE user
  received_at timestamptz not null,
  attempts    smallint not null default 0,
  not_before  timestamptz not null,
  done_at     timestamptz,
  unique (mode, id)
);
create index line_event_open on shelters.line_event (number) where done_at is null;
