-- What staff write about a case in words of their own. Append-only; sealed, for it may say anything about anybody.
create table shelters.case_note (
  id        uuid primary key,
  number    bigint not null generated always as identity,
  case_id   uuid not null references shelters.response_case,
  at        timestamptz not null,
  by        text not null,                     -- the account that wrote it
  hand_over boolean not null,                  -- those who look for the person have to know it
  content   bytea not null
);
create index case_note_case on shelters.case_note (case_id, number);

-- Only the seal may be renewed.
create function shelters.refuse_change_of_note() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.id, new.case_id, new.at, new.by, new.hand_over)
      is not distinct from (old.id, old.case_id, old.at, old.by, old.hand_over) then
    return new;
  end if;
  raise exception 'case_note is append-only';
end $$;
create trigger case_note_stands before update or delete on shelters.case_note
  for each row execute function shelters.refuse_change_of_note();
