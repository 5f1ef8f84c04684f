-- Which evacuees are recognised as people of the register of those who need assistance.
create table shelters.recognition (
  evacuee uuid primary key,
  person  uuid not null,                 -- of gis.person; nothing else of the register is kept here
  at      timestamptz not null
);

-- Where people of the register turned up, in the order in which it became known: whoever looks for them reads on from a number.
create table shelters.safety_sign (
  number  bigint generated always as identity primary key,
  person  uuid not null,
  evacuee uuid not null,
  shelter uuid,                          -- null: gone from the last one
  at      timestamptz not null
);
create index safety_sign_person on shelters.safety_sign (person, number desc);

-- Up to which event recognition has come.
create table shelters.recognition_cursor (
  only_row boolean primary key default true check (only_row),
  number   bigint not null
);
