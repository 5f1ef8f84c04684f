-- What households wrote beforehand, to be shown at a reception as a code. Forgotten by itself after a time.
create table shelters.preregistration (
  code       text primary key,           -- 10 characters of Crockford's base 32: 50 random bits
  owner      uuid not null,              -- made from the code: what the content is bound to
  content    bytea not null,             -- encrypted: the cards
  written_at timestamptz not null,
  expires_at timestamptz not null
);
create index preregistration_expiry on shelters.preregistration (expires_at);

-- Finds one by the beginning of a name: equal values have equal indexes, and without the key nothing shows.
create table shelters.preregistration_index (
  code  text not null references shelters.preregistration on delete cascade,
  token text not null,
  primary key (token, code)
);
create index preregistration_index_code on shelters.preregistration_index (code);
