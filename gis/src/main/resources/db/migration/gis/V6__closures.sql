-- Where a way cannot be used, from when to when and why. The truth; the router's picture is made from it.
create table gis.closure (
  id         uuid primary key,
  shape      geometry(Geometry, 4326) not null, -- point, line or area
  reason     text not null,
  applies_to text not null,                     -- EVERYBODY, WHEELCHAIR
  valid_from timestamptz not null,
  valid_to   timestamptz,                       -- null = until somebody lifts it
  created_at timestamptz not null,
  created_by text not null,
  lifted_at  timestamptz,
  lifted_by  text
);
create index closure_shape on gis.closure using gist (shape);
