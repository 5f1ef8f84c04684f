-- In public, where every module's queries find its functions; Flyway's own schema would hide them.
create extension if not exists postgis schema public;

create table gis.district (
  code         text primary key,                        -- 22225-03
  municipality text not null,                           -- 22225
  name         text not null,
  kana         text not null,
  outline      geometry(MultiPolygon, 4326) not null
);
create index district_outline on gis.district using gist (outline);
create index district_municipality on gis.district (municipality);

-- What the outlines were read from, so that an unchanged file is not read again at every start.
create table gis.district_edition (
  municipality text primary key,
  sha256       bytea not null
);
