-- Where people live, as counted: no names, no birth dates. Who needs assistance stands in the register.
create table gis.resident (
  id        bigint generated always as identity primary key,
  household bigint not null,
  district  text not null,
  location  geometry(Point, 4326) not null
);
create index resident_location on gis.resident using gist (location);
create index resident_district on gis.resident (district);

create table gis.facility (
  id            uuid primary key,
  key           text not null unique,        -- name and address as published: lists have no ids
  kind          text not null,               -- 要配慮者利用施設, 同報無線, ヘリポート, ...
  name          text not null,
  address       text,
  location      geometry(Point, 4326) not null,
  location_3857 geometry(Point, 3857) not null generated always as (ST_Transform(location, 3857)) stored,
  details       jsonb not null default '{}'
);
create index facility_location on gis.facility using gist (location);
create index facility_location_3857 on gis.facility using gist (location_3857);
