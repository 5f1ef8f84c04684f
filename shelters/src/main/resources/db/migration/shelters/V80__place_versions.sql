-- A place by hand is corrected by a further version that says the whole. Nothing is overwritten, and of two who correct the
-- same version one is refused by the key.
alter table shelters.shelter rename to place_version;
alter table shelters.place_version rename column added_at to at;
alter table shelters.place_version rename column added_by to by;
alter table shelters.place_version
  add column version int not null default 1,
  add column told_by text not null default '',  -- who told of the place
  add column reason  text not null default '';  -- why it was corrected
alter table shelters.place_version
  drop constraint shelter_pkey,
  add primary key (id, version),
  alter column version drop default,
  alter column told_by drop default,
  alter column reason drop default;
create trigger place_version_only_append before update or delete on shelters.place_version
  for each row execute function shelters.only_append();

create view shelters.shelter as
  select distinct on (id) * from shelters.place_version order by id, version desc;

-- Under which name and where residents know a place by hand; null = they were told of none.
alter table shelters.told
  add column told_name  text,
  add column told_where text;
