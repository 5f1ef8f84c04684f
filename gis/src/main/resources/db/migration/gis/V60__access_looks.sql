-- A look at many is one row: a list of a whole municipality names tens of thousands, and a line for each of them, with an entry in two
-- indexes for each line, cost more than the list itself.
create table gis.access_look (
  id           bigint generated always as identity primary key,
  at           timestamptz not null,
  account      text not null,
  standing     text not null,
  address      text not null,
  subject_kind text not null,                   -- PERSON, SUPPORTER
  subjects     uuid[] not null check (cardinality(subjects) between 1 and 1048576),
  lines        integer not null generated always as (cardinality(subjects)) stored,
  groups       text[] not null,                 -- see FieldGroup
  purpose      text not null,
  basis        text not null,
  emergency    uuid,
  export       uuid
);
-- Numbers drawn at random neither compress nor tell a planner anything.
alter table gis.access_look alter column subjects set storage external, alter column subjects set statistics 0;
create index access_look_emergency on gis.access_look (emergency) where emergency is not null;

-- Who was looked at is written down in order first and sorted in by the next vacuum, which comes after a few looks; what still waits is
-- searched as well.
create index access_look_subjects on gis.access_look using gin (subjects) with (fastupdate = on, gin_pending_list_limit = 65536);
alter table gis.access_look set (autovacuum_vacuum_insert_threshold = 20, autovacuum_vacuum_insert_scale_factor = 0);

insert into gis.access_look
  (at, account, standing, address, subject_kind, subjects, groups, purpose, basis, emergency, export)
select at, account, standing, address, subject_kind, array[subject], groups, purpose, basis, emergency, export
from gis.access_line order by id;

drop table gis.access_line;
create trigger access_look_stands before update or delete or truncate on gis.access_look
  for each statement execute function gis.refuse_change();

-- The log by person, which is what the law asks for: a line for everybody of every look, numbered in their order.
create view gis.access_line as
select (look.id << 20) + seen.position - 1 as id, look.at, look.account, look.standing, look.address, look.subject_kind, seen.subject,
       look.groups, look.purpose, look.basis, look.emergency, look.export
from gis.access_look look cross join lateral unnest(look.subjects) with ordinality as seen (subject, position);
