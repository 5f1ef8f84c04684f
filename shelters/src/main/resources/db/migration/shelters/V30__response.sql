-- A response: people who need assistance are called up until each of them is known to be safe. One runs at a time.
create table shelters.response (
  id         uuid primary key,
  number     integer not null unique generated always as identity,
  mode       text not null check (mode in ('LIVE', 'DRILL')),
  started_at timestamptz not null,
  started_by text not null,
  ended_at   timestamptz,
  ended_by   text                              -- null while it runs; 'hub' when the last order was lifted
);
create unique index response_running on shelters.response (mode) where ended_at is null;

-- Why it runs: a district and a danger, ordered or named by staff.
create table shelters.response_cause (
  response           uuid not null references shelters.response,
  district           text not null,
  hazard             text not null,
  level              smallint,                 -- null: staff said so, every plan starts
  change_id          uuid,                     -- the change of orders; null: by hand
  since              timestamptz not null,
  by                 text not null,
  register_emergency uuid not null,            -- under which everybody was looked at
  plan_emergency     uuid not null,
  afresh             boolean not null default false, -- the district was free of orders in between
  listed_at          timestamptz,              -- when the people inside were called up; null: to be done
  over_at            timestamptz,
  over_by            text,
  primary key (response, district, hazard)
);
create index response_cause_change on shelters.response_cause (change_id);

-- One person in a response. Names nobody and says nothing of an illness: the steps of the risk are numbers.
create table shelters.response_case (
  id              uuid primary key,
  response        uuid not null references shelters.response,
  number          integer not null generated always as identity, -- for talking about it
  person          uuid not null,               -- gis.person
  districts       text[] not null,             -- in which they were found
  hazard          text not null,
  plan            uuid,
  state           text not null,               -- CaseState
  reason          text,                        -- CaseReason, in STAFF
  help_wanted     boolean not null default false,
  self_asked      boolean not null default false,
  due_at          timestamptz,
  last_sign       timestamptz,
  strength        text,                        -- of the evidence
  evidence_by     text,                        -- account
  evidence_of     uuid,                        -- supporter or shelter
  evidence_at     timestamptz,
  risk_home       smallint not null,
  risk_condition  smallint not null,
  risk_alone      smallint not null,
  risk_time       smallint not null,
  risk            integer not null generated always as (risk_home * risk_condition * risk_alone * risk_time) stored,
  opened_at       timestamptz not null,
  changed_at      timestamptz not null,
  unique (response, person)
);
create index response_case_due on shelters.response_case (due_at) where due_at is not null;
create index response_case_open on shelters.response_case (response, risk desc) where state not in ('SAFE', 'ENDED');
create index response_case_person on shelters.response_case (person);

create table shelters.support_task (
  id        uuid primary key,
  case_id   uuid not null references shelters.response_case,
  supporter uuid not null,                     -- gis.supporter
  is_group  boolean not null,
  position  integer not null,
  state     text not null,                     -- TaskState
  asked_at  timestamptz,
  unique (case_id, supporter)
);
-- A claim is exclusive, whatever hub takes it.
create unique index support_task_claim on shelters.support_task (case_id) where state in ('ACCEPTED', 'ON_THE_WAY');
create index support_task_supporter on shelters.support_task (supporter);

-- The course of a case. Append-only.
create table shelters.response_line (
  id      bigint generated always as identity primary key,
  case_id uuid not null references shelters.response_case,
  at      timestamptz not null,
  what    text not null,
  by      text not null,                       -- account, 'supporter', 'person', 'shelter', 'hub'
  who     uuid,                                -- supporter or shelter
  state   text not null,                       -- CaseState from then on
  verdict text not null
);
create index response_line_case on shelters.response_line (case_id, id);
create function shelters.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger response_line_stands before update or delete on shelters.response_line
  for each statement execute function shelters.refuse_change();

-- How far the words of shelters were read; moved in the transaction that closes cases.
create table shelters.response_cursor (
  mode   text primary key,
  number bigint not null
);

-- Where somebody is reached, by their own choice.
create table shelters.contact (
  mode     text not null check (mode in ('LIVE', 'DRILL')),
  kind     text not null,                      -- SUPPORTER, PERSON, FACILITY
  subject  uuid not null,
  medium   text not null,                      -- LINE, FCM
  address  text not null,
  language text not null,
  since    timestamptz not null,
  primary key (mode, kind, subject, medium)
);
create index contact_address on shelters.contact (mode, medium, address);

-- Where people of the register are, as shelters last said; for who is called up only afterwards.
create table shelters.presence (
  person  uuid primary key,
  shelter uuid not null,
  at      timestamptz not null,
  present boolean not null
);
