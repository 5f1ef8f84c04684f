-- What residents were told of each shelter last, and what they are about to be told once it has lasted a while.
create table shelters.told (
  shelter_id    uuid primary key,
  told          text not null,             -- PublicState
  pending       text,                      -- PublicState; null = nothing else
  pending_since timestamptz
);

-- News on its way into the intake of alerts, written in the transaction that notes it as told.
create table shelters.notice (
  id        bigint generated always as identity primary key,
  bytes     bytea not null,
  at        timestamptz not null,
  handed_at timestamptz
);
create index notice_waiting on shelters.notice (id) where handed_at is null;
