-- Facilities come in as lists, like sites: what is not in a list's next edition is missing.
alter table gis.facility
  add column data_set text not null default '',
  add column entry    jsonb not null default '{}';   -- the whole line, as it came in
create index facility_data_set on gis.facility (data_set);
