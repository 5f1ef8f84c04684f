-- A question asked by telephone. Whom it was for is a reference: numbers stay sealed in the register.
create table shelters.phone_call (
  token    bytea primary key,                  -- hash, as in answer_token: it stands in the address keys are handed in at
  mode     text not null check (mode in ('LIVE', 'DRILL')),
  callee   text not null,                      -- SUPPORTER/… or PERSON/…
  case_id  uuid not null references shelters.response_case,
  task     uuid references shelters.support_task, -- null: the person was asked
  language text not null,
  attempt  smallint not null,                  -- 1, 2, …
  answered boolean not null default false,     -- a key was pressed that says something
  ended    text,                               -- CallEnd, once it is over
  again_at timestamptz                         -- when it is made again
);
create index phone_call_again on shelters.phone_call (again_at) where again_at is not null;

-- What was handed in about calls: stored before it is answered, worked on once however often it comes.
create table shelters.phone_event (
  number      bigint generated always as identity primary key,
  mode        text not null,
  id          text not null,                   -- the provider's number of the call, and what happened
  token       bytea not null references shelters.phone_call,
  event       jsonb not null,
  received_at timestamptz not null,
  attempts    smallint not null default 0,
  not_before  timestamptz not null,
  verdict     text,                            -- what became of a key's word
  done_at     timestamptz,
  unique (mode, id)
);
create index phone_event_open on shelters.phone_event (number) where done_at is null;
