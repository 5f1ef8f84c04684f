-- A place people go to. One building may be designated several times (災害対策基本法49条の4, 49条の7), each with its own 共通ID.
create table gis.site (
  id            uuid primary key,
  municipality  text not null,               -- 5 digits: where it lies
  name          text not null,
  kana          text,
  address       text,
  location      geometry(Point, 4326) not null,
  location_3857 geometry(Point, 3857) not null generated always as (ST_Transform(location, 3857)) stored,
  wheelchair    boolean,                     -- null = nobody said
  floor_area    numeric,                     -- square metres people can use
  capacity      integer,                     -- people, as published or worked out; null = not published
  details       jsonb not null default '{}', -- the other columns of the standard data set, by their names
  closed        boolean not null default false, -- no longer designated; kept because plans and the past name it
  changed_at    timestamptz not null
);
create index site_location on gis.site using gist (location);
create index site_location_3857 on gis.site using gist (location_3857);
create index site_municipality on gis.site (municipality);

create table gis.site_designation (
  site_id   uuid not null references gis.site on delete cascade,
  kind      text not null,                   -- EMERGENCY_SITE, SHELTER, WELFARE_SHELTER, TSUNAMI_BUILDING, ...
  common_id text unique,                     -- 共通ID of 国土地理院, 14 characters
  hazards   text[] not null default '{}',    -- of an emergency site: HazardKind; empty = for none of them
  location  geometry(Point, 4326),           -- as this half of the source says, where it differs
  accepts   text,                            -- 受入対象者
  primary key (site_id, kind)
);
