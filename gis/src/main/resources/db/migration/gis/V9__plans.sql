-- Who helps: a person or a group (避難支援等実施者). Their data is as personal as that of those they help.
create table gis.supporter (
  id          uuid primary key,
  kind        text not null,                     -- PERSON, GROUP
  district    text,
  home        geometry(Point, 4326),
  max_load    integer not null check (max_load > 0),
  consent     text not null,                     -- to their data being handed over: GIVEN, REFUSED, WITHDRAWN, UNANSWERED
  consent_on  date,
  absent_from date,                              -- away for a time; null = not known to be away
  absent_to   date,                              -- last day; null = until further notice
  gone        boolean not null default false,    -- helps nobody any more
  details     bytea not null,                    -- encrypted: name, address, telephone, hours of absence, remarks
  version     integer not null,
  changed_at  timestamptz not null,
  changed_by  text not null
);
create index supporter_home on gis.supporter using gist (home);
create index supporter_district on gis.supporter (district);

-- 個別避難計画 (災害対策基本法49条の14): one for a person and a danger. In the clear stands only what the nightly examination needs.
create table gis.plan (
  id               uuid primary key,
  person           uuid not null references gis.person,
  hazard           text not null,                -- HazardKind
  state            text not null,                -- DRAFT, AGREED, REVIEW_DUE
  version          integer not null,
  helpers          integer not null,             -- how many the person needs
  site             uuid references gis.site,     -- first destination; null = somewhere else
  destination      geometry(Point, 4326),
  route            geometry(LineString, 4326),   -- the main one
  route_at         timestamptz,                  -- when it was worked out
  home             geometry(Point, 4326),        -- the home it was made for
  home_rank        smallint not null,            -- of the danger there when it was last settled; 0 = none known
  destination_rank smallint not null,
  layers           uuid[] not null,              -- current layers of the danger when it was last settled
  agreed_on        date,
  next_review      date not null,
  rehearsed_on     date,
  settled_at       timestamptz not null,         -- last written, agreed or reviewed: what happened later was not known
  content          bytea not null,               -- encrypted: the whole plan
  created_at       timestamptz not null,
  created_by       text not null,
  changed_at       timestamptz not null,
  changed_by       text not null,
  unique (person, hazard)
);
create index plan_site on gis.plan (site);
create index plan_route on gis.plan using gist (route);

create table gis.plan_supporter (
  plan      uuid not null references gis.plan on delete cascade,
  supporter uuid not null references gis.supporter,
  position  integer not null,                    -- whom to call first
  primary key (plan, supporter)
);
create index plan_supporter_supporter on gis.plan_supporter (supporter);

-- Every version there was, sealed like the plan.
create table gis.plan_version (
  plan       uuid not null references gis.plan on delete cascade,
  version    integer not null,
  change     text not null,                      -- WRITTEN, AGREED, REVIEWED
  state      text not null,
  draft      uuid unique,                        -- the draft's own number: one handed in twice is taken once
  content    bytea not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (plan, version)
);
create function gis.refuse_plan_change() returns trigger language plpgsql as $$
begin
  raise exception 'versions of plans are append-only';
end $$;
create trigger plan_version_stands before update on gis.plan_version
  for each statement execute function gis.refuse_plan_change();

create table gis.plan_rehearsal (
  id          uuid primary key,
  plan        uuid not null references gis.plan on delete cascade,
  held_on     date not null,
  minutes     integer,
  remark      bytea not null,                    -- encrypted
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index plan_rehearsal_plan on gis.plan_rehearsal (plan, held_on);

-- Sheets of paper that left the office, each with its number and whom it is for.
create table gis.plan_copy (
  number     integer primary key generated always as identity,
  export     uuid not null unique,               -- as it stands in the access log
  plan       uuid references gis.plan on delete set null,  -- null: a list of a district
  version    integer,
  district   text,
  recipient  bytea not null,                     -- encrypted: whom it is for
  printed_at timestamptz not null,
  printed_by text not null
);

-- What the last examination found; plans without a row were not examined yet.
create table gis.plan_health (
  plan       uuid primary key references gis.plan on delete cascade,
  reasons    text[] not null,                    -- PlanReason, worst first; empty = well
  severity   smallint not null,                  -- 0 well, 1 notice, 2 serious, 3 urgent
  checked_at timestamptz not null
);
create index plan_health_worst on gis.plan_health (severity desc);

create table gis.plan_examination (
  id         bigint generated always as identity primary key,
  checked_at timestamptz not null,
  plans      integer not null,
  unwell     integer not null,
  millis     bigint not null
);
