-- The register of people who need assistance (災害対策基本法49条の10). What names or describes a person is encrypted with a key that
-- is not in this database; in the clear stands only what maps and counts need.
create table gis.person (
  id         uuid primary key,
  reference  bytea not null unique,          -- blind index of the office's number for the person
  district   text,
  home       geometry(Point, 4326),
  mobility   text not null,                  -- how the person moves, for the router: see Mobility
  state      text not null,                  -- LISTED, MOVED_AWAY, DIED, IN_FACILITY, REMOVED
  identity   bytea not null,                 -- encrypted: name, kana, birth date, sex, address, telephone
  condition  bytea not null,                 -- encrypted: why help is needed, care level, illness, devices
  contacts   bytea not null,                 -- encrypted: family, doctor, care manager
  changed_at timestamptz not null
);
create index person_home on gis.person using gist (home);
create index person_district on gis.person (district);
