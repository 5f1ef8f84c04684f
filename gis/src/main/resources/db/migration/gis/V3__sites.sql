-- A place people go to. One building may be designated several times (災害対策基本法49条の4, 49条の7), each with its own 共通ID.
create table gis.site (
  id            uuid primary key,
  place         text not null unique,        -- what the lines about one place share
  municipality  text not null,               -- 5 digits, empty = the list does not say
  name          text not null,
  kana          text not null,
  address       text not null,
  location      geometry(Point, 4326) not null,
  location_3857 geometry(Point, 3857) not null generated always as (ST_Transform(location, 3857)) stored,
  wheelchair    boolean,                     -- null = nobody said
  floor_area    double precision,                     -- square metres people can use; null = not measured
  capacity      integer,                     -- people, as published; null = not published
  closed        boolean not null default false, -- in no list any more; kept because plans and the past name it
  changed_at    timestamptz not null default now()
);
create index site_location on gis.site using gist (location);
create index site_location_3857 on gis.site using gist (location_3857);
create index site_municipality on gis.site (municipality);

-- One line of a list about a place.
create table gis.site_designation (
  key       text primary key,                -- 共通ID, publisher's ID, or name and position
  site_id   uuid not null references gis.site on delete cascade,
  data_set  text not null,                   -- the list: what is not in its next edition is missing
  kind      text not null,                   -- DesignationKind
  common_id text,                            -- 共通ID of 国土地理院, 14 characters
  hazards   text[] not null,                 -- of an emergency site: HazardKind; empty = for none of them
  location  geometry(Point, 4326) not null,  -- as this line says
  accepts   text not null,                   -- 受入対象者
  entry     jsonb not null                   -- the whole line
);
create index site_designation_site on gis.site_designation (site_id);
create index site_designation_data_set on gis.site_designation (data_set);
