-- What came in, byte for byte. A row with a refusal is the quarantine.
create table core.original (
  id             uuid primary key,
  mode           text not null,
  sha256         bytea not null,
  source         text not null,
  entry_id       text,
  received_at    timestamptz not null,
  byte_count     bigint not null,          -- of the whole message; bytes may hold only its beginning
  bytes          bytea not null,
  refusal        text,
  refusal_detail text,
  unique (mode, sha256)
);
create index original_refused on core.original (mode, received_at desc) where refusal is not null;

-- Which entries of a source were taken in: what is listed here is never fetched again. Two entries
-- may hold the same bytes.
create table core.source_entry (
  mode        text not null,
  source      text not null,
  entry_id    text not null,
  original_id uuid not null references core.original,
  primary key (mode, source, entry_id)
);

create table core.alert (
  id            uuid primary key,
  seq           bigint generated always as identity unique,
  original_id   uuid references core.original,
  ordinal       int not null,
  mode          text not null check (mode in ('LIVE', 'DRILL')),
  disposition   text not null,
  reason        text not null,             -- why, for staff
  stream        text not null,
  sent          timestamptz not null,
  written       timestamptz not null,
  taken_in_at   timestamptz not null,
  content       jsonb not null,            -- the Alert record
  message       jsonb,                     -- StreamMessage: what the state of its stream is made of; null = it does not count
  told          jsonb,                     -- PastTelling: what a draft or dispatch was made of
  telegram_type text generated always as (content ->> 'telegramType') stored,
  sender        text generated always as (content ->> 'sender') stored
);
create index alert_sender on core.alert (mode, sender, telegram_type);
create index alert_stream on core.alert (mode, stream, sent desc, written desc);
create index alert_latest on core.alert (mode, seq desc);

-- Messages that share an identifier, or name one another, belong to one stream.
create table core.stream_key (
  mode   text not null,
  key    text not null,
  stream text not null,
  primary key (mode, key)
);
create index stream_key_stream on core.stream_key (mode, stream);

-- What is in force in this municipality: for each stream the kinds of its latest message.
create table core.in_force (
  mode       text not null,
  stream     text not null,
  area_code  text not null,
  area_name  text not null default '',
  municipal  boolean not null default true, -- false: said of an area wider than the municipality
  districts  text[] not null default '{}',
  kind_code  text not null,
  kind_name  text not null,
  hazard     text not null,
  level      smallint,
  since      timestamptz not null,         -- when it first came into force with this code
  alert_id   uuid not null references core.alert,
  expires_at timestamptz,
  primary key (mode, stream, area_code, hazard, kind_code)
);

create table core.subscriber (
  id            bigint generated always as identity primary key,
  mode          text not null check (mode in ('LIVE', 'DRILL')),
  medium        text not null,
  address       text not null,             -- LINE user id, FCM token
  areas         text[] not null default '{}', -- districts chosen; none = the whole municipality
  language      text not null default 'ja',
  registered_at timestamptz not null,
  unique (mode, medium, address)
);

-- What is to be told, to whom, on which media. Mode is frozen at birth.
create table core.dispatch (
  id           uuid primary key,
  number       bigint generated always as identity unique,
  mode         text not null check (mode in ('LIVE', 'DRILL')),
  state        text not null,
  reason       text not null,
  thread       text not null,              -- dispatches of one thread leave each medium in their order
  alert_id     uuid references core.alert,
  change_id    uuid,                       -- the change of evacuation orders that takes effect with the approval
  corrects     uuid references core.dispatch,
  hazard       text not null,
  level        smallint,
  urgent       boolean not null,
  title        text not null,
  texts        jsonb not null,             -- List<DraftText>
  media        text[] not null,
  audience     jsonb not null,             -- Audience
  siren        text,                       -- a code of the site's siren table
  expires_at   timestamptz not null,
  author       text not null,
  editor       text not null,              -- who changed it last or asked for approval
  approver     text,
  sent_back_reason text,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  approved_at  timestamptz,
  version      int not null
);
create index dispatch_open on core.dispatch (mode, number desc) where state not in ('APPROVED', 'DISCARDED', 'REPLACED');
create index dispatch_thread on core.dispatch (mode, thread, number desc);

