-- Every line says the whole of how the shelter stands after it; the latest counts.
alter table shelters.opening_event rename column site_id to shelter_id;
alter index shelters.opening_event_site rename to opening_event_shelter;
alter table shelters.opening_event
  add column word           text,          -- OpeningWord.Name
  add column crowding_until timestamptz,
  add column inspection     jsonb,         -- Inspection
  add column note           text not null default '',
  add column since          timestamptz,   -- since when it is in this state
  add column opened_at      timestamptz;   -- when it last began to take people in

update shelters.opening_event e set
  word = case e.state when 'OPEN' then 'OPEN' else 'CLOSE' end,
  since = (select min(f.at) from shelters.opening_event f
           where f.shelter_id = e.shelter_id and f.state = e.state and f.id <= e.id
             and f.id > coalesce((select max(g.id) from shelters.opening_event g
                                  where g.shelter_id = e.shelter_id and g.state <> e.state and g.id < e.id), 0));
update shelters.opening_event set opened_at = since where state = 'OPEN';

alter table shelters.opening_event
  alter column word set not null,
  alter column since set not null;

create function shelters.only_append() returns trigger language plpgsql as $$
begin
  raise exception 'what was said of a shelter stands as it was said';
end $$;
create trigger opening_event_only_append before update or delete on shelters.opening_event
  for each row execute function shelters.only_append();

-- Places that are in no list: opened by the people themselves, car parks, tents, people at home.
create table shelters.shelter (
  id        uuid primary key,
  name      text not null,
  kind      text not null,                 -- ShelterKind
  address   text not null,
  location  geometry(Point, 4326),         -- null = people in many places
  district  text,                          -- where it lay when it was entered
  capacity  int,
  announced boolean not null,              -- whether residents are told of it
  added_at  timestamptz not null,
  added_by  text not null
);
