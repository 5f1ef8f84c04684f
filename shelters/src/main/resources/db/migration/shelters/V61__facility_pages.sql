-- Facilities are asked, and answer on a page of their own.
alter table shelters.facility_reply alter column by drop not null; -- null: said on the facility's own page

-- What opens a facility's page. Only the hash is kept.
create table shelters.facility_token (
  hash     bytea primary key,
  response uuid not null references shelters.response,
  facility uuid not null,                      -- gis.facility
  made_at  timestamptz not null
);
create index facility_token_response on shelters.facility_token (response);

-- Whom the hub has written to, so that nobody is asked twice when a second district is ordered.
create table shelters.facility_asked (
  response uuid not null references shelters.response,
  facility uuid not null,                      -- gis.facility
  at       timestamptz not null,
  primary key (response, facility)
);
