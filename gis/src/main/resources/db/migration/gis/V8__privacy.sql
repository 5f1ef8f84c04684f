-- Tells right keys from wrong ones before anybody is opened.
create table gis.register_key (
  id     integer primary key check (id = 1),
  sealed bytea not null
);

-- Every look at a person or a supporter. Written in the transaction that opens.
create table gis.access_line (
  id           bigint generated always as identity primary key,
  at           timestamptz not null,
  account      text not null,
  standing     text not null,
  address      text not null,
  subject_kind text not null,                   -- PERSON, SUPPORTER
  subject      uuid not null,
  groups       text[] not null,                 -- see FieldGroup
  purpose      text not null,
  basis        text not null,
  emergency    uuid,
  export       uuid
);
create index access_line_subject on gis.access_line (subject, id);
create index access_line_emergency on gis.access_line (emergency) where emergency is not null;

create function gis.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the access log is append-only';
end $$;
create trigger access_line_stands before update or delete or truncate on gis.access_line
  for each statement execute function gis.refuse_change();

-- The three consents of a person, every answer ever given; no row = never asked, which is no yes.
create table gis.consent (
  id          bigint generated always as identity primary key,
  person      uuid not null references gis.person on delete cascade,
  kind        text not null,                    -- REGISTER_PROVISION, PLAN_MAKING, PLAN_PROVISION
  answer      text not null,                    -- GIVEN, REFUSED, WITHDRAWN, UNANSWERED
  answered_on date not null,
  method      text not null,
  detail      bytea not null,                   -- encrypted: proxy, evidence
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index consent_person on gis.consent (person, kind, id desc);

-- Access without consent in a disaster: declared, bounded, ended by the clock, looked at afterwards by somebody else.
create table gis.emergency (
  id              uuid primary key,
  reason          text not null,
  basis           text not null,
  districts       text[] not null,              -- empty = the whole municipality
  declared_at     timestamptz not null,
  declared_by     text not null,
  ends_at         timestamptz not null check (ends_at <= declared_at + interval '24 hours'),
  ended_at        timestamptz,
  ended_by        text,
  acknowledged_at timestamptz,
  acknowledged_by text,
  remark          text,
  check (acknowledged_by <> declared_by)
);

-- What was handed over, to whom, why.
create table gis.disclosure (
  id          uuid primary key,
  number      integer not null unique generated always as identity,
  kind        text not null,                    -- FIRE, POLICE, COMMISSIONER, WELFARE_COUNCIL, VOLUNTARY_GROUP, OTHER
  recipient   text not null,                    -- the body
  purpose     text not null,                    -- in words
  basis       text not null,
  emergency   uuid references gis.emergency,
  districts   text[] not null,
  made_at     timestamptz not null,
  made_by     text not null,
  keep_until  date not null,
  content     bytea not null,                   -- encrypted: the rows as handed over
  recalled_at timestamptz,
  recalled_by text,
  recall_reason text
);

create table gis.disclosure_copy (
  disclosure   uuid not null references gis.disclosure,
  number       integer not null,
  holder       text not null,                   -- who answers for this copy
  handed_at    timestamptz,
  destroyed_at timestamptz,                     -- when its destruction was confirmed
  confirmed_by text,
  primary key (disclosure, number)
);

create table gis.disclosure_person (
  disclosure uuid not null references gis.disclosure,
  person     uuid not null references gis.person,
  primary key (person, disclosure)
);
create index disclosure_person_disclosure on gis.disclosure_person (disclosure);

-- Extracts of other offices, compared with the register: a proposal, sealed as a whole, until a second person decides.
create table gis.register_import (
  id          uuid primary key,
  files       jsonb not null,                   -- their names
  state       text not null,                    -- PROPOSED, APPROVED, REJECTED, UNDONE
  counts      jsonb not null,                   -- rows by what would happen to them
  content     bytea not null,                   -- encrypted: the rows
  proposed_at timestamptz not null,
  proposed_by text not null,
  decided_at  timestamptz,
  decided_by  text,
  undone_at   timestamptz,
  undone_by   text
);
