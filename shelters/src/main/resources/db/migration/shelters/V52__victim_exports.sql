-- What was handed over of the people at shelters for a ledger of victims (被災者台帳, 災害対策基本法90条の3・90条の4): numbered, the same bytes
-- whenever it is fetched.
create table shelters.victim_export (
  id          uuid primary key,
  number      integer not null unique generated always as identity,
  recipient   text not null,             -- see Recipient
  body        text not null,             -- which office or body
  purpose     text not null,             -- in words
  named       boolean not null,
  people      integer not null,
  households  integer not null,
  left_out    integer not null,          -- under protection
  made_at     timestamptz not null,
  made_by     text not null,
  content     bytea not null,            -- encrypted: the rows
  recalled_at timestamptz,
  recalled_by text
);
create table shelters.victim_export_fetch (
  victim_export  uuid not null references shelters.victim_export,
  fetched_at timestamptz not null,
  fetched_by text not null
);
