-- People are counted by household: half the rows, and nobody has to be told apart to count households.
drop table gis.resident;
create table gis.household (
  id        bigint generated always as identity primary key,
  cell      bigint not null,                   -- the cell of the grid it lies in; rows are written in the order of cells
  district  text not null,
  residents integer not null check (residents > 0),
  location  geometry(Point, 4326) not null
);
create index household_cell on gis.household (cell);

-- The households of a cell of the grid (0.0005 degrees a side) and a district, added up: an area that takes in all of them
-- need not look at each. Written together with the households.
create table gis.home_cell (
  cell       bigint not null,
  district   text not null,
  households integer not null,
  residents  integer not null,
  extent     geometry(Geometry, 4326) not null, -- what its households span: a box, or a line or a point when they are in a row or together
  primary key (cell, district)
);
create index home_cell_extent on gis.home_cell using gist (extent);
