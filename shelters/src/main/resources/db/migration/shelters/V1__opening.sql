-- What was said of a site, in the order in which it was said. The latest line is how it stands; nothing is overwritten.
create table shelters.opening_event (
  id       bigint generated always as identity primary key,
  site_id  uuid not null,
  state    text not null,        -- OpeningState
  crowding text not null,        -- OpenSite.Crowding
  at       timestamptz not null,
  by       text not null
);
create index opening_event_site on shelters.opening_event (site_id, id desc);