create or replace function core.mode_is_frozen() returns trigger language plpgsql as $$
begin
  if new.mode is distinct from old.mode then
    raise exception 'the mode of a dispatch is frozen at birth';
  end if;
  return new;
end $$;
create trigger dispatch_mode_is_frozen before update on core.dispatch
  for each row execute function core.mode_is_frozen();

-- Evacuation orders: a state per district and hazard. Lifting one leaves the others.
create table core.evacuation_order (
  mode      text not null,
  district  text not null,
  hazard    text not null,
  level     smallint not null check (level between 3 and 5),
  since     timestamptz not null,
  change_id uuid not null,
  primary key (mode, district, hazard)
);
create table core.evacuation_change (
  id           uuid primary key,
  mode         text not null check (mode in ('LIVE', 'DRILL')),
  hazard       text not null,
  reason       text not null,
  districts    text[] not null,
  before       jsonb not null,             -- district -> level when proposed; no order = absent
  after        jsonb not null,             -- district -> level; no order = absent
  proposed_by  text not null,
  proposed_at  timestamptz not null,
  effective_at timestamptz                 -- null until approved
);

-- The durable outbox. A row is a batch for one medium; its id is the provider's retry key.
create table core.rendering (
  id          uuid primary key,
  dispatch_id uuid not null references core.dispatch,
  medium      text not null,
  language    text not null,
  content     jsonb not null               -- Rendering
);
create table core.delivery (
  id              uuid primary key,
  seq             bigint generated always as identity unique,
  dispatch_id     uuid not null references core.dispatch,
  dispatch_number bigint not null,
  rendering_id    uuid not null references core.rendering,
  mode            text not null,
  medium          text not null,
  thread          text not null,
  urgent          boolean not null,
  recipients      text[],                  -- null = the medium as a whole (web, radio, LINE broadcast)
  remaining       text[],                  -- those without an outcome yet
  recipient_count int not null,
  remaining_count int not null,
  accepted_count  int not null default 0,
  refused_count   int not null default 0,  -- refused, gone or expired: the ledger says which and why
  unknown_count   int not null default 0,
  state           text not null check (state in ('WAITING', 'LEASED', 'DONE')),
  attempts        int not null default 0,
  not_before      timestamptz not null,
  expires_at      timestamptz not null,
  leased_by       uuid,
  lease_until     timestamptz,
  may_have_been_handed_over boolean not null default false, -- an attempt ended without a recorded answer
  withdrawn       boolean not null default false, -- replaced: what is not handed over yet must not be
  first_handed_over_at timestamptz,
  done_at         timestamptz,
  created_at      timestamptz not null
);
create index delivery_open on core.delivery (mode, medium, urgent desc, seq) where state <> 'DONE';
create index delivery_order on core.delivery (mode, medium, thread, dispatch_number) where state <> 'DONE';
create index delivery_dispatch on core.delivery (dispatch_id, medium);

-- The ledger: what the medium answered to every attempt, part by part. Append-only.
create table core.delivery_outcome (
  delivery_id     uuid not null references core.delivery,
  attempt         int not null,
  at              timestamptz not null,
  outcome         text not null,
  reason          text,
  recipient_count int not null,
  recipients      text[],                  -- of whom it is final but not accepted, or who of a divided batch wait
  reference       text                     -- the provider's own id of what it took
);
create index delivery_outcome_of on core.delivery_outcome (delivery_id);

-- The memory of decisions and milestones. Append-only, each line holds the hash of the one before.
create table core.chronology (
  seq           bigint primary key,
  at            timestamptz not null,
  mode          text not null check (mode in ('LIVE', 'DRILL')),
  kind          text not null,
  actor         text not null,
  subject       text not null,
  detail        text not null,             -- JSON exactly as it was hashed
  previous_hash bytea not null,
  hash          bytea not null
);
create index chronology_subject on core.chronology (subject, seq);
create table core.chronology_head (
  only_row boolean primary key default true check (only_row),
  seq      bigint not null,
  hash     bytea not null
);
insert into core.chronology_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));

create or replace function core.is_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger chronology_is_append_only before update or delete or truncate on core.chronology
  for each statement execute function core.is_append_only();
create trigger delivery_outcome_is_append_only before update or delete or truncate on core.delivery_outcome
  for each statement execute function core.is_append_only();
