-- The tablets of the shelters. Only the hash of a token is kept. A tablet that is locked is known for ever, so that it learns why.
create table console.tablet (
  device        uuid primary key,
  token_hash    bytea not null unique,
  name          text not null,
  shelter       uuid not null,
  enrolled_at   timestamptz not null,
  enrolled_by   text not null,
  last_seen_at  timestamptz not null,
  told_all_at   timestamptz,             -- when it last said that it holds nothing back
  unsent        integer not null default 0, -- events it last said it still holds
  locked_at     timestamptz,
  locked_by     text,
  lock_reason   text
);
