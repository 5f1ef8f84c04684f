-- A layer is one map of one danger: a kind, a scenario, an edition of a source.
create table gis.hazard_layer (
  id          uuid primary key,
  kind        text not null,                 -- HazardKind
  scenario    text not null,                 -- e.g. 想定最大規模, 計画規模, 警戒区域
  name        text not null,
  data_set    text not null generated always as (kind || '/' || scenario || '/' || name) stored,
  source      text not null,
  edition     date not null,
  licence     text,
  import_id   uuid references gis.import,
  current     boolean not null,              -- a newer edition takes the place of an older one; plans keep what they used
  imported_at timestamptz not null
);
create unique index hazard_layer_current on gis.hazard_layer (kind, scenario, name) where current;

create table gis.hazard_zone (
  id         bigint generated always as identity primary key,
  layer_id   uuid not null references gis.hazard_layer on delete cascade,
  key        text not null default gen_random_uuid()::text, -- the same zone in every edition
  rank       smallint not null,              -- 0 the depth is not said, 1 … 6 for depths (MLIT: <0.5, <3, <5, <10, <20, ≥20 m), 1 警戒 … 2 特別警戒 for landslides
  min_depth  numeric,                        -- metres
  max_depth  numeric,                        -- metres; null = no upper bound
  label      text not null,                  -- as the source says
  outline    geometry(MultiPolygon, 4326) not null,
  details    jsonb not null default '{}',
  entry      jsonb not null default '{}',    -- as it came in
  unique (layer_id, key)
);
create index hazard_zone_key on gis.hazard_zone (key);
create index hazard_zone_layer on gis.hazard_zone (layer_id);

-- Pieces of at most 128 vertices: a polygon of 50,000 vertices asked whole takes a hundred times as long.
create table gis.hazard_piece (
  zone_id      bigint not null references gis.hazard_zone on delete cascade,
  layer_id     uuid not null,
  outline      geometry(Polygon, 4326) not null,
  outline_3857 geometry(Polygon, 3857) not null
);
create index hazard_piece_zone on gis.hazard_piece (zone_id);
create index hazard_piece_outline on gis.hazard_piece using gist (outline);
create index hazard_piece_outline_3857 on gis.hazard_piece using gist (outline_3857);
