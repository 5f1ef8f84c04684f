-- A named set of districts, by which an area is chosen at once: 狩野川左岸.
create table gis.area_set (
  key          text primary key,              -- municipality and name
  id           uuid not null unique,
  municipality text not null,
  name         text not null,
  districts    text[] not null,               -- codes
  towns        text[] not null,               -- 町丁目 as the office lists them that are no district of the map
  entry        jsonb not null                 -- as it came in
);
create index area_set_municipality on gis.area_set (municipality);
