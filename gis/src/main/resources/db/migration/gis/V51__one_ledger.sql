-- One ledger for whatever is handed over: parts of the register, plans, lists of plans. A sheet printed for one reader is a disclosure
-- with one copy, so it is found, recalled and confirmed destroyed like the others.
alter table gis.disclosure
  add column subject      text not null default 'REGISTER',  -- REGISTER, PLANS, PLAN_LIST
  add column hazard       text,                              -- the danger of the plans
  add column by_ordinance boolean not null default false;    -- handed over because an ordinance says so, not by each one's consent
alter table gis.disclosure alter column subject drop default;
drop table gis.plan_copy;

-- Why somebody changed an entry by hand.
alter table gis.person_version add column reason bytea;      -- encrypted; none when an extract brought the change
