
create table console.account (
  name            text primary key check (name ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  display_name    text not null,
  roles           text[] not null check (cardinality(roles) > 0),
  password_hash   text not null,           -- Argon2id with its parameters and salt
  disabled        boolean not null default false,
  created_at      timestamptz not null,
  last_sign_in_at timestamptz
);

-- Only the hash of a session's token is kept: who reads this table cannot take a session over.
create table console.session (
  token_hash   bytea primary key,
  account      text not null references console.account on delete cascade,
  signed_in_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null
);
create index session_of on console.session (account);
create index session_end on console.session (expires_at);

create table console.intake_token (
  id           uuid primary key,
  token_hash   bytea not null unique,
  label        text not null,
  created_at   timestamptz not null,
  created_by   text not null,
  last_used_at timestamptz
);
