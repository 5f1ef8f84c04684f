-- What the figures were, minute by minute, as they were known then. A later minute corrects an earlier one; nothing is rewritten.
create table shelters.tally_point (
  shelter     uuid not null,             -- the city: all zeros
  minute      timestamptz not null,
  people      integer not null,
  households  integer not null,
  most_people integer not null,          -- the highest since the last minute noted
  figures     text not null,             -- JSON of Figures
  primary key (shelter, minute)
);
