-- Finds a supporter by the beginning of the name or the telephone: equal values have equal indexes, and without the key nothing shows.
create table gis.supporter_index (
  supporter uuid not null references gis.supporter on delete cascade,
  token     bytea not null,
  primary key (token, supporter)
);
create index supporter_index_supporter on gis.supporter_index (supporter);
