-- What happened at the shelters, as tablets and the hub wrote it down: append-only. Numbers follow the order of the commits.
create sequence shelters.checkin_number;
create table shelters.checkin_event (
  number      bigint primary key,
  id          uuid not null unique,
  device      uuid not null,
  shelter     uuid not null,
  wall        bigint not null,           -- hybrid logical clock: milliseconds since 1970 …
  count       integer not null,          -- … and within the millisecond
  at          timestamptz not null,      -- what the device's own clock showed
  by          text not null,             -- who held it
  received_at timestamptz not null,
  sign        text not null,             -- JSON of a Sign: what counts, nothing personal
  sealed      bytea                      -- encrypted: the Fact, where it says more than the sign
);
create index checkin_event_shelter on shelters.checkin_event (shelter, number);

-- Other shelters an event is of interest to. Its position is of the same sequence: whoever has read up to a number reads on from there.
create table shelters.checkin_concern (
  shelter  uuid not null,
  position bigint not null,
  number   bigint not null references shelters.checkin_event,
  primary key (shelter, position),
  unique (shelter, number)
);

create function shelters.refuse_checkin_change() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('noroshi.key_renewal', true), '') = 'on' then
    return null;
  end if;
  raise exception 'check-in events and looks at cards are append-only';
end $$;
create trigger checkin_event_stands before update or delete or truncate on shelters.checkin_event
  for each statement execute function shelters.refuse_checkin_change();

-- Every time cards were opened: by whom, where, what for.
create table shelters.card_look (
  number  bigint generated always as identity primary key,
  at      timestamptz not null,
  account text not null,                 -- an account, or tablet:<device>
  purpose text not null,                 -- see CardLook.Purpose
  shelter uuid,
  records uuid[] not null                -- evacuees and households whose cards were opened
);
create trigger card_look_stands before update or delete or truncate on shelters.card_look
  for each statement execute function shelters.refuse_checkin_change();
