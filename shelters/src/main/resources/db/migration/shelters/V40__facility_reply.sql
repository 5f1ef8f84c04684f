-- What facilities where people are cared for, taught or treated said in a response. Append-only: the latest word counts.
create table shelters.facility_reply (
  number   bigint generated always as identity primary key,
  response uuid not null references shelters.response,
  facility uuid not null,                      -- gis.facility
  answer   text not null,                      -- FacilityAnswer
  people   integer check (people >= 0),        -- how many are there
  by       text not null,                      -- the account that wrote it down
  at       timestamptz not null
);
create index facility_reply_latest on shelters.facility_reply (response, facility, number desc);
create trigger facility_reply_stands before update or delete on shelters.facility_reply
  for each statement execute function shelters.refuse_change();
