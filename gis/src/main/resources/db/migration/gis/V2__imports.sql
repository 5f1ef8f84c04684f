-- What came in as a file: first a proposal that shows what would change, then, once approved, a fact that can be undone.
create table gis.import (
  id           uuid primary key,
  kind         text not null,               -- ImportKind
  file_name    text not null,
  sha256       text not null,
  description  jsonb not null,              -- publisher, edition, licence, encoding: what people want to know of a source
  data_sets    text[] not null,             -- what the file is the whole of
  state        text not null,               -- PROPOSED, APPROVED, REJECTED, UNDONE
  counts       jsonb not null,              -- rows by what would happen to them
  doubtful     integer not null,            -- rows that would be taken over although something is odd
  proposed_at  timestamptz not null,
  proposed_by  text not null,
  decided_at   timestamptz,
  decided_by   text,
  undone_at    timestamptz,
  undone_by    text
);
create index import_recent on gis.import (kind, proposed_at desc);

create table gis.import_row (
  import_id uuid not null references gis.import on delete cascade,
  position  integer not null,               -- order in the proposal
  row       integer,                        -- of the file, 1 = first data row; none for what the file no longer has
  key       text,                           -- of the thing it is about; none where the row is refused
  label     text not null,                  -- what people call it
  change    text not null,                  -- ADDED, CHANGED, UNCHANGED, MISSING, REFUSED
  doubts    jsonb not null,                 -- [{code, field, value}]: doubtful, or why it was refused
  before    jsonb,
  after     jsonb,
  primary key (import_id, position)
);
