-- What residents report of themselves. What is personal is sealed; where they are is not, so that it can be found by place.
create table shelters.report (
  id         uuid primary key,
  number     integer not null generated always as identity, -- for talking about it
  mode       text not null,
  kind       text not null,                    -- PersonAnswer
  via        text not null,                    -- WEB, LINE
  sender     text not null,                    -- blind mark: equal senders are equal, nothing else shows
  content    bytea not null,
  place      geometry(Point, 4326),
  joined     uuid references shelters.response_case,
  vouched    boolean not null,                 -- whether it came from an account that is linked to the person
  first_at   timestamptz not null,
  last_at    timestamptz not null,
  times      integer not null,
  handled_at timestamptz,
  handled_by text,
  outcome    text
);
create index report_sender on shelters.report (mode, sender, kind) where handled_at is null;
create index report_open on shelters.report (mode, last_at desc) where handled_at is null;

-- What stands in the address of a page that was opened from a talk on LINE. Only the hash is kept.
create table shelters.talk_token (
  hash       bytea primary key,
  mode       text not null,
  line_user  text not null,
  expires_at timestamptz not null
);
create index talk_token_expiry on shelters.talk_token (expires_at);
