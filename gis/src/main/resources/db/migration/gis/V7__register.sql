-- The register of people who need assistance (災害対策基本法49条の10). What names or describes a person is encrypted with a key that
-- is not in this database; in the clear stands only what maps and counts need.
create table gis.person (
  id            uuid primary key,
  reference     bytea not null unique,          -- blind index of the office's number for the person
  district      text,
  home          geometry(Point, 4326),
  home_doubtful boolean not null default false, -- the point only stands for the neighbourhood
  mobility      text not null,                  -- how the person moves, for the router: see Mobility
  state         text not null,                  -- LISTED, MOVED_AWAY, DIED, IN_FACILITY, REMOVED
  identity      bytea not null,                 -- encrypted: name, kana, birth date, sex, address, telephone
  condition     bytea not null,                 -- encrypted: why help is needed, care level, illness, devices
  contacts      bytea not null,                 -- encrypted: family, doctor, care manager
  version       integer not null default 1,
  changed_at    timestamptz not null
);
create index person_home on gis.person using gist (home);
create index person_district on gis.person (district);

-- Finds a person by what is sealed: equal values have equal indexes, and without the key nothing shows.
create table gis.person_index (
  person uuid not null references gis.person on delete cascade,
  kind   text not null,                         -- KANA (each beginning of two kana and more), BIRTH, PHONE
  token  bytea not null,
  primary key (kind, token, person)
);
create index person_index_person on gis.person_index (person);

-- What the register said before, sealed like the person.
create table gis.person_version (
  person     uuid not null references gis.person on delete cascade,
  version    integer not null,
  changed_at timestamptz not null,
  changed_by text not null,
  import_id  uuid,                              -- the extract it came from; none when it was typed in
  changes    text[] not null,                   -- ENTERED, MOVED, DIED, CARE_LEVEL, ADDRESS, ...: what kind, never what
  district   text,
  home       geometry(Point, 4326),
  home_doubtful boolean not null,
  mobility   text not null,
  state      text not null,
  identity   bytea not null,
  condition  bytea not null,
  contacts   bytea not null,
  primary key (person, version)
);
create index person_version_recent on gis.person_version (changed_at);
