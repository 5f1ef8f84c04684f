alter table gis.district
  add column outline_3857 geometry(MultiPolygon, 3857) not null generated always as (ST_Transform(outline, 3857)) stored;
create index district_outline_3857 on gis.district using gist (outline_3857);

-- A tile is kept as long as its layer has not changed; the number says whether it has, on every node alike.
create table gis.layer_version (
  layer   text primary key,
  version bigint not null
);
insert into gis.layer_version (layer, version) values
  ('districts', 1), ('hazards', 1), ('sites', 1), ('facilities', 1), ('closures', 1);

create function gis.layer_changed() returns trigger language plpgsql as $$
begin
  update gis.layer_version set version = version + 1 where layer = tg_argv[0];
  return null;
end $$;

create trigger district_layer after insert or update or delete on gis.district
  for each statement execute function gis.layer_changed('districts');
create trigger hazard_layer_layer after insert or update or delete on gis.hazard_layer
  for each statement execute function gis.layer_changed('hazards');
create trigger site_layer after insert or update or delete on gis.site
  for each statement execute function gis.layer_changed('sites');
create trigger facility_layer after insert or update or delete on gis.facility
  for each statement execute function gis.layer_changed('facilities');
create trigger closure_layer after insert or update or delete on gis.closure
  for each statement execute function gis.layer_changed('closures');

-- What the public may see on a map. Tiles without a sign-in are made from these and from nothing else.
create view gis.public_district as
  select code, municipality, name, kana, outline_3857 from gis.district;

create view gis.public_hazard_layer as
  select id, kind, scenario, name, source, edition, licence from gis.hazard_layer where current;

create view gis.public_hazard_piece as
  select p.layer_id, l.kind, z.rank, z.min_depth, z.max_depth, z.label, p.outline_3857
  from gis.hazard_piece p
  join gis.hazard_zone z on z.id = p.zone_id
  join gis.hazard_layer l on l.id = p.layer_id and l.current;

create view gis.public_site as
  select s.id, s.name, s.address, s.location_3857,
         array_to_string(array_agg(distinct d.kind), ',') as kinds,
         coalesce((select string_agg(distinct h, ',') from gis.site_designation e, unnest(e.hazards) h where e.site_id = s.id), '') as hazards
  from gis.site s join gis.site_designation d on d.site_id = s.id
  where not s.closed
  group by s.id;

create view gis.public_closure as
  select id, reason, applies_to, ST_Transform(shape, 3857) as shape_3857
  from gis.closure
  where lifted_at is null and valid_from <= now() and (valid_to is null or valid_to > now());
