-- 安否照会 (災害対策基本法86条の15): who asked after whom, and what was answered. Numbered, append-only.
create table shelters.inquiry (
  id       uuid primary key,
  number   integer not null unique generated always as identity,
  taken_at timestamptz not null,
  taken_by text not null,
  relation text not null,                -- see Relation
  proof    text not null,                -- see Proof
  content  bytea not null                -- encrypted: who asks, after whom, why
);
create trigger inquiry_stands before update or delete or truncate on shelters.inquiry
  for each statement execute function shelters.refuse_checkin_change();

create table shelters.inquiry_answer (
  inquiry     uuid primary key references shelters.inquiry,
  answered_at timestamptz not null,
  answered_by text not null,
  evacuee     uuid,                      -- null: nobody was found, or none of those found was the one
  scope       text not null,             -- see Scope
  content     bytea not null             -- encrypted: the words of the answer, and why no more
);
create trigger inquiry_answer_stands before update or delete or truncate on shelters.inquiry_answer
  for each statement execute function shelters.refuse_checkin_change();

-- Of whom nobody who asks is told anything (配偶者からの暴力・ストーカー行為等の被害者 and others under protection). Known by name before they come,
-- or pointed at when they are there.
create table shelters.protected_person (
  id        uuid primary key,
  mark      text,                        -- blind index of kana with birth date
  evacuee   uuid,
  noted_at  timestamptz not null,
  noted_by  text not null,
  content   bytea not null,              -- encrypted: name, kana, birth date, remark
  lifted_at timestamptz,
  lifted_by text,
  check (mark is not null or evacuee is not null)
);
